/**
 * One sitting, as a pure machine: give it the session and what happened, take the session after and the events to be sent. It predicts
 * with the rules that the server decides with; what the server answers is taken in by `absorb`. Times and ids are passed in.
 */
import { mark as markOf } from "../questions/mark.ts";
import type { Mark, MarkNote, Rating, Response } from "../questions/question.ts";
import { cardName } from "./card.ts";
import { addDays, type Day, learnerDay } from "./day.ts";
import { type Decision, decideAnswer } from "./decide.ts";
import type { Bundle, BundleCard, CardRef, CardState, EventsAnswer, Review, StudyEvent } from "./event.ts";
import { futureOf } from "./fold.ts";
import { arrange, type Item, nextQuestion } from "./mix.ts";

/** An event without what only the device's queue knows: its device and number. */
export type Happening = StudyEvent extends infer Each
  ? Each extends StudyEvent
    ? Omit<Each, "deviceId" | "deviceSeq">
    : never
  : never;

/** A new id (UUID v7) and the instant, ISO, of what happens now. */
export type Stamp = { readonly id: string; readonly at: string };

/** A response that was taken, and how. */
export type Given = {
  readonly item: Item;
  readonly response: Response;
  readonly mark: Extract<Mark, { kind: "marked" }>;
  readonly tookMs: number;
  /** After the response before it was asked for again, or after a hint. */
  readonly helped: boolean;
  readonly tooEasy: boolean;
};

/** An answer given in this session. */
export type Answered = Given &
  Stamp & {
    readonly overridden: boolean;
    readonly reviews: readonly Review[];
    /** The session before this answer, for taking it back. */
    readonly before: Session;
  };

/** A card that was put away: buried until tomorrow, or suspended until it is freed. */
export type PutAside = Stamp & {
  readonly how: "bury" | "suspend";
  readonly card: CardRef;
  /** The session before, for taking it back. */
  readonly before: Session;
};

export type Session = {
  readonly bundle: Bundle;
  /** What is to be asked; the first one is on the screen. */
  readonly queue: readonly Item[];
  /** Counts every question that comes on the screen. */
  readonly turn: number;
  /** Why the response to the question on the screen is asked for again; then the next one counts as helped. */
  readonly note: MarkNote | null;
  /** The answer on the screen; null while the question waits for one. */
  readonly answered: Answered | null;
  readonly log: readonly Answered[];
  /** The card that was put away since the last answer, for taking it back; those put away before it are in its `before`. */
  readonly aside: PutAside | null;
  /** The cards as far as this browser knows, by `cardName`. */
  readonly states: ReadonlyMap<string, CardState>;
  readonly startedAt: string;
  readonly over: boolean;
};

/** What a step leads to, and the events to be sent, in order. */
export type Step = { readonly session: Session; readonly events: readonly Happening[] };

/** A session over a bundle; over at once when it holds nothing to ask. */
export function start(bundle: Bundle, startedAt: string): Session {
  const queue = arrange(bundle);
  const states = new Map(bundle.cards.flatMap(({ state }) => (state ? [[cardName(state.card), state] as const] : [])));
  const over = queue.length === 0;
  return { bundle, queue, turn: 0, note: null, answered: null, log: [], aside: null, states, startedAt, over };
}

/**
 * Takes a response to the question on the screen: either it is asked for again (no event), or it is an answer. `withHint`: its hint was
 * looked at, so that the answer counts as helped.
 */
export function respond(
  session: Session,
  response: Response,
  stamp: Stamp,
  tookMs: number,
  withHint: boolean = false,
): Step {
  const item = session.queue[0];
  if (!item || session.answered || session.over) return { session, events: [] };
  const second = session.note !== null;
  const helped = second || withHint;
  const mark = markOf(item.kept.question, response, { second });
  if (mark.kind === "ask-again") return { session: { ...session, note: mark.note }, events: [] };
  return answer(session, { item, response, mark, tookMs, helped, tooEasy: false }, stamp);
}

/** "Too easy", said of the answer on the screen: it is taken back and given again so. Nothing happens where it may not count. */
export function tooEasy(session: Session, [undoing, again]: readonly [Stamp, Stamp]): Step {
  const given = session.answered;
  if (!given || !mayBeTooEasy(session)) return { session, events: [] };
  const { item, response, mark, tookMs, helped, before } = given;
  const back = { ...before, states: takenBack(session.states, before, cardsIn(given)) };
  const { session: after, events } = answer(back, { item, response, mark, tookMs, helped, tooEasy: true }, again);
  return { session: after, events: [happening(session, undoing, { kind: "undo", target: given.id }), ...events] };
}

/** May the answer on the screen be called too easy: right at once, produced, on rung 3 or 4? */
export function mayBeTooEasy({ answered }: Session): boolean {
  if (!answered || answered.overridden || answered.helped || answered.tooEasy || answered.mark.fraction < 1)
    return false;
  const { card, kept } = answered.item;
  const rung = card ? (answered.before.states.get(cardName(card.card))?.rung ?? 0) : 0;
  return rung >= 3 && ["typed", "number", "date", "cloze"].includes(kept.question.kind);
}

/** "I was right", said of the answer on the screen, which then counts as wholly right. */
export function override(session: Session, stamp: Stamp): Step {
  const given = session.answered;
  if (!given || given.overridden || given.mark.fraction === 1) return { session, events: [] };
  const { reviews, states } = decide(given.before, given, given.at, true);
  const now: Answered = { ...given, overridden: true, reviews };
  const back = takenBack(session.states, given.before, cardsIn(given));
  const after = {
    ...session,
    answered: now,
    log: [...session.log.slice(0, -1), now],
    states: withStates(back, states),
  };
  return { session: after, events: [happening(session, stamp, { kind: "override", target: given.id })] };
}

/** Takes the last answer, or what was put away since, back: its question is on the screen again, and its cards are as they were. */
export function undo(session: Session, stamp: Stamp): Step {
  const last = session.aside ?? session.log.at(-1);
  if (!last) return { session, events: [] };
  const cards = "reviews" in last ? cardsIn(last) : [last.card];
  const states = takenBack(session.states, last.before, cards);
  const after = { ...last.before, states, note: null, turn: session.turn + 1 };
  return { session: after, events: [happening(session, stamp, { kind: "undo", target: last.id })] };
}

/** Goes on to the next question; a card that was missed comes back after a few others. Over when nothing is left. */
export function next(session: Session): Session {
  const given = session.answered;
  if (!given || session.over) return session;
  let queue: readonly Item[] = session.queue.slice(1);
  for (const { rating, card } of given.reviews) if (rating === "again") queue = comeBack(session, queue, given, card);
  return { ...session, queue, turn: session.turn + 1, note: null, answered: null, over: queue.length === 0 };
}

/** Ends the session where it is. What was missed and did not come back is due. */
export function end(session: Session): Session {
  return { ...session, over: true };
}

/** Puts the card on the screen away: buried until tomorrow, or suspended until it is freed. The next question follows. */
export function putAway(session: Session, how: PutAside["how"], stamp: Stamp): Step {
  const card = session.queue[0]?.card?.card;
  if (!card || session.over) return { session, events: [] };
  const queue = session.queue.filter((item) => !isOf(item, card));
  const state = session.states.get(cardName(card));
  const put = how === "bury" ? { buriedUntil: addDays(dayOf(session, stamp.at), 1) } : { suspended: true };
  const after = {
    ...session,
    queue,
    turn: session.turn + 1,
    note: null,
    answered: null,
    aside: { ...stamp, how, card, before: session },
    states: state ? withStates(session.states, [{ ...state, ...put }]) : session.states,
    over: queue.length === 0,
  };
  const event = how === "bury" ? { kind: how, card } : { kind: how, card, suspended: true };
  return { session: after, events: [happening(session, stamp, event)] };
}

/** Takes in what the server decided: it outranks every prediction. */
export function absorb(session: Session, { cards }: EventsAnswer): Session {
  return { ...session, states: withStates(session.states, cards) };
}

/** The learner's day at an instant (ISO), by the bundle's zone. */
export function dayOf({ bundle }: Session, at: string): Day {
  return learnerDay(at, bundle.settings.zone, bundle.settings.rolloverHour);
}

/** In how many days the card on the screen would come back for each rating of a flashcard; 0 is within the session. Null for a composite. */
export function intervals(session: Session, at: string): Readonly<Record<Rating, number>> | null {
  const card = session.queue[0]?.card?.card;
  if (!card) return null;
  const state = session.states.get(cardName(card)) ?? null;
  const days = (rating: Rating) =>
    futureOf(state, rating, { kind: "flashcard", rating }, dayOf(session, at), session.bundle.parameters).intervalDays;
  return { again: 0, hard: days("hard"), good: days("good"), easy: days("easy") };
}

function answer(session: Session, given: Given, stamp: Stamp): Step {
  const { reviews, states } = decide(session, given, stamp.at, false);
  const now: Answered = { ...given, ...stamp, overridden: false, reviews, before: session };
  const after = { ...session, note: null, answered: now, log: [...session.log, now], aside: null };
  const { response, tookMs } = given;
  const event = {
    kind: "answer",
    question: given.item.kept.hash,
    response,
    tookMs,
    context: contextOf(session, given),
  };
  return {
    session: { ...after, states: withStates(session.states, states) },
    events: [happening(session, stamp, event)],
  };
}

function decide(session: Session, given: Given, at: string, overridden: boolean): Decision {
  const { zone, rolloverHour } = session.bundle.settings;
  const { response, tookMs, item } = given;
  const answering = { at, zone, rolloverHour, response, tookMs, context: contextOf(session, given) };
  return decideAnswer(answering, item.kept.question, session.states, {
    parameters: session.bundle.parameters,
    medianMs: session.bundle.medianMs,
    learnerDay: dayOf(session, at),
    overridden,
  });
}

function contextOf({ bundle }: Session, { helped, tooEasy }: Given) {
  return { mode: bundle.mode, helped, tooEasy, attempt: null };
}

/** Cards put between a miss and its return: enough to have to recall it, few enough to be within the session. */
const cardsBetween = 5;
/** A card that was missed this often in one session is left for another day; more of the same helps nobody. */
const mostReturns = 4;

/** The queue with a missed card in it again, asked another way where there is one; unchanged when the session has no question for it. */
function comeBack(session: Session, queue: readonly Item[], given: Answered, card: CardRef): readonly Item[] {
  const found = session.bundle.cards.find((each) => cardName(each.card) === cardName(card));
  const returns = isOf(given.item, card) ? given.item.returns + 1 : 1;
  if (!found || found.questions.length === 0) return queue;
  if (returns > mostReturns || queue.some((item) => isOf(item, card))) return queue;
  const asked = session.log.map((each) => each.item.kept.hash);
  const item: Item = { card: found, kept: nextQuestion(found, asked), returns };
  return [...queue.slice(0, cardsBetween), item, ...queue.slice(cardsBetween)];
}

function isOf(item: { readonly card: BundleCard | null }, card: CardRef): boolean {
  return item.card !== null && cardName(item.card.card) === cardName(card);
}

function withStates(states: ReadonlyMap<string, CardState>, changed: readonly CardState[]): Map<string, CardState> {
  const after = new Map(states);
  for (const state of changed) after.set(cardName(state.card), state);
  return after;
}

function cardsIn({ reviews }: Answered): CardRef[] {
  return reviews.map((review) => review.card);
}

/** The cards, these as they were before: others may have been put right by the server meanwhile. */
function takenBack(
  states: ReadonlyMap<string, CardState>,
  before: Session,
  cards: readonly CardRef[],
): Map<string, CardState> {
  const after = new Map(states);
  for (const card of cards) {
    const state = before.states.get(cardName(card));
    if (state) after.set(cardName(card), state);
    else after.delete(cardName(card));
  }
  return after;
}

function happening(session: Session, stamp: Stamp, body: object): Happening {
  const { zone, rolloverHour } = session.bundle.settings;
  return { ...stamp, zone, rolloverHour, ...body } as Happening;
}
