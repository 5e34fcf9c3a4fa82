/** What a query form is: one file each under forms/, with its precondition, truth test, refusals and stems. */
import type { Askable, Fact, FactList, Relation, Value } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { entityOf } from "../facts/value.ts";
import { realise, type Slots } from "./frame.ts";
import type { Fault } from "./judge.ts";
import type { Ask, Query } from "./query.ts";
import type { Direction, Form, Kind, Refusal } from "./question.ts";
import { eachOnce, factSaid, type Said } from "./said.ts";
import { factSlots, inStem } from "./wording.ts";

/** A form. What it yields is not proved yet: `resolve` proves it or refuses. Every part costs the same however large the pack is. */
export type FormRules = {
  readonly form: Form;
  /** What may be asked about a fact. */
  asksOf?(facts: Facts, fact: Fact): readonly Ask[];
  /** What may be asked about the set that a list declares. */
  asksOfList?(facts: Facts, list: FactList): readonly Ask[];
  /** What may be asked about sets of a relation's facts. */
  asksOfRelation?(facts: Facts, relation: Relation): readonly Ask[];
  /** The query with its words, key and truth test, or why it is not asked. */
  resolve(facts: Facts, ask: Ask, seed: string): Query | Refusal;
};

/** A refusal of an ask; what is not worded names the frame that would word it. */
export function refuse(ask: Ask, fault: Fault, facts: readonly string[] = [ask.fact]): Refusal {
  const { reason, detail } =
    fault === noFrame ? { ...noFrame, detail: `there is no frame ${ask.purpose}, or ${noFrame.detail}` } : fault;
  return { kind: "refusal", form: ask.form, reason, detail, facts };
}

/** Is it a refusal? */
export function isRefusal(result: object): result is Refusal {
  return "kind" in result && result.kind === "refusal";
}

/** May the fact be asked: as the fact says, else its relation. */
export function askableOf(facts: Facts, fact: Fact): Askable {
  return fact.askable ?? facts.relation(fact.relation).askable;
}

/** The kinds for a fact of that askability; a fact that may only be recalled is never put as options. */
export function kindsFor(facts: Facts, fact: Fact, kinds: readonly Kind[]): readonly Kind[] {
  switch (askableOf(facts, fact)) {
    case "yes":
      return kinds;
    case "recall_only":
      return kinds.filter(
        (kind) => kind === "cloze" || kind === "typed" || kind === "date" || kind === "number" || kind === "flashcard",
      );
    case "no":
      return [];
  }
}

/** The kinds that fit an answer of a value's sort, easiest first. */
export function kindsOfValue(value: Value): readonly Kind[] {
  switch (value.kind) {
    case "entity":
      return ["choice", "true-false", "cloze", "typed", "flashcard"];
    case "date":
      return value.date.precision === "between" ? [] : ["choice", "true-false", "date", "flashcard"];
    case "number":
      return ["choice", "true-false", "number", "flashcard"];
    case "vague":
      return ["flashcard"];
    case "limit":
      return ["choice"];
  }
}

/** An ask about a fact that feeds the card of that direction. */
export function askAbout(
  form: Form,
  fact: Fact,
  purpose: string,
  direction: Direction,
  kinds: readonly Kind[],
  more: Partial<Pick<Ask, "list" | "variant" | "on">> = {},
): Ask {
  const card = { fact: fact.key, direction };
  return { form, purpose, fact: fact.key, list: null, card, variant: 0, on: null, kinds, ...more };
}

/** An ask about a set: a composite, which feeds no card of its own. `fact` is one of the set. */
export function setAsk(
  form: Form,
  fact: Fact,
  purpose: string,
  list: string | null,
  variant: number,
  kinds: readonly Kind[],
): Ask {
  return { form, purpose, fact: fact.key, list, card: null, variant, on: null, kinds };
}

/** The stem of an ask: the relation's frame of its purpose with the fact's slots and the given texts; null without a frame. */
export function stemOf(
  facts: Facts,
  fact: Fact,
  purpose: string,
  answer: Value | null,
  text: Slots["text"],
  n?: number,
): string | null {
  const frame = facts.relation(fact.relation).frames[purpose];
  if (frame === undefined) return null;
  const slots = factSlots(facts, fact);
  return realise(
    frame,
    { ...slots, ...(n === undefined ? {} : { n }), text: { ...typeWords(facts, answer), ...text } },
    inStem,
  );
}

/** `{wh}`, `{noun}` and `{nouns}` of the answer's type. */
export function typeWords(facts: Facts, answer: Value | null): Record<string, string> {
  const entity = answer && entityOf(answer);
  if (!entity) return {};
  const type = facts.type(facts.entity(entity).type);
  return { wh: type.wh, noun: type.noun[0], nouns: type.noun[1] };
}

/** The small line above a stem: the relation's, else what the answer is. */
export function kickerOf(facts: Facts, fact: Fact, purpose: string): string {
  const { kickers } = facts.relation(fact.relation);
  return kickers[purpose] ?? kickers.default ?? facts.topic(fact.topic).title;
}

/** The sentences that say why a key is right; null when a relation has no frame for one. */
export function whyOf(facts: Facts, facts_: readonly Fact[]): readonly Said[] | null {
  const sentences = facts_.map((fact) => factSaid(facts, fact));
  return sentences.every((said) => said !== null) ? eachOnce(sentences) : null;
}

/** Given to `refuse`, which names the frame. */
export const noFrame: Fault = { reason: "no_frame", detail: "no sentence that says the fact" };
