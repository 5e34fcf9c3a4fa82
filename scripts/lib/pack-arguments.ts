/** What the `pack` command was asked for, from its arguments. */
import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Selection } from "../../lib/questions/bank.ts";
import type { Form, Kind } from "../../lib/questions/question.ts";
import { type PackCommand, usageOf } from "./pack-usage.ts";
import { inProject } from "./project.ts";

/** The folder of the pack and the rest of the arguments; the seed is "1" unless one is given. */
export type PackArguments = {
  readonly folder: string;
  readonly rest: readonly string[];
  /** To be read by people, not as JSON. */
  readonly plain: boolean;
  readonly selection: Selection;
};

/** Reads the arguments after the command. Throws with a sentence when the pack is not there or an option is unknown. */
export function packArguments(command: PackCommand, args: readonly string[]): PackArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      kind: { type: "string", multiple: true },
      form: { type: "string", multiple: true },
      fact: { type: "string" },
      seed: { type: "string", default: "1" },
      plain: { type: "boolean", default: false },
    },
  });
  const [name, ...rest] = positionals;
  if (name === undefined) throw new Error(usageOf(command));
  const kinds = values.kind?.flatMap((list) => list.split(",")) as Kind[] | undefined;
  const forms = values.form?.flatMap((list) => list.toUpperCase().split(",")) as Form[] | undefined;
  return {
    folder: folderOf(name),
    rest,
    plain: values.plain,
    selection: {
      seed: values.seed,
      ...(kinds ? { kinds } : {}),
      ...(forms ? { forms } : {}),
      ...(values.fact === undefined ? {} : { fact: values.fact }),
    },
  };
}

/** A pack of content/packs or content/private by its name, else a folder as it is given. */
export function folderOf(name: string): string {
  const own = ["packs", "private"]
    .map((folder) => inProject("content", folder, name))
    .find((place) => existsSync(place));
  if (/^[a-z0-9-]+$/.test(name) && own !== undefined) return path.relative(process.cwd(), own) || ".";
  if (existsSync(name)) return name;
  throw new Error(`There is no pack ${name}: neither in content/packs or content/private nor as a folder.`);
}
