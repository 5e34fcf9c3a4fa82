/** Facts of a relation in the order of time, so that a fact's neighbours are found without looking at all of them. */
import { hash32 } from "../base/random.ts";
import type { Bound, DayNumber, Fact } from "../facts/fact.ts";
import { type Facts, objectKey } from "../facts/facts.ts";
import type { Days } from "../facts/time.ts";

/** Which facts are neighbours: all of a relation, or those with one subject or one object. */
export type Neighbourhood = {
  readonly relation: string;
  readonly side: "all" | "subject" | "object";
};

/** Up to `count` facts around the given one in time, nearest first by place, without itself. */
export function neighbours(facts: Facts, fact: Fact, { side }: Neighbourhood, count: number): Fact[] {
  const sequence = sequenceOf(facts, fact, side);
  const at = sequence.place(fact.key);
  const found: Fact[] = [];
  for (let distance = 1; found.length < count; distance++) {
    const before = sequence.facts[at - distance];
    const after = sequence.facts[at + distance];
    if (!before && !after) break;
    if (after) found.push(after);
    if (before && found.length < count) found.push(before);
  }
  return found;
}

/** Up to `count` facts of the neighbourhood, drawn by the seed; may hold the fact itself. */
export function drawn(facts: Facts, fact: Fact, { side }: Neighbourhood, count: number, seed: string): Fact[] {
  return drawnFrom(sequenceOf(facts, fact, side).facts, count, seed);
}

/** Up to `count` different items, drawn by the seed from a list of any length at a cost that does not depend on it. */
export function drawnFrom<Item>(items: readonly Item[], count: number, seed: string): Item[] {
  if (items.length <= count) return [...items];
  const places = new Set<number>();
  for (let draw = 0; places.size < count && draw < 3 * count; draw++)
    places.add(hash32(`${seed}\n${draw}`) % items.length);
  return [...places].map((place) => items[place]!);
}

/** All facts of the neighbourhood in the order of time; facts without one come first, by key. */
export function inTime(facts: Facts, fact: Fact, side: Neighbourhood["side"]): readonly Fact[] {
  return sequenceOf(facts, fact, side).facts;
}

/** The facts directly before and after in the order of time; null at an end of it. */
export function besideInTime(
  facts: Facts,
  fact: Fact,
  side: Neighbourhood["side"],
): { before: Fact | null; after: Fact | null } {
  const sequence = sequenceOf(facts, fact, side);
  const at = sequence.place(fact.key);
  return { before: sequence.facts[at - 1] ?? null, after: sequence.facts[at + 1] ?? null };
}

/** Facts of a subject or to an object that can bear on the days asked: all of a small group, of a large one those around that time. */
export function aroundDays(
  facts: Facts,
  relation: string,
  anchor: { readonly subject: string } | { readonly object: string },
  days: Days | null,
): readonly Fact[] {
  const group = "subject" in anchor ? facts.factsOf({ ...anchor, relation }) : facts.factsTo({ ...anchor, relation });
  if (group.length <= 32 || !days) return group.length <= 512 ? group : group.slice(0, 512);
  const sequence = sequenceOf(facts, group[0]!, "subject" in anchor ? "subject" : "object").facts;
  // The last that begins on or before the days, by halving; holders one at a time lie next to it.
  let [low, high] = [0, sequence.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((intervalOf(facts, sequence[middle]!)?.from ?? Number.NEGATIVE_INFINITY) <= days.last) low = middle + 1;
    else high = middle;
  }
  return sequence.slice(Math.max(0, low - 16), low + 8);
}

/** The days that a fact is about: its span, the date it states, or the time of the statement; null without any. */
export function intervalOf(facts: Facts, fact: Fact): { readonly from: DayNumber; readonly to: DayNumber } | null {
  if (fact.object.kind === "date") return { from: fact.object.date.first, to: fact.object.date.last };
  const from = dayOf(fact.from, "first");
  const to = dayOf(fact.to, "last") ?? (fact.to.kind === "open" ? (fact.asOf ?? facts.pack.asOf).last : null);
  if (from !== null || to !== null) return { from: from ?? to!, to: Math.max(to ?? from!, from ?? to!) };
  return fact.asOf ? { from: fact.asOf.first, to: fact.asOf.last } : null;
}

/** The median length in days of a relation's intervals; of points, the median distance from one to the next; a year without either. */
export function typicalLength(facts: Facts, relation: string): number {
  const known = cacheOf(facts).lengths.get(relation);
  if (known !== undefined) return known;
  const intervals = facts
    .factsOfRelation(relation)
    .map((fact) => intervalOf(facts, fact))
    .filter((interval) => interval !== null)
    .toSorted((a, b) => a.from - b.from);
  const lengths = intervals.map(({ from, to }) => to - from);
  const steps = intervals.slice(1).map(({ from }, index) => from - intervals[index]!.from);
  const length = median(lengths.filter((days) => days > 31)) ?? median(steps.filter((days) => days > 0)) ?? 365;
  cacheOf(facts).lengths.set(relation, length);
  return length;
}

type Sequence = { readonly facts: readonly Fact[]; place(key: string): number };
type Cache = { readonly sequences: Map<string, Sequence>; readonly lengths: Map<string, number> };

const caches = new WeakMap<Facts, Cache>();

function cacheOf(facts: Facts): Cache {
  let cache = caches.get(facts);
  if (!cache) {
    cache = { sequences: new Map(), lengths: new Map() };
    caches.set(facts, cache);
  }
  return cache;
}

function sequenceOf(facts: Facts, fact: Fact, side: Neighbourhood["side"]): Sequence {
  const { relation } = fact;
  const members =
    side === "all"
      ? facts.factsOfRelation(relation)
      : side === "subject"
        ? facts.factsOf({ subject: fact.subject, relation })
        : facts.factsTo({ object: objectKey(fact), relation });
  // A small group is sorted anew each time: keeping one per anchor would cost more than it saves.
  if (members.length <= 32) return sequence(facts, members);
  const name = `${relation} ${side} ${side === "all" ? "" : side === "subject" ? fact.subject : objectKey(fact)}`;
  const { sequences } = cacheOf(facts);
  let known = sequences.get(name);
  if (!known) {
    known = sequence(facts, members);
    sequences.set(name, known);
  }
  return known;
}

function sequence(facts: Facts, members: readonly Fact[]): Sequence {
  const starts = members.map((fact) => ({ fact, start: intervalOf(facts, fact)?.from ?? Number.NEGATIVE_INFINITY }));
  starts.sort((a, b) => (a.start === b.start ? (a.fact.key < b.fact.key ? -1 : 1) : a.start < b.start ? -1 : 1));
  const sorted = starts.map(({ fact }) => fact);
  if (sorted.length <= 32) return { facts: sorted, place: (key) => sorted.findIndex((fact) => fact.key === key) };
  const places = new Map(sorted.map((fact, place) => [fact.key, place]));
  return { facts: sorted, place: (key) => places.get(key) ?? -1 };
}

function dayOf(bound: Bound, end: "first" | "last"): DayNumber | null {
  return bound.kind === "date" ? bound.date[end] : null;
}

function median(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
