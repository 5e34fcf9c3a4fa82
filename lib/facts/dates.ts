/**
 * Historical dates as files spell them: EDTF (ISO 8601-2) as far as a pack needs it, and no more exact than that.
 * `2018-11-26` a day, `2018-11` a month, `2018` a year, `[2021-05-06..2022-05-10]` one unknown day of a stretch;
 * years have four digits and may be negative: `-0043-03-15` is the ides of March of 44 BC.
 */
import { dayNumber, daysInMonth, fromDayNumber, isCalendarDay } from "../base/day.ts";
import type { DayNumber, HistoricalDate, Precision } from "./fact.ts";

/** Reads an EDTF date; null for a day that does not exist, a stretch that runs backwards, or any other spelling. */
export function parseDate(edtf: string): HistoricalDate | null {
  const stretch = /^\[([^.[\]]+)\.\.([^.[\]]+)\]$/.exec(edtf);
  if (!stretch) return parsePlain(edtf);
  const start = parsePlain(stretch[1]!);
  const end = parsePlain(stretch[2]!);
  if (!start || !end || start.last >= end.first) return null;
  return { edtf, precision: "between", first: start.first, last: end.last };
}

/** Writes the EDTF spelling of a stretch of days at a precision; `parseDate` reads it back to the same days. */
export function formatDate(date: Omit<HistoricalDate, "edtf">): string {
  switch (date.precision) {
    case "day":
      return formatDay(date.first);
    case "month":
      return formatDay(date.first).slice(0, -3);
    case "year":
      return formatDay(date.first).slice(0, -6);
    case "between":
      return `[${formatDay(date.first)}..${formatDay(date.last)}]`;
  }
}

/** The day, month or year that holds a given day, as a date of that precision. */
export function dateAt(day: DayNumber, precision: Exclude<Precision, "between">): HistoricalDate {
  const { year, month } = fromDayNumber(day);
  let first = day;
  let last = day;
  if (precision === "month") {
    first = dayNumber(year, month, 1);
    last = dayNumber(year, month, daysInMonth(year, month));
  } else if (precision === "year") {
    first = dayNumber(year, 1, 1);
    last = dayNumber(year, 12, 31);
  }
  return { edtf: formatDate({ precision, first, last }), precision, first, last };
}

function parsePlain(edtf: string): HistoricalDate | null {
  const match = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(edtf);
  if (!match || match[1] === "-0000") return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? 1 : Number(match[2]);
  const day = match[3] === undefined ? 1 : Number(match[3]);
  if (!isCalendarDay(year, month, day)) return null;
  return dateAt(dayNumber(year, month, day), match[3] ? "day" : match[2] ? "month" : "year");
}

function formatDay(number: DayNumber): string {
  const { year, month, day } = fromDayNumber(number);
  const digits = String(Math.abs(year)).padStart(4, "0");
  return `${year < 0 ? "-" : ""}${digits}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
