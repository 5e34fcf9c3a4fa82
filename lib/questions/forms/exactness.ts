/** How exactly a fact gives a date or a quantity, and whether the documents agree on it. */
import { agree } from "../../facts/agree.ts";
import { isDisputed } from "../../facts/capacity.ts";
import type { Fact, Limit } from "../../facts/fact.ts";
import { type Facts, objectKey } from "../../facts/facts.ts";
import type { Fault } from "../judge.ts";

/** Where a date or quantity stands in a fact. */
export type Place = "object" | "from" | "to";

export type Exact = Extract<Limit, { limit: "precision" }>["of"];

/** How exactly the fact gives its object or an end of its span; null where that is not a question of exactness, or nobody has said. */
export function exactnessOf(fact: Fact, place: Place): Exact | null {
  if (place === "object") {
    if (fact.object.kind === "date") return fact.object.date.precision;
    if (fact.object.kind === "vague") return "vague";
    if (fact.object.kind !== "number") return null;
    const { qualifier } = fact.object;
    return qualifier === "exact" || qualifier === "about" ? qualifier : "bound";
  }
  const bound = fact[place];
  return bound.kind === "date" ? bound.date.precision : bound.kind === "open" ? "none" : null;
}

/** What follows from it for a reader, after the fact's own sentence. */
const remarks: Readonly<Record<Exact, string>> = {
  day: "The day is given.",
  month: "No day is given.",
  year: "Neither day nor month is given.",
  between: "Only a stretch of time is given, in which it lies.",
  none: "No end is given: there was none when that was written.",
  exact: "The number is given exactly.",
  about: "The number is given as a rounded one.",
  bound: "Only a limit is given, not the number.",
  vague: "No number is given.",
};

/** The same of an end of a span, which the sentence before it tells with the other end. */
export function remarkOn(exact: Exact, place: Place): string {
  const end = place === "from" ? " of the beginning" : place === "to" ? " of the end" : "";
  return remarks[exact].replace(/\b(day|month) is given/, `$1${end} is given`);
}

/** The facts that state the same thing, at other times or in other documents, among them itself. */
export function sayingOf(facts: Facts, fact: Fact, place: Place): readonly Fact[] {
  return ofSameThing(facts, fact, place).filter(({ negative }) => !negative);
}

export function ofSameThing(facts: Facts, fact: Fact, place: Place): readonly Fact[] {
  const { subject, relation } = fact;
  return place === "object"
    ? facts.factsOf({ subject, relation })
    : facts.factsBetween({ subject, relation, object: objectKey(fact) });
}

/** Another fact that says it more or less exactly: then no one answer is right of all documents. */
export function rivalFault(facts: Facts, fact: Fact, place: Place): Fault | null {
  const exact = exactnessOf(fact, place);
  if (isDisputed(fact)) return { reason: "two_keys", detail: `${fact.key}: ${fact.capacity} only` };
  const rival = sayingOf(facts, fact, place).find((other) => exactnessOf(other, place) !== exact);
  if (rival) return { reason: "two_keys", detail: `${rival.key} gives it otherwise` };
  const differing = place === "object" ? differingFrom(facts, fact) : undefined;
  return differing ? { reason: "contradiction", detail: `${fact.key}, but ${differing.key}` } : null;
}

/** A fact of the same time that gives another value, where there is one at a time: the sources differ. */
function differingFrom(facts: Facts, fact: Fact): Fact | undefined {
  const relation = facts.relation(fact.relation);
  if (relation.objectsPerSubject !== "one") return undefined;
  return sayingOf(facts, fact, "object").find(
    (other) =>
      (!relation.temporal || other.asOf?.edtf === fact.asOf?.edtf) && !agree(other.object, fact.object, facts.related),
  );
}
