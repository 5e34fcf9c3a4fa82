/** What the questions of a quiz are drawn from. */
import { parseDate } from "../facts/dates.ts";
import type { Bound, Fact, HistoricalDate } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { questionsOf } from "../questions/bank.ts";
import { cardsOf } from "../questions/cards.ts";
import type { CardKey, Question } from "../questions/question.ts";
import type { Period, Plan } from "./plan.ts";

/** The questions that a plan may draw from. A part that no question asks by itself has no card, so no answer can become its review. */
export function* candidatesOf(
  facts: Facts,
  { seed, kinds, forms, period }: Pick<Plan, "seed" | "kinds" | "forms" | "period">,
): Generator<Question> {
  const cards = new Set(cardsOf(facts).map(({ card }) => nameOf(card)));
  const selection = { seed, kinds, ...(forms && forms.length > 0 ? { forms } : {}) };
  for (const question of questionsOf(facts, selection)) {
    if (!isOfPeriod(facts, question, period)) continue;
    yield question.parts.length === 0
      ? question
      : { ...question, parts: question.parts.filter((part) => cards.has(nameOf(part))) };
  }
}

const nameOf = ({ fact, direction }: CardKey) => `${fact} ${direction}`;

/** May all that a question rests on have held within a period? What has no time always does; an end that no source gives is open. */
export function isOfPeriod(
  facts: Facts,
  { facts: keys }: Pick<Question, "facts">,
  period: Period | undefined,
): boolean {
  if (!period) return true;
  const first = (period.from === null ? null : parseDate(period.from))?.first ?? -Infinity;
  const last = (period.to === null ? null : parseDate(period.to))?.last ?? Infinity;
  return keys.every((key) => {
    const [begins, ends] = extentOf(facts.fact(key));
    return begins <= last && ends >= first;
  });
}

/** The days, first and last, within which a fact may have held. */
function extentOf({ from, to, asOf, object }: Fact): [number, number] {
  const day = object.kind === "date" ? object.date : asOf;
  const at = (bound: Bound, end: (date: HistoricalDate) => number, open: number) =>
    bound.kind === "date" ? end(bound.date) : open;
  if (from.kind !== "date" && to.kind !== "date" && day) return [day.first, day.last];
  return [at(from, ({ first }) => first, -Infinity), at(to, ({ last }) => last, Infinity)];
}
