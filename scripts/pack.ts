/**
 * `npm run -s pack -- <command> <pack>`: what a pack says and what can be asked of it. A pack is the name of a folder of content/packs,
 * or any folder.
 *
 *   check <pack>                         every problem as file:line:column; ends with 1 if there is any
 *   questions <pack> [--kind k] [--form Q3] [--fact key] [--seed s]    every question as a line of JSON
 *   refusals <pack> [--seed s]           what is not asked, and why, as lines of JSON
 *   grade <pack> <question id> "<response>" [--seed s]    fraction and why; choices by value or text, several separated by " | "
 *   stats <pack> [--seed s]              counts, facts that cannot be asked, facts with few questions
 *   new <name> [--from table.csv]        a private pack under content/private, of a table or of a small example
 *   preview <pack> [--port 4180]         a page of the facts, their questions and refusals, that follows the files
 *   verify <pack> [--source S1=file]     is every date, number and name written where it is cited?
 *   schema                               writes the JSON Schemas of the files, for editors, to content/schema
 */

import { usage } from "./lib/pack-arguments.ts";
import { check, grade, questions, refusals, stats } from "./lib/pack-commands.ts";
import { newPack } from "./lib/pack-new.ts";
import { preview } from "./lib/pack-preview.ts";
import { writeSchemas } from "./lib/pack-schemas.ts";
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

const [name, ...args] = process.argv.slice(2);
const command = name === undefined ? undefined : commands[name];
try {
  if (!command) throw new Error(usage);
  process.exitCode = await command(args);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
