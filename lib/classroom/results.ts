/** What an instructor reads after the close: who scored what, question by question. */

import { placesOnLine } from "../questions/on-line.ts";
import type { PosedQuestion, Question, Response } from "../questions/question.ts";
import type { AttemptState } from "./attempt.ts";
import { markFinal } from "./mark-final.ts";
import { pointsOf, totalOf } from "./score.ts";

export type Slot = { readonly slot: number; readonly question: Question; readonly pointsMax: number };

/** One place of one attempt; `response` null was left blank and earns nothing. */
export type SlotResult = {
  readonly slot: number;
  readonly response: Response | null;
  readonly fraction: number;
  readonly points: number;
};

export type AttemptResult = {
  readonly slots: readonly SlotResult[];
  readonly score: number;
  readonly scoreMax: number;
};

/** Marks an attempt's last responses against its snapshots. */
export function markAttempt(slots: readonly Slot[], state: AttemptState): AttemptResult {
  const results = slots.map(({ slot, question, pointsMax }): SlotResult => {
    const response = state.responses.get(slot)?.response ?? null;
    const fraction = response ? fractionOf(question, response) : 0;
    return { slot, response, fraction, points: pointsOf(fraction, pointsMax) };
  });
  return {
    slots: results,
    score: totalOf(results.map((each) => each.points)),
    scoreMax: totalOf(slots.map((each) => each.pointsMax)),
  };
}

/** Fraction 0..1 of a response, taken as final. */
export function fractionOf(question: Question, response: Response): number {
  const marked = markFinal(question, response);
  return marked.kind === "marked" ? marked.fraction : 0;
}

export type SlotSummary = { readonly slot: number; readonly answered: number; readonly shareRight: number | null };

/** Per question: how many answered, and the share right (mean fraction over all attempts, blanks count as 0); null without attempts. */
export function summarise(slots: readonly Slot[], attempts: readonly AttemptResult[]): SlotSummary[] {
  return slots.map(({ slot }, index) => {
    const results = attempts.map((attempt) => attempt.slots[index]!);
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
