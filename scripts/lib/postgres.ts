import { rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Cluster, openCluster, type Role } from "./cluster.ts";
import { adoptPostmaster, type Postmaster, socketFolder, startPostmaster, stopPostmaster } from "./postmaster.ts";

/** The embedded database, running. */
export interface EmbeddedPostgres {
  /** Whether it was found running, left by a launcher that was killed. */
  readonly isAdopted: boolean;
  /** The process id of the server at this moment. */
  pid(): number;
  url(role: Role, database: string): string;
  /** Stops it and ends the watch over it. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** The folder for the data, the passwords and the log. */
  readonly home: string;
  readonly say: (line: string) => void;
  /** More settings, as `name=value`. */
  readonly settings?: readonly string[];
  /** Gives the start up: what was started is stopped again, and the reason thrown. */
  readonly signal?: AbortSignal;
}

/** The wait before bringing the database back, in ms: it doubles while attempts fail soon after one another. */
const shortestPauseMs = 250;
const longestPauseMs = 15_000;

/** Starts the embedded database, or adopts the one that is running, and brings it back whenever it dies. */
export async function startEmbedded({ home, say, settings = [], signal }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const cluster = await openCluster(home, say);
  const adopted = await adoptPostmaster(cluster);
  // The URLs handed out name this folder for as long as we run, so every restart uses it again.
  const socketDir = adopted?.socketDir ?? socketFolder(cluster);
  const url = (role: Role, database: string) => urlOf(cluster, socketDir, role, database);
  let current = adopted ?? (await startPostmaster(cluster, socketDir, settings));
  let isStopping = false;
  try {
    await answers(url("postgres", "postgres"), current, cluster, signal);
  } catch (error) {
    await stopPostmaster(current);
    throw error;
  }

  const watch = async (): Promise<void> => {
    for (let pauseMs = shortestPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      const since = performance.now();
      await current.gone;
      if (performance.now() - since > 60_000) pauseMs = shortestPauseMs;
      if (isStopping) return;
      say("The database stopped unexpectedly; starting it again.");
      await sleep(pauseMs, undefined, { ref: false });
      if (isStopping) return;
      try {
        current = await startPostmaster(cluster, socketDir, settings);
        if (isStopping) return stopPostmaster(current);
        await answers(url("postgres", "postgres"), current, cluster);
        say("The database is back.");
      } catch (error) {
        if (!isStopping) say((error as Error).message);
      }
    }
  };
  const watching = watch();

  const stop = async (): Promise<void> => {
    isStopping = true;
    await stopPostmaster(current);
    await Promise.race([watching, sleep(5_000, undefined, { ref: false })]);
    rmSync(socketDir, { recursive: true, force: true });
  };
  return { isAdopted: adopted !== null, pid: () => current.pid, url, stop };
}

function urlOf(cluster: Cluster, socketDir: string, role: Role, database: string): string {
  return `postgresql://${role}:${cluster.passwords[role]}@localhost/${database}?host=${encodeURIComponent(socketDir)}&port=5432`;
}

/** Waits until the server takes connections: an instant as a rule, longer while it recovers from a crash. A signal ends the wait. */
async function answers(url: string, server: Postmaster, cluster: Cluster, signal?: AbortSignal): Promise<void> {
  const isGone = server.gone.then(() => true);
  const patienceMs = 300_000;
  const until = performance.now() + patienceMs;
  let last = "";
  while (performance.now() < until) {
    signal?.throwIfAborted();
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      last = (error as Error).message;
      await client.end().catch(() => {});
    }
    if (await Promise.race([isGone, sleep(30, false)]))
      throw new Error(`The database did not start; its log is ${cluster.home}/postgres.log.`);
  }
  throw new Error(`The database does not answer (${last}); its log is ${cluster.home}/postgres.log.`);
}
