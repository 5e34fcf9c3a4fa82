/** Values that might stand where the key stands: at most 64, taken from indexes, so that a large pack costs no more than a small one. */
import type { Fact, Value } from "../facts/fact.ts";
import { type Facts, objectKey } from "../facts/facts.ts";
import { type ValueKey, valueKey } from "../facts/value.ts";
import { daysOf, entitiesAround, timesOf } from "./era.ts";
import { drawn, drawnFrom, neighbours } from "./neighbours.ts";
import type { Query, Slot } from "./query.ts";

/** A value with the fact it was found in, if it has one, and how near that fact's role is to the key's (question-engine 2.2). */
export type Candidate = {
  readonly value: Value;
  readonly key: ValueKey;
  readonly fact: Fact | null;
  readonly role: 0 | 0.5 | 1;
  readonly synthetic: boolean;
};

/** Entities that a learner has mixed up with the key, with how often, newest counted most: `{ "e:olsen": 2 }`. */
export type Confusions = Readonly<Record<ValueKey, number>>;

export const mostCandidates = 64;

/** Candidates for the place of the key, the learner's own mix-ups first, then by role; the key's values are not among them. */
export function candidatesFor(facts: Facts, query: Query, confusions: Confusions, seed: string): Candidate[] {
  const { fact } = query.key[0]!;
  const gathered = new Gathered(query);
  for (const key of Object.keys(confusions).sort())
    if (key.startsWith("e:")) gathered.addEntity(facts, key.slice(2), query);
  const { slot } = query;
  const anchorSide = slot === "subject" ? "object" : "subject";
  // With a date for an object, "the same anchor" would be the events of that very day, all of them right.
  const sameAnchor = [
    ...neighbours(facts, fact, { relation: fact.relation, side: anchorSide }, 24),
    ...drawn(facts, fact, { relation: fact.relation, side: anchorSide }, 6, seed),
  ];
  const sameObject =
    slot === "from" || slot === "to" ? neighbours(facts, fact, { relation: fact.relation, side: "object" }, 16) : [];
  for (const other of [...sameAnchor, ...sameObject]) gathered.addFact(other, slot, 1);
  if (slot === "from" || slot === "to") gathered.addFact(fact, slot, 1);
  const first = query.key[0]!.value;
  // What has no dates of its own is told apart in time by whom it is about.
  const [time] = first.kind === "entity" && !daysOf(fact) ? timesOf(facts, query) : [];
  if (first.kind === "entity" && time)
    for (const entity of entitiesAround(facts, facts.entity(first.entity).type, time, 16))
      gathered.addEntity(facts, entity, query);
  for (const other of neighbours(facts, fact, { relation: fact.relation, side: "all" }, 14))
    gathered.addFact(other, slot, 0.5);
  for (const other of drawn(facts, fact, { relation: fact.relation, side: "all" }, 8, seed))
    gathered.addFact(other, slot, 0.5);
  if (first.kind === "entity")
    for (const entity of drawnFrom(facts.entitiesOfType(facts.entity(first.entity).type), 20, seed))
      gathered.addEntity(facts, entity.key, query);
  else for (const { fact: other } of drawnFrom(valuesLike(facts, first), 20, seed)) gathered.addValues(other, 0);
  return gathered.candidates;
}

class Gathered {
  readonly candidates: Candidate[] = [];
  readonly #seen: Set<ValueKey>;
  readonly #like: Value;

  constructor(query: Query) {
    this.#seen = new Set(query.key.map(({ value }) => valueKey(value)));
    this.#like = query.key[0]!.value;
  }

  /** What stands in the slot of another fact of the relation. Both ends of a span are dates of the same sort. */
  addFact(fact: Fact, slot: Slot, role: 0.5 | 1): void {
    if (fact.negative) return;
    if (slot === "subject") this.#add({ kind: "entity", entity: fact.subject }, fact, role);
    else if (slot === "object") this.#add(fact.object, fact, role);
    else this.addValues(fact, role);
  }

  /** Dates and numbers of any fact that are of the key's sort. */
  addValues(fact: Fact, role: 0 | 0.5 | 1): void {
    if (this.#like.kind === "date")
      for (const bound of [fact.from, fact.to])
        if (bound.kind === "date") this.#add({ kind: "date", date: bound.date }, fact, role);
    this.#add(fact.object, fact, role);
  }

  /** An entity by its fact in the same relation where it has one, best about the same thing; else on its own. */
  addEntity(facts: Facts, entity: string, { slot, key }: Query): void {
    const { fact: own } = key[0]!;
    const { relation } = own;
    const known =
      slot === "subject"
        ? facts.factsOf({ subject: entity, relation })
        : slot === "object"
          ? facts.factsTo({ object: entity, relation })
          : [];
    const isSame = (fact: Fact) =>
      slot === "subject" ? objectKey(fact) === objectKey(own) : fact.subject === own.subject;
    const same = known.slice(0, 8).find(isSame);
    const fact = same ?? known[0] ?? null;
    this.#add({ kind: "entity", entity }, fact, same ? 1 : fact ? 0.5 : 0);
  }

  #add(value: Value, fact: Fact | null, role: 0 | 0.5 | 1): void {
    if (value.kind !== this.#like.kind || this.candidates.length >= mostCandidates) return;
    const key = valueKey(value);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.candidates.push({ value, key, fact, role, synthetic: false });
  }
}

const valueIndexes = new WeakMap<Facts, Map<string, { readonly fact: Fact }[]>>();

/** Facts of the pack that hold a date of the same precision, or a number of the same unit. */
function valuesLike(facts: Facts, value: Value): readonly { readonly fact: Fact }[] {
  let index = valueIndexes.get(facts);
  if (!index) {
    index = new Map();
    for (const fact of facts.pack.facts)
      for (const sort of sortsOf(fact)) {
        const group = index.get(sort);
        if (group) group.push({ fact });
        else index.set(sort, [{ fact }]);
      }
    valueIndexes.set(facts, index);
  }
  return index.get(sortOf(value) ?? "") ?? [];
}

function sortsOf(fact: Fact): Set<string> {
  const sorts = new Set<string>();
  for (const bound of [fact.from, fact.to]) if (bound.kind === "date") sorts.add(`date ${bound.date.precision}`);
  const sort = sortOf(fact.object);
  if (sort !== null) sorts.add(sort);
  return sorts;
}

function sortOf(value: Value): string | null {
  if (value.kind === "date") return `date ${value.date.precision}`;
  return value.kind === "number" ? `number ${value.unit ?? ""}` : null;
}
