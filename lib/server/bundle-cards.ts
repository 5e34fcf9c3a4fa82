import "server-only";
import { canonicalJson } from "../base/canonical.ts";
import type { Facts } from "../facts/facts.ts";
import { type CardWish, compositesFor, questionsForCard } from "../questions/cards.ts";
import type { Question } from "../questions/question.ts";
import { isNew } from "../study/card.ts";
import { daysBetween } from "../study/day.ts";
import type { CardRef, CardState, Rung } from "../study/event.ts";
import { gentleKinds, isGentle, mayFollow } from "../study/ladder.ts";
import { compositesNeeded } from "../study/mix.ts";
import { planSession } from "../study/queue.ts";
import type { Scope } from "./bundle.ts";
import { drawnOnce } from "./drawn.ts";

/** The cards of a session with the questions that may be put for each, and composites to be mixed in. */
export type Drawn = {
  readonly cards: readonly {
    readonly card: CardRef;
    readonly state: CardState | null;
    readonly questions: readonly Question[];
  }[];
  readonly composites: readonly Question[];
};

/** Questions to choose from for each card, where the pack yields as many. */
export const alternatives = 3;

/**
 * Seeds of questions are drawn from so many, the same for everybody: a card then has a bounded number of snapshots, however often
 * bundles are read (docs/decisions/003-bundles-store-questions.md).
 */
const seeds = 6;
export const seedOf = (number: number): string => String(number % seeds);

/** Due and new cards as lib/study plans them, with questions for the rung on which each stands. */
export function cardsToStudy(scope: Scope): Drawn {
  const { facts, links, states, reserved, today, newLeft, options } = scope;
  const planned = planSession({ links, states, today, newLeft, count: options.count });
  const cards = planned.flatMap(({ card, state }) => {
    const turn = state?.reps ?? 0;
    const wish = { rung: state?.rung ?? 0, count: alternatives };
    const asked = (seed: number, more: Partial<CardWish> = {}) =>
      questionsOn(facts, card, { ...wish, seed: seedOf(seed), ...more }).filter((each) => !reserved.tells(each));
    const questions = [...asked(turn)];
    // A second seed only where the first gives no choice: it draws other options and another day for the same ask.
    if (questions.length < 2) questions.push(...asked(turn + 1));
    const first = questions[0];
    if (first && isGentle(wish.rung) && !gentleKinds.includes(first.kind))
      questions.unshift(...asked(turn, { kinds: gentleKinds, count: 1 }));
    return first ? [{ card, state, questions: distinct(questions).slice(0, alternatives) }] : [];
  });
  return { cards, composites: cards.some(({ state }) => (state?.rung ?? 0) >= 2) ? knownComposites(scope) : [] };
}

/** Composites all of whose facts the learner has met: an order of what was never asked would be guessing. */
function knownComposites({ facts, states, reserved, today, options }: Scope): Question[] {
  const rungs = rungsOf(states);
  const seed = seedOf(daysBetween("2000-01-01", today));
  return compositesFor(facts, { seed, count: mostComposites, ...(options.topics ? { topics: options.topics } : {}) })
    .filter((question) => mayFollow(question, rungs) && !reserved.tells(question))
    .slice(0, compositesNeeded(options.count));
}

/** The highest rung on which each fact that was met stands. */
export function rungsOf(states: readonly CardState[]): ReadonlyMap<string, Rung> {
  const rungs = new Map<string, Rung>();
  for (const { card, ...state } of states.filter((one) => !isNew(one)))
    if (state.rung >= (rungs.get(card.fact) ?? 0)) rungs.set(card.fact, state.rung);
  return rungs;
}

/** Composites drawn at most, to choose from. */
const mostComposites = 48;

/** Questions for a card, drawn once for each revision of a pack. */
export function questionsOn(facts: Facts, { fact, direction }: CardRef, wish: CardWish): readonly Question[] {
  return drawnOnce(facts, { fact, direction, ...wish }, () => questionsForCard(facts, { fact, direction }, wish));
}

/** Each question once: two seeds may draw the same one. */
export function distinct(questions: readonly Question[]): Question[] {
  const found = new Map(questions.map((question) => [canonicalJson({ ...question, id: "", seed: "" }), question]));
  return [...found.values()];
}
