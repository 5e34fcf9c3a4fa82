/** `pack new`: a private pack to begin with, of a table or of a small example. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { parse } from "csv-parse/sync";
import { parseDate } from "../../lib/facts/dates.ts";
import { slugPattern } from "../../lib/packs/field-values.ts";
import { packFromTable } from "../../lib/packs/from-table.ts";
import { usageOf } from "./pack-usage.ts";
import { inProject } from "./project.ts";

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
    if (existsSync(taken)) throw new Error(`There is a pack ${key} already: ${path.relative(process.cwd(), taken)}.`);

  const rows = rowsOf(values.from);
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

/** The rows of a file of comma-separated values, quoted as spreadsheets do; semicolons and tabs separate where the header has no comma. */
function rowsOf(file: string | undefined): string[][] {
  if (file !== undefined && !existsSync(file)) throw new Error(`There is no file ${file}.`);
  const text = file === undefined ? example : readFileSync(file, "utf8");
  const header = text.split(/\r?\n/, 1)[0] ?? "";
  const delimiter = [",", "\t", ";"].find((sign) => header.includes(sign)) ?? ",";
  try {
    return parse(text, { delimiter, bom: true, skip_empty_lines: true, relax_column_count: true });
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}

function titled(key: string): string {
  const words = key.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
