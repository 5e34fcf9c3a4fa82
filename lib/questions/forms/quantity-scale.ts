/** The facts of a relation with a number of one unit at one time, by their numbers: what is more than what, found without looking at all of them twice. */
import type { Fact } from "../../facts/fact.ts";
import type { Facts } from "../../facts/facts.ts";
import { compareNumbers } from "../../facts/measure.ts";

export type QuantityScale = {
  readonly sorted: readonly Fact[];
  /** The place of a fact among the sorted. */
  place(key: string): number;
  /** The fact of a subject that has one number only at that time; null for none, and where two sources or units give it two. */
  of(subject: string): Fact | null;
};

/** The scale on which a fact's number lies. */
export function scaleOfQuantity(facts: Facts, fact: Fact): QuantityScale {
  let known = scales.get(facts);
  if (!known) {
    known = new Map();
    scales.set(facts, known);
  }
  const name = `${fact.relation} ${unitOf(fact)} ${fact.asOf?.edtf}`;
  let scale = known.get(name);
  if (!scale) {
    scale = build(facts, fact);
    known.set(name, scale);
  }
  return scale;
}

/** Surely more, surely less, measured too near to tell, or neither: qualified numbers are compared by all that they allow (R8). */
export function compare(facts: Facts, a: Fact, b: Fact): "more" | "less" | "near" | null {
  if (a.object.kind !== "number" || b.object.kind !== "number") return null;
  return compareNumbers(facts.relation(a.relation), a.object, b.object);
}

/** The number of a fact; 0 for one without. */
export function numberOf({ object }: Fact): number {
  return object.kind === "number" ? object.number : 0;
}

/** The unit of a fact's number; null without. */
export function unitOf({ object }: Fact): string | null {
  return object.kind === "number" ? object.unit : null;
}

const scales = new WeakMap<Facts, Map<string, QuantityScale>>();

function build(facts: Facts, like: Fact): QuantityScale {
  const atThatTime = facts
    .factsOfRelation(like.relation)
    .filter((fact) => !fact.negative && fact.asOf?.edtf === like.asOf?.edtf);
  const bySubject = new Map<string, Fact | null>();
  for (const fact of atThatTime) bySubject.set(fact.subject, bySubject.has(fact.subject) ? null : fact);
  const sorted = atThatTime
    .filter((fact) => fact.object.kind === "number" && unitOf(fact) === unitOf(like))
    .toSorted((a, b) => numberOf(a) - numberOf(b) || (a.key < b.key ? -1 : 1));
  const places = new Map(sorted.map((fact, place) => [fact.key, place]));
  return {
    sorted,
    place: (key) => places.get(key) ?? -1,
    of(subject) {
      const fact = bySubject.get(subject) ?? null;
      return fact && places.has(fact.key) ? fact : null;
    },
  };
}
