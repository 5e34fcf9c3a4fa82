import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { tryLock } from "../lib/lock.ts";
import { migrate } from "../lib/migrator.ts";
import { startEmbedded } from "../lib/postgres.ts";
import { grantToApp, prepareRoles } from "../lib/roles.ts";

/** A database to measure, with the settings of production: TCP off, fsync on. */
export type BenchCluster = {
  /** The app's role; the owner's; the superuser's. */
  readonly app: string;
  readonly admin: string;
  readonly superuser: string;
  stop(): Promise<void>;
};

/** Starts an empty, migrated embedded database in a folder of its own, gone after `stop`. This process's server code uses it from now on. */
export async function startCluster(): Promise<BenchCluster> {
  // The name and the lock of a throwaway: were this run killed, the next `startThrowaway` would end and remove it.
  const home = mkdtempSync(path.join(tmpdir(), "recite-throwaway-"));
  const release = tryLock(path.join(home, "lock"));
  // The service user must pass through to its data directory.
  chmodSync(home, 0o711);
  const postgres = await startEmbedded({ home, say: () => {} });
  const { app, admin } = await prepareRoles(postgres);
  await migrate(admin);
  await grantToApp(admin, app);
  process.env.DATABASE_URL = app;
  process.env.DATABASE_ADMIN_URL = admin;
  process.env.APP_ORIGIN ??= "http://127.0.0.1:3999";
  process.env.AUTH_SECRET ??= "a secret for measuring only, of more than 32 characters";
  process.env.LOG_LEVEL = "silent";
  const stop = async () => {
    await postgres.stop();
    release?.();
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  return { app, admin, superuser: postgres.url("postgres", "recite"), stop };
}
