/** What a question's stem gives away about other cards, so that a session keeps the two apart (decision 15). */
import type { Fact, Value } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { labelsOf } from "../facts/names.ts";
import { entityOf, type ValueKey, valueKey } from "../facts/value.ts";
import { containsWords } from "./fold.ts";
import { fillOf } from "./judge.ts";
import type { CardKey, Question } from "./question.ts";
import { nameOf } from "./wording.ts";

/** What is stated in a stem, and what must not have been stated shortly before: the answers, beside one of their anchors. */
export type Reveals = {
  /** Values that the stem names. */
  readonly stated: readonly ValueKey[];
  /** Values that answer it. */
  readonly answers: readonly ValueKey[];
  /** What the asked facts hold fast, without what more than a tenth of the pack's facts are about. */
  readonly anchors: readonly ValueKey[];
};

/** What a question reveals and what would reveal it. Options and receipts do not count. */
export function revealsOf(facts: Facts, question: Question): Reveals {
  const asked = question.facts.map((key) => facts.fact(key));
  const answers = question.kind === "true-false" ? answersOf(facts, question) : question.key;
  const values = new Map<ValueKey, Value>();
  for (const fact of asked) for (const value of valuesOf(fact)) values.set(valueKey(value), value);
  const named = new Map(values);
  // A stem that asks for the missing member of a set names the others.
  for (const { key } of asked)
    for (const list of facts.listsOf(key))
      for (const other of list.facts) {
        const value = fillOf(facts.fact(other), list.members);
        named.set(valueKey(value), value);
      }
  const stated = [...named].filter(([, value]) => isNamed(facts, question.stem, value)).map(([key]) => key);
  const anchors = [...values.keys()].filter((key) => !answers.includes(key) && !isEverywhere(facts, key));
  return { stated, answers, anchors };
}

/** Does the stem of one question tell the answer of another, with what the other is about? */
export function tells(one: Reveals, other: Reveals): boolean {
  return (
    other.answers.some((value) => one.stated.includes(value)) &&
    other.anchors.some((value) => one.stated.includes(value))
  );
}

/** Does an entity occur in more than a tenth of the facts? Then it connects nothing. */
export function isEverywhere(facts: Facts, key: ValueKey): boolean {
  return key.startsWith("e:") && facts.mentions(key.slice(2)) * 10 > facts.pack.facts.length;
}

/** The value that a card asks for. */
export function answerOfCard(facts: Facts, { fact: key, direction }: CardKey): ValueKey | null {
  const fact = facts.fact(key);
  if (direction === "subject" || direction === "object") return valueKey(fillOf(fact, direction));
  const bound = fact[direction];
  return bound.kind === "date" ? `d:${bound.date.edtf}` : null;
}

function answersOf(facts: Facts, { card }: Question): ValueKey[] {
  const answer = card && answerOfCard(facts, card);
  return answer ? [answer] : [];
}

function valuesOf(fact: Fact): Value[] {
  const values: Value[] = [{ kind: "entity", entity: fact.subject }, fact.object];
  for (const bound of [fact.from, fact.to]) if (bound.kind === "date") values.push({ kind: "date", date: bound.date });
  return values;
}

function isNamed(facts: Facts, stem: string, value: Value): boolean {
  const entity = entityOf(value);
  const names = entity === null ? [nameOf(facts, value)] : [nameOf(facts, value), ...labelsOf(facts.entity(entity))];
  return names.some((name) => containsWords(stem, name));
}
