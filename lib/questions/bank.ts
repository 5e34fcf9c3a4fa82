/** All questions of a pack, and all that it refuses with the reasons. */
import type { Facts } from "../facts/facts.ts";
import { isRefusal } from "./form.ts";
import { asksOf, asksOfSets, plainWish, put, queryOf } from "./forms.ts";
import type { Ask } from "./query.ts";
import type { Form, Kind, Question, Refusal } from "./question.ts";

/** Which questions are wanted: all, or only those of some kinds, forms, or one fact. */
export type Selection = {
  readonly seed: string;
  readonly kinds?: readonly Kind[];
  readonly forms?: readonly Form[];
  readonly fact?: string;
};

/** Every question that the pack yields for a seed, one for each ask and kind, in the order of the facts' keys, then of the sets. */
export function* questionsOf(facts: Facts, selection: Selection): Generator<Question> {
  for (const wanted of asksFor(facts, selection)) {
    const kinds = wanted.kinds.filter((kind) => selection.kinds?.includes(kind) ?? true);
    if (kinds.length === 0) continue;
    const query = queryOf(facts, wanted, selection.seed);
    if (isRefusal(query) || (selection.fact !== undefined && !query.facts.some(({ key }) => key === selection.fact)))
      continue;
    for (const kind of kinds) {
      const question = put(facts, query, plainWish(kind, selection.seed));
      if (!isRefusal(question)) yield question;
    }
  }
}

/** Everything that was asked and refused: whole asks, and the kinds in which a proved query cannot be put. */
export function* refusalsOf(facts: Facts, seed: string): Generator<Refusal> {
  for (const fact of facts.pack.facts) {
    let asked = 0;
    for (const wanted of asksOf(facts, fact)) {
      asked++;
      yield* refusalsOfAsk(facts, wanted, seed);
    }
    if (asked === 0)
      yield {
        kind: "refusal",
        form: "Q1",
        reason: fact.negative || facts.relation(fact.relation).askable === "no" ? "not_askable" : "no_frame",
        detail: "no form fits the frames of its relation and what is declared about it",
        facts: [fact.key],
      };
  }
  for (const wanted of asksOfSets(facts)) yield* refusalsOfAsk(facts, wanted, seed);
}

function* refusalsOfAsk(facts: Facts, wanted: Ask, seed: string): Generator<Refusal> {
  const query = queryOf(facts, wanted, seed);
  if (isRefusal(query)) {
    yield query;
    return;
  }
  for (const kind of wanted.kinds) {
    const question = put(facts, query, plainWish(kind, seed));
    if (isRefusal(question)) yield { ...question, detail: `${kind}: ${question.detail}` };
  }
}

function* asksFor(facts: Facts, { forms, fact }: Selection): Generator<Ask> {
  const fits = (wanted: Ask) => forms?.includes(wanted.form) ?? true;
  const some = fact === undefined ? facts.pack.facts : [facts.fact(fact)];
  for (const one of some) for (const wanted of asksOf(facts, one)) if (fits(wanted)) yield wanted;
  for (const wanted of asksOfSets(facts)) if (fits(wanted)) yield wanted;
}
