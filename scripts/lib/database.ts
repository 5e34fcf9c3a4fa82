import { mkdirSync } from "node:fs";
import path from "node:path";
import { checkDurability } from "./durability.ts";
import { tryLock } from "./lock.ts";
import { migrate } from "./migrator.ts";
import { startEmbedded } from "./postgres.ts";
import { grantToApp, prepareRoles } from "./roles.ts";

/** A database ready for the app: migrated, its roles in place. */
export interface Database {
  /** For the app: a role that owns nothing. */
  readonly app: string;
  /** For migrations, publishing and the worker: the owner. */
  readonly admin: string;
  stop(): Promise<void>;
}

type Say = (line: string) => void;

/** Takes the data folder for this start alone, and returns how to give it back; throws a sentence when another has it. */
export function claim(home: string): () => void {
  mkdirSync(home, { recursive: true, mode: 0o711 });
  const release = tryLock(path.join(home, "launcher.lock"));
  if (release) return release;
  throw new Error(
    `Recite is already running with the data in ${home}. Stop it first, or choose another folder with DATA_DIR.`,
  );
}

/** The database of `DATABASE_URL`, else the embedded one below `home`. Throws sentences; a signal ends the wait for a database that recovers. */
export async function openDatabase(
  env: NodeJS.ProcessEnv,
  home: string,
  say: Say,
  signal?: AbortSignal,
): Promise<Database> {
  const { DATABASE_URL: app, DATABASE_ADMIN_URL: admin } = env;
  const database = app ? external(app, admin) : await embedded(home, say, signal);
  try {
    const { unsafe, advice } = await checkDurability(database.app);
    if (unsafe.length > 0 && !env.DATABASE_URL)
      throw new Error(`The database is not safe to use:\n${unsafe.join("\n")}`);
    for (const line of [...unsafe, ...advice]) say(`Note: ${line}`);
    for (const name of await migrate(database.admin)) say(`Applied migration ${name}.`);
    const isApart = await grantToApp(database.admin, database.app);
    if (!isApart)
      say("Note: the app works as the owner of its tables; give it a role of its own (see docs/operations.md).");
    return database;
  } catch (error) {
    await database.stop();
    throw explained(error, env.DATABASE_URL);
  }
}

function external(app: string, admin: string | undefined): Database {
  return { app, admin: admin || app, stop: async () => {} };
}

async function embedded(home: string, say: Say, signal?: AbortSignal): Promise<Database> {
  const postgres = await startEmbedded({ home, say, ...(signal ? { signal } : {}) });
  if (postgres.isAdopted) say("Found the database running, left by a start that was killed; using it.");
  try {
    return { ...(await prepareRoles(postgres)), stop: postgres.stop };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** Connection faults of a database of the operator's own name no place by themselves; the password stays out of the sentence. */
function explained(error: unknown, url: string | undefined): Error {
  const { code, message } = error as NodeJS.ErrnoException;
  const isConnection = /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|28|3D|08)/.test(code ?? "") || /timeout/i.test(message ?? "");
  if (!url || !isConnection) return error as Error;
  const place = URL.parse(url);
  return new Error(
    `DATABASE_URL (${place?.host ?? "unreadable"}${place?.pathname ?? ""}) does not work: ${message || code}`,
  );
}
