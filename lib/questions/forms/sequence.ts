/** Things that stand in an order of time: what order (Q6), earliest and latest (Q10) and the odd one out (Q13) ask of their members. */

import { isDisputed } from "../../facts/capacity.ts";
import type { Fact, HistoricalDate } from "../../facts/fact.ts";
import { type Facts, objectKey } from "../../facts/facts.ts";
import { before } from "../../facts/time.ts";
import { askableOf } from "../form.ts";
import { valueWords } from "../wording.ts";

/** Members looked at for one question: of a very large group a part is enough. */
export const mostSequence = 64;

/** When it happened or began; null without a date. */
export function startOf(fact: Fact): HistoricalDate | null {
  if (fact.object.kind === "date") return fact.object.date;
  return fact.from.kind === "date" ? fact.from.date : null;
}

/** Is one surely before the other? Both have a date. */
export function isApart(a: Fact, b: Fact): boolean {
  const [x, y] = [startOf(a)!, startOf(b)!];
  return before(x, y) || before(y, x);
}

/** Dated, askable, and printed without a figure or an ordinal that would show the order. */
export function isOrderable(facts: Facts, fact: Fact): boolean {
  if (fact.negative || isDisputed(fact) || askableOf(facts, fact) === "no" || !startOf(fact)) return false;
  // Who held it twice has two places in the row, and one name; so has what has two dates.
  const { subject, relation, object } = fact;
  const own = facts.factsOf({ subject, relation }).filter((other) => !other.negative);
  if (own.filter((other) => object.kind === "date" || objectKey(other) === objectKey(fact)).length > 1) return false;
  return !/\d|\b(?:first|second|third|initial|final|last)\b/i.test(
    valueWords(facts, { kind: "entity", entity: fact.subject }),
  );
}
