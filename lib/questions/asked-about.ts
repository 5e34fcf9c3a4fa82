/** What is asked about one fact: its questions in every kind, gathered by their stems. */
import type { Fact } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { isRefusal } from "./form.ts";
import { asksOf, forms, plainWish, put, queryOf } from "./forms.ts";
import type { Ask } from "./query.ts";
import type { Form, Question } from "./question.ts";

/** One stem with its answer, and the questions that put it: one for each kind, easiest first. */
export type AskedAbout = {
  readonly form: Form;
  readonly stem: string;
  readonly answer: string;
  readonly questions: readonly Question[];
};

/**
 * The questions that rest on a fact: those that ask it, and of those about sets the ones of its lists and of its relation. Costs the
 * same however large the pack is.
 */
export function questionsAbout(facts: Facts, fact: Fact, seed: string): Question[] {
  return [...asksOf(facts, fact), ...setsWith(facts, fact)].flatMap((wanted) => {
    const query = queryOf(facts, wanted, seed);
    if (isRefusal(query) || !query.facts.some(({ key }) => key === fact.key)) return [];
    return wanted.kinds.flatMap((kind) => {
      const question = put(facts, query, plainWish(kind, seed));
      return isRefusal(question) ? [] : [question];
    });
  });
}

function setsWith(facts: Facts, fact: Fact): Ask[] {
  const relation = facts.relation(fact.relation);
  return forms.flatMap((form) => [
    ...facts.listsOf(fact.key).flatMap((list) => form.asksOfList?.(facts, list) ?? []),
    ...(form.asksOfRelation?.(facts, relation) ?? []),
  ]);
}

/** The questions by stem and answer, in the order of the forms. */
export function byStem(questions: readonly Question[]): AskedAbout[] {
  const groups = Map.groupBy(questions, ({ form, stem, answer }) => `${form}\n${stem}\n${answer}`);
  return [...groups.values()]
    .map((of) => ({ form: of[0]!.form, stem: of[0]!.stem, answer: of[0]!.answer, questions: of }))
    .sort((a, b) => numberOf(a.form) - numberOf(b.form));
}

const numberOf = (form: Form) => Number(form.slice(1));
