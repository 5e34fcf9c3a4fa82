/** Which questions ask for more than one fact's other end: for relation, order, change over time, or the limits of the sources. */
import type { Form, Question } from "./question.ts";

/** Does a question of the form ask for more than a look-up of one fact? */
export function isRelational(form: Form): boolean {
  return !lookups.has(form);
}

/** The same of a question: which of several came first is an order, though its form asks for dates; both ends of one span are not. */
export function asksRelation({ form, card, span }: Pick<Question, "form" | "card" | "span">): boolean {
  return (card === null && span === undefined) || isRelational(form);
}

const lookups = new Set<Form>(["Q1", "Q2", "Q3", "Q10"]);
