/** Queries with one hole in one fact, `r(s, ?)` or `r(?, o)` at a time: what forms Q1, Q2, Q3 and Q7 have in common. */
import type { Fact, FactList } from "../facts/fact.ts";
import { type Facts, objectKey } from "../facts/facts.ts";
import { entityOf, valueKey } from "../facts/value.ts";
import { containsWords } from "./fold.ts";
import { kickerOf, noFrame, refuse, stemOf, whyOf } from "./form.ts";
import { completeListsOf, membersOf } from "./forms/members.ts";
import { type Fault, fillOf, type Hole, judge, keyFault, lookupOf } from "./judge.ts";
import { amongStatement, notListed, wholeList } from "./list-sentences.ts";
import { inUnit } from "./measured.ts";
import type { Ask, Query } from "./query.ts";
import type { Refusal, TimeScope } from "./question.ts";
import { spanOfValue } from "./strip.ts";
import { daysAsked, statesTime, timeOf } from "./time-asked.ts";
import { inStatement, scopeWords, variedSentence } from "./wording.ts";

/** The query of a hole whose key has been proved; refuses only where words are missing. */
export function holeQuery(facts: Facts, ask: Ask, hole: Hole, extra: { readonly n?: number } = {}): Query | Refusal {
  const { fact, slot, time } = hole;
  const key = fillOf(fact, slot);
  const lookup = lookupOf(hole);
  const scope = scopeWords(facts, time);
  const text = { scope, on: scope, source: sourceWords(facts, fact, time) };
  const worded = stemOf(facts, fact, ask.purpose, key, text, extra.n);
  const stem = worded === null ? null : inUnit(worded, slot === "object" ? key : fillOf(fact, "subject"));
  const why = whyOf(facts, [fact]);
  const list = hole.list === null ? null : facts.list(hole.list);
  // "Nothing else is named in that document" allows only to ask, and to say, what the document names.
  const named = list?.complete === "as_named" ? facts.source(list.citations[0]!.source).inStem : null;
  if (stem !== null && named !== null && !containsWords(stem, named)) return refuse(ask, sourceMissing);
  if (stem === null || why === null) return refuse(ask, noFrame);
  // Of who held it at any time several may be right; a list says by itself which of them it means, other forms word their stems themselves.
  const isPlain = ask.form === "Q1" || ask.form === "Q2" || ask.form === "Q7";
  if (isPlain && list === null && facts.relation(fact.relation).temporal && !statesTime(facts, time, stem))
    return refuse(ask, {
      reason: "undated",
      detail: `${ask.purpose} needs {scope}: this relation is temporal, and the stem does not state its time`,
    });
  return {
    ask,
    time,
    stem,
    kicker: kickerOf(facts, fact, ask.purpose),
    key: [{ value: key, fact }],
    facts: [fact],
    slot,
    isOfSet: list?.complete === "as_named",
    judge: (value) => judge(facts, lookup, value),
    statement(value) {
      const variation = slot === "subject" ? { subject: entityOf(value) ?? fact.subject } : { object: value };
      const when = time.kind === "timeless" ? {} : { when: scope };
      if (list?.complete === "as_named") return amongStatement(facts, list, value);
      return variedSentence(facts, fact, "fact", { ...variation, ...when }, inStatement);
    },
    why,
    contrast: () => null,
    whyNotListed: (value) => (list ? notListed(facts, list, value) : null),
    set: list ? wholeList(facts, list) : null,
    spanOf: (value, of) => spanOfValue(facts, value, valueKey(value) === valueKey(key) ? fact : of),
    asked: askedDays(time),
  };
}

/**
 * The hole of a fact at the time of a variant. Where there can be several, a complete list of one member says that it is the only one,
 * at the time of that list.
 */
export function holeAt(
  facts: Facts,
  fact: Fact,
  slot: "subject" | "object",
  variant: number,
  seed: string,
): Hole | null {
  const relation = facts.relation(fact.relation);
  const isOne = (slot === "subject" ? relation.subjectsPerObject : relation.objectsPerSubject) === "one";
  const list = isOne ? undefined : completeListsOf(facts, fact, slot).find((one) => membersOf(facts, one).length === 1);
  const time = list ? scopeOfList(facts, list) : timeOf(facts, fact, variant, seed);
  return time && { fact, slot, time, list: list?.key ?? null };
}

/** Why the fact's value is not the only one that fills the hole; that another fills it too is said before that others might. */
export function soleFault(facts: Facts, hole: Hole): Fault | null {
  const { fact, slot } = hole;
  const lookup = lookupOf(hole);
  const fault = keyFault(facts, lookup, [fillOf(fact, slot)], true);
  if (fault?.reason !== "open_list") return fault;
  const anchored =
    slot === "subject"
      ? facts.factsTo({ object: objectKey(fact), relation: fact.relation })
      : facts.factsOf({ subject: fact.subject, relation: fact.relation });
  const own = valueKey(fillOf(fact, slot));
  const second = anchored
    .slice(0, 16)
    .find(
      (other) => valueKey(fillOf(other, slot)) !== own && judge(facts, lookup, fillOf(other, slot)).verdict === "true",
    );
  return second ? { reason: "two_keys", detail: `${second.key} is right too` } : fault;
}

/** The time of a list: its own; of one without, that of its source, which is what the stem asks by. */
export function timeOfList(facts: Facts, list: FactList): TimeScope & { kind: "as-of" } {
  const source = facts.source(list.citations[0]!.source);
  const asOf = list.asOf ?? source.date;
  return { kind: "as-of", edtf: asOf.edtf, source: asOf.edtf === source.date.edtf ? source.key : null };
}

/** The time that a question about a list states: none where a list of what never changes is complete for good. */
export function scopeOfList(facts: Facts, list: FactList): TimeScope {
  const { temporal } = facts.relation(facts.fact(list.facts[0]!).relation);
  return !temporal && list.asOf === null && list.complete === "yes" ? { kind: "timeless" } : timeOfList(facts, list);
}

/** A list that is complete only as its source names it, asked without naming the source. */
export const sourceMissing: Fault = {
  reason: "open_list",
  detail: "the list is complete only as its source names it, and the stem does not name the source",
};

/** The source of a snapshot or, without one, of the fact, as a stem names it. */
export function sourceWords(facts: Facts, fact: Fact, time: TimeScope): string {
  const key = time.kind === "as-of" && time.source !== null ? time.source : fact.citations[0]?.source;
  return key === undefined ? "" : facts.source(key).inStem;
}

export function askedDays(time: TimeScope): Query["asked"] {
  const days = daysAsked(time);
  return days && { from: days.first, to: days.last };
}
