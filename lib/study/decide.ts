/**
 * Decides an answer, once: how much of it is right, how each card behind it was recalled, and when each comes back. The browser
 * predicts with this function, the server decides with it; what the server decided is stored and never decided again.
 */
import { mark } from "../questions/mark.ts";
import type { CardKey, Question } from "../questions/question.ts";
import { cardName, isDue } from "./card.ts";
import { addDays, learnerDay, startOfDay } from "./day.ts";
import type { CardRef, CardState, MemoryParameters, Review, StudyEvent } from "./event.ts";
import { applyReview, futureOf } from "./fold.ts";
import { ratingOf } from "./rating.ts";

export type Answer = Extract<StudyEvent, { kind: "answer" }>;

/** What of an answer its decision rests on: the device and its count do not matter. */
export type Answering = Pick<Answer, "at" | "zone" | "rolloverHour" | "response" | "tookMs" | "context">;

/** What a decision rests on beside the answer and its question. */
export type Deciding = {
  readonly parameters: MemoryParameters;
  /** Median milliseconds by kind; a kind without 50 answers is absent. */
  readonly medianMs: Readonly<Record<string, number>>;
  /** The learner's day of the answer. */
  readonly learnerDay: string;
  /** "I was right": decide as if the answer were wholly right. */
  readonly overridden: boolean;
};

export type Decision = {
  /** 0..1 */
  readonly fraction: number;
  readonly reviews: readonly Review[];
  /** The cards of the reviews as they are afterwards, in the same order. */
  readonly states: readonly CardState[];
};

/** A lapse comes back after this long, in the same session. */
export const relearnMs = 600_000;

/**
 * The decision on an answer, given the cards as they stand before it in the log's order (none for a card never asked).
 * For "I was right", give the states before the answer it names, and that answer: the decision replaces the first one.
 */
export function decideAnswer(
  answer: Answering,
  question: Question,
  states: ReadonlyMap<string, CardState>,
  deciding: Deciding,
): Decision {
  const { medianMs, learnerDay: today, overridden } = deciding;
  const given = mark(question, answer.response, { second: true });
  // A second try is always marked; see `mark`.
  if (given.kind !== "marked") throw new Error("A response was neither marked nor refused.");
  const marked = overridden ? { ...given, fraction: 1, wrongParts: [] } : given;
  const refOf = ({ fact, direction }: CardKey): CardRef => ({ pack: question.pack, fact, direction });
  const stateOf = (card: CardKey) => states.get(cardName(refOf(card))) ?? null;
  const isFlashcard = overridden && answer.response.kind === "flashcard";
  const ratings = ratingOf(question, marked, {
    response: isFlashcard ? { kind: "flashcard", rating: "good" } : answer.response,
    tookMs: answer.tookMs,
    medianMs: medianMs[question.kind] ?? null,
    helped: answer.context.helped,
    tooEasy: answer.context.tooEasy,
    rungOf: (card) => stateOf(card)?.rung ?? 0,
    isDue: (card) => isDue(stateOf(card), today),
    introduces: answer.context.mode === "quiz",
  });
  const reviews: Review[] = [];
  const after: CardState[] = [];
  for (const { card, rating } of ratings) {
    const before = stateOf(card);
    const due = dueAfter(before, rating, answer, deciding);
    const review: Review = { card: refOf(card), rating, ...due };
    reviews.push(review);
    after.push(applyReview(before, { event: answer, learnerDay: today }, review, deciding.parameters));
  }
  return { fraction: marked.fraction, reviews, states: after };
}

/** When a card comes back after a rating: a lapse in ten minutes, anything else at the start of a learner's day. */
function dueAfter(
  before: CardState | null,
  rating: Review["rating"],
  answer: Answering,
  { parameters, learnerDay: today }: Deciding,
): { readonly due: string; readonly dueDay: string } {
  const { zone, rolloverHour } = answer;
  if (rating === "again") {
    const due = new Date(Date.parse(answer.at) + relearnMs).toISOString();
    const dueDay = learnerDay(due, zone, rolloverHour);
    return { due, dueDay: dueDay < today ? today : dueDay };
  }
  const { intervalDays } = futureOf(before, rating, answer.response, today, parameters);
  const dueDay = addDays(today, intervalDays);
  return { due: startOfDay(dueDay, zone, rolloverHour).toISOString(), dueDay };
}
