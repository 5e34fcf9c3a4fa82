/** The `pack` command as a process, and copies of packs to edit. */
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { type Question, readQuestions } from "./question.ts";

const root = path.join(import.meta.dirname, "../..");

/** Folders of all packs: those that are published, and the fictional ones of the tests. */
export const packFolders: readonly string[] = [
  "content/packs",
  "tests/support/packs",
  "tests/support",
  "tests/evaluator",
].flatMap((top) =>
  readdirSync(path.join(root, top))
    .map((name) => path.join(root, top, name))
    .filter((folder) => existsSync(path.join(folder, "pack.yaml")) && existsSync(path.join(folder, "facts.yaml"))),
);

/** Without the two large packs, which take longer than all the others together: they are changed and asked anew at a release. */
export const changedFolders: readonly string[] = packFolders.filter(
  (folder) =>
    process.env.RECITE_FULL === "1" || !["us-presidents", "chemical-elements"].includes(path.basename(folder)),
);

/** The folder of a pack by its name. */
export function folderOf(name: string): string {
  const found = packFolders.find((folder) => path.basename(folder) === name);
  if (!found) throw new Error(`no pack ${name}`);
  return found;
}

/** What a command prints; a command that fails rejects. */
export function run(...args: readonly string[]): Promise<string> {
  return runIn({}, ...args);
}

/** The same with other settings of the system, such as its zone and its language. */
export async function runIn(settings: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ["scripts/pack.ts", ...args], {
    cwd: root,
    // A hundred processes compile the same files.
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(root, "node_modules/.cache/recite-tests"), ...settings },
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

/** Every question of a pack, or those that further arguments choose. */
export async function questionsOf(folder: string, seed: string, ...more: readonly string[]): Promise<Question[]> {
  return readQuestions(await run("questions", folder, "--seed", seed, ...more));
}

export type Refusal = {
  readonly form: string;
  readonly facts: readonly string[];
  readonly reason: string;
  readonly detail: string;
};

/** Everything that is not asked of a pack. */
export async function refusalsOf(folder: string): Promise<Refusal[]> {
  const lines = (await run("refusals", folder)).split("\n").filter((line) => line !== "");
  return lines.map((line) => JSON.parse(line) as Refusal);
}

/** A copy of a pack to edit, in a folder of the system that is gone afterwards. */
export class Copy implements Disposable {
  readonly folder: string;

  constructor(of: string) {
    this.folder = mkdtempSync(path.join(os.tmpdir(), "recite-pack-"));
    cpSync(of, this.folder, { recursive: true });
  }

  /** Replaces a text of a file; throws when there is none to replace. */
  replace(file: string, text: string | RegExp, by: string): void {
    this.edit(file, (old) => {
      const edited = old.replace(text, () => by);
      if (edited === old) throw new Error(`${file} does not have ${text}`);
      return edited;
    });
  }

  read(file: string): string {
    return readFileSync(path.join(this.folder, file), "utf8");
  }

  edit(file: string, change: (text: string) => string): void {
    const at = path.join(this.folder, file);
    writeFileSync(at, change(readFileSync(at, "utf8")));
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
