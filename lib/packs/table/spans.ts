/** A beginning and an end beside a thing that was held: the rows of a table as spans of one relation. */
import { parseDate } from "../../facts/dates.ts";
import type { TableProblem } from "../from-table.ts";
import { howDated, notADate, stillSo } from "./cells.ts";
import { endOf } from "./words.ts";

/** Where the two ends stand, as indices of columns. */
export type SpanColumns = { readonly from: number; readonly to: number };

/** A row as a span: its number counts from 1, an end is EDTF, `open`, or null where the cell is empty. */
export type Span = {
  readonly row: number;
  readonly subject: string;
  readonly object: string;
  readonly from: string | null;
  readonly to: string | null;
};

/** An end as EDTF or `open`; null for a cell that says neither. */
export type ReadDate = (text: string) => string | null;

/** The columns of a beginning and of the end behind it, told by their headers and by a year in some cell of the first; null where there are none. */
export function spanColumns(
  headers: readonly string[],
  body: readonly (readonly string[])[],
  dateOf: ReadDate,
): SpanColumns | null {
  const isDated = (column: number) =>
    body.some((row) => dateOf(row[column] ?? "") !== null || /(?<!\d)\d{4}(?!\d)/.test(row[column] ?? ""));
  const from = headers.findIndex((header, index) => index > 0 && endOf(header) === "from" && isDated(index));
  const to = headers.findIndex((header, index) => index > from && endOf(header) === "to");
  return from > 0 && to > 0 ? { from, to } : null;
}

/** The end that a cell gives. */
export function endOfCell(text: string, dateOf: ReadDate): string | null {
  return stillSo.test(text) ? "open" : dateOf(text);
}

/** Cells of the two columns that are no ends, and ends before their beginnings. */
export function spanFaults(
  headers: readonly string[],
  body: readonly (readonly string[])[],
  { from, to }: SpanColumns,
  dateOf: ReadDate,
): TableProblem[] {
  return body.flatMap((cells, index) => {
    const row = index + 2;
    const faults: TableProblem[] = [];
    const [begun, ended] = [cells[from] ?? "", cells[to] ?? ""];
    if (begun === "" && ended === "" && cells.slice(0, from).filter((cell) => cell !== "").length > 1)
      faults.push({
        row,
        column: from + 1,
        message: `Row ${row} says neither when it began nor when it ended; write what is known, or open where it still holds.`,
      });
    if (begun !== "" && dateOf(begun) === null)
      faults.push({
        row,
        column: from + 1,
        message: `Column ${headers[from]}: row ${row} “${begun}” ${howDated(begun)}.`,
      });
    if (ended !== "" && endOfCell(ended, dateOf) === null)
      faults.push({
        row,
        column: to + 1,
        message: `Column ${headers[to]}: row ${row} “${ended}” ${notADate(ended)}${notADate(ended).includes(";") ? "" : "; write open where it still holds"}.`,
      });
    const [first, last] = [begun, ended].map((text) => parseDate(dateOf(text) ?? ""));
    if (first && last && last.last < first.first)
      faults.push({ row, column: to + 1, message: `It ends (${ended}) before it begins (${begun}).` });
    return faults;
  });
}

/** Are no two of these surely there at once? A beginning or an end that is not given is taken as kindly as can be. */
export function areOneAtATime(spans: readonly { readonly from: string | null; readonly to: string | null }[]): boolean {
  const stretches = spans.flatMap(({ from, to }) => {
    const [first, last] = [parseDate(from ?? ""), parseDate(to ?? "")];
    if (!first) return [];
    return [{ first: first.last, last: last ? last.first : to === "open" ? Number.POSITIVE_INFINITY : first.last }];
  });
  const sorted = stretches.toSorted((a, b) => a.first - b.first || a.last - b.last);
  let latest = Number.NEGATIVE_INFINITY;
  for (const { first, last } of sorted) {
    if (first < latest) return false;
    latest = Math.max(latest, last);
  }
  return true;
}
