/** The truth test for the ends of a span: on what date did a fact begin, or end? */
import { isDisputed, replacedBy } from "./capacity.ts";
import type { Fact, HistoricalDate, Value } from "./fact.ts";
import { type Facts, objectKey } from "./facts.ts";
import type { EndQuery } from "./query.ts";
import type { Doubt } from "./refusal.ts";
import { overlap, spanOf } from "./time.ts";
import type { Verdict } from "./truth.ts";

/**
 * Is a date the one on which a fact began (or ended)? A fact begins once, so a date that surely differs is wrong; but where the same subject stood
 * in the same relation to the same object more than once, or a second source dates it otherwise, each of those dates is right at some reading.
 */
export function judgeEnd(facts: Facts, query: EndQuery, value: Value): Verdict {
  const fact = facts.fact(query.fact);
  const stated = dateOf(fact, query.hole);
  if (value.kind !== "date")
    return { verdict: "unknown", reason: "no_distractor", detail: `a ${value.kind} is no date` };
  if (!stated) return { verdict: "unknown", ...undated(fact, query.hole) };
  // When somebody who was only acting "became" it is as disputed as that they did.
  if (isDisputed(fact)) return { verdict: "unknown", reason: "two_keys", detail: `${fact.key}: ${fact.capacity} only` };
  const { date } = value;
  const other = terms(facts, fact).find((term) => {
    const end = term === fact ? null : dateOf(term, query.hole);
    return end !== null && overlap(end, date);
  });
  if (date.edtf === stated.edtf) {
    if (stated.precision === "between")
      return { verdict: "unknown", reason: "precision", detail: "the source gives only a stretch of time" };
    const rival = rivalOf(facts, fact, query.hole, stated);
    if (rival) return { verdict: "unknown", reason: "contradiction", detail: `${rival.key} dates the same otherwise` };
    return { verdict: "true", fact };
  }
  if (other) return { verdict: "unknown", reason: "two_keys", detail: `${other.key} has that date` };
  const change = replacedBy(facts, fact).find((term) => {
    const end = dateOf(term, query.hole === "from" ? "to" : "from");
    return end !== null && overlap(end, date);
  });
  if (change)
    return {
      verdict: "unknown",
      reason: "near_synonym",
      detail: `${change.key} and ${fact.key} replace each other then`,
    };
  if (overlap(stated, date))
    return {
      verdict: "unknown",
      reason: "precision",
      detail: `${fact.key} says ${stated.edtf}, which may be the same`,
    };
  return { verdict: "false", proof: { kind: "another", fact } };
}

/** A fact that speaks of the same time (both surely hold on some day) and gives that end another date: the sources differ (R3). */
function rivalOf(facts: Facts, fact: Fact, end: "from" | "to", stated: HistoricalDate): Fact | undefined {
  const relation = facts.relation(fact.relation);
  return terms(facts, fact).find((term) => {
    const date = dateOf(term, end);
    if (term === fact || !date || overlap(date, stated)) return false;
    return overlap(spanOf(term, relation).sure, spanOf(fact, relation).sure);
  });
}

/** Is the date of that end the only right one? */
export function isOnlyEnd(facts: Facts, query: EndQuery): Doubt | null {
  const fact = facts.fact(query.fact);
  const stated = dateOf(fact, query.hole);
  if (!stated) return undated(fact, query.hole);
  for (const term of terms(facts, fact)) {
    const end = dateOf(term, query.hole);
    if (term !== fact && end?.edtf !== stated.edtf)
      return { reason: "two_keys", detail: `${term.key} is a second time, with another date` };
  }
  return null;
}

/** The facts that say the same of other times: a second term, or another source. */
function terms(facts: Facts, fact: Fact): readonly Fact[] {
  return facts
    .factsBetween({ subject: fact.subject, relation: fact.relation, object: objectKey(fact) })
    .filter(({ negative }) => !negative);
}

function dateOf(fact: Fact, end: "from" | "to"): HistoricalDate | null {
  const bound = fact[end];
  return bound.kind === "date" ? bound.date : null;
}

function undated(fact: Fact, end: "from" | "to"): Doubt {
  if (end === "to" && fact.to.kind === "open")
    return { reason: "out_of_scope", detail: `${fact.key} had not ended when its source was written` };
  return { reason: "undated", detail: `${fact.key} does not say when it ${end === "from" ? "began" : "ended"}` };
}
