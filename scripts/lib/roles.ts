import pg from "pg";
import type { EmbeddedPostgres } from "./postgres.ts";
import { withClient } from "./sql.ts";

/** The name of the embedded database. */
export const databaseName = "recite";

/**
 * Makes the database and its two roles in an embedded cluster: the owner migrates and works, the app reads and writes
 * rows and owns nothing. Doing it twice changes nothing. Returns both URLs.
 */
export async function prepareRoles(
  postgres: Pick<EmbeddedPostgres, "url">,
  database = databaseName,
): Promise<{ app: string; admin: string }> {
  const urls = { app: postgres.url("recite_app", database), admin: postgres.url("recite_owner", database) };
  await withClient(postgres.url("postgres", "postgres"), async (client) => {
    for (const role of ["recite_owner", "recite_app"] as const) {
      const known = await client.query("select 1 from pg_roles where rolname = $1", [role]);
      if (known.rowCount) continue;
      const password = new URL(postgres.url(role, database)).password;
      await client.query(`create role ${role} login password ${pg.escapeLiteral(decodeURIComponent(password))}`);
    }
    // A request that hangs must not hold a connection, or locks, for ever.
    await client.query("alter role recite_app set statement_timeout = '30s'");
    await client.query("alter role recite_app set idle_in_transaction_session_timeout = '60s'");
    const known = await client.query("select 1 from pg_database where datname = $1", [database]);
    if (!known.rowCount) await client.query(`create database ${pg.escapeIdentifier(database)} owner recite_owner`);
    await client.query(`revoke all on database ${pg.escapeIdentifier(database)} from public`);
    await client.query(`grant connect on database ${pg.escapeIdentifier(database)} to recite_app`);
  });
  return urls;
}

/**
 * Lets the app's role read and write the rows of every table, now and in later migrations, and nothing else. The list
 * of migrations it may only read, the audit log only append to. Nothing to do where one role is both owner and app: returns false.
 */
export async function grantToApp(adminUrl: string, appUrl: string): Promise<boolean> {
  const appRole = await withClient(appUrl, currentUser);
  return withClient(adminUrl, async (client) => {
    if ((await currentUser(client)) === appRole) return false;
    const role = pg.escapeIdentifier(appRole);
    await client.query(`
      begin;
      grant usage on schema public to ${role};
      grant select, insert, update, delete on all tables in schema public to ${role};
      grant usage, select on all sequences in schema public to ${role};
      alter default privileges in schema public grant select, insert, update, delete on tables to ${role};
      alter default privileges in schema public grant usage, select on sequences to ${role};
      revoke insert, update, delete on table _prisma_migrations from ${role};
      revoke update, delete on table audit from ${role};
      commit;`);
    return true;
  });
}

async function currentUser(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>("select current_user::text as name");
  return rows[0]?.name ?? "";
}
