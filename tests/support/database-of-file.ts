import { randomBytes } from "node:crypto";
import { afterAll, inject } from "vitest";
import { withClient } from "../../scripts/lib/sql.ts";

/**
 * One database per test file, copied from the migrated template in about 0.1 s, with the environment a server process
 * has: `DATABASE_URL` (the app's role, which owns nothing) and `DATABASE_ADMIN_URL` (the owner's). It is dropped at the end.
 */
const cluster = inject("cluster");
const name = `test_${randomBytes(8).toString("hex")}`;
const inDatabase = (url: string, database: string) =>
  url.replace("%7Bdatabase%7D", database).replace("{database}", database);

await withClient(inDatabase(cluster.postgres, "postgres"), async (client) => {
  // Copying files beats copying through the log for a template this small; PostgreSQL 15 knows both.
  await client.query(`create database ${name} template recite_template strategy file_copy owner recite_owner`);
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect on database ${name} to recite_app`);
});
process.env.DATABASE_URL = inDatabase(cluster.app, name);
process.env.DATABASE_ADMIN_URL = inDatabase(cluster.owner, name);
process.env.APP_ORIGIN ??= "http://localhost:3000";
process.env.AUTH_SECRET ??= "a secret for tests only, of more than 32 characters";

afterAll(async () => {
  // The server's pool, where a test has made it (lib/server/db.ts keeps it there): it ends before its database does.
  const { reciteDatabase } = globalThis as { reciteDatabase?: { pool: { end(): Promise<void> } } };
  await reciteDatabase?.pool.end();
  await withClient(inDatabase(cluster.postgres, "postgres"), (client) =>
    client.query(`drop database if exists ${name} with (force)`),
  );
});
