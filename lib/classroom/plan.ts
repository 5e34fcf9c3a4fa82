/** From a plan (topics, kinds, how many) to the questions of a quiz: spread over topics, forms and kinds, no fact twice. */
import { hash32, shuffled } from "../base/random.ts";
import { containsWords } from "../questions/fold.ts";
import type { Form, Kind, Question } from "../questions/question.ts";
import type { Variety } from "./variety.ts";

export type Plan = {
  /** Empty: all topics of the pack. */
  readonly topics: readonly string[];
  readonly kinds: readonly Kind[];
  /** 1..50 */
  readonly count: number;
  readonly seed: string;
  /** Absent: one for all, unshuffled. */
  readonly variety?: Variety;
  /** Absent or empty: all. */
  readonly forms?: readonly Form[];
  /** How close wrong options are to the right one; absent: any. What has none fits every wish. */
  readonly closeness?: Closeness;
  /** Only facts of this time (`isOfPeriod`); both ends the same day: what held then. Absent: of any time. */
  readonly period?: Period;
  /** Of each question; absent: 1. */
  readonly points?: number;
  /** Keys of facts that this quiz does not ask. */
  readonly excluded?: readonly string[];
};

export const closenesses = ["easy", "medium", "hard"] as const;
export type Closeness = (typeof closenesses)[number];

/** Dates in EDTF, as exact as one likes: 1861, 1861-03, 1861-03-04; null is open. */
export type Period = { readonly from: string | null; readonly to: string | null };

/** Kinds that can be assigned: a flashcard marks itself and is for study only. */
export const quizKinds: readonly Kind[] = [
  ...(["choice", "multi-select", "true-false", "cloze", "typed", "number", "date"] as const),
  ...(["order", "match", "timeline"] as const),
];

export const countMax = 50;

/**
 * The questions of a quiz, in the order in which they stand: one of each kind that was asked for, then as even as can be over
 * topics and kinds. Fewer than `plan.count` when the pack does not yield more without asking a fact twice or letting one stem
 * state another's answer.
 */
export function drawQuestions(candidates: readonly Question[], plan: Plan): Question[] {
  const fitting = shuffled(
    candidates.filter((each) => fits(each, plan)),
    plan.seed,
  );
  const byKind = Map.groupBy(fitting, ({ kind }) => kind);
  // The rarest kind chooses first: what little it can ask about, the others can do without.
  const pools = [...byKind.values()].toSorted((a, b) => a.length - b.length).slice(0, plan.count);
  const kinds = pools.map(([first]) => first!.kind);
  const drawn = drawOnce(fitting, plan, kinds, []);
  if (kindsIn(drawn) >= kinds.length) return drawn;
  // An order that is drawn early may rest on the very facts of all that can be placed on a line.
  const together = oneOfEach(pools, [], { left: mostTried });
  return together ? drawOnce(fitting, plan, kinds, together) : drawn;
}

/** So many questions are held against those before them until one of each kind is found that stand together, or given up. */
const mostTried = 20_000;

/** One question of each pool, all of which may stand together; null when there are none, or none among so many tries. */
function oneOfEach(
  [pool, ...others]: readonly (readonly Question[])[],
  before: readonly Question[],
  tries: { left: number },
): Question[] | null {
  if (!pool) return [...before];
  for (const question of pool) {
    if (tries.left-- <= 0) return null;
    if (!before.every((other) => standTogether(question, other))) continue;
    const found = oneOfEach(others, [...before, question], tries);
    if (found) return found;
  }
  return null;
}

/** Points that a question may have. */
export const pointsMax = 100;

function kindsIn(drawn: readonly Question[]): number {
  return new Set(drawn.map(({ kind }) => kind)).size;
}

/** Draws one of each kind, those that are `given` among them, then what keeps topics and kinds even. */
function drawOnce(
  fitting: readonly Question[],
  plan: Plan,
  kinds: readonly Kind[],
  given: readonly Question[],
): Question[] {
  const drawn: Question[] = [];
  const counts = new Map<string, number>();
  const take = (question: Question) => {
    drawn.push(question);
    const { topic, kind } = question;
    for (const part of [topic, kind, `${topic} ${kind}`]) counts.set(part, (counts.get(part) ?? 0) + 1);
  };
  for (const question of given) take(question);
  const pools = new Map<string, Question[]>();
  for (const question of fitting) {
    if (given.includes(question)) continue;
    const name = `${question.topic} ${question.kind}`;
    const pool = pools.get(name);
    if (pool) pool.push(question);
    else pools.set(name, [question]);
  }
  /** Draws from the least used of these pools that has something; gives whether any had. */
  const drawFrom = (names: readonly string[]): boolean => {
    const left = names.filter((name) => pools.has(name));
    if (left.length === 0) return false;
    const name = leastUsed(left, counts, plan.seed);
    const pool = pools.get(name)!;
    const next = pool.findIndex((question) => drawn.every((other) => standTogether(question, other)));
    if (next < 0) {
      pools.delete(name);
      return drawFrom(left);
    }
    take(pool.splice(next, 1)[0]!);
    return true;
  };
  for (const kind of kinds)
    if (drawn.every((each) => each.kind !== kind))
      drawFrom([...pools.keys()].filter((name) => name.endsWith(` ${kind}`)));
  while (drawn.length < plan.count && drawFrom([...pools.keys()]));
  return shuffled(drawn, `${plan.seed} order`);
}

/**
 * The next question for a place, on a walk round all that fit beside the others: those of one topic stand together, and in
 * it those of one kind. A topic with fewer than four is left for the next, so that four come before one comes again.
 * Null when nothing else fits.
 */
export function swapFor(
  current: Question,
  others: readonly Question[],
  candidates: readonly Question[],
  plan: Plan,
): Question | null {
  const fitting = candidates.filter(
    (each) => fits(each, plan) && each.id !== current.id && others.every((other) => standTogether(each, other)),
  );
  const sameTopic = fitting.filter((each) => each.topic === current.topic);
  const ring = (sameTopic.length >= 3 ? sameTopic : fitting)
    .map((question) => ({ question, place: placeOf(question, plan.seed) }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1));
  const here = placeOf(current, plan.seed);
  return (ring.find(({ place }) => place > here) ?? ring[0])?.question ?? null;
}

/** Where a question stands on the walk: by topic, then by kind, each in an order of the seed. */
function placeOf({ topic, kind, id }: Question, seed: string): string {
  const drawn = (name: string) => hash32(`${seed} swap ${name}`).toString(16).padStart(8, "0");
  return [drawn(topic), drawn(`${topic} ${kind}`), drawn(id), id].join(" ");
}

/** Is it what the plan wants, and one whose answer becomes a review? A statement about a set feeds no card. The period is another matter: it takes the facts. */
export function fits(question: Question, { topics, kinds, forms = [], closeness, excluded = [] }: Plan): boolean {
  const isReviewed = question.card !== null || question.parts.length > 0;
  const isOfTopic = topics.length === 0 || topics.includes(question.topic);
  const isOfForm = forms.length === 0 || forms.includes(question.form);
  const isAsClose = closeness === undefined || !question.closeness || question.closeness.label === closeness;
  const isLeftOut = question.facts.some((fact) => excluded.includes(fact));
  return isReviewed && isOfTopic && isOfForm && isAsClose && !isLeftOut && kinds.includes(question.kind);
}

/** May both stand in one quiz? Not when they rest on one fact, or when one's stem prints the other's answer. */
export function standTogether(a: Question, b: Question): boolean {
  return !shareFacts(a, b) && isSilent(a, b);
}

/** Does neither stem print the other's answer? */
export function isSilent(a: Question, b: Question): boolean {
  return !prints(a, b) && !prints(b, a);
}

const shareFacts = (a: Question, b: Question): boolean => a.facts.some((fact) => b.facts.includes(fact));

/**
 * Does the stem of one question print the answer of another, or one of its parts, whatever the case? An option begins with a capital, what a stem says within a
 * sentence does not. Words of three letters and figures below a thousand stand in many stems: they tell only who is asked about the same fact.
 */
function prints({ stem, facts }: Question, other: Question): boolean {
  const { kind, answer, span, prompts = [], options, key } = other;
  if (kind === "true-false") return false;
  const says = (text: string) => containsWords(stem, text);
  if (span) return answer.split(" to ").some(says);
  const partner = (place: number) => options.find(({ value }) => value === key[place])?.text ?? "";
  if (kind === "match") return prompts.some(({ text }, place) => says(text) && says(partner(place)));
  return (answer.length > 3 || other.facts.some((fact) => facts.includes(fact))) && says(answer);
}

function leastUsed(names: readonly string[], counts: ReadonlyMap<string, number>, seed: string): string {
  const used = (name: string) => counts.get(name) ?? 0;
  const load = (name: string) => {
    const [topic, kind] = name.split(" ") as [string, string];
    return used(topic) + used(kind) + used(name);
  };
  return [...names].sort((a, b) => load(a) - load(b) || hash32(seed + a) - hash32(seed + b))[0]!;
}
