/** Q5 of quantities: the largest and smallest of a whole set, and what is more or less than another. Ranges of one unit that lie apart, or nothing. */
import { hash32 } from "../../base/random.ts";
import type { Fact, FactList, Value } from "../../facts/fact.ts";
import type { Facts } from "../../facts/facts.ts";
import {
  askableOf,
  type FormRules,
  isRefusal,
  kickerOf,
  noFrame,
  refuse,
  setAsk,
  stemOf,
  typeWords,
  whyOf,
} from "../form.ts";
import { realise } from "../frame.ts";
import { holeQuery } from "../hole.ts";
import type { Fault, Hole } from "../judge.ts";
import type { Ask, Judgement, Query } from "../query.ts";
import type { Refusal, TimeScope } from "../question.ts";
import { type Said, saying } from "../said.ts";
import { factSlots, inStem, nameOf, scopeWords, snapshotScope, valueInSentence } from "../wording.ts";
import { compare, numberOf, scaleOfQuantity, unitOf } from "./quantity-scale.ts";
import { listSet, wholeFault } from "./whole-set.ts";

const extremes = ["ask_largest", "ask_smallest"] as const;
const comparisons = ["ask_more", "ask_less"] as const;

/** Is the ask about quantities? Q5 of time is in q5-first-last.ts. */
export function isOfQuantities({ purpose }: Ask): boolean {
  return [...extremes, ...comparisons].some((one) => one === purpose);
}

export const quantities: Pick<FormRules, "asksOf" | "asksOfList" | "resolve"> = {
  asksOf(facts, fact) {
    const { frames } = facts.relation(fact.relation);
    if (fact.negative || fact.object.kind !== "number" || askableOf(facts, fact) !== "yes") return [];
    return comparisons
      .filter((purpose) => frames[purpose] !== undefined)
      .map((purpose) => setAsk("Q5", fact, purpose, null, 0, ["choice"]));
  },

  asksOfList(facts, list) {
    const first = facts.fact(list.facts[0]!);
    return extremes
      .filter((purpose) => list.frames[purpose] !== undefined)
      .map((purpose) => setAsk("Q5", first, purpose, list.key, 0, ["choice", "typed", "flashcard"]));
  },

  resolve(facts, ask, seed) {
    return ask.list === null ? comparisonQuery(facts, ask, seed) : extremeQuery(facts, ask, facts.list(ask.list));
  },
};

/** The largest of a whole set: its least possible number is above the greatest possible one of every other. */
function extremeQuery(facts: Facts, ask: Ask, list: FactList): Query | Refusal {
  const set = listSet(facts, list);
  const fault = set ? wholeFault(facts, set) : noMembers;
  if (!set || fault) return refuse(ask, fault ?? noMembers, list.facts);
  const members = list.facts.map((key) => facts.fact(key));
  if (!hasOneNumber(facts, members[0]!)) return refuse(ask, severalNumbers, list.facts);
  const unit = unitOf(members[0]!);
  const odd = members.find((fact) => fact.object.kind !== "number" || unitOf(fact) !== unit);
  if (odd)
    return refuse(ask, { reason: "qualifier", detail: `${odd.key} has no number in ${unit ?? "figures"}` }, list.facts);
  const scale = scaleOfQuantity(facts, members[0]!);
  const twofold = members.find((fact) => scale.of(fact.subject) !== fact);
  if (twofold)
    return refuse(ask, { reason: "contradiction", detail: `${twofold.key} is not the only number of it` }, list.facts);
  const isLarge = ask.purpose === "ask_largest";
  const sorted = members.toSorted((a, b) => (isLarge ? numberOf(b) - numberOf(a) : numberOf(a) - numberOf(b)));
  const [first, ...others] = sorted as [Fact, ...Fact[]];
  const rival = others.find((other) => compare(facts, first, other) !== (isLarge ? "more" : "less"));
  if (rival) return refuse(ask, rivalFault(facts, first, rival, isLarge ? "large" : "small"), list.facts);
  const frame = list.frames[ask.purpose]!;
  const text = {
    ...typeWords(facts, set.members[0]!.value),
    scope: scopeWords(facts, set.time),
    source: set.source.inStem,
  };
  const stem = realise(frame, { ...factSlots(facts, first), text }, inStem);
  return compared(facts, ask, {
    key: first,
    time: set.time,
    stem,
    beside: others[0] ?? first,
    claim: extremeSaid(facts, list, others, isLarge),
    judge: (value) => memberOf(members, first, value),
  });
}

/**
 * The claim itself, by the place of the whole list, and which comes next, where one surely does. How many are compared is not said: that is
 * another question.
 */
function extremeSaid(facts: Facts, list: FactList, others: readonly Fact[], isLarge: boolean): Said {
  const [next, third] = others;
  const isSure = next && (!third || compare(facts, next, third) === (isLarge ? "more" : "less"));
  const beside = isSure
    ? `; next comes ${nameOf(facts, { kind: "entity", entity: next.subject })} with ${valueInSentence(facts, next.object)}`
    : "";
  const claim = `That is the ${isLarge ? "highest" : "lowest"} value of all ${list.gloss}${beside}.`;
  return saying(claim, isSure ? [next] : [], list.citations);
}

/** Why one number is not surely beyond another: measured nearly the same, the same, or known with a qualifier. */
function rivalFault(facts: Facts, first: Fact, rival: Fact, extreme: "large" | "small"): Fault {
  if (compare(facts, first, rival) === "near")
    return { reason: "too_near", detail: `${rival.key} was measured nearly as ${extreme}` };
  const reason = isExact(first) && isExact(rival) ? "tie" : "qualifier";
  return { reason, detail: `${rival.key} may be as ${extreme}` };
}

/** What may have several numbers at a time is neither more nor less than another by one of them. */
function hasOneNumber(facts: Facts, { relation }: Fact): boolean {
  return facts.relation(relation).objectsPerSubject === "one";
}

const severalNumbers: Fault = { reason: "two_keys", detail: "it may have several such numbers at a time" };
const noMembers: Fault = { reason: "no_key", detail: "the list has no members" };

function memberOf(members: readonly Fact[], key: Fact, value: Value): Judgement {
  if (value.kind === "entity" && value.entity === key.subject) return { verdict: "true" };
  const isMember = value.kind === "entity" && members.some(({ subject }) => subject === value.entity);
  return isMember
    ? { verdict: "false" }
    : { verdict: "unknown", reason: "no_distractor", detail: "not a member of the set" };
}

/** What is more (or less) than the anchor: one that surely is, among others that surely are not. */
function comparisonQuery(facts: Facts, ask: Ask, seed: string): Query | Refusal {
  const anchor = facts.fact(ask.fact);
  if (!hasOneNumber(facts, anchor)) return refuse(ask, severalNumbers);
  const wanted = ask.purpose === "ask_more" ? "more" : "less";
  const scale = scaleOfQuantity(facts, anchor);
  const place = scale.place(anchor.key);
  // Of a large group, the nearest on the side that is asked: farther ones say less.
  const side =
    wanted === "more"
      ? scale.sorted.slice(place + 1, place + 1 + mostBeside)
      : scale.sorted.slice(Math.max(0, place - mostBeside), place);
  const sure = side.filter((fact) => compare(facts, fact, anchor) === wanted && scale.of(fact.subject) === fact);
  const key = sure[hash32(`${seed}\n${ask.fact} ${ask.purpose}`) % Math.max(1, sure.length)];
  const time = timeOfQuantity(facts, anchor);
  if (!key) return refuse(ask, { reason: "no_key", detail: `nothing is surely ${wanted}` });
  if (!time || scale.of(anchor.subject) !== anchor)
    return refuse(ask, { reason: time ? "two_keys" : "undated", detail: "it has no one number at one time" });
  const stem = stemOf(
    facts,
    anchor,
    ask.purpose,
    { kind: "entity", entity: key.subject },
    { scope: scopeWords(facts, time) },
  );
  if (stem === null) return refuse(ask, noFrame);
  return compared(facts, ask, {
    key,
    time,
    stem,
    beside: anchor,
    judge: (value) => than(facts, anchor, wanted, value),
    distance: (value) => quantityFrom(facts, anchor, value),
  });
}

/** How far the quantity of a value lies from the anchor's; infinite without one. */
function quantityFrom(facts: Facts, anchor: Fact, value: Value): number {
  const fact = value.kind === "entity" ? scaleOfQuantity(facts, anchor).of(value.entity) : null;
  return fact ? Math.abs(numberOf(fact) - numberOf(anchor)) : Number.POSITIVE_INFINITY;
}

/** Holders of a number around the anchor's that are looked at. */
const mostBeside = 12;

function than(facts: Facts, anchor: Fact, wanted: "more" | "less", value: Value): Judgement {
  const unsure = (detail: string): Judgement => ({ verdict: "unknown", reason: "qualifier", detail });
  if (value.kind !== "entity") return unsure("not an entity");
  const fact = scaleOfQuantity(facts, anchor).of(value.entity);
  if (!fact) return unsure("no one number of that unit and time");
  const found = compare(facts, fact, anchor);
  if (found === "near") return { verdict: "unknown", reason: "too_near", detail: `${fact.key} is nearly as much` };
  if (found === null) return unsure(`${fact.key} may be as much`);
  return { verdict: found === wanted ? "true" : "false" };
}

type Compared = {
  readonly key: Fact;
  readonly time: TimeScope;
  readonly stem: string;
  readonly beside: Fact;
  /** Of a set as a whole, what the key is in it; absent beside another single thing. */
  readonly claim?: Said;
  judge(value: Value): Judgement;
  distance?(value: Value): number;
};

function compared(
  facts: Facts,
  ask: Ask,
  { key, time, stem, beside, claim, judge, distance }: Compared,
): Query | Refusal {
  const hole: Hole = { fact: key, slot: "subject", time, list: null };
  const query = holeQuery(facts, { ...ask, purpose: "fact" }, hole);
  const sentences = whyOf(facts, claim ? [key] : [key, beside]);
  if (isRefusal(query) || sentences === null) return refuse(ask, noFrame);
  const kicker = kickerOf(facts, key, ask.purpose);
  return {
    ...query,
    ask,
    stem,
    kicker,
    facts: [...new Set([key, beside])],
    why: claim ? [...sentences, claim] : sentences,
    isOfSet: true,
    judge,
    ...(distance ? { distance } : {}),
    statement: () => null,
    asked: null,
  };
}

/** A number has its time by its as-of alone; null for one of a relation that changes and has none. */
function timeOfQuantity(facts: Facts, fact: Fact): TimeScope | null {
  if (!facts.relation(fact.relation).temporal) return { kind: "timeless" };
  return fact.asOf && fact.from.kind !== "date" && fact.to.kind !== "date"
    ? snapshotScope(facts, { ...fact, asOf: fact.asOf })
    : null;
}

function isExact({ object }: Fact): boolean {
  return object.kind === "number" && object.qualifier === "exact";
}
