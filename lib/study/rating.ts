/** From an answer to ratings: how well each card behind a question was recalled. question-engine 6.3. */
import type { CardKey, Mark, Question, Rating, Response } from "../questions/question.ts";
import type { Rung } from "./event.ts";

/** What a rating depends on beside the mark. */
export type Circumstances = {
  readonly response: Response;
  /** How long the answer took, in milliseconds; 0 where it was not measured. */
  readonly tookMs: number;
  /** The learner's median for that kind, once 50 answers of it exist; null before. */
  readonly medianMs: number | null;
  /** After a hint or a second try. */
  readonly helped: boolean;
  /** The learner pressed "too easy". */
  readonly tooEasy: boolean;
  /** The rung of a card before this answer; 0 for one that was never asked. */
  readonly rungOf: (card: CardKey) => Rung;
  readonly isDue: (card: CardKey) => boolean;
  /** May the parts of a composite become cards by this answer? In study only a card's own question introduces it; a quiz asks just once. */
  readonly introduces: boolean;
};

/**
 * The ratings that an answer gives: one for the question's card; for a composite Again for each part that was wrong, or, when
 * all is right, Good for each part that was due. A part that was never asked is left alone in study; in a quiz it is rated like the
 * others, right as if it had been due, so that every question of a quiz comes back. Partial credit is never Hard: whatever is not
 * wholly right was not recalled.
 */
export function ratingOf(
  question: Question,
  mark: Extract<Mark, { kind: "marked" }>,
  circumstances: Circumstances,
): { readonly card: CardKey; readonly rating: Rating }[] {
  if (question.card) return [{ card: question.card, rating: ratingOfCard(question, mark.fraction, circumstances) }];
  const { introduces, isDue, rungOf } = circumstances;
  const isNew = (part: CardKey) => rungOf(part) === 0;
  const rated = question.parts.filter((part) => introduces || !isNew(part));
  if (mark.fraction === 1) {
    const recalled = rated.filter((part) => isNew(part) || isDue(part));
    return recalled.map((part) => ({ card: cardOf(part), rating: "good" }));
  }
  return rated
    .filter((part) => mark.wrongParts.includes(part.value))
    .map((part) => ({ card: cardOf(part), rating: "again" }));
}

/** Times beyond this say nothing about recall: somebody went for tea. */
const longestMs = 60_000;
const slowness = 2.5;
const recognised = new Set(["choice", "multi-select", "true-false"]);

function ratingOfCard(question: Question, fraction: number, circumstances: Circumstances): Rating {
  const { response, tookMs, medianMs, helped, tooEasy, rungOf } = circumstances;
  if (response.kind === "flashcard") return response.rating;
  if (fraction < 1) return "again";
  const isSlow = medianMs !== null && tookMs <= longestMs && tookMs > slowness * medianMs;
  if (helped || isSlow) return "hard";
  const mayBeEasy = question.card !== null && rungOf(question.card) >= 3 && !recognised.has(question.kind);
  return tooEasy && mayBeEasy ? "easy" : "good";
}

function cardOf({ fact, direction }: CardKey): CardKey {
  return { fact, direction };
}
