/** When something was about, for wrong options that are near in time: nobody of another century beside a holder of today (check 20). */
import type { Fact } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import type { Days } from "../facts/time.ts";
import { entityOf } from "../facts/value.ts";
import type { Candidate } from "./candidates.ts";
import type { Query } from "./query.ts";
import { daysAsked } from "./time-asked.ts";

/** The days of the spans that an entity stands in, from the first to the last; of one without spans, of its dates; without either, of those whom its facts join it to; null where nobody has a time. */
export function eraOf(facts: Facts, entity: string): Days | null {
  return indexOf(facts).eras.get(entity) ?? null;
}

/** The time that a question is about: the day asked, else when the keys held; empty where nothing is dated. */
export function timesOf(facts: Facts, { time, key, slot }: Query): readonly Days[] {
  const asked = time.kind === "on" ? daysAsked(time) : null;
  if (asked) return [asked];
  return key.flatMap(({ value, fact }): Days[] => {
    const entity = entityOf(value);
    // The key of what is not so bears the fact of another.
    const isOwn = entity === null || entity === fact.subject || entity === entityOf(fact.object);
    const anchor = slot === "subject" ? entityOf(fact.object) : fact.subject;
    const own = isOwn ? daysOf(fact) : null;
    if (own) return [own];
    // A party is older than any of its presidents: the narrower of the two says more.
    const eras = [entity, isOwn ? anchor : null].flatMap((one) => (one === null ? null : eraOf(facts, one)) ?? []);
    return eras.toSorted((a, b) => a.last - a.first - (b.last - b.first)).slice(0, 1);
  });
}

/** Days between a candidate and the nearest of the times; 0 where they meet, infinite for one that has no time. */
export function daysFrom(facts: Facts, times: readonly Days[], { value, fact }: Pick<Candidate, "value" | "fact">) {
  const entity = entityOf(value);
  const own =
    value.kind === "date" ? value.date : ((fact && daysOf(fact)) ?? (entity === null ? null : eraOf(facts, entity)));
  return own ? Math.min(...times.map((days) => gapBetween(days, own))) : Number.POSITIVE_INFINITY;
}

/** What lies so many days from the time asked is of another age: a generation. */
export const aGeneration = 30 * 365.25;

/** Up to `count` entities of a type on either side of a time, in the order of their eras. */
export function entitiesAround(facts: Facts, type: string, { first }: Days, count: number): readonly string[] {
  const sorted = sortedOf(facts, type);
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (eraOf(facts, sorted[middle]!)!.first < first) low = middle + 1;
    else high = middle;
  }
  return sorted.slice(Math.max(0, low - count), low + count);
}

/** The span of a fact, or the date that it states; null for a snapshot, whose as-of is the time of its source. */
export function daysOf({ object, from, to, asOf }: Fact): Days | null {
  if (object.kind === "date") return object.date;
  const [start, end] = [from.kind === "date" ? from.date : null, to.kind === "date" ? to.date : null];
  if (!start && !end) return null;
  const last = end?.last ?? (to.kind === "open" && asOf ? asOf.last : start!.last);
  return { first: start?.first ?? end!.first, last };
}

/** Days from the end of one to the beginning of the other; 0 where they meet. */
export function gapBetween(a: Days, b: Days): number {
  return Math.max(0, a.first - b.last, b.first - a.last);
}

type Index = { readonly eras: ReadonlyMap<string, Days>; readonly sorted: Map<string, readonly string[]> };

const indexes = new WeakMap<Facts, Index>();

function indexOf(facts: Facts): Index {
  let index = indexes.get(facts);
  if (!index) {
    const [spans, dates] = [new Map<string, Days>(), new Map<string, Days>()];
    for (const fact of facts.pack.facts) {
      const days = fact.negative ? null : daysOf(fact);
      if (!days) continue;
      const isDate = fact.object.kind === "date";
      for (const entity of [fact.subject, entityOf(fact.object)])
        if (entity !== null) widen(isDate ? dates : spans, entity, days);
    }
    // Births and the like say less of somebody's time than what they held.
    const own = new Map([...dates, ...spans]);
    // What has no time of its own, such as a party, was about when those were about whom its facts join it to.
    const shared = new Map<string, Days>();
    for (const fact of facts.pack.facts) {
      const other = fact.negative ? null : entityOf(fact.object);
      if (other === null) continue;
      for (const [one, beside] of [
        [fact.subject, other],
        [other, fact.subject],
      ] as const)
        if (!own.has(one) && own.has(beside)) widen(shared, one, own.get(beside)!);
    }
    index = { eras: new Map([...shared, ...own]), sorted: new Map() };
    indexes.set(facts, index);
  }
  return index;
}

function widen(eras: Map<string, Days>, entity: string, { first, last }: Days): void {
  const known = eras.get(entity);
  eras.set(entity, known ? { first: Math.min(known.first, first), last: Math.max(known.last, last) } : { first, last });
}

function sortedOf(facts: Facts, type: string): readonly string[] {
  const { eras, sorted } = indexOf(facts);
  let known = sorted.get(type);
  if (!known) {
    known = facts
      .entitiesOfType(type)
      .map(({ key }) => key)
      .filter((key) => eras.has(key))
      .toSorted((a, b) => eras.get(a)!.first - eras.get(b)!.first || (a < b ? -1 : 1));
    sorted.set(type, known);
  }
  return known;
}
