/** Claims that stand beside a fact: what it followed and what followed it, what cannot be so if it is. */
import { agree } from "./agree.ts";
import { replacedBy } from "./capacity.ts";
import type { Fact } from "./fact.ts";
import { type Facts, objectKey } from "./facts.ts";
import { overlap, type Span, spanOf } from "./time.ts";

/** A fact with its time. */
export type Timed = { readonly fact: Fact; readonly span: Span };

/** Another claim and how it stands to the fact: it was so before, it was so after, it says otherwise of the same time. */
export type Beside = { readonly fact: Fact; readonly how: "before" | "after" | "otherwise" };

/** The claims beside a fact, what was before it first; none for most. */
export function claimsBeside(facts: Facts, fact: Fact): Beside[] {
  const beside = new Map<string, Beside>();
  const add = (other: Fact, how: Beside["how"]) => {
    if (other.key !== fact.key && !beside.has(other.key)) beside.set(other.key, { fact: other, how });
  };
  for (const other of replacedBy(facts, fact)) add(other, other.key === fact.replaces ? "before" : "after");
  const relation = facts.relation(fact.relation);
  const timed = (one: Fact): Timed => ({ fact: one, span: spanOf(one, relation) });
  const own = timed(fact);
  const { subject } = fact;
  const object = objectKey(fact);
  for (const other of facts.factsBetween({ subject, relation: relation.key, object }))
    if (differsOfItself(own, timed(other))) add(other, "otherwise");
  if (relation.objectsPerSubject === "one")
    for (const other of facts.factsOf({ subject, relation: relation.key }))
      if (!agree(other.object, fact.object, facts.related) && excludes(own, timed(other))) add(other, "otherwise");
  if (relation.subjectsPerObject === "one")
    for (const other of facts.factsTo({ object, relation: relation.key }))
      if (!facts.related(other.subject, subject) && excludes(own, timed(other))) add(other, "otherwise");
  return [...beside.values()].sort((a, b) => places[a.how] - places[b.how]);
}

const places = { before: 0, otherwise: 1, after: 2 } as const;

/** The same of the same things, but denied, or with another beginning or end for what is one time. */
function differsOfItself(a: Timed, b: Timed): boolean {
  if (a.fact === b.fact || !atOnce(a, b)) return false;
  if (a.fact.negative !== b.fact.negative) return true;
  return (["from", "to"] as const).some((end) => {
    const [one, other] = [a.fact[end], b.fact[end]];
    return one.kind === "date" && other.kind === "date" && !overlap(one.date, other.date);
  });
}

/** Two values where there is one at a time. Who was only acting takes no seat; who claims it says otherwise. */
function excludes(a: Timed, b: Timed): boolean {
  const capacities = [a.fact.capacity, b.fact.capacity];
  if (a.fact.negative || b.fact.negative || capacities.includes("acting")) return false;
  if (a.fact.capacity === "joint" && b.fact.capacity === "joint") return false;
  return atOnce(a, b) || (a.fact.object.kind === "date" && b.fact.object.kind === "date");
}

/** Do both hold on some day, or speak of the same as-of? */
export function atOnce(a: Timed, b: Timed): boolean {
  if (a.fact.asOf !== null && a.fact.asOf.edtf === b.fact.asOf?.edtf) return true;
  return overlap(a.span.sure, b.span.sure);
}
