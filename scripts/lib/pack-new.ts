/** `pack new`: a private pack to begin with, of a table or of a small example. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { parseDate } from "../../lib/facts/dates.ts";
import { slugPattern } from "../../lib/packs/field-values.ts";
import { packFromTable } from "../../lib/packs/from-table.ts";
import { usageOf } from "./pack-usage.ts";
import { inProject } from "./project.ts";
import { rowsIn } from "./table-rows.ts";

/** What a new pack holds when no table is given: made up, small, and of every sort of column. */
const example = `lighthouse,keeper,height (m),first lighting,colour
Skerry Point,Ilse Brandt,31,1891-05,white
Gull Rock,Oskar Vane,24,1904-11,red
Long Sand,Tove Lindholm,about 40,1911-02,black
Hook Head,Pelle Aström,18,1887-09,green
`;

/** Writes the files of a new pack under content/private, which git leaves alone. Throws with every problem of the table; then nothing is written. */
export function newPack(args: readonly string[], today: string): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      from: { type: "string" },
      title: { type: "string" },
      publisher: { type: "string", default: "The author's own table" },
      "as-of": { type: "string", default: today },
    },
  });
  const [key, ...more] = positionals;
  if (key === undefined || more.length > 0) throw new Error(usageOf("new"));
  if (!slugPattern.test(key))
    throw new Error(`A pack's name is lower-case letters and digits, joined by hyphens: ${key}.`);
  const asOf = values["as-of"];
  if (!parseDate(asOf)) throw new Error(`Not a date: ${asOf}. Write 2018-11-26, 2018-11 or 2018.`);
  const folder = inProject("content", "private", key);
  for (const taken of [folder, inProject("content", "packs", key)])
    if (existsSync(taken))
      throw new Error(
        `There is a pack ${key} already: ${path.relative(process.cwd(), taken)}. To make it anew, delete that folder.`,
      );

  if (values.from !== undefined && !existsSync(values.from)) throw new Error(`There is no file ${values.from}.`);
  const rows = rowsIn(values.from === undefined ? example : readFileSync(values.from, "utf8"), values.from ?? "table");
  const made = packFromTable(rows, { key, title: values.title ?? titled(key), publisher: values.publisher, asOf });
  if ("problems" in made) {
    const file = values.from ?? "table";
    throw new Error(made.problems.map(({ row, column, message }) => `${file}:${row}:${column}: ${message}`).join("\n"));
  }
  mkdirSync(folder, { recursive: true });
  for (const { path: name, text } of made.files) writeFileSync(path.join(folder, name), text);
  for (const guess of made.guesses) console.log(`Column ${guess}.`);
  for (const note of made.notes) console.log(note);
  console.log(
    `${path.relative(process.cwd(), folder)} is made. Next: npm run -s pack -- check ${key}, then preview ${key}.`,
  );
  return 0;
}

function titled(key: string): string {
  const words = key.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
