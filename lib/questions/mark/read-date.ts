/** Reads a date as people type it, in English or in figures, without deciding what they may have meant. */
import { dayNumber, isCalendarDay } from "../../base/day.ts";
import { dateAt, parseDate } from "../../facts/dates.ts";
import type { HistoricalDate } from "../../facts/fact.ts";
import { asciiDigits } from "../normalise.ts";
import { editDistance } from "./distance.ts";

/** What was read: one date, a stretch between two, or why neither. */
export type ReadDate =
  /** `slip`: a month's name was misspelt. */
  | { readonly kind: "date"; readonly date: HistoricalDate; readonly slip: boolean }
  | { readonly kind: "stretch"; readonly from: HistoricalDate; readonly to: HistoricalDate; readonly slip: boolean }
  /** 5/6/2024: which is the month? */
  | { readonly kind: "ambiguous" }
  /** The year is missing or shortened to two figures. */
  | { readonly kind: "yearless" }
  | { readonly kind: "unreadable" };

/** Reads a typed date. `shortYears`: a year may have one or two figures, because the question is about those times. */
export function readDate(text: string, shortYears: boolean): ReadDate {
  const plain = asciiDigits(text.normalize("NFKC"))
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/gu, " ")
    .trim();
  const edtf = parseDate(plain);
  if (edtf?.precision === "between")
    return { kind: "stretch", from: dateAt(edtf.first, "day"), to: dateAt(edtf.last, "day"), slip: false };
  if (edtf) return { kind: "date", date: edtf, slip: false };
  return readStretch(plain, shortYears) ?? readOne(plain, shortYears);
}

const separators = [" - ", " to ", " until ", " till ", " and ", "..", " through "];

/** "6 May 2021 - 10 May 2022", "from … to …", "between … and …", "2004-2011"; null where no two dates stand beside each other. */
function readStretch(plain: string, shortYears: boolean): ReadDate | null {
  const years = /^(\d{4}) ?- ?(\d{4})$/.exec(plain);
  const pairs = years
    ? [[years[1]!, years[2]!]]
    : separators.map((separator) => plain.replace(/^(?:from|between) /, "").split(separator));
  for (const pair of pairs) {
    if (pair.length !== 2) continue;
    const from = readOne(pair[0]!, shortYears);
    const to = readOne(pair[1]!, shortYears);
    if (from.kind === "ambiguous" || to.kind === "ambiguous") return { kind: "ambiguous" };
    if (from.kind === "date" && to.kind === "date")
      return { kind: "stretch", from: from.date, to: to.date, slip: from.slip || to.slip };
  }
  return null;
}

const ignored = new Set(
  "in on the of day date year month it was ad ce monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun".split(
    " ",
  ),
);

function readOne(plain: string, shortYears: boolean): ReadDate {
  const iso = parseDate(plain.trim());
  if (iso && iso.precision !== "between") return { kind: "date", date: iso, slip: false };
  const words = plain
    .replace(/\b(b\.?c\.?e?\.?|a\.?d\.?|c\.e\.)(?=$| )/g, (era) => era.replaceAll(".", ""))
    .split(/[\s,./-]+/)
    .filter((word) => word !== "");
  const isBefore = words.some((word) => word === "bc" || word === "bce");
  const hasEra = isBefore || words.some((word) => word === "ad" || word === "ce");
  const tokens: (number | Month)[] = [];
  for (const word of words) {
    if (ignored.has(word) || word === "bc" || word === "bce") continue;
    const number = /^(\d{1,4})(?:st|nd|rd|th)?$/.exec(word);
    const month = number ? null : monthOf(word);
    if (!number && !month) return { kind: "unreadable" };
    tokens.push(number ? Number(number[1]) : month!);
  }
  const isYear = (token: number | Month | undefined, alone: boolean): token is number =>
    typeof token === "number" && (token > 99 || (alone && (hasEra || shortYears)));
  const yearOf = (token: number) => (isBefore ? 1 - token : token);
  return arranged(tokens, isYear, yearOf);
}

function arranged(
  tokens: readonly (number | Month)[],
  isYear: (token: number | Month | undefined, alone: boolean) => token is number,
  yearOf: (token: number) => number,
): ReadDate {
  const [a, b, c] = tokens;
  const named = tokens.filter((token) => typeof token === "object");
  if (tokens.length > 3 || named.length > 1) return { kind: "unreadable" };
  const slip = named.some((month) => month.slip);
  const dated = (year: number, month: number | null, day: number | null): ReadDate => {
    if (!isCalendarDay(yearOf(year), month ?? 1, day ?? 1)) return { kind: "unreadable" };
    const number = dayNumber(yearOf(year), month ?? 1, day ?? 1);
    return { kind: "date", date: dateAt(number, day ? "day" : month ? "month" : "year"), slip };
  };
  const monthNumber = named[0]?.month;

  if (tokens.length === 1) return isYear(a, true) ? dated(a, null, null) : { kind: yearlessOr(a) };
  if (tokens.length === 2) {
    if (monthNumber !== undefined) {
      const other = typeof a === "number" ? a : b;
      if (isYear(other, false)) return dated(other, monthNumber, null);
      return typeof other === "number" && other <= 31 ? { kind: "yearless" } : { kind: "unreadable" };
    }
    if (isYear(b, false) && typeof a === "number" && a <= 12) return dated(b, a, null);
    if (isYear(a, false) && typeof b === "number" && b <= 12) return dated(a, b, null);
    return { kind: isYear(a, false) || isYear(b, false) ? "unreadable" : "yearless" };
  }
  if (tokens.length === 3) {
    const numbers = tokens.filter((token) => typeof token === "number");
    if (monthNumber !== undefined) {
      const [first, second] = numbers;
      if (isYear(second, true) && first! <= 31) return dated(second, monthNumber, first!);
      if (isYear(first, false) && second! <= 31) return dated(first, monthNumber, second!);
      return { kind: "yearless" };
    }
    if (isYear(a, false)) return dated(a, b as number, c as number);
    if (!isYear(c, false)) return { kind: "yearless" };
    const [left, right] = numbers as [number, number];
    if (left <= 12 && right <= 12 && left !== right) return { kind: "ambiguous" };
    return left > 12 ? dated(c, right, left) : dated(c, left, right);
  }
  return { kind: "unreadable" };
}

/** A lone month or a lone small number lacks its year. */
function yearlessOr(token: number | Month | undefined): "yearless" | "unreadable" {
  return token === undefined ? "unreadable" : "yearless";
}

type Month = { readonly month: number; readonly slip: boolean };

const months = "january february march april may june july august september october november december".split(" ");

/** A month by its name, a beginning of it of at least three letters, or a name of five and more letters with a slip. */
function monthOf(word: string): Month | null {
  if (word.length >= 3) {
    const index = months.findIndex((name) => name.startsWith(word));
    if (index !== -1) return { month: index + 1, slip: false };
  }
  const near = months.filter(
    (name) => name.length >= 5 && editDistance(word, name, name.length >= 8 ? 2 : 1) <= (name.length >= 8 ? 2 : 1),
  );
  return near.length === 1 ? { month: months.indexOf(near[0]!) + 1, slip: true } : null;
}
