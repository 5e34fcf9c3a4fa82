/** Dates in words, exactly as precise as they are known: day month year, month in words, no ordinals, no numeric dates. */
import { fromDayNumber } from "../base/day.ts";
import { parseDate } from "../facts/dates.ts";
import type { Bound, DayNumber, HistoricalDate, Precision } from "../facts/fact.ts";

export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** "24 May 2024", "July 2018", "2004", "44 BC"; an unknown day of a stretch as "between May 2021 and May 2022". */
export function dateInWords(stated: HistoricalDate): string {
  // As it is written: a date of another calendar may mean more days than its words say.
  const date = parseDate(stated.edtf) ?? stated;
  switch (date.precision) {
    case "day":
      return dayInWords(date.first);
    case "month":
      return monthInWords(date.first);
    case "year":
      return yearInWords(fromDayNumber(date.first).year);
    case "between": {
      // Months, so that ends which are only inferred do not look like stated days; years, where no more is said of both.
      const isOfYears = /^\[-?\d{4}\.\.-?\d{4}\]$/.test(date.edtf);
      const words = (day: DayNumber) => (isOfYears ? yearInWords(fromDayNumber(day).year) : monthInWords(day));
      const [from, to] = [words(date.first), words(date.last)];
      return from === to
        ? `between ${dayInWords(date.first)} and ${dayInWords(date.last)}`
        : `between ${from} and ${to}`;
    }
  }
}

/** The same with its preposition: "on 24 May 2024", "in July 2018", "in 2004", "between May 2021 and May 2022". */
export function dateWithPreposition(date: HistoricalDate): string {
  const words = dateInWords(date);
  switch (date.precision) {
    case "day":
      return `on ${words}`;
    case "month":
    case "year":
      return `in ${words}`;
    case "between":
      return words;
  }
}

/** A time that is asked as a whole: "on 1 January 2022", "throughout June 2021". */
export function throughout(date: HistoricalDate): string {
  return date.precision === "day" ? dateWithPreposition(date) : `throughout ${dateInWords(date)}`;
}

/** The words that ask for a date of that precision; null for a stretch, which is not asked. */
export function whDate(precision: Precision): string | null {
  switch (precision) {
    case "day":
      return "on which date";
    case "month":
      return "in which month and year";
    case "year":
      return "in which year";
    case "between":
      return null;
  }
}

/** The words that ask for both ends of a span at their precisions: "from which month and year to which date"; null where one is a stretch. */
export function whSpan(from: Precision, to: Precision): string | null {
  const [first, second] = [spanWords[from], spanWords[to]];
  return first === null || second === null ? null : `from which ${first} to which ${second}`;
}

const spanWords: Readonly<Record<Precision, string | null>> = {
  day: "date",
  month: "month and year",
  year: "year",
  between: null,
};

/**
 * "from 6 May 2021 to 10 May 2022", "from May 2020 until at least 27 May 2024" (an open end), "until 2011"; empty when neither end is known.
 * `openUntil` names the time of the source of an open end.
 */
export function spanInWords(from: Bound, to: Bound, openUntil: string | null): string {
  const start = from.kind === "date" ? dateInWords(from.date) : null;
  const between = from.kind === "date" && from.date.precision === "between";
  const opening = start === null ? "" : between ? `from a day ${start}` : `from ${start}`;
  if (to.kind === "open") return join(opening, openUntil ? `until at least ${openUntil}` : "onwards");
  if (to.kind === "unknown") return opening;
  const end = to.date.precision === "between" ? `a day ${dateInWords(to.date)}` : dateInWords(to.date);
  return opening === "" ? `until ${end}` : `${opening} to ${end}`;
}

/** "24 May 2024" */
export function dayInWords(day: DayNumber): string {
  const { year, month, day: dayOfMonth } = fromDayNumber(day);
  return `${dayOfMonth} ${monthNames[month - 1]} ${yearInWords(year)}`;
}

function monthInWords(day: DayNumber): string {
  const { year, month } = fromDayNumber(day);
  return `${monthNames[month - 1]} ${yearInWords(year)}`;
}

/** The calendar has a year 0, history does not: year 0 is 1 BC. */
function yearInWords(year: number): string {
  return year > 0 ? String(year) : `${1 - year} BC`;
}

function join(left: string, right: string): string {
  return left === "" ? right : `${left} ${right}`;
}
