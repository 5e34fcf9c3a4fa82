import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openCluster } from "./cluster.ts";
import { tryLock } from "./lock.ts";
import { type EmbeddedPostgres, startEmbedded } from "./postgres.ts";
import { adoptPostmaster, stopPostmaster } from "./postmaster.ts";

const prefix = "recite-throwaway-";
const silent = () => {};

/** An empty embedded database that is gone after `stop`; fast because nothing of it needs to survive a crash. */
export async function startThrowaway(): Promise<EmbeddedPostgres> {
  await removeLeftovers();
  const home = mkdtempSync(path.join(tmpdir(), prefix));
  // The service user must pass through to its data directory.
  chmodSync(home, 0o711);
  const release = tryLock(path.join(home, "lock"));
  const settings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"];
  const postgres = await startEmbedded({ home, say: silent, settings });
  const stop = async () => {
    await postgres.stop();
    // Under our lock: another run that looks for leftovers must not begin to remove the same folder.
    remove(home);
    release?.();
  };
  return { ...postgres, stop };
}

/** Those of runs that were killed: their lock is free, their server may still run. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const home = path.join(tmpdir(), name);
    if (isFresh(home)) continue;
    try {
      const release = tryLock(path.join(home, "lock"));
      if (!release) continue;
      const server = await adoptPostmaster(await openCluster(home, silent));
      if (server) await stopPostmaster(server);
      release();
    } catch {
      // Half-made, half-removed or somebody else's: the removal below decides.
    }
    remove(home);
  }
}

/** Made within the last minute, or gone meanwhile: perhaps by a run that has not taken its lock yet. */
function isFresh(home: string): boolean {
  const { birthtimeMs } = statSync(home, { throwIfNoEntry: false }) ?? { birthtimeMs: Number.POSITIVE_INFINITY };
  return birthtimeMs > Date.now() - 60_000;
}

/** Removes a folder in which a process that ends may still write its last file. */
function remove(home: string): void {
  rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
