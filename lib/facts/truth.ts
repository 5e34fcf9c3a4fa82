/**
 * The truth test (question-engine 3.4): is a value right, wrong, or neither for sure, at every reading?
 * Right: a fact says so and surely holds. Wrong: (a) another value surely holds where there is one at a time, (b) a set that is declared complete
 * for what is asked does not hold it, (c) a fact denies it. What the pack does not say is never wrong. A test costs the same in a pack of any size.
 */
import { unreachable } from "../base/unreachable.ts";
import { agree } from "./agree.ts";
import { isDisputed } from "./capacity.ts";
import { completeAt, isNamedBy, membersOf } from "./complete.ts";
import { isOnlyEnd, judgeEnd } from "./end-truth.ts";
import { anchorOfClaim, doubtOf, evidenceFor, keyOf, nearbyFact } from "./evidence.ts";
import type { Citation, Fact, Value } from "./fact.ts";
import { type Facts, objectKey } from "./facts.ts";
import { type Holder, holdersAt } from "./holders.ts";
import type { Claim, LookupQuery, Query } from "./query.ts";
import { meanings } from "./readings.ts";
import type { Doubt } from "./refusal.ts";
import { entityOf, valueKey } from "./value.ts";

/** Why a value is wrong: a fact that denies it, another that holds instead, or a set declared complete that lacks it. */
export type Proof =
  | { readonly kind: "denied" | "another"; readonly fact: Fact }
  | { readonly kind: "complete"; readonly list: string | null; readonly citation: Citation };

/** What can be said of a value; right with the fact that says so, wrong with the proof, otherwise why neither is sure. */
export type Verdict =
  | { readonly verdict: "true"; readonly fact: Fact }
  | { readonly verdict: "false"; readonly proof: Proof }
  | ({ readonly verdict: "unknown" } & Doubt);

/** Yes, or why not. */
export type Answer = { readonly yes: true } | ({ readonly yes: false } & Doubt);

/** The verdict on a value in the hole of a query, at every reading. */
export function verdict(facts: Facts, query: Query, value: Value): Verdict {
  switch (query.hole) {
    case "from":
    case "to":
      return judgeEnd(facts, query, value);
    case "subject":
    case "object": {
      const claim = claimOf(query, value);
      if (!claim) return unknown("no_distractor", `a ${value.kind} is no ${query.hole}`);
      let first: Verdict | null = null;
      for (const meaning of meanings(facts, claim)) {
        const found = judgeOne(facts, query, meaning.claim);
        if (found.verdict === "unknown") return first ? unknown("homonym", nameOf(facts, value)) : found;
        if (first && first.verdict !== found.verdict) return unknown("homonym", nameOf(facts, value));
        first ??= found;
      }
      return first!;
    }
    default:
      return unreachable(query);
  }
}

/** May the value be offered as wrong: is it so at every reading? */
export function isDistractor(facts: Facts, query: Query, value: Value): Answer {
  const found = verdict(facts, query, value);
  switch (found.verdict) {
    case "false":
      return { yes: true };
    case "true":
      return { yes: false, reason: "two_keys", detail: `${found.fact.key} says so` };
    case "unknown":
      return { yes: false, reason: found.reason, detail: found.detail };
  }
}

/**
 * May these values be the key: is each right at every reading? With `only`, also: are there surely no others? A choice among options need not know that,
 * for every other option is proved wrong by itself; a typed answer must.
 */
export function isKey(
  facts: Facts,
  query: Query,
  values: readonly Value[],
  { only }: { readonly only: boolean },
): Answer {
  for (const value of values) {
    const found = verdict(facts, query, value);
    if (found.verdict === "false") return { yes: false, reason: "no_key", detail: `${nameOf(facts, value)} is wrong` };
    if (found.verdict === "unknown") {
      const isUnsaid = found.reason === "open_list";
      return {
        yes: false,
        reason: isUnsaid ? "no_key" : found.reason,
        detail: isUnsaid ? "no fact says so" : found.detail,
      };
    }
  }
  const other = only ? otherKey(facts, query, values) : null;
  return other ? { yes: false, ...other } : { yes: true };
}

/** The verdict on one meaning of a claim. */
function judgeOne(facts: Facts, query: LookupQuery, claim: Claim): Verdict {
  const { asOf } = facts.pack;
  const { time } = claim;
  if ((time.kind === "during" && time.days.last > asOf.last) || (time.kind === "as-of" && time.date.first > asOf.last))
    return unknown("out_of_scope", `the pack ends with ${asOf.edtf}`);
  if (query.list !== null) return judgeListed(facts, query, query.list, claim);
  const { sure, doubt, against } = evidenceFor(facts, query, claim);
  if (sure && against) return unknown("contradiction", `${sure.key}, but ${against.fact.key}`);
  if (sure) return { verdict: "true", fact: sure };
  if (doubt) return { verdict: "unknown", ...doubt };
  if (against?.kind === "denied") return { verdict: "false", proof: against };
  const nearby = nearbyFact(facts, claim);
  if (nearby) return unknown("two_keys", `${nearby.key} is about a part, a whole or another name of it`);
  if (against) return { verdict: "false", proof: against };
  const complete =
    completeAt(facts, anchorOfClaim(claim, "subject"), time) ?? completeAt(facts, anchorOfClaim(claim, "object"), time);
  if (complete) return { verdict: "false", proof: { kind: "complete", ...complete } };
  const relation = facts.relation(claim.relation);
  if (relation.temporal && time.kind === "timeless" && claim.object.kind !== "date")
    return unknown("undated", "no time is asked");
  return unknown("open_list", "the pack does not say that it has all");
}

/** Is the value among those that a list names? */
function judgeListed(facts: Facts, query: LookupQuery, key: string, claim: Claim): Verdict {
  const { hole } = query;
  const list = facts.list(key);
  const members = membersOf(facts, list);
  const value = keyOf(hole === "subject" ? { kind: "entity", entity: claim.subject } : claim.object);
  const { sure, against } = evidenceFor(facts, query, claim);
  const member = members.get(value);
  if (list.members !== hole || !isAbout(facts, list.facts[0]!, hole, claim))
    return unknown("open_list", `${key} is about something else`);
  const disputed = disputedFact(facts, claim);
  if (disputed) return unknown("two_keys", `${disputed.key}: ${disputed.capacity} only`);
  if (member !== undefined) {
    if (against?.kind === "denied") return unknown("contradiction", `${member}, but ${against.fact.key}`);
    return { verdict: "true", fact: facts.fact(member) };
  }
  if (against?.kind === "denied") return { verdict: "false", proof: against };
  const isEnough = list.complete === "yes" || (list.complete === "as_named" && isNamedBy(list, claim.time));
  if (!isEnough) return unknown("open_list", `${key} is not said to be complete (${list.complete})`);
  const relative = facts.relatives(value).find((other) => members.has(other));
  if (relative !== undefined) return unknown("two_keys", `${relative} is a part, a whole or another name of it`);
  if (sure) return unknown("contradiction", `${sure.key} says so, ${key} does not name it`);
  return { verdict: "false", proof: { kind: "complete", list: key, citation: list.citations[0]! } };
}

/** A list may speak of all who ever held something, so an acting or rival holder of any time is neither in it nor out of it (R7). */
function disputedFact(facts: Facts, { subject, relation, object }: Claim): Fact | undefined {
  return facts.factsBetween({ subject, relation, object: keyOf(object) }).find(isDisputed);
}

/** Something beside the values that is, or may be, right too; null when there is surely nothing. */
function otherKey(facts: Facts, query: Query, values: readonly Value[]): Doubt | null {
  if (query.hole === "from" || query.hole === "to") return isOnlyEnd(facts, query);
  const claim = claimOf(query, values[0]!)!;
  const given = new Set(values.map(keyOf));
  if (query.list !== null) {
    const more = membersOf(facts, facts.list(query.list))
      .keys()
      .find((member) => !given.has(member));
    return more === undefined ? null : { reason: "two_keys", detail: `${more} is named too` };
  }
  const relation = facts.relation(query.relation);
  const anchor = anchorOfClaim(claim, query.hole);
  const isOne = (query.hole === "subject" ? relation.subjectsPerObject : relation.objectsPerSubject) === "one";
  if (!isOne && !completeAt(facts, anchor, query.time)) return { reason: "open_list", detail: "there may be others" };
  const { sure, maybe } = holdersAt(facts, anchor, query.time, given.size + 64);
  const isOther = (holder: Holder) =>
    !given.has(keyOf(holder.value)) && values.every((value) => !agree(holder.value, value, facts.related));
  const second = sure.find(isOther);
  const isJoint = sure.some(({ fact }) => fact.capacity === "joint");
  if (second)
    return { reason: isOne && !isJoint ? "contradiction" : "two_keys", detail: `${second.fact.key} holds too` };
  if (isJoint && !completeAt(facts, anchor, query.time))
    return { reason: "open_list", detail: "it was held jointly, and not all holders are said to be in the pack" };
  const possible = maybe.find(isOther);
  return possible ? doubtOf(facts, possible.fact, relation, query.time) : null;
}

function claimOf(query: LookupQuery, value: Value): Claim | null {
  const { relation, time } = query;
  if (query.hole === "object") return { subject: query.subject, relation, object: value, time };
  const subject = entityOf(value);
  return subject === null ? null : { subject, relation, object: query.object, time };
}

/** Is a list's fact about what the claim holds fast? */
function isAbout(facts: Facts, key: string, hole: "subject" | "object", claim: Claim): boolean {
  const fact = facts.fact(key);
  if (fact.relation !== claim.relation) return false;
  return hole === "subject" ? objectKey(fact) === keyOf(claim.object) : fact.subject === claim.subject;
}

function nameOf(facts: Facts, value: Value): string {
  const entity = entityOf(value);
  return entity === null ? valueKey(value) : facts.entity(entity).name;
}

function unknown(reason: Doubt["reason"], detail: string): Verdict {
  return { verdict: "unknown", reason, detail };
}
