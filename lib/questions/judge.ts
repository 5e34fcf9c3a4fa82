/** The truth test in the engine's words: what a form asks as a look-up, and what its verdicts mean for a key and an option. */
import type { Closure, Fact, Value } from "../facts/fact.ts";
import { type Facts, objectKey } from "../facts/facts.ts";
import type { AskedTime, LookupQuery, Query as TruthQuery } from "../facts/query.ts";
import type { Doubt } from "../facts/refusal.ts";
import { isKey, verdict } from "../facts/truth.ts";
import type { Judgement } from "./query.ts";
import type { TimeScope } from "./question.ts";
import { dateOf, daysAsked } from "./time-asked.ts";

/** Why something is not asked: the reason and what it is about. */
export type Fault = Doubt;

/** One place of one fact left open, at the time that the stem states; with a list, among what it names. */
export type Hole = {
  readonly fact: Fact;
  readonly slot: "subject" | "object";
  readonly time: TimeScope;
  readonly list: string | null;
};

/** The value that fills the hole. */
export function fillOf(fact: Fact, slot: "subject" | "object"): Value {
  return slot === "subject" ? { kind: "entity", entity: fact.subject } : fact.object;
}

/** The look-up of a hole. */
export function lookupOf({ fact, slot, time, list }: Hole): LookupQuery {
  const common = { relation: fact.relation, time: askedTime(time), list };
  return slot === "subject"
    ? { ...common, hole: slot, object: fact.object }
    : { ...common, hole: slot, subject: fact.subject };
}

/** The look-up of a date: an end of the fact's span, or its object. */
export function dateLookup(fact: Fact, place: "from" | "to" | "object"): TruthQuery {
  if (place !== "object") return { hole: place, fact: fact.key };
  return lookupOf({ fact, slot: "object", time: { kind: "timeless" }, list: null });
}

/** Is a value right, wrong, or neither for sure? */
export function judge(facts: Facts, query: TruthQuery, value: Value): Judgement {
  const found = verdict(facts, query, value);
  return found.verdict === "unknown" ? found : { verdict: found.verdict };
}

/** Why these values are not right for sure, or, with `only`, may not be the only right ones; null when they are. */
export function keyFault(facts: Facts, query: TruthQuery, values: readonly Value[], only: boolean): Fault | null {
  const answer = isKey(facts, query, values, { only });
  return answer.yes ? null : { reason: answer.reason, detail: answer.detail };
}

/** The declaration that all holders of the fact's object are in the pack; null without one. */
export function closureOf(facts: Facts, fact: Fact): Closure | null {
  const object = objectKey(fact);
  return facts.relation(fact.relation).closed.find((closure) => closure.object === object) ?? null;
}

function askedTime(time: TimeScope): AskedTime {
  switch (time.kind) {
    case "timeless":
      return time;
    case "as-of":
      return { kind: "as-of", date: dateOf(time.edtf), source: time.source };
    case "on":
    case "span":
      return { kind: "during", days: daysAsked(time)! };
  }
}
