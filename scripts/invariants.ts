/**
 * `npm run invariants`: the laws of what is stored, one a line; every line must begin with 0. Uses the database of `DATABASE_URL`,
 * else the embedded one: that of a running Recite, or started for the purpose.
 */
import { existsSync } from "node:fs";
import { openCluster } from "./lib/cluster.ts";
import { claim, openDatabase } from "./lib/database.ts";
import { adoptPostmaster } from "./lib/postmaster.ts";
import { dataHome, inProject } from "./lib/project.ts";
import { databaseName } from "./lib/roles.ts";

process.chdir(inProject());
if (existsSync(".env")) process.loadEnvFile(".env");
process.env.AUTH_SECRET ||= "not needed for reading, but the configuration is read as a whole";
const say = (line: string) => console.error(line);

const stop = await findDatabase();
try {
  const { checkInvariants } = await import("../lib/server/invariants.ts");
  const { db } = await import("../lib/server/db.ts");
  const width = 8;
  const found = await checkInvariants(({ name, broken }) => console.log(`${String(broken).padStart(width)}  ${name}`));
  await db().pool.end();
  process.exitCode = found.some(({ broken }) => broken !== 0) ? 1 : 0;
} finally {
  await stop();
}

/** Sets DATABASE_URL where it is not given; returns how to leave the database as it was found. */
async function findDatabase(): Promise<() => Promise<void>> {
  if (process.env.DATABASE_URL) return async () => {};
  const home = dataHome();
  const cluster = await openCluster(home, say);
  const running = await adoptPostmaster(cluster);
  if (running) {
    const { recite_app: password } = cluster.passwords;
    const host = encodeURIComponent(running.socketDir);
    process.env.DATABASE_URL = `postgresql://recite_app:${password}@localhost/${databaseName}?host=${host}&port=5432`;
    return async () => {};
  }
  const release = claim(home);
  const database = await openDatabase(process.env, home, say);
  process.env.DATABASE_URL = database.app;
  return async () => {
    await database.stop();
    release();
  };
}
