/** Everything that keeps a table from becoming a pack, with its row and column, both counted from 1. */
import { plainName } from "../../facts/names.ts";
import type { TableProblem } from "../from-table.ts";
import {
  dateOf,
  howDated,
  isStretch,
  looksDated,
  mayBeTwoDays,
  measuredOf,
  namesIn,
  pointsInDoubt,
  quantityOf,
  saysNothing,
  slugOf,
  splitUnit,
} from "./cells.ts";
import type { HeldColumns, Layout } from "./layout.ts";
import { type SpanColumns, spanFaults } from "./spans.ts";
import { headerWords, saysDate } from "./words.ts";

/** All faults of a table whose columns are laid out so. */
export function tableFaults(
  headers: readonly string[],
  body: readonly (readonly string[])[],
  layout: Layout,
): TableProblem[] {
  const { ends, pair, fault } = layout;
  return [
    ...headerFaults(headers, body.length),
    ...(fault ? [fault] : []),
    ...rowFaults(headers, body, layout),
    ...(ends ? spanFaults(headers, body, ends, dateOf) : []),
    ...(ends && pair ? heldFaults(headers, body, ends, pair) : []),
    ...headers.flatMap((header, index) => {
      if (index === 0 || index === ends?.from || index === ends?.to) return [];
      const cells = body.map((row, at) => ({ text: row[index] ?? "", row: at + 2 })).filter(({ text }) => text !== "");
      const told = ({ row, text }: TextCell, words: string) => ({
        row,
        column: index + 1,
        message: `Column ${header}: row ${row} “${text}” ${words}.`,
      });
      const doubts = pointsInDoubt(cells.map(({ text }) => text)).map(({ at, beside }) =>
        told(cells[at]!, pointWords(cells[at]!.text, cells[beside]!)),
      );
      return [...oddCells(header, cells).map((cell) => told(cell, oddWords(header, cell.text, cell.sort))), ...doubts];
    }),
  ];
}

/** Faults of the first row, and of a table that is too small. */
function headerFaults(headers: readonly string[], rows: number): TableProblem[] {
  const problems: TableProblem[] = [];
  const fault = (column: number, message: string) => problems.push({ row: 1, column, message });
  if (headers.length < 2)
    fault(1, "A header with at least two columns is needed: the things, and what is said of them.");
  if (rows < 2) fault(1, "At least two rows below the header are needed.");
  const seen = new Map<string, number>();
  headers.forEach((header, index) => {
    const key = slugOf(splitUnit(header).noun);
    if (key === "") fault(index + 1, "This column has no name.");
    else if (seen.has(key)) fault(index + 1, `Column ${seen.get(key)} has this name already.`);
    else seen.set(key, index + 1);
  });
  return problems;
}

/** Rows that are too long, name nothing, or say again or otherwise what an earlier one says of their thing. */
function rowFaults(headers: readonly string[], body: readonly (readonly string[])[], layout: Layout): TableProblem[] {
  const { ends, pair } = layout;
  const beside = pair && Math.max(pair.holder, pair.held);
  const problems: TableProblem[] = [];
  const named = new Map<string, number>();
  body.forEach((row, index) => {
    const at = index + 2;
    const fault = (column: number, message: string) => problems.push({ row: at, column, message });
    if (row.length > headers.length) fault(headers.length + 1, "This row has more cells than the header.");
    const name = row[0] ?? "";
    const earlier = named.get(plainName(name));
    if (name === "") fault(1, "This row names no thing in its first column.");
    else if (earlier === undefined) named.set(plainName(name), at);
    // Who held something twice has two rows, which do not differ otherwise.
    else if (pair === null)
      fault(1, `Row ${earlier} is about ${name} already; put both into one row, several names parted by semicolons.`);
    else
      for (const [column, text] of row.entries()) {
        const said = body[earlier - 2]![column] ?? "";
        const isOfSpan = column === beside || column === 0 || column === ends?.from || column === ends?.to;
        if (!isOfSpan && text !== "" && said !== "" && text !== said)
          fault(column + 1, `Row ${earlier} gives “${said}” for ${name} already.`);
      }
  });
  return problems;
}

/** Cells of who held what that name several, or none where there is a time. */
function heldFaults(
  headers: readonly string[],
  body: readonly (readonly string[])[],
  { from, to }: SpanColumns,
  { holder, held }: HeldColumns,
): TableProblem[] {
  const beside = Math.max(holder, held);
  return body.flatMap((cells, index) => {
    const [row, text] = [index + 2, cells[beside] ?? ""];
    const told = (words: string) => [
      { row, column: beside + 1, message: `Column ${headers[beside]}: row ${row} ${words}.` },
    ];
    if (namesIn(text).length > 1)
      return told(`“${text}” names several; give each a row with its own ${headers[from]} and ${headers[to]}`);
    if (text !== "" || !(cells[from] || cells[to])) return [];
    const [none, missing] = holder === beside ? ["nobody", "who held it"] : ["nothing", "what was held"];
    return told(`names ${none}, but has a time; name ${missing}, or leave ${headers[from]} and ${headers[to]} empty`);
  });
}

type Sort = "figure" | "date" | "nothing";
type TextCell = { readonly text: string; readonly row: number };

/** 1.200 beside 1,200 in another row. */
function pointWords(text: string, beside: TextCell): string {
  return `may be ${text.replace(".", "")} or ${text.replace(/0+$/, "").replace(/\.$/, "")} beside “${beside.text}” in row ${beside.row}; write the one that is meant so`;
}

/** What is wrong with a cell, and what to write instead. */
function oddWords(header: string, text: string, sort: Sort): string {
  if (sort === "nothing") return "says nothing; leave the cell empty where it is not known";
  if (sort === "date") return howDated(text);
  const measured = measuredOf(text);
  if (!measured) {
    const [, figure, behind] = /^([\d][\d., ]*\d|\d)(?:\s+(\p{Ll}+))?$/u.exec(text) ?? [];
    const pointed = figure?.replace(/^(\d+),(\d{1,2})$/, "$1.$2");
    if (behind !== undefined) return `is not a figure; write ${header} (${behind}) as the header, and ${pointed} here`;
    return pointed === undefined || pointed === text ? "is not a figure" : `is not a figure; write ${pointed}`;
  }
  const { figure, unit } = measured;
  return splitUnit(header).unit === null
    ? `is not a figure; write ${header} (${unit}) as the header, and ${figure} here`
    : `is not a figure; the header says the unit: write ${figure}`;
}

/**
 * Cells that keep a column of figures or dates from being one: a few among many, or any beside a figure under a unit; days that may be two, figures
 * with their unit, and cells that say nothing, in whatever column. Figures of four digits beside a date are years.
 */
function oddCells(header: string, all: readonly TextCell[]): (TextCell & { readonly sort: Sort })[] {
  const { unit } = splitUnit(header);
  const empty = all.filter(({ text }) => saysNothing.test(text));
  const cells = all.filter((cell) => !empty.includes(cell));
  const unclear = cells.filter(({ text }) => mayBeTwoDays.test(text) || isStretch.test(text));
  if (isDated(header, cells)) {
    const bad = cells.filter(({ text }) => dateOf(text) === null);
    return [
      ...empty.map((cell) => ({ ...cell, sort: "nothing" as const })),
      ...bad.map((cell) => ({ ...cell, sort: "date" as const })),
    ].toSorted((a, b) => a.row - b.row);
  }
  const measured = cells.filter(({ text }) => measuredOf(text) !== null);
  const figures = cells.filter(({ text }) => quantityOf(text) !== null);
  const dates = unit === null ? cells.filter(({ text }) => dateOf(text) !== null) : [];
  const areYears = dates.length > 0 && figures.every(({ text }) => /(?<!\d)\d{4}$/.test(text));
  const isOfFigures = figures.length + measured.length > dates.length + unclear.length && !areYears;
  const [fitting, like] = isOfFigures ? [figures, measured] : [dates, unclear];
  const count = fitting.length + like.length;
  const areMost = count * 2 > cells.length || (unit !== null && count > 0);
  const odd = areMost ? cells.filter((cell) => !fitting.includes(cell)) : [...unclear, ...measured];
  const sortOf = (cell: TextCell): Sort => {
    if (empty.includes(cell)) return "nothing";
    if (unclear.includes(cell)) return "date";
    return isOfFigures || measured.includes(cell) ? "figure" : "date";
  };
  return [...empty, ...odd].toSorted((a, b) => a.row - b.row).map((cell) => ({ ...cell, sort: sortOf(cell) }));
}

/** Does the header promise dates? A count of years is none. */
function isDated(header: string, cells: readonly TextCell[]): boolean {
  if (/^(?:born|died|took over|handed over)$/i.test(header)) return true;
  // "opened", "year opened", "date of opening", under which most cells look like dates.
  const { noun, unit } = splitUnit(header);
  const words = headerWords(noun);
  const isDeed = words.sort === "done" || (words.sort === "undergone" && words.preposition === null);
  const dated = cells.filter(({ text }) => looksDated(text));
  if (unit === null && (isDeed || saysDate(header)) && dated.length * 2 > cells.length) return true;
  return /^years$/i.test(header) && cells.some(({ text }) => dateOf(text) !== null || quantityOf(text) === null);
}
