import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Cluster, identity, plainEnvironment } from "./cluster.ts";

/** A database server process; `child` is null when it was started by a launcher that is gone, and adopted. */
export interface Postmaster {
  readonly pid: number;
  readonly socketDir: string;
  readonly child: ChildProcess | null;
  /** Settles when the process is gone, however it went. */
  readonly gone: Promise<void>;
}

/** The running server of this cluster, left behind by a killed launcher; null when there is none. */
export async function adoptPostmaster(cluster: Cluster): Promise<Postmaster | null> {
  const file = readPidFile(cluster.dataDir);
  if (!file || !isPostmaster(file.pid, cluster.dataDir)) return null;
  if (file.status === "stopping") {
    await waitUntil(() => !isPostmaster(file.pid, cluster.dataDir), 60_000);
    return null;
  }
  const gone = waitUntil(() => !isPostmaster(file.pid, cluster.dataDir), Number.POSITIVE_INFINITY).then(() => {});
  return { pid: file.pid, socketDir: file.socketDir, child: null, gone };
}

/** Starts a server of this cluster on a socket, with no TCP port; clears what a killed one left behind first. */
export async function startPostmaster(
  cluster: Cluster,
  socketDir: string,
  settings: readonly string[],
): Promise<Postmaster> {
  const { dataDir, binaries, user, home } = cluster;
  // Neither file can be believed once its writer was killed: the id may be a zombie's or another program's by now.
  await endSurvivors(dataDir);
  rmSync(path.join(dataDir, "postmaster.pid"), { force: true });
  rmSync(path.join(socketDir, ".s.PGSQL.5432.lock"), { force: true });
  rmSync(path.join(socketDir, ".s.PGSQL.5432"), { force: true });
  const log = openLog(path.join(home, "postgres.log"));
  const options = [
    "listen_addresses=",
    `unix_socket_directories="${socketDir}"`,
    "unix_socket_permissions=0700",
    ...settings,
  ].flatMap((setting) => ["-c", setting]);
  const child = spawn(binaries.postgres, ["-D", dataDir, "-p", "5432", ...options], {
    ...identity(user),
    env: plainEnvironment(),
    cwd: dataDir,
    // A group of its own: Ctrl-C reaches only the launcher, which stops the database last.
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const gone = new Promise<void>((settle) => {
    child.once("exit", () => settle());
    child.once("error", () => settle());
  });
  child.unref();
  return { pid: child.pid ?? 0, socketDir, child, gone };
}

/** Stops the server: open transactions are rolled back, everything committed is on disk. Gives up politeness after 30 s. */
export async function stopPostmaster({ pid, gone, child }: Postmaster): Promise<void> {
  child?.ref();
  for (const [signal, patienceMs] of [
    ["SIGINT", 30_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    const timer = new AbortController();
    const late = sleep(patienceMs, false, { signal: timer.signal }).catch(() => false);
    const isGone = await Promise.race([gone.then(() => true), late]);
    timer.abort();
    if (isGone) return;
  }
}

/**
 * A private folder for the socket. Its path must stay below 104 bytes whatever the data directory's is, so it is
 * in the temporary folder under a name made from the data directory's; a folder of that name that is not ours is left alone.
 */
export function socketFolder({ dataDir, user }: Cluster): string {
  const temporary = Buffer.byteLength(tmpdir()) <= 60 ? tmpdir() : "/tmp";
  const uid = user?.uid ?? process.getuid?.() ?? 0;
  let folder = path.join(temporary, `recite-${createHash("sha256").update(dataDir).digest("hex").slice(0, 16)}`);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch {
    const found = lstatSync(folder);
    const isOurs = found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0;
    if (isOurs) return folder;
    folder = mkdtempSync(path.join(temporary, "recite-"));
  }
  if (user) chownSync(folder, user.uid, user.gid);
  return folder;
}

interface PidFile {
  readonly pid: number;
  readonly socketDir: string;
  readonly status: string;
}

function readPidFile(dataDir: string): PidFile | null {
  try {
    const lines = readFileSync(path.join(dataDir, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), socketDir: lines[4] ?? "", status: lines[7]?.trim() ?? "" };
  } catch {
    return null;
  }
}

/** Whether that process is alive and is a server of this data directory; a zombie has no command line and is not. */
function isPostmaster(pid: number, dataDir: string): boolean {
  if (!(pid > 0)) return false;
  try {
    const command =
      process.platform === "linux"
        ? readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")
        : execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return command.includes("postgres") && command.includes(`-D ${dataDir} `);
  } catch {
    return false;
  }
}

/**
 * Ends what outlived a killed server. Its processes normally leave by themselves; a stopped one does not, and PostgreSQL
 * refuses to start beside it. They are known by their working directory, which is the data directory (Linux only).
 */
async function endSurvivors(dataDir: string): Promise<void> {
  if (process.platform !== "linux" || !existsSync(dataDir)) return;
  const real = statSync(dataDir);
  const survivors = () =>
    readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
      .filter((name) => isInside(name, real.ino, real.dev))
      .map(Number);
  for (const [signal, patienceMs] of [
    [0, 1_500],
    ["SIGQUIT", 1_500],
    ["SIGKILL", 5_000],
  ] as const) {
    for (const pid of survivors()) signalQuietly(pid, signal);
    if (await waitUntil(() => survivors().length === 0, patienceMs)) return;
  }
}

function isInside(pid: string, ino: number, dev: number): boolean {
  try {
    if (!readlinkSync(`/proc/${pid}/exe`).includes("postgres")) return false;
    const cwd = statSync(`/proc/${pid}/cwd`);
    return cwd.ino === ino && cwd.dev === dev;
  } catch {
    return false;
  }
}

function signalQuietly(pid: number, signal: NodeJS.Signals | 0): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It left in the meantime.
  }
}

/** Looks every 100 ms; false when it did not come true within `patienceMs`. Does not keep the process alive by itself. */
async function waitUntil(isTrue: () => boolean, patienceMs: number): Promise<boolean> {
  for (let waited = 0; waited <= patienceMs; waited += 100) {
    if (isTrue()) return true;
    await sleep(100, undefined, { ref: patienceMs !== Number.POSITIVE_INFINITY });
  }
  return isTrue();
}

/** The log starts anew past 10 MB; the one before is kept. A file, not a pipe: it must outlive the launcher. */
function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 10_000_000) renameSync(file, `${file}.1`);
  return openSync(file, "a", 0o600);
}
