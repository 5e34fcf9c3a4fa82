/**
 * `npm run -s pack -- <command> <pack>`: what a pack says and what can be asked of it. A pack is the name of a folder of content/packs
 * or content/private, or any folder. The commands: lib/pack-usage.ts.
 */

import { check, grade, questions, refusals, stats } from "./lib/pack-commands.ts";
import { newPack } from "./lib/pack-new.ts";
import { preview } from "./lib/pack-preview.ts";
import { writeSchemas } from "./lib/pack-schemas.ts";
import { usage } from "./lib/pack-usage.ts";
import { verify } from "./lib/pack-verify.ts";

const commands: Readonly<Record<string, (args: readonly string[]) => number | Promise<number>>> = {
  check,
  questions,
  refusals,
  grade,
  stats,
  new: (args) => newPack(args, new Date().toISOString().slice(0, 10)),
  verify,
  preview: (args) => preview(args).then(() => 0),
  schema: writeSchemas,
};

// Who pipes into `head` and has read enough closes the pipe: that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});

const [name, ...args] = process.argv.slice(2);
const command = name === undefined ? undefined : commands[name];
try {
  if (!command) throw new Error(usage());
  process.exitCode = await command(args);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
