/** What the pack says for and against one claim at one time: the facts, before they are weighed. */
import { agree } from "./agree.ts";
import { isDisputed, replacedBy, touches } from "./capacity.ts";
import type { Fact, Relation, Value } from "./fact.ts";
import { type Facts, objectKey } from "./facts.ts";
import { type Anchor, holdersAt, holdersFor } from "./holders.ts";
import { type AskedTime, type Claim, certaintyOf, isCitedFor, type LookupQuery } from "./query.ts";
import type { Doubt } from "./refusal.ts";
import { overlap, spanOf } from "./time.ts";
import { entityOf, valueKey } from "./value.ts";

/** Facts that say so surely; a fact that may say so, with the doubt; a fact that says surely otherwise, with how. */
export type Evidence = {
  readonly sure: Fact | null;
  readonly doubt: Doubt | null;
  readonly against: Against | null;
};

/** Denied by a negative fact, or excluded because another value is sure where there is one at a time. */
export type Against = { readonly kind: "denied" | "another"; readonly fact: Fact };

/** A group of holders is only looked at where there can be one at a time: more than this many at once are a fault of the pack. */
const atMost = 64;

/** The evidence for and against a claim, without what completeness, other names, parts and wholes add to it. */
export function evidenceFor(facts: Facts, query: LookupQuery, claim: Claim): Evidence {
  const relation = facts.relation(claim.relation);
  let sure: Fact | null = null;
  let doubt: Doubt | null = null;
  let against: Against | null = null;
  for (const fact of saying(facts, claim, relation)) {
    if (!isCitedFor(fact, claim.time)) continue;
    const certainty = certaintyOf(fact, relation, claim.time);
    const match = matches(fact, claim, facts);
    if (fact.negative) {
      if (match === "same" && certainty === "sure") against = { kind: "denied", fact };
    } else if (match === "same" && certainty === "sure" && !isDisputed(fact)) sure ??= fact;
    else if (match !== "other") doubt ??= doubtOf(facts, fact, relation, claim.time, match);
  }
  const claimant = sure && claimantBeside(facts, query, claim, relation);
  if (sure && claimant) {
    doubt ??= { reason: "two_keys", detail: `${claimant.key}: ${claimant.capacity}, beside ${sure.key}` };
    sure = null;
  }
  against ??= anotherHolder(facts, query, claim, relation);
  if (against?.kind === "another") doubt ??= replacement(facts, claim, against.fact);
  return { sure, doubt, against };
}

/** Why a fact that may hold at the time is not certain; null when it surely does not hold. */
export function doubtOf(
  facts: Facts,
  fact: Fact,
  relation: Relation,
  time: AskedTime,
  match: "same" | "may" = "same",
): Doubt | null {
  const certainty = certaintyOf(fact, relation, time);
  const { name } = facts.entity(fact.subject);
  if (isDisputed(fact) && certainty !== "no" && match === "same")
    return { reason: "two_keys", detail: `${fact.key}: ${fact.capacity} only` };
  if (certainty === "no") {
    // "As of" can be read as "by": what ended before is then not false.
    const isBefore = time.kind === "as-of" && spanOf(fact, relation).possible.last < time.date.first;
    return isBefore ? { reason: "two_keys", detail: `${fact.key}: it was so before` } : null;
  }
  if (certainty === "sure" || match === "may") {
    if (match === "same") return null;
    const reason = fact.object.kind === "number" || fact.object.kind === "vague" ? "qualifier" : "precision";
    return { reason, detail: `${fact.key} is less or more exact` };
  }
  if (time.kind === "timeless")
    return { reason: "undated", detail: `${fact.key} changes over time and no time is asked` };
  const days = time.kind === "during" ? time.days : time.date;
  for (const bound of [fact.from, fact.to])
    if (bound.kind === "date" && overlap(bound.date, days))
      return { reason: "bound_day", detail: `${name}: ${fact.key} begins or ends ${bound.date.edtf}` };
  if (fact.to.kind !== "date" && fact.asOf !== null && days.last > fact.asOf.first)
    return { reason: "out_of_scope", detail: `${fact.key} is known as of ${fact.asOf.edtf}` };
  return { reason: "undated", detail: `${fact.key} does not say when it held` };
}

/** Facts, positive and negative, about this subject, relation and object; for dates and numbers, all of the subject's. */
function saying(facts: Facts, { subject, relation: key, object }: Claim, relation: Relation): readonly Fact[] {
  const other = entityOf(object);
  if (other === null) return facts.factsOf({ subject, relation: key });
  const direct = facts.factsBetween({ subject, relation: key, object: other });
  return relation.symmetric
    ? [...direct, ...facts.factsBetween({ subject: other, relation: key, object: subject })]
    : direct;
}

/** Is the fact's value what is claimed ("same"), possibly so ("may": overlapping dates, qualified numbers), or another? */
function matches(fact: Fact, { object }: Claim, facts: Facts): "same" | "may" | "other" {
  const stated = fact.object;
  // Entities were looked up by both of their ends; a relation may also take dates or numbers.
  if (stated.kind === "entity" || object.kind === "entity") return stated.kind === object.kind ? "same" : "other";
  if (valueKey(stated) === valueKey(object)) return "same";
  // A finer date within the one that is claimed: what happened on 10 July happened in July.
  if (
    stated.kind === "date" &&
    object.kind === "date" &&
    object.date.first <= stated.date.first &&
    stated.date.last <= object.date.last
  )
    return "same";
  return agree(stated, object, facts.related) ? "may" : "other";
}

/** Another value that surely holds where there is one at a time, at either end of the relation. */
function anotherHolder(facts: Facts, query: LookupQuery, claim: Claim, relation: Relation): Against | null {
  const { subject, object } = claim;
  const holders = (end: "subject" | "object", key: string) => {
    const anchor: Anchor = { relation: relation.key, end, key };
    return end === query.hole ? holdersAt(facts, anchor, claim.time, atMost) : holdersFor(facts, query, anchor, atMost);
  };
  if (relation.objectsPerSubject === "one") {
    const { sure } = holders("subject", subject);
    const other = sure.find(({ value, fact }) => isSole(fact) && !agree(value, object, facts.related));
    if (other) return { kind: "another", fact: other.fact };
  }
  if (relation.subjectsPerObject === "one") {
    const { sure } = holders("object", keyOf(object));
    const own: Value = { kind: "entity", entity: subject };
    const other = sure.find(({ value, fact }) => isSole(fact) && !agree(value, own, facts.related));
    if (other) return { kind: "another", fact: other.fact };
  }
  return null;
}

/** Somebody else who acted for the one holder, or claimed to be it, at the time asked: then even the holder in full is in doubt. */
function claimantBeside(
  facts: Facts,
  query: LookupQuery,
  { subject, object, time }: Claim,
  relation: Relation,
): Fact | null {
  if (relation.subjectsPerObject !== "one" || !relation.temporal) return null;
  const anchor: Anchor = { relation: relation.key, end: "object", key: keyOf(object) };
  const { maybe } =
    query.hole === "object" ? holdersAt(facts, anchor, time, atMost) : holdersFor(facts, query, anchor, atMost);
  return maybe.find(({ fact }) => isDisputed(fact) && fact.subject !== subject)?.fact ?? null;
}

/** Joint holders exclude nobody: only completeness says that there is no further one. */
function isSole({ capacity }: Fact): boolean {
  return capacity !== "joint";
}

/** The value was replaced by what surely holds, or replaced it, with no time between the two: a date of the change that is a little off makes it right. */
function replacement(facts: Facts, claim: Claim, holding: Fact): Doubt | null {
  const own = keyOf(claim.object);
  const days = spanOf(holding, facts.relation(holding.relation)).possible;
  const other = replacedBy(facts, holding).find(
    (fact) => fact.subject === claim.subject && objectKey(fact) === own && touches(facts, fact, days),
  );
  return other ? { reason: "two_keys", detail: `${holding.key} and ${other.key} replace each other` } : null;
}

/**
 * R6: a fact about something related to the claim's subject or object (a part, a whole, what may be the same) that holds or may hold.
 * Where there is one, the claim is not false, whatever else is sure.
 */
export function nearbyFact(facts: Facts, claim: Claim): Fact | null {
  const relation = facts.relation(claim.relation);
  const object = entityOf(claim.object);
  const found = nearbyOneWay(facts, claim, relation);
  if (found || !relation.symmetric || object === null) return found;
  return nearbyOneWay(
    facts,
    { ...claim, subject: object, object: { kind: "entity", entity: claim.subject } },
    relation,
  );
}

function nearbyOneWay(facts: Facts, claim: Claim, relation: Relation): Fact | null {
  const object = entityOf(claim.object);
  const subjects = [claim.subject, ...facts.relatives(claim.subject)];
  const objects = object === null ? [] : [object, ...facts.relatives(object)];
  if (subjects.length === 1 && objects.length <= 1) return null;
  for (const subject of subjects) {
    const own = facts.factsOf({ subject, relation: relation.key });
    const candidates =
      object === null || own.length <= atMost
        ? own
        : objects.flatMap((other) => facts.factsBetween({ subject, relation: relation.key, object: other }));
    for (const fact of candidates) {
      if (fact.negative || !isCitedFor(fact, claim.time)) continue;
      if (subject === claim.subject && objectKey(fact) === (object ?? valueKey(claim.object))) continue;
      if (agree(fact.object, claim.object, facts.related) && certaintyOf(fact, relation, claim.time) !== "no")
        return fact;
    }
  }
  return null;
}

/** The anchor of a claim at the end that is not its hole. */
export function anchorOfClaim(claim: Claim, hole: "subject" | "object") {
  const end = hole === "subject" ? "object" : "subject";
  return { relation: claim.relation, end, key: end === "subject" ? claim.subject : keyOf(claim.object) } as const;
}

/** How a value is looked up: an entity by its key, any other by its `ValueKey`. */
export function keyOf(value: Value): string {
  return entityOf(value) ?? valueKey(value);
}
