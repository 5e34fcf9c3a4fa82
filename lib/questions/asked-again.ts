/** A stored question held against another revision of its pack: is its key still the key? */
import type { Value } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { valueKey } from "../facts/value.ts";
import { isRefusal } from "./form.ts";
import { asksOf, asksOfSets, plainWish, put, queryOf } from "./forms.ts";
import { idOf } from "./kind.ts";
import type { Query } from "./query.ts";
import type { Question, ValueKey } from "./question.ts";

/**
 * What another revision says of a question. `said`: the same question with the key as it is there, perhaps the same. `withdrawn`: it is not asked there, since a fact is gone,
 * or is not sure any more. `unclear`: it is asked there, but not so that answers to this one can be compared.
 */
export type AskedAgain =
  | { readonly kind: "said"; readonly question: Question }
  | { readonly kind: "withdrawn" }
  | { readonly kind: "unclear" };

/** Asks a stored question of the facts anew: the same form, time, hole and seed. Its stem and options stay those that were seen. */
export function askedAgain(facts: Facts, question: Question): AskedAgain {
  const query = queryAgain(facts, question);
  if (!query) return { kind: "withdrawn" };
  const again = put(facts, query, plainWish(question.kind, question.seed));
  const found = keyAgain(facts, query, question, isRefusal(again) ? null : again);
  if (!found) return { kind: "unclear" };
  const { why, ends: _ends, ...rest } = question;
  const said = isRefusal(again) ? null : again;
  return {
    kind: "said",
    question: {
      ...rest,
      ...found,
      revision: facts.revision,
      ...(said
        ? { why: said.why, ...(said.ends && { ends: said.ends }), citations: said.citations, strip: said.strip }
        : { why }),
    },
  };
}

/** The query of a question, found by the name that form, facts, hole, time and seed give it; null where it is not asked. */
function queryAgain(facts: Facts, { id, form, kind, seed, facts: keys }: Question): Query | null {
  const known = facts.pack.facts.filter(({ key }) => keys.includes(key));
  for (const ask of [...known.flatMap((fact) => asksOf(facts, fact)), ...asksOfSets(facts)]) {
    if (ask.form !== form || !ask.kinds.includes(kind)) continue;
    const query = queryOf(facts, ask, seed);
    if (!isRefusal(query) && idOf(facts, query, { kind, seed }) === id) return query;
  }
  return null;
}

type Keyed = Pick<Question, "key" | "answer" | "options"> & Partial<Question>;

/** The key of the query as the question's own options and fields hold it; null where they cannot. */
function keyAgain(facts: Facts, query: Query, question: Question, again: Question | null): Keyed | null {
  switch (question.kind) {
    case "choice":
    case "multi-select": {
      const key = new Set(query.key.map(({ value }) => valueKey(value)));
      const right = question.options
        .filter(({ value }) => key.has(value) || isTrue(query, value))
        .map((one) => one.value);
      return chosen(question, right, again);
    }
    case "true-false": {
      // What was made by rule, such as a date beside the true one, is found by making it once more.
      const isMade = again?.stem === question.stem;
      const holds = isMade ? again.key[0] === "t:true" : statesTruth(facts, query, question);
      return holds === null ? null : chosen(question, [holds ? "t:true" : "t:false"], again);
    }
    case "order":
    case "match": {
      const isSame =
        again !== null &&
        sameValues(again.options, question.options) &&
        sameValues(again.prompts ?? [], question.prompts ?? []);
      if (!isSame) return null;
      // The key of a match stands in the order of its prompts, which may be another.
      const key = question.prompts
        ? question.prompts.map(({ value }) => again.key[again.prompts!.findIndex((each) => each.value === value)]!)
        : again.key;
      return { key, answer: again.answer, options: question.options };
    }
    case "timeline":
      return again &&
        sameInOrder(again.options, question.options) &&
        sameValues(again.prompts ?? [], question.prompts ?? [])
        ? { key: again.key, answer: again.answer, options: question.options }
        : null;
    default: {
      if (!again) return null;
      const { key, answer, accepts, near, titles, qualifier, precision } = again;
      const { span, decimals } = again;
      return {
        ...{ key, answer, accepts, near, titles, qualifier, precision, options: question.options },
        ...(span && { span }),
        ...(decimals !== undefined && { decimals }),
      };
    }
  }
}

function chosen(question: Question, right: readonly ValueKey[], again: Question | null): Keyed {
  const why = new Map((again?.options ?? question.options).map(({ value, whyNot }) => [value, whyNot]));
  const answer = question.options.filter(({ value }) => right.includes(value)).map(({ text }) => text);
  return {
    key: right.length > 0 ? inKeyOrder(question.key, right) : (again?.key ?? question.key),
    answer: answer.length > 0 ? answerOf(question, right, answer) : (again?.answer ?? question.answer),
    options: question.options.map((option) => {
      const isRight = right.includes(option.value);
      if (isRight === option.right && question.kind !== "true-false") return option;
      return { ...option, right: isRight, whyNot: isRight ? null : (why.get(option.value) ?? null) };
    }),
  };
}

/** As it stood, where nothing of it changed. */
const answerOf = (question: Question, right: readonly ValueKey[], texts: readonly string[]): string =>
  right.length === question.key.length && right.every((value) => question.key.includes(value))
    ? question.answer
    : texts.join("; ");

const inKeyOrder = (key: readonly ValueKey[], right: readonly ValueKey[]): readonly ValueKey[] =>
  right.length === key.length && right.every((value) => key.includes(value)) ? key : right;

const isTrue = (query: Query, value: ValueKey): boolean =>
  value.startsWith("e:") && query.judge(entityValue(value.slice(2))).verdict === "true";

const entityValue = (entity: string): Value => ({ kind: "entity", entity });

/** Is what the question states so? Found by the value that makes its sentence; null where none does, or it is not sure. */
function statesTruth(facts: Facts, query: Query, { stem }: Question): boolean | null {
  for (const { value } of query.key) if (query.statement(value) === stem) return true;
  for (const value of statable(facts, query)) {
    if (query.statement(value) !== stem) continue;
    const { verdict } = query.judge(value);
    return verdict === "unknown" ? null : verdict === "true";
  }
  return null;
}

/** What may stand in the key's place in a statement: what the form offers, everything that has a name, every date, and what facts of the relation give. */
function* statable(facts: Facts, query: Query): Generator<Value> {
  for (const { value } of query.offered ?? []) yield value;
  for (const { key } of facts.pack.entities) yield entityValue(key);
  const relation = query.facts[0]?.relation;
  for (const fact of facts.pack.facts) {
    if (fact.relation === relation && fact.object.kind !== "entity") yield fact.object;
    for (const bound of [fact.from, fact.to]) if (bound.kind === "date") yield bound;
  }
}

type Valued = readonly { readonly value: ValueKey }[];

const sameInOrder = (one: Valued, other: Valued): boolean =>
  one.length === other.length && one.every(({ value }, index) => value === other[index]?.value);

const sameValues = (one: Valued, other: Valued): boolean =>
  one.length === other.length && one.every(({ value }) => other.some((each) => each.value === value));
