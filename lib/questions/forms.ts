/** The forms, and how an ask of any of them becomes a question of any kind, or a refusal with its reason. */
import type { Fact } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { type FormRules, isRefusal, refuse } from "./form.ts";
import { forward } from "./forms/q1-forward.ts";
import { inverse } from "./forms/q2-inverse.ts";
import { holder } from "./forms/q3-holder.ts";
import { succession } from "./forms/q4-succession.ts";
import { firstLast } from "./forms/q5-first-last.ts";
import { order } from "./forms/q6-order.ts";
import { membership } from "./forms/q7-membership.ts";
import { nonMembership } from "./forms/q8-non-membership.ts";
import { count } from "./forms/q9-count.ts";
import { date } from "./forms/q10-date.ts";
import { containment } from "./forms/q11-containment.ts";
import { match } from "./forms/q12-match.ts";
import { oddOneOut } from "./forms/q13-odd-one-out.ts";
import { difference } from "./forms/q14-difference.ts";
import { saidWhere } from "./forms/q15-source.ts";
import { limits } from "./forms/q16-limits.ts";
import { longestStem } from "./frame.ts";
import type { KindRules, Wish } from "./kind.ts";
import { choice } from "./kinds/choice.ts";
import { cloze } from "./kinds/cloze.ts";
import { match as matchKind } from "./kinds/match.ts";
import { multiSelect } from "./kinds/multi-select.ts";
import { order as orderKind } from "./kinds/order.ts";
import { date as dateKind, flashcard, number } from "./kinds/recall.ts";
import { timeline } from "./kinds/timeline.ts";
import { trueFalse } from "./kinds/true-false.ts";
import { typed } from "./kinds/typed.ts";
import type { Ask, Query } from "./query.ts";
import type { Form, Kind, Question, Refusal } from "./question.ts";

/** Every form there is, in the order of its number. */
export const forms: readonly FormRules[] = [
  forward,
  inverse,
  holder,
  succession,
  firstLast,
  order,
  membership,
  nonMembership,
  count,
  date,
  containment,
  match,
  oddOneOut,
  difference,
  saidWhere,
  limits,
];

/** Every kind there is, easiest first. */
export const kinds: readonly KindRules[] = [
  choice,
  trueFalse,
  multiSelect,
  matchKind,
  timeline,
  orderKind,
  cloze,
  dateKind,
  number,
  typed,
  flashcard,
];

/** What may be asked about one fact, by all forms. */
export function asksOf(facts: Facts, fact: Fact): Ask[] {
  return forms.flatMap((form) => form.asksOf?.(facts, fact) ?? []);
}

/** What may be asked about sets: of the pack's lists and relations. */
export function asksOfSets(facts: Facts): Ask[] {
  return forms.flatMap((form) => [
    ...facts.pack.lists.flatMap((list) => form.asksOfList?.(facts, list) ?? []),
    ...facts.pack.relations.flatMap((relation) => form.asksOfRelation?.(facts, relation) ?? []),
  ]);
}

/** All that may be asked of a pack; each is proved, or refused, when it is asked. */
export function formsOf(facts: Facts): Ask[] {
  return [...facts.pack.facts.flatMap((fact) => asksOf(facts, fact)), ...asksOfSets(facts)];
}

/** The question of an ask in a kind, or the reason why there is none. */
export function ask(facts: Facts, wanted: Ask, wish: Wish): Question | Refusal {
  const query = queryOf(facts, wanted, wish.seed);
  return isRefusal(query) ? query : put(facts, query, wish);
}

/** The proved query of an ask: its words, key and truth test. */
export function queryOf(facts: Facts, wanted: Ask, seed: string): Query | Refusal {
  const query = rulesOf(wanted.form).resolve(facts, wanted, `${seed}\n${wanted.form} ${wanted.purpose} ${wanted.fact}`);
  if (isRefusal(query)) return query;
  const words = query.stem.split(" ").length;
  return words > longestStem
    ? refuse(wanted, { reason: "not_askable", detail: `the stem would have ${words} words` })
    : query;
}

/** A query put in a kind. */
export function put(facts: Facts, query: Query, wish: Wish): Question | Refusal {
  const rules = kinds.find(({ kind }) => kind === wish.kind);
  if (!rules || !query.ask.kinds.includes(wish.kind))
    return refuse(query.ask, { reason: "not_askable", detail: `not put as ${wish.kind}` });
  return rules.put(facts, query, wish);
}

/** The wishes of an ordinary question: four options of middling closeness, without a learner's confusions. */
export function plainWish(kind: Kind, seed: string): Wish {
  return { kind, seed, target: 0.55, options: 4, confusions: {} };
}

function rulesOf(form: Form): FormRules {
  const rules = forms.find((one) => one.form === form);
  if (!rules) throw new Error(`No form ${form}`);
  return rules;
}
