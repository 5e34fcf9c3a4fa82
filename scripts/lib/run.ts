import { spawn } from "node:child_process";
import { inProject } from "./project.ts";

export interface RunOptions {
  /** What it is called in the sentence of a failure, capitalised. */
  readonly name: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Ends it; the failure is thrown as any other. */
  readonly signal?: AbortSignal;
}

/** Runs a Node program of ours to its end, its output shown as ours; throws a sentence when it fails. */
export async function runNode(args: readonly string[], { name, env = process.env, signal }: RunOptions): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd: inProject(),
    stdio: ["ignore", "inherit", "inherit"],
    env,
    signal,
  });
  const fault = await new Promise<string | null>((settle) => {
    child.once("error", (error) => settle(error.message));
    child.once("exit", (code, killed) => settle(code === 0 ? null : (killed ?? `code ${code}`)));
  });
  if (fault !== null) throw new Error(`${name} failed (${fault}).`);
}
