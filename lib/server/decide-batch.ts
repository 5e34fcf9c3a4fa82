import "server-only";
import type { ClientBase } from "pg";
import type { Question } from "../questions/question.ts";
import { cardName } from "../study/card.ts";
import type { Day } from "../study/day.ts";
import { type Answer, decideAnswer } from "../study/decide.ts";
import type { CardRef, CardState, StudyEvent } from "../study/event.ts";
import { byLogOrder, fold, learnerDayOf } from "../study/fold.ts";
import { changeOfDays, daysOf } from "./days.ts";
import { type Before, type Change, readHistory } from "./event-log.ts";
import { inCardOrder, type LoggedEvent } from "./event-rows.ts";
import type { Received } from "./events.ts";
import type { Medians } from "./medians.ts";
import type { Settings } from "./settings.ts";

/** What a batch is decided with. */
export type Batch = {
  readonly fresh: readonly Received[];
  readonly before: Before;
  /** Of the batch's answers and of those that it overrides or takes back, by hash. */
  readonly questions: ReadonlyMap<string, Question>;
  readonly settings: Settings;
  readonly medians: Medians;
};

type Decided = Omit<Change, "receivedAt">;

/**
 * Decides new events: fraction and reviews of each, and where that leaves the cards and days. In the usual case every event is
 * an answer that comes after all that its cards know, and one step from their present state is the whole fold. Anything
 * else (an undo, an answer that arrives late) folds the cards anew from the log, which comes to the same.
 */
export async function decideBatch(client: ClientBase, userId: string, batch: Batch): Promise<Decided> {
  const fresh = batch.fresh.toSorted((a, b) => byLogOrder(a.event, b.event));
  return isAhead(fresh, batch) ? goOn(fresh, batch) : foldAnew(client, userId, { ...batch, fresh });
}

/** The cards that an event can touch, as far as it says so itself. */
export function cardsOf(event: StudyEvent, questions: ReadonlyMap<string, Question>): CardRef[] {
  if ("card" in event) return [event.card];
  const question = event.kind === "answer" ? questions.get(event.question) : undefined;
  if (!question) return [];
  const keys = question.card ? [question.card, ...question.parts] : question.parts;
  return keys.map(({ fact, direction }) => ({ pack: question.pack, fact, direction }));
}

/** Is every event an answer to cards that know nothing as late or later? */
function isAhead(fresh: readonly Received[], { before, questions }: Batch): boolean {
  if (before.disturbed) return false;
  const lastAt = new Map(before.states.map((state) => [cardName(state.card), state.lastAt]));
  return fresh.every(
    ({ event }) =>
      event.kind === "answer" &&
      cardsOf(event, questions).every((card) => (lastAt.get(cardName(card)) ?? "") < event.at),
  );
}

/** One step per answer from the cards' present state. */
function goOn(fresh: readonly Received[], batch: Batch): Decided {
  const states = new Map(batch.before.states.map((state) => [cardName(state.card), state]));
  const touched = new Set<string>();
  const events = fresh.map((received): LoggedEvent => {
    const logged = undecided(received);
    const {
      fraction,
      reviews,
      states: after,
    } = decide(received.event as Answer, states, batch, {
      learnerDay: logged.learnerDay,
      overridden: false,
    });
    for (const state of after) {
      const name = cardName(state.card);
      states.set(name, state);
      touched.add(name);
    }
    return { ...logged, fraction, reviews: inCardOrder(reviews) };
  });
  return { events, states: [...touched].sort().map((name) => states.get(name)!), gone: [], days: daysOf(events) };
}

/** Folds the cards from their whole history with the new events in their places. */
async function foldAnew(client: ClientBase, userId: string, batch: Batch): Promise<Decided> {
  const { fresh, before, questions, settings } = batch;
  const cards = new Map(
    [
      ...fresh.flatMap(({ event }) => cardsOf(event, questions)),
      ...before.known.flatMap(({ event, reviews }) => [
        ...cardsOf(event, questions),
        ...reviews.map(({ card }) => card),
      ]),
    ].map((card) => [cardName(card), card]),
  );
  const history = await readHistory(client, userId, {
    cards: [...cards.values()],
    events: before.known.map(({ event }) => event.id),
  });
  const log = [...history, ...fresh.filter(({ event }) => !isDecided(event)).map(undecided)];
  for (const { received, answer } of inOrderOfDeciding(fresh, before.known)) {
    // Undoes and overrides count wherever they stand: an answer that was taken back was never given.
    const earlier = log.filter((other) => byLogOrder(other.event, answer) < 0 || "target" in other.event);
    const states = fold(earlier, settings.parameters);
    const { fraction, reviews } = decide(answer, states, batch, {
      learnerDay: learnerDayOf(answer),
      overridden: answer !== received.event,
    });
    log.push({ ...undecided(received), fraction, reviews: inCardOrder(reviews) });
  }
  const folded = fold(log, settings.parameters);
  const isFresh = new Set(fresh.map(({ event }) => event.id));
  return {
    events: log.filter(({ event }) => isFresh.has(event.id)),
    states: [...cards.keys()].sort().flatMap((name) => folded.get(name) ?? []),
    gone: [...cards].filter(([name]) => !folded.has(name)).map(([, card]) => card),
    days: changeOfDays(daysOf(history), daysOf(log)),
  };
}

const isDecided = (event: StudyEvent): boolean => event.kind === "answer" || event.kind === "override";

/** The answers and overrides among new events, each with the answer it decides, by that answer's place in the log. */
function inOrderOfDeciding(fresh: readonly Received[], known: readonly LoggedEvent[]) {
  const answers = new Map<string, Answer>();
  for (const { event } of [...known, ...fresh]) if (event.kind === "answer") answers.set(event.id, event);
  return fresh
    .flatMap((received) => {
      const { event } = received;
      const answer = answers.get(event.kind === "override" ? event.target : event.id);
      return answer && isDecided(event) ? [{ received, answer }] : [];
    })
    .sort((a, b) => byLogOrder(a.answer, b.answer) || byLogOrder(a.received.event, b.received.event));
}

function undecided({ event, bodyHash }: Received): LoggedEvent {
  return { event, bodyHash, learnerDay: learnerDayOf(event), fraction: null, reviews: [] };
}

function decide(
  answer: Answer,
  states: ReadonlyMap<string, CardState>,
  { questions, settings, medians }: Batch,
  how: { readonly learnerDay: Day; readonly overridden: boolean },
): ReturnType<typeof decideAnswer> {
  const question = questions.get(answer.question);
  if (!question) throw new Error("The question of an answer in the log is not stored.");
  return decideAnswer(answer, question, states, { parameters: settings.parameters, medianMs: medians, ...how });
}
