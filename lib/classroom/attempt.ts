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
  | { readonly kind: "submit"; readonly id: string; readonly receivedAt: Date };

export type AttemptState = {
  /** The last response to each slot that was answered. */
  readonly responses: ReadonlyMap<number, { readonly response: Response; readonly receivedAt: Date }>;
  readonly submittedAt: Date | null;
};

/** The state after all steps, whatever order they are given in: later arrival wins, the id decides between equal ones. */
export function foldSteps(steps: readonly Step[]): AttemptState {
  const ordered = [...steps].sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime() || (a.id < b.id ? -1 : 1));
  const responses = new Map<number, { response: Response; receivedAt: Date }>();
  let submittedAt: Date | null = null;
  for (const step of ordered) {
    if (submittedAt) break;
    if (step.kind === "submit") submittedAt = step.receivedAt;
    else responses.set(step.slot, { response: step.response, receivedAt: step.receivedAt });
  }
  return { responses, submittedAt };
}
