/**
 * Three-valued time (question-engine 3.3): a fact surely holds at a stretch of days, surely does not, or may.
 *
 * The reading, bound by bound:
 * - A dated bound is every day its words allow: a day, a month, a year, a stretch. Whether the bound day itself belongs to the fact is not known
 *   unless the relation declares it, so it is *maybe*: on a handover day both holders may hold, and in the month of a month-only start all days may.
 * - An open end is after the as-of date. A document says what holds when it was written: at the as-of day itself the fact is sure, a day later maybe.
 * - A snapshot (as-of, start not stated) is sure at its as-of day and maybe on every other. If the as-of is itself a stretch (an undated document),
 *   no single day of it is sure.
 * - An unknown bound without an as-of makes the fact maybe for ever on that side.
 * - A relation that is not temporal holds at all times.
 */
import type { DayNumber, Fact, Relation } from "./fact.ts";

/** What is known of a fact at a time. */
export type Certainty = "sure" | "maybe" | "no";

/** Days from first to last, both included; a `HistoricalDate` is one. Infinite at an end that is not known. */
export type Days = { readonly first: DayNumber; readonly last: DayNumber };

/** When a fact holds: surely on the days of `sure` (none when first > last), possibly on those of `possible`, on no others. */
export type Span = { readonly sure: Days; readonly possible: Days };

const always: Days = { first: -Infinity, last: Infinity };

/** When a fact of a relation holds, with the relation's declared bounds; without a declaration bound days are possible and not sure. */
export function spanOf(
  fact: Pick<Fact, "from" | "to" | "asOf">,
  relation: Pick<Relation, "temporal" | "bounds">,
): Span {
  if (!relation.temporal) return { sure: always, possible: always };
  const { from, to, asOf } = fact;
  // Days by which a bound lies inside what is sure, or what is possible.
  const strict = relation.bounds === "inclusive" ? 0 : 1;
  const loose = relation.bounds === "exclusive" ? 1 : 0;
  const snapshot = to.kind === "date" ? null : asOf;

  let sureFirst = Infinity;
  let first = -Infinity;
  if (from.kind === "date") {
    first = from.date.first + loose;
    sureFirst = from.date.last + strict;
    // A start in May that the document of 27 May reports: by the 27th it had begun.
    if (snapshot) sureFirst = Math.min(sureFirst, Math.max(from.date.first + strict, snapshot.last));
  } else if (snapshot) sureFirst = snapshot.last;

  let sureLast = -Infinity;
  let last = Infinity;
  if (to.kind === "date") {
    last = to.date.last - loose;
    sureLast = to.date.first - strict;
  } else if (snapshot) sureLast = snapshot.first;
  return { sure: { first: sureFirst, last: sureLast }, possible: { first, last } };
}

/** Does a fact with this span hold throughout the days asked: sure, maybe, or on none of them (no)? */
export function certaintyAt({ sure, possible }: Span, asked: Days): Certainty {
  if (sure.first <= asked.first && asked.last <= sure.last) return "sure";
  return asked.last < possible.first || asked.first > possible.last ? "no" : "maybe";
}

/** Is every day that x may be earlier than every day that y may be? False for a tie and for what cannot be told. */
export function before(x: Days, y: Days): boolean {
  return x.last < y.first;
}

/** Do two stretches share a day? An empty one (first > last) shares none. */
export function overlap(x: Days, y: Days): boolean {
  return Math.max(x.first, y.first) <= Math.min(x.last, y.last);
}
