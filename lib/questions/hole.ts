/** Queries with one hole in one fact, `r(s, ?)` or `r(?, o)` at a time: what forms Q1, Q2, Q3 and Q7 have in common. */
import type { Fact, Value } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { entityOf, valueKey } from "../facts/value.ts";
import { kickerOf, noFrame, refuse, stemOf, whyOf } from "./form.ts";
import { type Claim, judgeClaim } from "./judge.ts";
import type { Ask, Query } from "./query.ts";
import type { Refusal, TimeScope } from "./question.ts";
import { spanOfValue } from "./strip.ts";
import { daysAsked } from "./time-asked.ts";
import { inStatement, scopeWords, variedSentence } from "./wording.ts";

/** The hole of a fact, and the time at which it is asked. */
export type Hole = { readonly fact: Fact; readonly slot: "subject" | "object"; readonly time: TimeScope };

/** The value that fills the hole. */
export function fillOf(fact: Fact, slot: "subject" | "object"): Value {
  return slot === "subject" ? { kind: "entity", entity: fact.subject } : fact.object;
}

/** The fact's claim with another value in the hole. */
export function claimOf({ fact, slot, time }: Hole, value: Value): Claim | null {
  const subject = slot === "subject" ? entityOf(value) : fact.subject;
  if (subject === null) return null;
  return { subject, relation: fact.relation, object: slot === "object" ? value : fact.object, time };
}

/** The query of a hole whose key has been proved; refuses only where words are missing. */
export function holeQuery(facts: Facts, ask: Ask, hole: Hole, extra: { readonly n?: number } = {}): Query | Refusal {
  const { fact, slot, time } = hole;
  const key = fillOf(fact, slot);
  const scope = scopeWords(facts, time);
  const text = { scope, on: scope, source: sourceWords(facts, fact, time) };
  const stem = stemOf(facts, fact, ask.purpose, key, text, extra.n);
  const why = whyOf(facts, [fact]);
  if (stem === null || why === null) return refuse(ask, noFrame);
  return {
    ask,
    time,
    stem,
    kicker: kickerOf(facts, fact, ask.purpose),
    key: [{ value: key, fact }],
    facts: [fact],
    slot,
    judge(value) {
      const claim = claimOf(hole, value);
      return claim
        ? judgeClaim(facts, claim)
        : { verdict: "unknown", reason: "no_distractor", detail: "not an entity" };
    },
    statement(value) {
      const variation = slot === "subject" ? { subject: entityOf(value) ?? fact.subject } : { object: value };
      const when = time.kind === "timeless" ? {} : { when: scope };
      return variedSentence(facts, fact, "fact", { ...variation, ...when }, inStatement);
    },
    why,
    whyNotListed: () => null,
    spanOf: (value, of) => spanOfValue(facts, value, valueKey(value) === valueKey(key) ? fact : of),
    asked: askedDays(time),
  };
}

/** The source of a snapshot or, without one, of the fact, as a stem names it. */
export function sourceWords(facts: Facts, fact: Fact, time: TimeScope): string {
  const key = time.kind === "as-of" && time.source !== null ? time.source : fact.citations[0]?.source;
  return key === undefined ? "" : facts.source(key).inStem;
}

export function askedDays(time: TimeScope): Query["asked"] {
  const days = daysAsked(time);
  return days && { from: days.first, to: days.last };
}
