import "server-only";
import { hash32, shuffled } from "../base/random.ts";
import { twinOf } from "../play/confused.ts";
import type { ContrastCard } from "../play/contrast.ts";
import { contrastsOf, type Turn, turnsOf } from "../play/rounds.ts";
import { twinsOf } from "../play/twins.ts";
import type { CardKey, Question, ValueKey } from "../questions/question.ts";
import { answerOfCard } from "../questions/reveals.ts";
import { cardName } from "../study/card.ts";
import type { Bundle } from "../study/event.ts";
import { bundleOf, type Scope } from "./bundle.ts";
import { seedOf } from "./bundle-cards.ts";
import type { Viewer } from "./viewer.ts";

/** Twins that nobody has mixed up yet, asked first; or a pair that the learner takes for each other, read first. */
export type ContrastWish =
  | { readonly kind: "twins" }
  /** The card that was asked, and the value that was given for its answer. */
  | { readonly kind: "confused"; readonly card: CardKey; readonly given: ValueKey };

/** A round: a bundle whose cards are asked in its order, and which contrast card is shown before a question or behind its answer, by its hash. */
export type ContrastRound = {
  readonly bundle: Bundle;
  readonly before: Readonly<Record<string, ContrastCard>>;
  readonly after: Readonly<Record<string, ContrastCard>>;
};

/** Pairs of a round of twins; beside a confused pair one other, so that its two questions do not follow each other. */
const pairsOfTwins = 5;
const pairsBeside = 1;

/**
 * A round of contrasts; without cards where nothing of the pack can be contrasted, or the pair cannot. Nothing that an open quiz of the viewer asks, and
 * no card that the learner has suspended. Null when there is no such pack.
 */
export async function readContrasts(
  viewer: Viewer | null,
  { pack, wish, zone }: { readonly pack: string; readonly wish: ContrastWish; readonly zone?: string },
  now: Date,
): Promise<ContrastRound | null> {
  let turns: readonly Turn[] = [];
  const options = { pack, mode: "practice", count: 2 * pairsOfTwins, ...(zone ? { zone } : {}) } as const;
  const bundle = await bundleOf(viewer, options, now, (scope) => {
    turns = turnsFor(scope, wish, now.toISOString());
    const stateOf = new Map(scope.states.map((state) => [cardName(state.card), state]));
    return {
      cards: turns.map(({ question }) => {
        const card = { pack: question.pack, ...question.card! };
        return { card, state: stateOf.get(cardName(card)) ?? null, questions: [question] };
      }),
      composites: [],
    };
  });
  if (!bundle) return null;
  const hashOf = (place: number) => bundle.cards[place]!.questions[0]!.hash;
  const shown = (side: "before" | "after") =>
    Object.fromEntries(turns.flatMap((turn, place) => (turn[side] ? [[hashOf(place), turn[side].card]] : [])));
  return { bundle, before: shown("before"), after: shown("after") };
}

function turnsFor({ facts, states, reserved }: Scope, wish: ContrastWish, moment: string): Turn[] {
  const seed = seedOf(hash32(moment));
  const suspended = new Set(states.flatMap((state) => (state.suspended ? [cardName(state.card)] : [])));
  const mayAsk = (question: Question) =>
    !reserved.tells(question) && !suspended.has(cardName({ pack: question.pack, ...question.card! }));
  const twins = shuffled(twinsOf(facts, reserved.facts, seed), moment);
  if (wish.kind === "twins")
    return turnsOf(contrastsOf(facts, twins, { count: pairsOfTwins, seed, mayAsk }), "last", moment);
  const { card, given } = wish;
  const asked = facts.pack.facts.some(({ key }) => key === card.fact) ? answerOfCard(facts, card) : null;
  const twin = asked && twinOf(facts, { card, values: [asked, given], times: 0 });
  if (!twin || twin.sides.some(({ card }) => reserved.facts.has(card.fact))) return [];
  const own = contrastsOf(facts, [twin], { count: 1, seed, mayAsk });
  if (own.length === 0) return [];
  return turnsOf(contrastsOf(facts, [twin, ...twins], { count: 1 + pairsBeside, seed, mayAsk }), "first", moment);
}
