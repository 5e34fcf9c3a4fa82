/** The cards of a pack, and the questions that may be put for one: easy ones while it is new, harder ones as it is remembered. */
import { hash32, shuffled } from "../base/random.ts";
import type { Fact } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import type { Confusions } from "./candidates.ts";
import { isRefusal } from "./form.ts";
import { asksOf, asksOfSets, put, queryOf } from "./forms.ts";
import type { Wish } from "./kind.ts";
import { drawnFrom, intervalOf } from "./neighbours.ts";
import type { Ask, Query } from "./query.ts";
import type { CardKey, Direction, Form, Kind, Question } from "./question.ts";
import { isRelational } from "./relational.ts";

/** A card with what decides when it is taught. */
export type TaughtCard = { readonly card: CardKey; readonly topic: string; readonly importance: Fact["importance"] };

/** What a learner brings to a card. */
export type CardWish = {
  /** Rung of the ladder: 0 new, 1 recognition, 2 close options, 3 recall, 4 both ways. */
  readonly rung: 0 | 1 | 2 | 3 | 4;
  readonly seed: string;
  /** How many different questions, 1 or more. */
  readonly count: number;
  readonly confusions?: Confusions;
  /** Only questions of these kinds, whatever the rung: practice on a chosen scope. */
  readonly kinds?: readonly Kind[];
};

/**
 * All cards that have a question, in the order in which they are taught: what is important first; a first direction of every fact before
 * any second one; then by topic as the pack orders them, and by date.
 */
export function cardsOf(facts: Facts): readonly TaughtCard[] {
  let taught = taughtCards.get(facts);
  if (!taught) {
    taught = taughtOf(facts);
    taughtCards.set(facts, taught);
  }
  return taught;
}

/**
 * At most `count` different questions for a card, best first: the kinds of its rung before others, each ask once before any is put in a
 * second kind; past the first rung the last of several asks for more than a look-up, if the card has such a question (decision 18). Empty for a
 * card that no form can ask (it then is not among `cardsOf`).
 */
export function questionsForCard(facts: Facts, card: CardKey, wish: CardWish): Question[] {
  const asks = asksOf(facts, facts.fact(card.fact)).filter(
    (ask) => ask.card?.fact === card.fact && ask.card.direction === card.direction,
  );
  const planned = plan(asks, card, wish);
  const questions = [...questionsIn(facts, planned, wish).take(wish.count)];
  if (wish.rung < 2 || wish.count < 2 || questions.some(({ form }) => isRelational(form))) return questions;
  const relational = planned.filter(({ ask }) => isRelational(ask.form));
  return [
    ...questions.slice(0, wish.count - 1),
    ...questionsIn(facts, relational, wish).take(1),
    ...questions.slice(wish.count - 1),
  ].slice(0, wish.count);
}

/** The different questions of a plan, in its order, each made when it is taken. */
function* questionsIn(
  facts: Facts,
  planned: readonly { readonly ask: Ask; readonly kind: Kind }[],
  wish: CardWish,
): Generator<Question> {
  const stems = new Set<string>();
  const queries = new Map<Ask, Query | null>();
  for (const { ask, kind } of planned) {
    let query = queries.get(ask);
    if (query === undefined) {
      const found = queryOf(facts, ask, wish.seed);
      query = isRefusal(found) ? null : found;
      queries.set(ask, query);
    }
    if (!query) continue;
    const question = put(facts, query, wishAt(kind, wish));
    if (isRefusal(question) || question.card === null || stems.has(`${kind}\n${question.stem}`)) continue;
    stems.add(`${kind}\n${question.stem}`);
    yield question;
  }
}

/**
 * Composite questions (order, count, several of a set, difference of lists, which document says it) of the topics, drawn by the seed; they own no
 * memory.
 */
export function compositesFor(
  facts: Facts,
  { seed, count, topics, kinds }: { seed: string; count: number; topics?: readonly string[]; kinds?: readonly Kind[] },
): Question[] {
  const questions: Question[] = [];
  const known = new Set(cardsOf(facts).map(({ card }) => `${card.fact} ${card.direction}`));
  for (const ask of drawnInTurn(facts, topics, `${seed}\ncomposites`, count)) {
    if (questions.length >= count) break;
    const fitting = ask.kinds.filter((kind) => compositeKinds.includes(kind) && (kinds?.includes(kind) ?? true));
    const query = fitting.length > 0 ? queryOf(facts, ask, seed) : null;
    if (!query || isRefusal(query)) continue;
    for (const kind of shuffled(fitting, `${seed}\n${ask.form} ${ask.fact} ${ask.variant}`)) {
      const question = put(facts, query, { kind, seed, target: 0.55, options: 4, confusions: {} });
      if (isRefusal(question)) continue;
      // A part that no question asks by itself has no card to be scheduled.
      const parts = question.parts.filter(({ fact, direction }) => known.has(`${fact} ${direction}`));
      questions.push({ ...question, parts });
      break;
    }
  }
  return questions;
}

const compositeAsks = new WeakMap<Facts, ReadonlyMap<Form, readonly Ask[]>>();

/** The asks about more than one fact's card, by form; those tried only to be refused (`on`) are not among them. */
function compositeAsksOf(facts: Facts): ReadonlyMap<Form, readonly Ask[]> {
  let known = compositeAsks.get(facts);
  if (!known) {
    const all = [...asksOfSets(facts), ...facts.pack.facts.flatMap((fact) => asksOf(facts, fact))];
    known = Map.groupBy(
      all.filter(({ card, on, form }) => card === null && (on === null || form === "Q14")),
      ({ form }) => form,
    );
    compositeAsks.set(facts, known);
  }
  return known;
}

/** Asks of every form in turn, so that a form with many (one for each fact) does not crowd out one with few. */
function drawnInTurn(facts: Facts, topics: readonly string[] | undefined, seed: string, count: number): Ask[] {
  const fits = (ask: Ask) => topics?.includes(facts.fact(ask.fact).topic) ?? true;
  const groups = [...compositeAsksOf(facts).values()].map((asks) =>
    shuffled(topics ? asks.filter(fits) : drawnFrom(asks, mostDrawn * count, seed), seed),
  );
  const longest = Math.max(0, ...groups.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => groups.flatMap((group) => group[turn] ?? [])).flat();
}

/** Asks drawn for each composite wanted: some are refused. */
const mostDrawn = 8;

/** Kinds that can be marked part by part, and a choice about a whole set. */
const compositeKinds: readonly Kind[] = ["order", "timeline", "match", "multi-select", "choice", "number", "typed"];

/** Kinds by rung, best first (question-engine 6.2). A card that has none of them takes the next that it has. */
const ladder: readonly (readonly Kind[])[] = [
  ["choice"],
  ["choice"],
  ["choice", "cloze", "typed", "date", "number"],
  ["typed", "date", "number", "cloze", "flashcard", "choice"],
  ["typed", "date", "number", "cloze", "flashcard"],
];

/** The rung of close options: from here on a gap is filled, with its first letters shown; above, only when asked for. */
const clozeRung = 2;

const targets = [0.35, 0.45, 0.75, 0.75, 0.75];
const rest: readonly Kind[] = ["choice", "cloze", "typed", "date", "number", "true-false", "flashcard"];

function wishAt(kind: Kind, { rung, seed, confusions }: CardWish): Wish {
  const cue = rung > clozeRung ? "asked" : "shown";
  return { kind, seed, target: targets[rung]!, options: rung === 0 ? 3 : 4, confusions: confusions ?? {}, cue };
}

/**
 * Pairs of ask and kind in the order in which they are tried. One in five recognitions is a true-false statement, one in three questions on the
 * rung of close options a gap.
 */
function plan(asks: readonly Ask[], card: CardKey, { rung, seed, kinds }: CardWish): { ask: Ask; kind: Kind }[] {
  const drawn = shuffled(asks, `${seed}\n${card.fact} ${card.direction}`);
  const draw = (what: string) => hash32(`${seed}\n${card.fact} ${card.direction}\n${what}`);
  const first: Kind[] = rung <= 1 && draw("statement") % 5 === 0 ? ["true-false"] : [];
  if (rung === clozeRung && draw("cloze") % 3 === 0) first.push("cloze");
  const order = kinds ? [...kinds] : [...new Set([...first, ...ladder[rung]!])];
  if (!kinds) order.push(...rest.filter((kind) => !order.includes(kind)));
  return order.flatMap((kind) => drawn.filter((ask) => ask.kinds.includes(kind)).map((ask) => ({ ask, kind })));
}

const taughtCards = new WeakMap<Facts, readonly TaughtCard[]>();

function taughtOf(facts: Facts): TaughtCard[] {
  const places = new Map(facts.pack.topics.map(({ key }, place) => [key, place]));
  const cards = facts.pack.facts.flatMap((fact) =>
    directionsOf(facts, fact).map((direction, round) => ({
      card: { fact: fact.key, direction },
      topic: fact.topic,
      importance: fact.importance,
      order: [
        fact.importance === "minor" ? 1 : 0,
        round,
        places.get(fact.topic) ?? 0,
        // What has a time comes first, in its order: it is what the rest hangs on.
        intervalOf(facts, fact)?.from ?? Number.MAX_SAFE_INTEGER,
      ],
    })),
  );
  // A stable sort: facts of one date stay in the order of their keys.
  cards.sort((a, b) => a.order.reduce((sign, part, index) => sign || part - b.order[index]!, 0));
  return cards.map(({ card, topic, importance }) => ({ card, topic, importance }));
}

/** The directions in which a fact can be asked, the most telling first. */
function directionsOf(facts: Facts, fact: Fact): Direction[] {
  const asks = asksOf(facts, fact).filter((ask) => ask.card !== null);
  return (["subject", "object", "from", "to"] as const).filter((direction) =>
    asks.some((ask) => ask.card?.direction === direction && hasQuestion(facts, ask)),
  );
}

function hasQuestion(facts: Facts, ask: Ask): boolean {
  const query = queryOf(facts, ask, "cards");
  if (isRefusal(query)) return false;
  return ask.kinds.toReversed().some((kind) => {
    const question = put(facts, query, wishAt(kind, cardsWish));
    // A statement about a set is a question, but feeds no card.
    return !isRefusal(question) && question.card !== null;
  });
}

const cardsWish: CardWish = { rung: 1, seed: "cards", count: 1 };
