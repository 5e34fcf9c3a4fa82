/** An answered question as its student may see it: what is not released is not in it. */
import { pose } from "../questions/pose.ts";
import type { PosedQuestion, Question, Response } from "../questions/question.ts";
import type { HandMark } from "./attempt.ts";
import type { Correcting } from "./correction.ts";
import type { Extent, Shown } from "./release.ts";
import type { Slot, SlotResult } from "./results.ts";

export type ReviewedSlot = {
  readonly slot: number;
  readonly pointsMax: number;
  readonly response: Response | null;
  /** What was asked, without its key. */
  readonly posed: PosedQuestion;
  /** Null while marks are not shown, and while the answer waits to be marked by hand. */
  readonly marked: { readonly fraction: number; readonly points: number } | null;
  /** The question with its key; null while right answers are not shown. Without Why where that is not. */
  readonly question: Question | null;
  readonly why: boolean;
  /** How its key was corrected; the reason may tell what is right, so it comes with right answers only. Null where it was not. */
  readonly correction: { readonly by: Correcting; readonly reason: string | null } | null;
  /** It is to be marked by hand, and nobody has yet. */
  readonly waits: boolean;
  /** What the instructor said of it, with the marks; null where nothing was. */
  readonly hand: HandMark | null;
};

/** A slot of an attempt with so much of its result as is shown; `isFinal`: its answer was checked. Null when nothing of it is shown. */
export function reviewed(
  { slot, question, pointsMax, corrected }: Slot,
  { response, fraction, points, hand, waits }: SlotResult,
  shown: Shown,
  isFinal: boolean,
): ReviewedSlot | null {
  const has = (extent: Extent) => extent === "all" || (extent === "checked" && isFinal);
  const [marks, answers] = [has(shown.marks), has(shown.answers)];
  // A Why says what is right: where that is kept back, so is Why.
  const why = answers && has(shown.why);
  if (!marks && !answers) return null;
  const last = corrected?.steps.at(-1);
  return {
    slot,
    pointsMax,
    response,
    posed: pose(question),
    marked: marks && !waits ? { fraction, points } : null,
    waits: waits ?? false,
    question: answers ? (why ? question : withoutWhy(question)) : null,
    why,
    correction: last && last.by !== "as-asked" ? { by: last.by, reason: answers ? last.reason : null } : null,
    hand: (marks && hand) || null,
  };
}

/** A question with its key, and nothing that explains or proves it. */
export function withoutWhy({ ends: _ends, ...question }: Question): Question {
  return {
    ...question,
    options: question.options.map((option) => ({ ...option, whyNot: null })),
    citations: [],
    why: "",
    strip: null,
  };
}
