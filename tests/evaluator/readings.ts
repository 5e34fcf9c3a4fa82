/**
 * The readings, each a world in which every date is one definite day: R1 a bound belongs to the span or not, R2 any day that the source's
 * words allow (the first, one between, the last), the day on which an undated source was written, R7 whether those who acted for the holder,
 * or claimed what another held, count as holders.
 */
import type { Stretch, When } from "./calendar.ts";
import type { Bound, Fact, Pack, Relation } from "./pack.ts";

type Pick = "first" | "middle" | "last";

export type Reading = {
  readonly bounds: "inclusive" | "exclusive";
  readonly start: Pick;
  readonly end: Pick;
  readonly written: Pick;
  readonly claimantsCount: boolean;
  /** In words, for a complaint. */
  readonly name: string;
};

const picks: readonly Pick[] = ["first", "middle", "last"];

/** Every world: 2 × 2 × 3 × 3 × 3. */
const worlds: readonly Reading[] = [false, true].flatMap((claimantsCount) =>
  (["inclusive", "exclusive"] as const).flatMap((bounds) =>
    picks.flatMap((start) =>
      picks.flatMap((end) =>
        picks.map((written) => ({
          ...{ bounds, start, end, written, claimantsCount },
          name:
            `R1 ${bounds}, R2 begins on the ${start} and ends on the ${end} day allowed, written on the ${written}` +
            (claimantsCount ? ", R7 who acted or claimed counts" : ""),
        })),
      ),
    ),
  ),
);
const known = new WeakMap<Pack, readonly Reading[]>();

/** The worlds in which a pack may differ from itself: a pack with days only, for one, is the same on whichever day allowed things begin. */
export function readingsOf(pack: Pack): readonly Reading[] {
  const found = known.get(pack) ?? worlds.filter(differing(pack));
  known.set(pack, found);
  return found;
}

function differing({ facts, lists, sources, asOf }: Pack): (reading: Reading) => boolean {
  const spans = facts.filter(({ from, to }) => from !== "unknown" || to !== "unknown");
  const isVague = (bound: Bound) => typeof bound === "string" || bound.first !== bound.last;
  const start = spans.some(({ from }) => isVague(from));
  const end = spans.some(({ to }) => isVague(to));
  const dates = [...facts, ...lists, ...sources.map(({ date }) => ({ asOf: date })), { asOf }];
  const written = dates.some((one) => one.asOf !== null && isVague(one.asOf));
  const claims = facts.some(isClaim);
  return (reading) =>
    (start || reading.start === "first") &&
    (end || reading.end === "first") &&
    (written || reading.written === "first") &&
    (claims || !reading.claimantsCount);
}

/** R7: held by somebody of whom nobody knows whether he counts. */
export function isClaim({ capacity }: Fact): boolean {
  return capacity === "acting" || capacity === "rival";
}

/** One day of a stretch. */
export function dayIn({ first, last }: Stretch, pick: Pick): number {
  if (pick === "first") return first;
  return pick === "last" ? last : Math.floor((first + last) / 2);
}

/** The day on which a fact begins or ends in a world; infinite where no source says. */
export function boundDay(fact: Fact, side: "from" | "to", reading: Reading): number {
  const bound = side === "from" ? fact.from : fact.to;
  const pick = side === "from" ? reading.start : reading.end;
  if (bound === "unknown") return pick === "first" ? -Infinity : Infinity;
  if (bound !== "open") return Math.min(dayIn(bound, pick), side === "from" ? stillOn(fact, reading) : Infinity);
  // It still held when the source was written: the earliest end is the day after.
  return pick === "first" ? dayIn(fact.asOf!, reading.written) + 1 : Infinity;
}

/** The day on which it was still so when the source was written, so that it had begun by then; infinite for what has an end. */
export function stillOn(fact: Fact, { written }: Reading): number {
  return fact.to === "open" ? dayIn(fact.asOf!, written) : Infinity;
}

/** How much of a stretch of days a fact covers in a world; `part` also stands for "nobody knows". */
export type Cover = "whole" | "part" | "none";

/** A span with its bounds against the days asked; a relation whose documents say how they count has but one way (R1). */
export function covers(fact: Fact, asked: Stretch, reading: Reading, said: Relation["bounds"] = "unknown"): Cover {
  if (fact.from === "unknown" && fact.to === "unknown") return snapshotCovers(fact.asOf, asked, reading);
  if (asked.first === asked.last && asked.first === stillOn(fact, reading)) return "whole";
  const inside = (said === "unknown" ? reading.bounds : said) === "inclusive" ? 0 : 1;
  const first = boundDay(fact, "from", reading) + inside;
  const last = boundDay(fact, "to", reading) - inside;
  if (first > last || asked.last < first || asked.first > last) return "none";
  return first <= asked.first && asked.last <= last ? "whole" : "part";
}

/** A snapshot says nothing but that it was so on the day it was written; an undated fact says nothing of any day. */
function snapshotCovers(asOf: When | null, asked: Stretch, reading: Reading): Cover {
  if (asOf === null) return "part";
  const day = dayIn(asOf, reading.written);
  return asked.first === day && asked.last === day ? "whole" : "part";
}

/** The specification's three values (3.3), in its own terms. */
export function threeValued(fact: Fact, asked: Stretch): "sure" | "maybe" | "no" {
  const from = stretchOf(fact, fact.from);
  const to = stretchOf(fact, fact.to);
  if (from.last < asked.first && asked.last < to.first) return "sure";
  if (asked.last < from.first || asked.first > to.last) return "no";
  return "maybe";
}

/** The days on which a bound may lie. */
export function stretchOf(fact: Fact, bound: Bound): Stretch {
  if (bound === "unknown") return { first: -Infinity, last: Infinity };
  if (bound === "open") return { first: fact.asOf!.first + 1, last: Infinity };
  return bound;
}
