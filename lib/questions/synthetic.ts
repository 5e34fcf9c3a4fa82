/** Dates and numbers made by rule, where the pack holds fewer than two real ones: same precision, 1, 2 or 5 units away (question-engine 2.2). */
import { dayNumber, fromDayNumber } from "../base/day.ts";
import { shuffled } from "../base/random.ts";
import { dateAt } from "../facts/dates.ts";
import type { HistoricalDate, Value } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { sortOfNumber } from "../facts/measure.ts";
import { valueKey } from "../facts/value.ts";
import type { Candidate } from "./candidates.ts";
import type { Query } from "./query.ts";
import { denyingSentence } from "./wording.ts";

/** Candidates marked `synthetic`; none for entities, for vague or qualified quantities, or where the relation is not functional. */
export function syntheticFor(facts: Facts, query: Query, seed: string): Candidate[] {
  const { value, fact } = query.key[0]!;
  if (query.slot === "object" && facts.relation(fact.relation).objectsPerSubject !== "one") return [];
  const isMeasured = value.kind === "number" && sortOfNumber(facts.relation(fact.relation), value) === "measured";
  const values = shuffled(isMeasured ? numbersAround(value) : valuesNear(value, facts.pack.asOf), seed);
  // A date that happens to be none needs a sentence that says so: "in 2004, not in 2005".
  const isSaid = (made: Value) =>
    made.kind !== "date" || query.slot !== "object" || denyingSentence(facts, fact, "object", made) !== null;
  return values
    .filter(isSaid)
    .map((made) => ({ value: made, key: valueKey(made), fact: null, role: 0.5, synthetic: true }));
}

const offsets = [-5, -2, -1, 1, 2, 5];

function valuesNear(value: Value, latest: HistoricalDate): Value[] {
  if (value.kind === "date")
    return offsets
      .map((offset) => moved(value.date, offset))
      .filter((date) => date !== null && date.last <= latest.last)
      .map((date) => ({ kind: "date", date: date! }));
  if (value.kind !== "number" || value.qualifier !== "exact") return [];
  const unit = lastPlace(value.number);
  return offsets
    .map((offset) => value.number + offset * unit)
    .filter((number) => number > 0)
    .map((number) => ({ ...value, number }));
}

/** A measured number and a tenth, a fifth, a half of it more or less, with as many decimals: its last place would be as near as luck. */
function numbersAround(value: Value & { kind: "number" }): Value[] {
  if (value.qualifier !== "exact") return [];
  const decimals = String(value.number).split(".")[1]?.length ?? 0;
  const around = offsets.map((offset) => Number((value.number * (1 + offset / 10)).toFixed(decimals)));
  // Of a number with few places two of them are one, or the number itself.
  return [...new Set(around)].filter((number) => number !== value.number).map((number) => ({ ...value, number }));
}

/** The date so many units of its own precision later; days move by whole weeks, because neighbouring days test nothing (check 33). */
function moved(date: HistoricalDate, offset: number): HistoricalDate | null {
  switch (date.precision) {
    case "day":
      return dateAt(date.first + 7 * offset, "day");
    case "month": {
      const { year, month } = fromDayNumber(date.first);
      const months = year * 12 + (month - 1) + offset;
      return monthOf(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1);
    }
    case "year":
      return monthAsYear(fromDayNumber(date.first).year + offset);
    case "between":
      return null;
  }
}

function monthOf(year: number, month: number): HistoricalDate {
  return dateAt(dayNumber(year, month, 1), "month");
}

function monthAsYear(year: number): HistoricalDate {
  return dateAt(dayNumber(year, 1, 1), "year");
}

/** A round step for a number: 10 for 350, 1 for 382 and for 8. */
function lastPlace(number: number): number {
  let unit = 1;
  while (Number.isInteger(number / (unit * 10)) && number / (unit * 10) >= 10) unit *= 10;
  return unit;
}
