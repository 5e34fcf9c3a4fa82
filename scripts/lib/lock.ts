import { chmodSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Takes a lock that the operating system gives back when its holder dies, even by kill -9; returns how to release it,
 * or null when somebody else holds it. Node has no flock, and files with process ids lie once ids are reused: SQLite's
 * own file lock is borrowed instead.
 */
export function tryLock(file: string): (() => void) | null {
  const database = new DatabaseSync(file);
  try {
    database.exec("PRAGMA busy_timeout=0; PRAGMA journal_mode=DELETE; BEGIN EXCLUSIVE");
    // Whoever may read the file may lock it.
    chmodSync(file, 0o600);
    return () => database.close();
  } catch (error) {
    database.close();
    const sqliteBusy = 5;
    if ((error as { errcode?: number }).errcode === sqliteBusy) return null;
    throw error;
  }
}

/** Takes the lock when it is free; says so once when it has to wait. Returns how to release it. */
export async function takeTurn(file: string, onWait: () => void): Promise<() => void> {
  for (let isFirst = true; ; isFirst = false) {
    const release = tryLock(file);
    if (release) return release;
    if (isFirst) onWait();
    await sleep(200);
  }
}
