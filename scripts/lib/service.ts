import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { inProject } from "./project.ts";

/** A process of ours that the launcher keeps alive. */
export interface Service {
  /** From now on it is started again whenever it ends. */
  keepAlive(): void;
  /** Settles with a sentence when the process ended before `keepAlive`. */
  readonly ended: Promise<string>;
  /** Asks it to finish what it is doing and leave; ends it after 10 s, or at once when `now`. */
  stop(now?: boolean): Promise<void>;
}

export interface ServiceOptions {
  /** What it is called in sentences, capitalised. */
  readonly name: string;
  /** Node's arguments: options, the script, its arguments. */
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
  /** What it prints, line by line. */
  readonly onLine: (line: string) => void;
}

const shortestPauseMs = 250;
const longestPauseMs = 15_000;
const patienceMs = 10_000;

/** Starts a process in a group of its own (Ctrl-C reaches only the launcher), which dies with the launcher. */
export function startService(options: ServiceOptions): Service {
  let [isKept, isStopping] = [false, false];
  let end = (_how: string) => {};
  const ended = new Promise<string>((settle) => {
    end = settle;
  });
  let child = launch(options);
  let pauseMs = shortestPauseMs;
  let startedAt = performance.now();

  const onGone = (how: string): void => {
    if (isStopping) return;
    if (!isKept) {
      end(`${options.name} ended (${how}).`);
      return;
    }
    if (performance.now() - startedAt > 60_000) pauseMs = shortestPauseMs;
    options.say(`${options.name} ended (${how}); starting it again.`);
    setTimeout(() => {
      if (isStopping) return;
      startedAt = performance.now();
      child = launch(options);
      watch(child, onGone);
    }, pauseMs);
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  };
  watch(child, onGone);

  return {
    ended,
    keepAlive: () => {
      isKept = true;
    },
    stop: async (now = false) => {
      isStopping = true;
      await stopGroup(child, now);
    },
  };
}

function launch({ args, env, onLine }: ServiceOptions): ChildProcess {
  const preload = pathToFileURL(inProject("scripts/lib/die-with-parent.ts")).href;
  const child = spawn(process.execPath, ["--import", preload, ...args], {
    cwd: inProject(),
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  for (const stream of [child.stdout, child.stderr]) {
    let rest = "";
    stream?.setEncoding("utf8").on("data", (text: string) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) onLine(line);
    });
    stream?.on("end", () => {
      if (rest) onLine(rest);
    });
  }
  return child;
}

function watch(child: ChildProcess, onGone: (how: string) => void): void {
  child.once("error", (error) => onGone(error.message));
  child.once("exit", (code, signal) => onGone(signal ?? `code ${code}`));
}

async function stopGroup(child: ChildProcess, now: boolean): Promise<void> {
  const isGone = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  if (isGone()) return;
  const gone = new Promise<void>((settle) => {
    child.once("exit", () => settle());
  });
  signalGroup(child, now ? "SIGKILL" : "SIGTERM");
  const timer = new AbortController();
  await Promise.race([gone, sleep(patienceMs, undefined, { signal: timer.signal }).catch(() => {})]);
  timer.abort();
  // Also when the process itself is gone: what it started may not be.
  signalGroup(child, "SIGKILL");
  await gone;
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid) process.kill(-pid, signal);
  } catch {
    // The group is empty.
  }
}
