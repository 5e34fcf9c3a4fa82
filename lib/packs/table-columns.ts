/** What the columns of a table hold: the things themselves, then names, figures with a unit, or dates. */
import { parseDate } from "../facts/dates.ts";
import type { Qualifier } from "../facts/fact.ts";
import { plainName } from "../facts/names.ts";
import type { TableProblem } from "./from-table.ts";

/** A figure as the table qualifies it. */
export type Quantity = { readonly number: number; readonly qualifier?: Qualifier };

/** A cell that is not empty; its row counts from 1, the header is the first. */
export type Cell = { readonly row: number; readonly names: readonly string[]; readonly quantity: Quantity | null };

/** A column with its header as written, as a noun without the unit, and as a key. */
export type Column = {
  readonly kind: "names" | "numbers" | "dates";
  readonly header: string;
  readonly noun: string;
  readonly key: string;
  /** Type of the things that it names. */
  readonly type: string;
  /** From brackets at the end of the header: “height (m)”. */
  readonly unit: string | null;
  readonly cells: readonly Cell[];
};

/** A table as things and columns. */
export type Columns = {
  readonly subject: { readonly type: string; readonly noun: string };
  /** The things, in the order of the rows. */
  readonly subjects: readonly string[];
  readonly columns: readonly Column[];
};

/** The columns of a table, or everything that keeps it from being read. */
export function columnsOf(
  rows: readonly (readonly string[])[],
): Columns | { readonly problems: readonly TableProblem[] } {
  const [headers = [], ...body] = rows.map((row) => row.map((cell) => cell.trim()));
  const problems: TableProblem[] = [];
  const fault = (row: number, column: number, message: string) => problems.push({ row, column, message });

  if (headers.length < 2)
    fault(1, 1, "A header with at least two columns is needed: the things, and what is said of them.");
  if (body.length < 2) fault(1, 1, "At least two rows below the header are needed.");
  const seen = new Map<string, number>();
  headers.forEach((header, index) => {
    const key = slugOf(splitUnit(header).noun);
    if (key === "") fault(1, index + 1, "This column has no name.");
    else if (seen.has(key)) fault(1, index + 1, `Column ${seen.get(key)} has this name already.`);
    else seen.set(key, index + 1);
  });
  const named = new Map<string, number>();
  body.forEach((row, index) => {
    const at = index + 2;
    if (row.length > headers.length) fault(at, headers.length + 1, "This row has more cells than the header.");
    const name = row[0] ?? "";
    const earlier = named.get(plainName(name));
    if (name === "") fault(at, 1, "This row names no thing in its first column.");
    else if (earlier !== undefined) fault(at, 1, `Row ${earlier} is about ${name} already.`);
    else named.set(plainName(name), at);
  });
  headers.slice(1).forEach((header, index) => {
    const cells = body
      .map((row, at) => ({ text: row[index + 1] ?? "", row: at + 2 }))
      .filter(({ text }) => text !== "");
    for (const { row, text, sort } of oddCells(header, cells))
      fault(row, index + 2, `Column ${header}: row ${row} “${text}” is not a ${sort}.`);
  });
  if (problems.length > 0) return { problems };

  const noun = splitUnit(headers[0]!).noun;
  return {
    subject: { type: slugOf(noun), noun },
    subjects: body.map((row) => row[0]!),
    columns: headers.slice(1).flatMap(
      (header, index) =>
        columnOf(
          header,
          body.map((row) => row[index + 1] ?? ""),
        ) ?? [],
    ),
  };
}

/** Cells that keep a column of figures or dates from being one: a few among many, or any beside a figure under a unit. */
function oddCells(header: string, cells: readonly { readonly text: string; readonly row: number }[]) {
  const { unit } = splitUnit(header);
  const figures = cells.filter(({ text }) => quantityOf(text) !== null);
  const dates = unit === null ? cells.filter(({ text }) => dateOf(text) !== null) : [];
  const sort = figures.length > dates.length ? "figure" : "date";
  const fitting = sort === "figure" ? figures : dates;
  const areMost = fitting.length * 2 > cells.length || (unit !== null && fitting.length > 0);
  return areMost ? cells.filter((cell) => !fitting.includes(cell)).map((cell) => ({ ...cell, sort })) : [];
}

const months = "january february march april may june july august september october november december".split(" ");

/** A date as EDTF, from EDTF or from words: 12 September 1868, June 1891, 12.9.1868; null when the text is none. */
function dateOf(text: string): string | null {
  if (parseDate(text)) return text;
  const named = /^(?:(\d{1,2})\.? )?(\p{L}{3,}) (\d{4})$/u.exec(text);
  const month = named ? months.indexOf(named[2]!.toLowerCase()) + 1 : 0;
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text);
  const [day, number, year] = named ? [named[1], month, named[3]] : dotted ? dotted.slice(1) : [];
  if (year === undefined || !Number(number)) return null;
  const parts = [year, String(number).padStart(2, "0"), ...(day ? [day.padStart(2, "0")] : [])].join("-");
  return parseDate(parts) ? parts : null;
}

/** A column by what all its cells are; null when they are all empty. */
function columnOf(header: string, texts: readonly string[]): Column | null {
  const { noun, unit } = splitUnit(header);
  const filled = texts.flatMap((text, index) => (text === "" ? [] : [{ text, row: index + 2 }]));
  if (filled.length === 0) return null;
  const common = { header, noun, key: slugOf(noun), type: slugOf(noun), unit };
  // Four figures alone are years, unless a unit says what they count.
  const areDates = unit === null && filled.every(({ text }) => dateOf(text) !== null);
  const cells = filled.map(({ text, row }) => ({ row, names: namesIn(text), quantity: quantityOf(text) }));
  if (areDates)
    return {
      ...common,
      kind: "dates",
      cells: cells.map((cell, at) => ({ ...cell, names: [dateOf(filled[at]!.text)!] })),
    };
  if (cells.every(({ quantity }) => quantity !== null)) return { ...common, kind: "numbers", cells };
  return { ...common, kind: "names", cells };
}

function namesIn(text: string): string[] {
  const names = text.split(";").map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ""))];
}

const qualifiers: readonly (readonly [RegExp, Qualifier])[] = [
  [/^(?:about|around|approximately|circa|c\.|~|≈)\s*/i, "about"],
  [/^(?:more than|over|>)\s*/i, "more_than"],
  [/^(?:less than|under|fewer than|<)\s*/i, "less_than"],
  [/^(?:at least|≥|>=)\s*/i, "at_least"],
  [/^(?:at most|up to|≤|<=)\s*/i, "at_most"],
];

function quantityOf(text: string): Quantity | null {
  const found = qualifiers.toReversed().find(([words]) => words.test(text));
  const figure = (found ? text.replace(found[0], "") : text).replace(/(?<=\d)[, \u00a0\u202f](?=\d{3}(?!\d))/g, "");
  if (!/^[-−]?\d+(?:\.\d+)?$/.test(figure)) return null;
  const number = Number(figure.replace("−", "-"));
  return found ? { number, qualifier: found[1] } : { number };
}

function splitUnit(header: string): { readonly noun: string; readonly unit: string | null } {
  const found = /^(.*\S)\s*[([]([^()[\]]+)[)\]]$/.exec(header);
  const noun = (found?.[1] ?? header).replace(/_/g, " ").trim();
  return {
    noun: /^\p{Lu}\p{Ll}/u.test(noun) ? noun.charAt(0).toLowerCase() + noun.slice(1) : noun,
    unit: found?.[2] ?? null,
  };
}

/** A key of the words; empty when they have neither letter nor figure. */
function slugOf(words: string): string {
  return plainName(words)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/** One key for each thing, by `type`, a line break and its name: of the name where that is free, else with a figure behind it. */
export function keysFor(
  things: readonly { readonly type: string; readonly name: string }[],
): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const taken = new Set<string>();
  for (const { type, name } of things) {
    const spelled = `${type}\n${name}`;
    if (keys.has(spelled)) continue;
    const plain = slugOf(name) || type;
    const free = [plain, `${type}-${plain}`].find((key) => !taken.has(key));
    let key = free ?? plain;
    for (let count = 2; taken.has(key); count++) key = `${plain}-${count}`;
    taken.add(key);
    keys.set(spelled, key);
  }
  return keys;
}

/** The plural of an English noun as most have it; an author writes the others by hand. */
export function pluralOf(noun: string): string {
  // "keepers" at the head of a column is one already.
  if (/[^aisu]s$/i.test(noun)) return noun;
  if (/(?:s|x|z|ch|sh)$/i.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/i.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
