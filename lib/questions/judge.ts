/** The truth test as the engine uses it: is a value surely right, surely wrong, or neither, and for which reason. */
import { agree } from "../facts/agree.ts";
import type { Closure, Fact, FactList, Value } from "../facts/fact.ts";
import { type Facts, objectKey } from "../facts/facts.ts";
import { type Certainty, certaintyAt, type Days, overlap, spanOf } from "../facts/time.ts";
import { entityOf, valueKey } from "../facts/value.ts";
import { completeListsOf, membersOf } from "./forms/members.ts";
import { relatedOf } from "./guards.ts";
import { claimOf, type Hole } from "./hole.ts";
import { aroundDays } from "./neighbours.ts";
import type { Judgement } from "./query.ts";
import type { RefusalReason, TimeScope } from "./question.ts";
import { daysAsked } from "./time-asked.ts";

export type Fault = { readonly reason: RefusalReason; readonly detail: string };

/** Somebody's or something's being so at a time. */
export type Claim = {
  readonly subject: string;
  readonly relation: string;
  readonly object: Value;
  readonly time: TimeScope;
};

/** True if a fact surely says it and none denies it; false if a functional relation, a closed scope or a negative excludes it at every reading. */
export function judgeClaim(facts: Facts, claim: Claim): Judgement {
  const days = daysAsked(claim.time);
  if (days && days.last > facts.pack.asOf.last) return unknown("out_of_scope", "later than the pack's sources");
  const object = entityOf(claim.object) ?? valueKey(claim.object);
  const same = facts.factsBetween({ subject: claim.subject, relation: claim.relation, object });
  const stated = same
    .filter((fact) => !fact.negative)
    .map((fact) => ({ fact, certainty: certaintyOf(facts, fact, claim.time) }));
  const denied = same.some((fact) => fact.negative && certaintyOf(facts, fact, claim.time) === "sure");
  const excluded = denied || excludedBy(facts, claim) !== null;

  if (stated.some(({ certainty }) => certainty === "sure"))
    return excluded ? unknown("contradiction", "another fact denies it") : { verdict: "true" };
  const doubtful = stated.find(({ certainty }) => certainty === "maybe");
  if (doubtful) return doubt(doubtful.fact, days);
  if (excluded || closedAgainst(facts, claim, days)) return { verdict: "false" };
  return unknown("open_list", "nothing excludes it");
}

/** Why the value of a hole is not its one right answer; null when it is. */
export function judgeKey(facts: Facts, hole: Hole, value: Value): Fault | null {
  const claim = claimOf(hole, value);
  if (!claim) return { reason: "no_key", detail: "not an entity" };
  const judged = judgeClaim(facts, claim);
  if (judged.verdict === "false") return { reason: "no_key", detail: "another fact denies it" };
  if (judged.verdict === "unknown") return judged;
  return rivalOf(facts, hole, value, claim);
}

/** Null: the date is that of the fact. "false": it is another at every reading. A fault: neither is sure. */
export function judgeDate(
  facts: Facts,
  fact: Fact,
  place: "from" | "to" | "object",
  value: Value,
): Fault | "false" | null {
  if (value.kind !== "date") return { reason: "no_distractor", detail: "not a date" };
  const own = dateIn(fact, place);
  if (!own) return { reason: "undated", detail: "the fact has no such date" };
  const isObject = place === "object";
  if (isObject && facts.relation(fact.relation).objectsPerSubject !== "one")
    return { reason: "two_keys", detail: "there may be several dates" };
  const others = isObject
    ? facts.factsOf({ subject: fact.subject, relation: fact.relation })
    : facts.factsBetween({ subject: fact.subject, relation: fact.relation, object: objectKey(fact) });
  const isOwn = value.date.edtf === own.edtf;
  for (const other of others) {
    const date = dateIn(other, place);
    if (other.key === fact.key || !date || date.edtf === own.edtf) continue;
    if (isOwn)
      return isObject && !overlap(date, own)
        ? { reason: "contradiction", detail: `${other.key} gives another date` }
        : { reason: "two_keys", detail: `${other.key} has such a date too` };
    if (overlap(date, value.date)) return { reason: "two_keys", detail: `${other.key} has that date` };
  }
  if (isOwn) return null;
  return overlap(value.date, own) ? { reason: "precision", detail: "it may be the same date" } : "false";
}

/** Is a value in the set of a list, surely not in it, or neither? A part, whole or other name of a member is neither. */
export function judgeMember(facts: Facts, list: FactList, value: Value): Judgement {
  const members = membersOf(facts, list);
  if (members.some((member) => valueKey(member.value) === valueKey(value))) return { verdict: "true" };
  if (list.complete === "no") return unknown("open_list", `the list ${list.key} is not declared complete`);
  const related = relatedOf(facts);
  const like = members.find((member) => agree(member.value, value, related));
  if (like) return unknown("two_keys", "part, whole or another name of a member");
  // The same claim beside the list, by the same document: then the list is not what it says it is.
  const first = members[0]!.fact;
  const entity = entityOf(value);
  const beside =
    list.members === "subject"
      ? entity === null
        ? []
        : facts.factsBetween({ subject: entity, relation: first.relation, object: objectKey(first) })
      : facts.factsBetween({ subject: first.subject, relation: first.relation, object: entity ?? valueKey(value) });
  const sources = new Set(list.citations.map(({ source }) => source));
  if (
    list.complete === "yes"
      ? beside.length > 0
      : beside.some((fact) => fact.citations.some(({ source }) => sources.has(source)))
  )
    return unknown("contradiction", "a fact beside the list says so");
  return { verdict: "false" };
}

/** The declaration that all holders of the fact's object (or all that its subject holds) are in the pack; null without one. */
export function closureOf(facts: Facts, fact: Fact): Closure | null {
  const object = objectKey(fact);
  return facts.relation(fact.relation).closed.find((closure) => closure.object === object) ?? null;
}

/** How sure a fact is at the time asked. Asked as of a source's time, the snapshot of that time is sure although the day is not known. */
export function certaintyOf(facts: Facts, fact: Fact, time: TimeScope): Certainty {
  const relation = facts.relation(fact.relation);
  if (!relation.temporal) return "sure";
  if (time.kind === "timeless") return "maybe";
  if (time.kind === "as-of" && fact.asOf?.edtf === time.edtf && fact.to.kind !== "date") return "sure";
  return certaintyAt(spanOf(fact, relation), daysAsked(time)!);
}

function unknown(reason: RefusalReason, detail: string): Judgement & { verdict: "unknown" } {
  return { verdict: "unknown", reason, detail };
}

/** Why a fact only may hold at a time. */
function doubt(fact: Fact, days: Days | null): Judgement & { verdict: "unknown" } {
  if (!days) return unknown("undated", `${fact.key} holds for a time, and none is asked`);
  for (const bound of [fact.from, fact.to])
    if (bound.kind === "date" && overlap(bound.date, days))
      return unknown("bound_day", `${fact.key} begins or ends then`);
  if (fact.asOf && days.last > fact.asOf.first) return unknown("out_of_scope", `later than the source of ${fact.key}`);
  if (fact.asOf) return unknown("out_of_scope", `the source of ${fact.key} is of another time`);
  return unknown("undated", `${fact.key} does not say since when or until when`);
}

/** A fact that excludes the claim because there is one at a time; null when none is sure. */
function excludedBy(facts: Facts, claim: Claim): Fact | null {
  const relation = facts.relation(claim.relation);
  const related = relatedOf(facts);
  const days = daysAsked(claim.time);
  const isSure = (fact: Fact) => !fact.negative && certaintyOf(facts, fact, claim.time) === "sure";
  if (relation.objectsPerSubject === "one")
    for (const fact of aroundDays(facts, claim.relation, { subject: claim.subject }, days))
      if (!agree(fact.object, claim.object, related) && isSure(fact)) return fact;
  if (relation.subjectsPerObject === "one") {
    const object = entityOf(claim.object) ?? valueKey(claim.object);
    for (const fact of aroundDays(facts, claim.relation, { object }, days))
      if (!related(fact.subject, claim.subject) && isSure(fact)) return fact;
  }
  return null;
}

/** Is the claim about a closed scope at a time that the declaration covers? Then what no fact says is not so. */
function closedAgainst(facts: Facts, claim: Claim, days: Days | null): boolean {
  const object = entityOf(claim.object);
  return facts.relation(claim.relation).closed.some((closure) => {
    const covers = closure.object === null ? closure.subject === claim.subject : closure.object === object;
    if (!covers) return false;
    if (!days) return true;
    const begun = closure.from === null || closure.from.last < days.first;
    return begun && (closure.asOf === null || days.last <= closure.asOf.first);
  });
}

/** What else might fill the hole: another that is sure or may be, or, where several can be, others that no list excludes. */
function rivalOf(facts: Facts, { fact, slot, time }: Hole, value: Value, claim: Claim): Fault | null {
  const relation = facts.relation(fact.relation);
  const isOne = slot === "subject" ? relation.subjectsPerObject === "one" : relation.objectsPerSubject === "one";
  const anchor = slot === "subject" ? { object: objectKey(fact) } : { subject: fact.subject };
  for (const other of aroundDays(facts, fact.relation, anchor, daysAsked(time))) {
    const filled = slot === "subject" ? ({ kind: "entity", entity: other.subject } as const) : other.object;
    if (other.negative || valueKey(filled) === valueKey(value)) continue;
    const certainty = certaintyOf(facts, other, time);
    if (certainty === "sure") return { reason: "two_keys", detail: `${other.key} is right too` };
    if (certainty === "maybe" && !isOne) return { reason: "two_keys", detail: `${other.key} may be right too` };
    const reason = doubt(other, daysAsked(time));
    if (certainty === "maybe" && reason.reason === "bound_day") return reason;
  }
  if (isOne || closedAgainst(facts, claim, daysAsked(time))) return null;
  const list = completeListsOf(facts, fact, slot).find((complete) => membersOf(facts, complete).length === 1);
  return list ? null : { reason: "open_list", detail: "there may be others that the pack does not name" };
}

function dateIn(fact: Fact, place: "from" | "to" | "object") {
  if (place === "object") return fact.object.kind === "date" ? fact.object.date : null;
  const bound = fact[place];
  return bound.kind === "date" ? bound.date : null;
}
