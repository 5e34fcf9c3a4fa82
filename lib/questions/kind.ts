/** What a kind of question is: one file each under kinds/, which puts a proved query so that it can be answered in one way. */
import { canonicalJson } from "../base/canonical.ts";
import { sha256 } from "../base/sha256.ts";
import type { Value } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { labelsOf } from "../facts/names.ts";
import { entityOf } from "../facts/value.ts";
import type { Confusions } from "./candidates.ts";
import { containsWords, contentWords } from "./fold.ts";
import { refuse } from "./form.ts";
import type { Fault } from "./judge.ts";
import type { Query } from "./query.ts";
import type { Kind, Option, Question, Refusal, Strip } from "./question.ts";
import { endsOf, receiptsOfSaid, type SaidOf } from "./receipt.ts";
import { type Said, textOf } from "./said.ts";
import { stripOf } from "./strip.ts";
import { nameOf } from "./wording.ts";

/** How a question is wanted; the same wishes of the same pack give the same question. */
export type Wish = {
  readonly kind: Kind;
  readonly seed: string;
  /** Similarity of distractors aimed at, 0..1. */
  readonly target: number;
  /** Options of a choice at the most, 3 or 4; 2 for a contrast with what the learner has mixed up with the key. */
  readonly options: 2 | 3 | 4;
  readonly confusions: Confusions;
  /** Among distractors of about equal worth the seed draws, so that in a bank no few stand beside every key (check S6). */
  readonly evenly?: boolean;
  /** Cloze: are the first letters shown from the start (the default), or only when asked for? */
  readonly cue?: "shown" | "asked";
};

/** A kind: its question of a query, or the fault that keeps it from being put so. */
export type KindRules = {
  readonly kind: Kind;
  put(facts: Facts, query: Query, wish: Wish): Question | Refusal;
};

/** What a kind adds to the parts that all questions share. */
export type Particulars = Pick<Question, "key" | "answer"> & Partial<Omit<Question, "why" | "ends" | "citations">>;

/** What is said: of the key, where it is not what the query says, and of the options. */
export type Told = { readonly why?: readonly Said[]; readonly options?: readonly SaidOf[] };

/** A question of the query with what the kind adds. */
export function questionOf(
  facts: Facts,
  query: Query,
  wish: Wish,
  particulars: Particulars,
  { why = query.why, options: saidOf = [] }: Told = {},
): Question {
  const { ask } = query;
  return {
    v: 1,
    id: idOf(facts, query, wish),
    pack: facts.pack.key,
    revision: facts.revision,
    form: ask.form,
    kind: wish.kind,
    card: ask.card,
    parts: [],
    facts: query.facts.map(({ key }) => key),
    topic: query.facts[0]!.topic,
    kicker: kickerBeside(facts, query, particulars.stem ?? query.stem),
    stem: query.stem,
    choose: null,
    options: [],
    accepts: [],
    near: [],
    titles: [],
    precision: null,
    qualifier: null,
    time: query.time,
    closeness: null,
    strip: null,
    seed: wish.seed,
    ...particulars,
    citations: receiptsOfSaid(facts, why, saidOf),
    why: textOf(why),
    ...endsOf(why),
  };
}

/**
 * The kicker is read with the stem: where it holds a right answer, or a word of one that the stem has not got, the title of the topic stands there,
 * else that of the pack.
 */
export function kickerBeside(facts: Facts, { kicker, key, facts: of }: Query, stem: string): string {
  const titles = [kicker, facts.topic(of[0]!.topic).title];
  return titles.find((title) => !key.some(({ value }) => isTold(facts, title, value, stem))) ?? facts.pack.title;
}

function isTold(facts: Facts, title: string, value: Value, stem: string): boolean {
  const entity = entityOf(value);
  const names = entity === null ? [nameOf(facts, value)] : labelsOf(facts.entity(entity));
  if (names.some((name) => containsWords(title, name))) return true;
  const [told, asked] = [contentWords(title), contentWords(stem)];
  return [...contentWords(nameOf(facts, value))].some((word) => told.has(word) && !asked.has(word));
}

/** Tells nothing about the answer: a hash of pack, form, facts, hole, time, kind and seed, behind the form's name. */
export function idOf(
  facts: Facts,
  { ask, facts: of, time, slot }: Query,
  { kind, seed }: Pick<Wish, "kind" | "seed">,
): string {
  const name = [
    facts.pack.key,
    ask.form,
    ask.purpose,
    ask.list,
    of.map(({ key }) => key),
    slot,
    time,
    ask.variant,
    kind,
    seed,
  ];
  return `${ask.form.toLowerCase()}-${sha256(canonicalJson(name)).slice(0, 12)}`;
}

/** The seed of everything that is drawn for a question: two questions of one session draw differently. */
export function drawSeed(query: Query, wish: Wish): string {
  return `${wish.seed}\n${query.ask.form} ${query.ask.purpose} ${query.ask.fact} ${query.ask.list ?? ""} ${query.ask.variant}`;
}

/** The strip of a question that shows these values. */
export function stripFor(
  query: Query,
  options: readonly Pick<Option, "value">[],
  facts: ReadonlyMap<string, StripFact>,
): Strip | null {
  return stripOf(
    options.map(({ value }) => {
      const known = facts.get(value);
      return known ? query.spanOf(known.value, known.fact) : null;
    }),
    query.asked,
  );
}

/** A value shown on a strip, with the fact it came from. */
export type StripFact = {
  readonly value: Query["key"][number]["value"];
  readonly fact: Query["key"][number]["fact"] | null;
};

export function refuseKind(query: Query, fault: Fault): Refusal {
  return refuse(
    query.ask,
    fault,
    query.facts.map(({ key }) => key),
  );
}
