/** Days and dates, read anew from the specification: EDTF in, a stretch of day numbers out; the words of a sentence in, EDTF out. */

/** Days from `first` to `last`, both included, counted from 1970-01-01; may be infinite. */
export type Stretch = { readonly first: number; readonly last: number };

/** A date as precise as it was written. */
export type When = Stretch & { readonly edtf: string };

const months = [
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
];

/** The number of a day; month 13 is January of the next year. */
function day(year: number, month: number, date: number): number {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, date);
  return at.getTime() / 86_400_000;
}

/** Reads 2018-11-26, 2018-11, 2018 or [2021-05-06..2022-05-10]; throws on anything else. */
export function readDate(text: unknown): When {
  const edtf = String(text);
  const range = /^\[(.+)\.\.(.+)\]$/.exec(edtf);
  if (range) return { edtf, first: readDate(range[1]).first, last: readDate(range[2]).last };
  const parts = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(edtf);
  if (!parts) throw new Error(`not a date: ${edtf}`);
  const [year, month, date] = parts.slice(1).map((part) => (part === undefined ? null : Number(part)));
  if (month === null) return { edtf, first: day(year!, 1, 1), last: day(year! + 1, 1, 1) - 1 };
  if (date === null) return { edtf, first: day(year!, month!, 1), last: day(year!, month! + 1, 1) - 1 };
  return { edtf, first: day(year!, month!, date!), last: day(year!, month!, date!) };
}

/** The days so written in the Julian calendar, by their Julian day numbers. */
export function julian(edtf: string): Stretch {
  const range = /^\[(.+)\.\.(.+)\]$/.exec(edtf);
  if (range) return { first: julian(range[1]!).first, last: julian(range[2]!).last };
  const [year, month, date] = edtf.split(/(?<=\d)-/).map(Number);
  if (month === undefined) return { first: julianDay(year!, 1, 1), last: julianDay(year! + 1, 1, 1) - 1 };
  if (date === undefined) return { first: julianDay(year!, month, 1), last: julianDay(year!, month + 1, 1) - 1 };
  return { first: julianDay(year!, month, date), last: julianDay(year!, month, date) };
}

/** Days since 1970-01-01 (Julian day 2440587.5); the formula of the Explanatory Supplement to the Astronomical Almanac. Month 13 is January. */
function julianDay(year: number, month: number, date: number): number {
  const [y, m] = month > 12 ? [year + 1, month - 12] : [year, month];
  const toMarch = Math.floor((14 - m) / 12);
  const counted = y + 4800 - toMarch;
  const sinceMarch = m + 12 * toMarch - 3;
  const julianDayNumber =
    date + Math.floor((153 * sinceMarch + 2) / 5) + 365 * counted + Math.floor(counted / 4) - 32_083;
  return julianDayNumber - 2_440_588;
}

/** A day number as 2024-05-24. */
export function writeDay(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

const written = new RegExp(
  `(?<![\\d.,])(?:\\b(\\d{1,2}) )?\\b(?:(${months.join("|")}) )?(?<![.,])\\b((?:1[0-9]|20)\\d\\d)\\b(?![,.]\\d)`,
  "g",
);

/** All dates that a text spells in words, as EDTF: "24 May 2024", "November 2018", "2004". */
export function datesIn(text: string): string[] {
  return [...text.matchAll(written)].map(([, date, month, year]) => {
    if (month === undefined) return year!;
    const number = String(months.indexOf(month) + 1).padStart(2, "0");
    return date === undefined ? `${year}-${number}` : `${year}-${number}-${date.padStart(2, "0")}`;
  });
}

/** Both surely on different days. */
export function apart(a: Stretch, b: Stretch): boolean {
  return a.last < b.first || b.last < a.first;
}

/** The specification's `before`: surely earlier. */
export function before(a: Stretch, b: Stretch): boolean {
  return a.last < b.first;
}
