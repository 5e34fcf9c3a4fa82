import "server-only";
import { canonicalJson } from "../base/canonical.ts";
import { hash32, shuffled } from "../base/random.ts";
import type { Facts } from "../facts/facts.ts";
import { questionsOf } from "../questions/bank.ts";
import { type CardWish, compositesFor, questionsForCard } from "../questions/cards.ts";
import type { Question } from "../questions/question.ts";
import { cardName, isNew } from "../study/card.ts";
import { daysBetween } from "../study/day.ts";
import type { CardRef, CardState, Rung } from "../study/event.ts";
import { firstRungOf, mayFollow } from "../study/ladder.ts";
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
const alternatives = 3;

/**
 * Seeds of questions are drawn from so many, the same for everybody: a card then has a bounded number of snapshots, however often
 * bundles are read (docs/decisions/003-bundles-store-questions.md).
 */
const seeds = 6;
const seedOf = (number: number): string => String(number % seeds);

/** Due and new cards as lib/study plans them, with questions for the rung on which each stands. */
export function cardsToStudy(scope: Scope): Drawn {
  const { facts, links, states, reserved, today, newLeft, options } = scope;
  const planned = planSession({ links, states, today, newLeft, count: options.count });
  const cards = planned.flatMap(({ card, state }) => {
    const turn = state?.reps ?? 0;
    const wish = { rung: state?.rung ?? 0, count: alternatives };
    const questions: Question[] = [];
    // A second seed only where the first gives no choice: it draws other options and another day for the same ask.
    for (let more = 0; more < 2 && questions.length < 2; more++)
      questions.push(
        ...questionsOn(facts, card, { ...wish, seed: seedOf(turn + more) }).filter((each) => !reserved.tells(each)),
      );
    return questions.length > 0 ? [{ card, state, questions: distinct(questions).slice(0, alternatives) }] : [];
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
function rungsOf(states: readonly CardState[]): ReadonlyMap<string, Rung> {
  const rungs = new Map<string, Rung>();
  for (const { card, ...state } of states.filter((one) => !isNew(one)))
    if (state.rung >= (rungs.get(card.fact) ?? 0)) rungs.set(card.fact, state.rung);
  return rungs;
}

/** Composites drawn at most, to choose from. */
const mostComposites = 48;

/** Cards of the chosen scope in an order of the moment, whether due or not, with questions of the kinds and forms chosen. */
export function cardsToPractise(scope: Scope, moment: string): Drawn {
  const { links, states, reserved, options } = scope;
  const stateOf = new Map(states.map((state) => [cardName(state.card), state]));
  const seed = seedOf(hash32(moment));
  const composites = practiceComposites(scope, seed);
  // A fifth of what is practised, or all of it where the kinds chosen make nothing else.
  const room = options.count - Math.min(composites.length, Math.floor(options.count / 5));
  const cards: Drawn["cards"][number][] = [];
  for (const { card } of shuffled([...links.values()], moment)) {
    if (cards.length >= room) break;
    const state = stateOf.get(cardName(card)) ?? null;
    const questions = distinct(practiceQuestions(scope, card, state, seed)).filter((each) => !reserved.tells(each));
    if (questions.length > 0) cards.push({ card, state, questions: questions.slice(0, alternatives) });
  }
  return { cards, composites: composites.slice(0, options.count - cards.length) };
}

function practiceQuestions(
  { facts, options }: Scope,
  card: CardRef,
  state: CardState | null,
  seed: string,
): readonly Question[] {
  const { kinds, forms } = options;
  const rung = state?.rung ?? 1;
  if (!forms) return questionsOn(facts, card, { rung, seed, count: alternatives, ...(kinds ? { kinds } : {}) });
  return [...questionsOf(facts, { seed, forms, fact: card.fact, ...(kinds ? { kinds } : {}) })].filter(
    (question) => question.card?.fact === card.fact && question.card.direction === card.direction,
  );
}

function practiceComposites({ facts, states, reserved, options }: Scope, seed: string): Question[] {
  const { kinds, forms, topics } = options;
  const drawn = compositesFor(facts, {
    seed,
    count: options.count,
    ...(topics ? { topics } : {}),
    ...(kinds ? { kinds } : {}),
  });
  const rungs = rungsOf(states);
  const isChosen = (question: Question) =>
    forms ? forms.includes(question.form) : firstRungOf(question.form) === 0 || mayFollow(question, rungs);
  return drawn.filter((question) => isChosen(question) && !reserved.tells(question));
}

function questionsOn(facts: Facts, { fact, direction }: CardRef, wish: CardWish): readonly Question[] {
  return drawnOnce(facts, { fact, direction, ...wish }, () => questionsForCard(facts, { fact, direction }, wish));
}

/** Each question once: two seeds may draw the same one. */
function distinct(questions: readonly Question[]): Question[] {
  const found = new Map(questions.map((question) => [canonicalJson({ ...question, id: "", seed: "" }), question]));
  return [...found.values()];
}
