/** What an instructor reads after the close: who scored what, question by question. */

import { placesOnLine } from "../questions/on-line.ts";
import type { PosedQuestion, Question, Response } from "../questions/question.ts";
import type { AttemptState, HandMark } from "./attempt.ts";
import type { Correction } from "./correction.ts";
import { creditOf } from "./credit.ts";
import { markFinal } from "./mark-final.ts";
import { totalOf } from "./score.ts";

/** A place of a quiz; `question` is what its answers are marked against now. */
export type Slot = {
  readonly slot: number;
  readonly question: Question;
  readonly pointsMax: number;
  /** Absent where the key is as it was asked. */
  readonly corrected?: { readonly asked: Question; readonly steps: readonly Correction[] };
};

/**
 * One place of one attempt; `response` null was left blank. `fraction` is what the answer is worth by the key as it is now, or by hand; `points` what it is credited with,
 * which is more where a correction took nothing away, gave everybody all, or dropped the question.
 */
export type SlotResult = {
  readonly slot: number;
  readonly response: Response | null;
  readonly fraction: number;
  readonly points: number;
  /** What who teaches said of it; absent where nothing was. */
  readonly hand?: HandMark;
  /** It is marked by hand, and nobody has yet; absent otherwise. */
  readonly waits?: true;
};

export type AttemptResult = {
  readonly slots: readonly SlotResult[];
  readonly score: number;
  readonly scoreMax: number;
};

/** Marks an attempt's last responses against its snapshots. */
export function markAttempt(slots: readonly Slot[], state: AttemptState): AttemptResult {
  const worth = (question: Question, response: Response | null) => (response ? fractionOf(question, response) : 0);
  const places = slots.map(({ slot, question, pointsMax, corrected }) => {
    const response = state.responses.get(slot)?.response ?? null;
    const fraction = worth(corrected?.asked ?? question, response);
    const corrections = (corrected?.steps ?? []).map(({ number, by, lowers, question: then }) => {
      return { number, by, lowers, fraction: worth(then, response) };
    });
    const hand = state.marks.get(slot);
    return { slot, response, fraction, pointsMax, corrections, marked: hand, hand: hand?.points ?? null };
  });
  const points = creditOf(places);
  const results = places.map((place, index): SlotResult => {
    const { slot, response, marked } = place;
    const fraction =
      place.hand === null ? (place.corrections.at(-1)?.fraction ?? place.fraction) : place.hand / place.pointsMax;
    const waits =
      slots[index]!.question.kind === "text" && isWritten(response) && points[index] === 0 && place.hand === null;
    return {
      ...{ slot, response, fraction, points: points[index]! },
      ...(marked && { hand: marked }),
      ...(waits && { waits }),
    };
  });
  return {
    slots: results,
    score: totalOf(results.map((each) => each.points)),
    scoreMax: totalOf(slots.map((each) => each.pointsMax)),
  };
}

/** Is there anything to mark in a free text? */
const isWritten = (response: Response | null): boolean => response?.kind === "text" && response.text.trim() !== "";

/** Fraction 0..1 of a response, taken as final. */
export function fractionOf(question: Question, response: Response): number {
  const marked = markFinal(question, response);
  return marked.kind === "marked" ? marked.fraction : 0;
}

export type SlotSummary = { readonly slot: number; readonly answered: number; readonly shareRight: number | null };

/** Per question: how many answered, and the share right (mean fraction over all attempts, blanks count as 0, what waits for a mark by hand not at all); null without attempts. */
export function summarise(slots: readonly Slot[], attempts: readonly AttemptResult[]): SlotSummary[] {
  return slots.map(({ slot }, index) => {
    const results = attempts.map((attempt) => attempt.slots[index]!).filter(({ waits }) => !waits);
    const sum = results.reduce((total, each) => total + each.fraction, 0);
    return {
      slot,
      answered: results.filter((each) => each.response).length,
      shareRight: results.length > 0 ? sum / results.length : null,
    };
  });
}

/** A date as it was written; of the two fields of a span both, a blank one as "…". */
export function writtenDate({ text, to }: Extract<Response, { kind: "date" }>): string {
  if (to === undefined) return text;
  const [first, second] = [text.trim(), to.trim()];
  return first === "" && second === "" ? "" : `${first || "…"} to ${second || "…"}`;
}

/** A response in words, for tables and files: option texts for values, the typed text as it was typed. */
export function responseText(question: Pick<PosedQuestion, "options" | "prompts">, response: Response | null): string {
  if (!response) return "";
  const text = (value: string) => question.options.find((option) => option.value === value)?.text ?? value;
  const promptText = (value: string) => question.prompts?.find((prompt) => prompt.value === value)?.text ?? value;
  switch (response.kind) {
    case "choice":
    case "true-false":
      return text(response.value);
    case "multi-select":
    case "order":
      return response.values.map(text).join("; ");
    case "match":
      return response.pairs.map(({ prompt, value }) => `${promptText(prompt)}: ${text(value)}`).join("; ");
    case "timeline":
      return (
        placesOnLine(question, { dated: false }).find(({ value }) => value === response.value)?.text ?? response.value
      );
    case "typed":
    case "text":
    case "number":
      return response.text;
    case "date":
      return writtenDate(response);
    case "flashcard":
      return response.rating;
    case "dont-know":
      return "I don’t know";
  }
}
