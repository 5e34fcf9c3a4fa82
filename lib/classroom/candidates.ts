/** What the questions of a quiz are drawn from. */
import type { Facts } from "../facts/facts.ts";
import { questionsOf } from "../questions/bank.ts";
import { cardsOf } from "../questions/cards.ts";
import type { CardKey, Question } from "../questions/question.ts";
import type { Plan } from "./plan.ts";

/** The questions that a plan may draw from. A part that no question asks by itself has no card, so no answer can become its review. */
export function* candidatesOf(facts: Facts, { seed, kinds }: Pick<Plan, "seed" | "kinds">): Generator<Question> {
  const cards = new Set(cardsOf(facts).map(({ card }) => nameOf(card)));
  for (const question of questionsOf(facts, { seed, kinds }))
    yield question.parts.length === 0
      ? question
      : { ...question, parts: question.parts.filter((part) => cards.has(nameOf(part))) };
}

const nameOf = ({ fact, direction }: CardKey) => `${fact} ${direction}`;
