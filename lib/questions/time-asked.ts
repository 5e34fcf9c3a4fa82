/** Which time a stem states: a day drawn strictly inside the fact's span, the time of a snapshot, or none. */
import { daysInMonth, fromDayNumber } from "../base/day.ts";
import { hash32 } from "../base/random.ts";
import { dateAt, parseDate } from "../facts/dates.ts";
import type { DayNumber, Fact, HistoricalDate } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { type Days, spanOf } from "../facts/time.ts";
import { dateInWords } from "./date-words.ts";
import { containsWords } from "./fold.ts";
import type { Fault } from "./judge.ts";
import type { TimeScope } from "./question.ts";
import { snapshotScope } from "./wording.ts";

/** Days this near to a bound are not asked: the answer would hang on reading a date to the day. */
const marginDays = 3;

/** Variants of a time: a day in the first, second and last third of the span, a whole month, and the time of the statement. */
export const timeVariants = { days: [0, 1, 2], month: 3, snapshot: 4 } as const;

/** The variants that a fact has; none for a temporal fact without any date. A fact that is not temporal has one, without a time. */
export function variantsOf(facts: Facts, fact: Fact): number[] {
  const relation = facts.relation(fact.relation);
  if (!relation.temporal || fact.object.kind === "date") return [0];
  const variants: number[] = [];
  const inside = daysInside(facts, fact);
  if (inside) {
    variants.push(...timeVariants.days.slice(0, inside.last - inside.first < 6 ? 1 : 3));
    if (monthsWithin(inside).count > 0) variants.push(timeVariants.month);
  }
  if (fact.asOf && fact.to.kind !== "date") variants.push(timeVariants.snapshot);
  return variants;
}

/** The time of a variant, drawn by the seed; null when the fact has none of that sort. */
export function timeOf(facts: Facts, fact: Fact, variant: number, seed: string): TimeScope | null {
  const relation = facts.relation(fact.relation);
  if (!relation.temporal || fact.object.kind === "date") return { kind: "timeless" };
  if (variant === timeVariants.snapshot) {
    if (!fact.asOf) return null;
    // A dated fact that was still so is asked on the very day of its source: "as of" belongs to snapshots.
    if (fact.from.kind === "date" && fact.asOf.precision === "day") return { kind: "on", edtf: fact.asOf.edtf };
    return snapshotScope(facts, { ...fact, asOf: fact.asOf });
  }
  const inside = daysInside(facts, fact);
  if (!inside) return null;
  if (variant === timeVariants.month) {
    const { first, count } = monthsWithin(inside);
    return count > 0 ? { kind: "on", edtf: monthAfter(first, hash32(`${seed}\nmonth`) % count).edtf } : null;
  }
  const length = inside.last - inside.first + 1;
  const start = inside.first + Math.floor((length * variant) / 3);
  const end = inside.first + Math.max(Math.floor((length * (variant + 1)) / 3), Math.floor((length * variant) / 3) + 1);
  const day = start + (hash32(`${seed}\nday ${variant}`) % (end - start));
  return { kind: "on", edtf: dateAt(day, "day").edtf };
}

/** Why a temporal fact has no time to be asked at. */
export function undatedFault({ from, to, asOf }: Fact): Fault {
  const detail =
    from.kind === "date" || to.kind === "date" || asOf !== null
      ? "no day is surely within its dates; what is said of a whole year has temporal: false and the year in its frames"
      : "the relation changes over time and the fact has no date";
  return { reason: "undated", detail };
}

/** Are the words of a time in a stem: its date, or the source that is of that date? */
export function statesTime(facts: Facts, time: TimeScope, stem: string): boolean {
  const words = (edtf: string) => dateInWords(dateOf(edtf));
  switch (time.kind) {
    case "timeless":
      return true;
    case "as-of":
      return containsWords(stem, time.source === null ? words(time.edtf) : facts.source(time.source).inStem);
    case "on":
      return containsWords(stem, words(time.edtf));
    case "span":
      return containsWords(stem, words(time.from)) && containsWords(stem, words(time.to));
  }
}

/** The days that a time scope covers; null for a timeless one. */
export function daysAsked(time: TimeScope): Days | null {
  switch (time.kind) {
    case "timeless":
      return null;
    case "on":
    case "as-of":
      return dateOf(time.edtf);
    case "span":
      return { first: dateOf(time.from).first, last: dateOf(time.to).last };
  }
}

export function dateOf(edtf: string): HistoricalDate {
  const date = parseDate(edtf);
  if (!date) throw new Error(`Not a date: ${edtf}`);
  return date;
}

/** The days on which the fact is sure, away from its bounds; null when none are left. */
function daysInside(facts: Facts, fact: Fact): Days | null {
  const dated = fact.from.kind === "date" || fact.to.kind === "date";
  if (!dated) return null;
  const { sure } = spanOf(fact, facts.relation(fact.relation));
  const first = sure.first + (fact.from.kind === "date" ? marginDays : 0);
  const last = Math.min(sure.last - (fact.to.kind === "date" ? marginDays : 0), facts.pack.asOf.last);
  return Number.isFinite(first) && Number.isFinite(last) && first <= last ? { first, last } : null;
}

/** The first whole month inside the days, and how many there are. */
function monthsWithin({ first, last }: Days): { readonly first: HistoricalDate; readonly count: number } {
  let month = dateAt(first, "month");
  if (month.first < first) month = dateAt(month.last + 1, "month");
  if (month.last > last) return { first: month, count: 0 };
  const [start, end] = [fromDayNumber(month.first), fromDayNumber(last)];
  const whole = end.day === daysInMonth(end.year, end.month) ? 1 : 0;
  return { first: month, count: (end.year - start.year) * 12 + end.month - start.month + whole };
}

function monthAfter(month: HistoricalDate, count: number): HistoricalDate {
  let later: DayNumber = month.first;
  for (let step = 0; step < count; step++) later = dateAt(later, "month").last + 1;
  return dateAt(later, "month");
}
