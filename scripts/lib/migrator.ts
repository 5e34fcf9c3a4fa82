import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { inProject } from "./project.ts";
import { withClient } from "./sql.ts";

/** One step of the database's shape: a folder with a `migration.sql`. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** sha256 of the file, hex; what Prisma records too. */
  readonly checksum: string;
}

/** The lock Prisma's own migrator takes, so that neither runs beside the other. */
const lockKey = 72707369;

/** The migrations of a folder, oldest first. */
export function readMigrations(folder = inProject("prisma/migrations")): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, "migration.sql")))
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/**
 * Applies what is missing, each migration whole or not at all; returns the names of those applied now. Refuses a
 * database that knows migrations we do not (it is newer), one whose migration failed under another tool, and files
 * edited after they were applied. Several may run at once: one works, the others find it done.
 */
export async function migrate(url: string, migrations: readonly Migration[] = readMigrations()): Promise<string[]> {
  return withClient(url, async (client) => {
    await inTransaction(client, () => client.query(bookkeeping));
    const applied: string[] = [];
    for (const migration of migrations) {
      const isNew = await inTransaction(client, async () => {
        if (isApplied(migration, await history(client))) return false;
        await apply(client, migration);
        return true;
      });
      if (isNew) applied.push(migration.name);
    }
    refuseNewer(migrations, await history(client));
    return applied;
  });
}

/** Prisma's table, column for column. */
const bookkeeping = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

interface Entry {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

async function history(client: pg.Client): Promise<Map<string, Entry>> {
  const { rows } = await client.query<Entry>(
    "select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null",
  );
  return new Map(rows.map((row) => [row.migration_name, row]));
}

function isApplied({ name, checksum }: Migration, done: Map<string, Entry>): boolean {
  const entry = done.get(name);
  if (!entry) return false;
  if (!entry.finished_at)
    throw new Error(`Migration ${name} began under another tool and did not finish; put it right by hand.`);
  if (entry.checksum !== checksum)
    throw new Error(
      `Migration ${name} was edited after it was applied. Restore the file and write a new migration instead.`,
    );
  return true;
}

function refuseNewer(migrations: readonly Migration[], done: Map<string, Entry>): void {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...done.keys()].filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new Error(`The database is newer than this Recite: it has ${unknown.join(", ")}. Start the newer Recite.`);
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    const { message, position } = error as { message: string; position?: string };
    const line = position ? `, line ${sql.slice(0, Number(position)).split("\n").length}` : "";
    throw new Error(`Migration ${name}${line}: ${message}. Nothing of it was kept.`);
  }
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     values ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [randomUUID(), checksum, name],
  );
}

/** The lock belongs to the transaction, not to the session, so that it also holds through a connection pooler. */
async function inTransaction<Result>(client: pg.Client, work: () => Promise<Result>): Promise<Result> {
  await client.query("begin");
  try {
    await client.query("select pg_advisory_xact_lock($1)", [lockKey]);
    const result = await work();
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
}
