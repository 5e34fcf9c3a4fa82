import "server-only";
import { hash32, shuffled } from "../base/random.ts";
import type { Facts } from "../facts/facts.ts";
import { cardsOf } from "../questions/cards.ts";
import { isRefusal } from "../questions/form.ts";
import { asksOf, asksOfSets, kinds as everyKind, plainWish, put, queryOf } from "../questions/forms.ts";
import type { Ask } from "../questions/query.ts";
import type { CardKey, Kind, Question } from "../questions/question.ts";
import { cardName } from "../study/card.ts";
import type { CardRef, Rung } from "../study/event.ts";
import { firstRungOf, mayFollow } from "../study/ladder.ts";
import type { Scope } from "./bundle.ts";
import { alternatives, type Drawn, distinct, questionsOn, rungsOf, seedOf } from "./bundle-cards.ts";
import { drawnOnce } from "./drawn.ts";

/**
 * Questions of the chosen topics, kinds and forms in an order of the moment, whether due or not, as many of each kind as of every other;
 * where the scope has no more of one kind, the others fill up. What the learner has suspended is left out.
 */
export function cardsToPractise(scope: Scope, moment: string): Drawn {
  const { facts, options, states } = scope;
  const rungs = rungsOf(states);
  const stateOf = new Map(states.map((state) => [cardName(state.card), state]));
  const seed = seedOf(hash32(moment));
  const offers = offersOf(facts);
  // The rarest kind takes first: what it can be asked about, the others can do without.
  const hands = shuffled([...offers.keys()], moment)
    .filter((kind) => options.kinds?.includes(kind) ?? true)
    .map((kind) => ({ kind, offers: shuffled(offers.get(kind)!, `${moment}\n${kind}`).values() }))
    .sort((a, b) => offers.get(a.kind)!.length - offers.get(b.kind)!.length);
  const taken = new Set<string>();
  const dealt: Question[] = [];
  while (hands.length > 0 && dealt.length < options.count)
    for (const hand of [...hands]) {
      const question = dealt.length < options.count ? deal(scope, hand, { seed, taken, stateOf, rungs }) : null;
      if (question) dealt.push(question);
      else hands.splice(hands.indexOf(hand), 1);
    }
  const order = shuffled(dealt, `${moment}\norder`);
  return {
    cards: order.flatMap((question) => {
      if (!question.card) return [];
      const card = { pack: question.pack, ...question.card };
      const state = stateOf.get(cardName(card)) ?? null;
      const others = questionsFor(scope, card, { seed, rung: state?.rung ?? 1 });
      return [{ card, state, questions: distinct([question, ...others]).slice(0, alternatives) }];
    }),
    composites: order.filter((question) => question.card === null),
  };
}

/** Something that may be asked in a kind: a card, or a set as a whole. */
type Offer = { readonly card: CardKey; readonly ask: null } | { readonly card: null; readonly ask: Ask };

type Hand = { readonly kind: Kind; readonly offers: IterableIterator<Offer> };

type Dealing = {
  readonly seed: string;
  /** Names of the cards and sets that are dealt already: nothing is asked twice, in whatever kind. */
  readonly taken: Set<string>;
  readonly stateOf: ReadonlyMap<string, Drawn["cards"][number]["state"]>;
  /** The highest rung on which each fact that was met stands. */
  readonly rungs: ReadonlyMap<string, Rung>;
};

/** The next question of a hand that fits the scope; null when there is none left. */
function deal(scope: Scope, { kind, offers }: Hand, { seed, taken, stateOf, rungs }: Dealing): Question | null {
  const { facts, links, reserved, options } = scope;
  for (const offer of offers) {
    const name = nameOf(facts, offer);
    if (taken.has(name)) continue;
    let question: Question | null;
    if (offer.card) {
      const state = stateOf.get(name) ?? null;
      if (!links.has(name) || state?.suspended) continue;
      const card = { pack: facts.pack.key, ...offer.card };
      question = questionsFor(scope, card, { seed, rung: state?.rung ?? 1, kinds: [kind] })[0] ?? null;
    } else {
      const isWanted = (options.topics?.includes(facts.fact(offer.ask.fact).topic) ?? true) && fits(offer.ask, options);
      question = isWanted ? ofSet(facts, offer.ask, kind, seed) : null;
      // A form that is for those who know the set comes to others only when they chose it.
      const isEarly = question && firstRungOf(question.form) > 0 && !mayFollow(question, rungs);
      if (isEarly && !options.forms) continue;
    }
    if (!question || reserved.tells(question)) continue;
    taken.add(name);
    return question;
  }
  return null;
}

function fits({ form }: Pick<Ask, "form">, { forms }: Scope["options"]): boolean {
  return forms?.includes(form) ?? true;
}

/** The questions of the scope's kinds and forms for a card. */
function questionsFor(
  { facts, reserved, options }: Scope,
  card: CardRef,
  {
    kinds = options.kinds,
    ...wish
  }: { readonly seed: string; readonly rung: 0 | 1 | 2 | 3 | 4; kinds?: readonly Kind[] | undefined },
): Question[] {
  const count = options.forms ? mostPerCard : alternatives;
  const asked = questionsOn(facts, card, { ...wish, count, ...(kinds ? { kinds } : {}) });
  return asked.filter((question) => fits(question, options) && !reserved.tells(question));
}

/** More than any card has questions of one kind. */
const mostPerCard = 40;

/** A question about a set as a whole, which owns no memory; of its parts those that have a card are scheduled. */
function ofSet(facts: Facts, ask: Ask, kind: Kind, seed: string): Question | null {
  const [question] = drawnOnce(facts, { ask, kind, seed }, () => {
    const query = queryOf(facts, ask, seed);
    const asked = isRefusal(query) ? query : put(facts, query, plainWish(kind, seed));
    if (isRefusal(asked) || asked.card) return [];
    const known = new Set(cardsOf(facts).map(({ card }) => `${card.fact} ${card.direction}`));
    const parts = asked.parts.filter(({ fact, direction }) => known.has(`${fact} ${direction}`));
    return [{ ...asked, parts }];
  });
  return question ?? null;
}

/** A statement over a list that holds a card's fact counts as that card, a span as its beginning: the one would give the other away. */
function nameOf(facts: Facts, offer: Offer): string {
  const span: CardKey | null = offer.ask?.purpose === "ask_span" ? { fact: offer.ask.fact, direction: "from" } : null;
  const card = offer.card ?? offer.ask.card ?? span;
  return card ? cardName({ pack: facts.pack.key, ...card }) : `set ${JSON.stringify(offer.ask)}`;
}

/** What each kind may be asked about, for each revision in memory. */
const offersOfFacts = new WeakMap<Facts, ReadonlyMap<Kind, readonly Offer[]>>();

function offersOf(facts: Facts): ReadonlyMap<Kind, readonly Offer[]> {
  let offers = offersOfFacts.get(facts);
  if (!offers) {
    offers = offersMade(facts);
    offersOfFacts.set(facts, offers);
  }
  return offers;
}

function offersMade(facts: Facts): Map<Kind, Offer[]> {
  const offers = new Map<Kind, Offer[]>(everyKind.map(({ kind }) => [kind, []]));
  const offer = (kinds: Iterable<Kind>, what: Offer) => {
    for (const kind of kinds) offers.get(kind)?.push(what);
  };
  for (const { card } of cardsOf(facts)) {
    const asks = asksOf(facts, facts.fact(card.fact)).filter(
      (ask) => ask.card?.fact === card.fact && ask.card.direction === card.direction,
    );
    offer(new Set(asks.flatMap((ask) => ask.kinds)), { card, ask: null });
  }
  for (const ask of asksOfSets(facts)) offer(ask.kinds, { card: null, ask });
  // Both ends of a span feed two cards and are asked as one.
  for (const fact of facts.pack.facts)
    for (const ask of asksOf(facts, fact)) if (ask.purpose === "ask_span") offer(ask.kinds, { card: null, ask });
  // A statement over a list speaks of the list as a whole, also where a question over it feeds a card.
  for (const fact of facts.pack.facts)
    for (const ask of asksOf(facts, fact))
      if (ask.kinds.includes("true-false")) offer(["true-false"], { card: null, ask });
  return offers;
}
