/** Who or what holds a relation to something at a time, found without looking at every fact of a crowded group. */
import { isDisputed } from "./capacity.ts";
import type { Fact, Relation, Value } from "./fact.ts";
import type { Facts } from "./facts.ts";
import { type AskedTime, certaintyOf, isCitedFor, type LookupQuery } from "./query.ts";
import { type Days, spanOf } from "./time.ts";

/** One end of a relation held fast: the facts *of* a subject or *to* an object (an entity's key, or the `ValueKey` of another value). */
export type Anchor = { readonly relation: string; readonly end: "subject" | "object"; readonly key: string };

/** A fact, and what stands at its other end. */
export type Holder = { readonly fact: Fact; readonly value: Value };

/** Who surely holds at the time asked, and who may; who does not is left out, and so are negative facts. */
export type Holders = { readonly sure: readonly Holder[]; readonly maybe: readonly Holder[] };

/**
 * The holders at the anchor that a query holds fast, gathered once however many values are tried in its hole.
 * Queries and their times are values that nobody changes, so what was found for a query stays right.
 */
export function holdersFor(facts: Facts, query: LookupQuery, anchor: Anchor, atMost: number): Holders {
  const known = remembered.get(query);
  if (known && known.facts === facts && known.end === anchor.end && known.key === anchor.key) return known.holders;
  const holders = holdersAt(facts, anchor, query.time, atMost);
  remembered.set(query, { facts, end: anchor.end, key: anchor.key, holders });
  return holders;
}

const remembered = new WeakMap<
  LookupQuery,
  { readonly facts: Facts; readonly end: string; readonly key: string; readonly holders: Holders }
>();

/** The holders at a time; of a symmetric relation those of both ends. At most about `atMost`, for whoever only needs to know whether there is another. */
export function holdersAt(facts: Facts, anchor: Anchor, time: AskedTime, atMost: number): Holders {
  const relation = facts.relation(anchor.relation);
  const sure: Holder[] = [];
  const maybe: Holder[] = [];
  const ends = relation.symmetric ? (["subject", "object"] as const) : [anchor.end];
  for (const end of ends)
    for (const fact of mayHoldAt(facts, { ...anchor, end }, relation, time)) {
      if (fact.negative || !isCitedFor(fact, time)) continue;
      const certainty = certaintyOf(fact, relation, time);
      if (certainty === "no") continue;
      const value: Value = end === "subject" ? fact.object : { kind: "entity", entity: fact.subject };
      (certainty === "sure" && !isDisputed(fact) ? sure : maybe).push({ fact, value });
      if (sure.length + maybe.length >= atMost) break;
    }
  return { sure, maybe };
}

/** All facts of the anchor. */
function factsAt(facts: Facts, { relation, end, key }: Anchor): readonly Fact[] {
  return end === "subject" ? facts.factsOf({ subject: key, relation }) : facts.factsTo({ object: key, relation });
}

function mayHoldAt(facts: Facts, anchor: Anchor, relation: Relation, time: AskedTime): Iterable<Fact> {
  const all = factsAt(facts, anchor);
  if (all.length <= crowd || time.kind === "timeless" || !relation.temporal) return all;
  const index = indexOf(facts, anchor, all, relation);
  if (time.kind === "during") return index.at(time.days);
  // Snapshots of that time first: they are what an as-of is about, and every other snapshot is only maybe.
  return new Set([...(index.snapshots.get(time.date.edtf) ?? []), ...index.at(time.date)]);
}

/** Groups up to this size are simply walked through. */
const crowd = 32;

type Index = { readonly snapshots: ReadonlyMap<string, readonly Fact[]>; at(days: Days): readonly Fact[] };

const indexes = new WeakMap<Facts, Map<string, Index>>();

function indexOf(
  facts: Facts,
  { relation: key, end, key: anchor }: Anchor,
  all: readonly Fact[],
  relation: Relation,
): Index {
  let known = indexes.get(facts);
  if (!known) {
    known = new Map();
    indexes.set(facts, known);
  }
  const name = `${key} ${end} ${anchor}`;
  let index = known.get(name);
  if (!index) {
    index = intervalIndex(all, relation);
    known.set(name, index);
  }
  return index;
}

/** Facts by the days on which they may hold: sorted by the first, with the latest last day of every block of a binary tree over them. */
function intervalIndex(all: readonly Fact[], relation: Relation): Index {
  const spans = all.map((fact) => ({ fact, days: spanOf(fact, relation).possible }));
  spans.sort((a, b) => (a.days.first < b.days.first ? -1 : a.days.first > b.days.first ? 1 : 0));
  const size = 2 ** Math.ceil(Math.log2(Math.max(1, spans.length)));
  const latest = new Float64Array(2 * size).fill(-Infinity);
  spans.forEach(({ days }, place) => {
    latest[size + place] = days.last;
  });
  for (let block = size - 1; block >= 1; block--) latest[block] = Math.max(latest[2 * block]!, latest[2 * block + 1]!);
  const snapshots = new Map<string, Fact[]>();
  for (const fact of all)
    if (fact.asOf) {
      const group = snapshots.get(fact.asOf.edtf);
      if (group) group.push(fact);
      else snapshots.set(fact.asOf.edtf, [fact]);
    }

  const collect = (block: number, start: number, width: number, days: Days, found: Fact[]): void => {
    if (start >= spans.length || latest[block]! < days.first || spans[start]!.days.first > days.last) return;
    if (width === 1) found.push(spans[start]!.fact);
    else {
      collect(2 * block, start, width / 2, days, found);
      collect(2 * block + 1, start + width / 2, width / 2, days, found);
    }
  };
  return {
    snapshots,
    at(days) {
      const found: Fact[] = [];
      collect(1, 0, size, days, found);
      return found;
    },
  };
}
