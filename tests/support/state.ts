/** The rows of a database, so that a test can say that nothing was changed. */
import { db } from "@/lib/server/db.ts";

let tables: readonly string[] | null = null;

/** A digest of each table's rows, but for these tables. */
export async function stateOf(...except: readonly string[]): Promise<Readonly<Record<string, string>>> {
  tables ??= (
    await db().pool.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
    )
  ).rows.map(({ name }) => name);
  const counted = tables.filter((name) => !except.includes(name) && name !== "_prisma_migrations");
  const digests = counted.map(
    (name) => `(select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from "${name}" t) as "${name}"`,
  );
  return (await db().pool.query<Record<string, string>>(`select ${digests.join(", ")}`)).rows[0]!;
}
