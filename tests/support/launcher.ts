import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** `npm start` or `npm run dev` as somebody's terminal runs it, with what it has said so far. */
export interface Launcher {
  readonly npm: ChildProcess;
  /** Everything printed, both streams. */
  said(): string;
  /** Settles with the exit code. */
  readonly ended: Promise<number | null>;
  /** Waits until the line with the address is there; throws what was said when the start ends without it, or takes too long. */
  ready(): Promise<void>;
  /** Ends it as a terminal does that is closed; throws what was said and what still runs when that takes over a minute. */
  stop(): Promise<void>;
}

/** Starts Recite with these settings and none of the developer's own. */
export function startLauncher(settings: { port: number; dataDir: string; script?: "start" | "dev" }): Launcher {
  const npm = spawn("npm", ["run", settings.script ?? "start"], {
    env: {
      ...process.env,
      ...{ PORT: String(settings.port), DATA_DIR: settings.dataDir, DATABASE_URL: "", DATABASE_ADMIN_URL: "" },
      ...{ HOST: "", APP_ORIGIN: "", NODE_ENV: "production" },
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [npm.stdout, npm.stderr]) stream.setEncoding("utf8").on("data", (part) => (text += part));
  let isOver = false;
  const ended = new Promise<number | null>((settle) => {
    npm.once("close", (code) => {
      isOver = true;
      settle(code);
    });
  });
  const isReady = () => text.includes("Recite is ready at");
  const ready = async () => {
    // A machine that does much else needs longer to make a database.
    await eventually(() => isOver || isReady(), 180_000).catch(() => {});
    if (!isReady()) throw new Error(`${isOver ? "The start ended" : "Not ready after 180 s"}:\n${text}`);
  };
  const stop = async () => {
    const below = descendants(npm.pid ?? 0);
    npm.kill("SIGTERM");
    await eventually(() => isOver, 60_000).catch(() => {});
    if (isOver) return;
    const left = below.filter(({ pid }) => isAlive(pid));
    for (const { pid } of left) process.kill(pid, "SIGKILL");
    const running = left.map(({ pid, command }) => `${pid} ${command}`).join("\n");
    throw new Error(`Still running a minute after SIGTERM:\n${running}\nIt said:\n${text}`);
  };
  return { npm, said: () => text, ended, ready, stop };
}

/** The id of the database server below a data folder, or null when none is recorded. */
export function databasePid(dataDir: string): number | null {
  const file = path.join(dataDir, "postgres/postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : null;
}

/** Every process below another, nearest first (Linux). */
export function descendants(pid: number): { pid: number; command: string }[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
      .trim()
      .split(" ")
      .filter(Boolean)
      .map(Number);
    return children.flatMap((child) => [
      { pid: child, command: readFileSync(`/proc/${child}/cmdline`, "utf8").replaceAll("\0", " ") },
      ...descendants(child),
    ]);
  } catch {
    return [];
  }
}

/** Whether a process runs; a zombie does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== "linux" || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

/** Asks again every 50 ms until it is true; an error counts as "not yet". Throws after `patienceMs`. */
export async function eventually(isTrue: () => unknown, patienceMs = 20_000): Promise<void> {
  let last: unknown = "it stayed false";
  for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(50)) {
    try {
      if (await isTrue()) return;
    } catch (error) {
      last = error;
    }
  }
  throw new Error(`Waited ${patienceMs} ms in vain: ${last}`);
}
