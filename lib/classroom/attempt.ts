/** An attempt is a list of steps; its state is their fold. */
import type { Response } from "../questions/question.ts";

export type Step =
  | {
      readonly kind: "answer";
      readonly id: string;
      readonly slot: number;
      readonly response: Response;
      readonly receivedAt: Date;
    }
  /** The answer to a question is final, and what is shown at once is shown. */
  | { readonly kind: "check"; readonly id: string; readonly slot: number; readonly receivedAt: Date }
  /** A question to come back to, or not any more. */
  | {
      readonly kind: "flag";
      readonly id: string;
      readonly slot: number;
      readonly flagged: boolean;
      readonly receivedAt: Date;
    }
  | { readonly kind: "submit"; readonly id: string; readonly receivedAt: Date }
  /** Given by who teaches, whenever it is; the last one of a question holds as a whole. */
  | ({ readonly kind: "mark"; readonly id: string; readonly slot: number; readonly receivedAt: Date } & HandMark);

/** What who teaches says of one answer; null points: those that were counted hold again. */
export type HandMark = {
  readonly points: number | null;
  readonly comment: string | null;
  readonly reason: string;
};

export type AttemptState = {
  /** The last response to each slot that was answered. */
  readonly responses: ReadonlyMap<number, { readonly response: Response; readonly receivedAt: Date }>;
  /** Slots whose answer is final. */
  readonly checked: ReadonlySet<number>;
  readonly flagged: ReadonlySet<number>;
  readonly submittedAt: Date | null;
  /** By slot. */
  readonly marks: ReadonlyMap<number, HandMark>;
};

/** The state after all steps, whatever order they are given in: later arrival wins; of equal ones handing in comes last, else the id decides. */
export function foldSteps(steps: readonly Step[]): AttemptState {
  const ordered = [...steps].sort(
    (a, b) =>
      a.receivedAt.getTime() - b.receivedAt.getTime() ||
      Number(a.kind === "submit") - Number(b.kind === "submit") ||
      (a.id < b.id ? -1 : 1),
  );
  const responses = new Map<number, { response: Response; receivedAt: Date }>();
  const checked = new Set<number>();
  const flagged = new Set<number>();
  const marks = new Map<number, HandMark>();
  let submittedAt: Date | null = null;
  for (const step of ordered) {
    if (submittedAt && step.kind !== "mark") continue;
    switch (step.kind) {
      case "submit":
        submittedAt = step.receivedAt;
        break;
      case "check":
        checked.add(step.slot);
        break;
      case "flag":
        if (step.flagged) flagged.add(step.slot);
        else flagged.delete(step.slot);
        break;
      case "answer":
        if (!checked.has(step.slot)) responses.set(step.slot, { response: step.response, receivedAt: step.receivedAt });
        break;
      case "mark":
        marks.set(step.slot, { points: step.points, comment: step.comment, reason: step.reason });
    }
  }
  return { responses, checked, flagged, submittedAt, marks };
}
