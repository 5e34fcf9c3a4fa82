/** From what was marked to what is analysed. */
import type { Question, Response } from "../questions/question.ts";
import type { Answer, Sitting } from "./analysis.ts";
import type { Step } from "./attempt.ts";
import type { AttemptResult, Slot, SlotResult } from "./results.ts";

/**
 * What a question is counted under: the fact and direction that it asks, in whatever variant or wording; of a composite all facts that it rests on; what an instructor wrote under its own name.
 * Kinds are kept apart: to choose is easier than to write, and what they say of the fact differs.
 */
export function itemOf({ id, card, facts, kind, form }: Question): string {
  if (form === "own") return id;
  return card ? `${card.fact} ${card.direction} ${kind}` : `${form} ${facts.toSorted().join(" ")} ${kind}`;
}

/** One marked answer as it is analysed. */
export function answerOf({ question, pointsMax }: Slot, result: SlotResult, took: number | null): Answer {
  const isChosen = chosenKinds.includes(question.kind);
  return {
    ...{ item: itemOf(question), fraction: result.fraction, pointsMax, took },
    offered: isChosen ? question.options.map(({ value }) => ({ value, right: question.key.includes(value) })) : [],
    chosen: isChosen ? valuesIn(result.response) : [],
  };
}

/** An attempt as it is analysed: one answer for each of its places. */
export function sittingOf(attempt: {
  readonly slots: readonly Slot[];
  readonly result: AttemptResult;
  readonly startedAt: Date;
  readonly steps: readonly Step[];
}): Sitting {
  const times = timesOf(attempt.startedAt, attempt.steps);
  return attempt.slots.flatMap((slot, index) => {
    const result = attempt.result.slots[index]!;
    // What waits for a mark by hand says nothing yet.
    return result.waits ? [] : [answerOf(slot, result, times.get(slot.slot) ?? null)];
  });
}

const chosenKinds: readonly Question["kind"][] = ["choice", "multi-select", "true-false", "timeline"];

function valuesIn(response: Response | null): readonly string[] {
  if (!response) return [];
  if ("value" in response) return [response.value];
  return response.kind === "multi-select" ? response.values : [];
}

/**
 * Milliseconds spent on each place of an attempt: every stretch between two arrivals belongs to the question whose answer ended it. An estimate, since reading ahead
 * counts for what is answered next; a place that was never answered has none.
 */
export function timesOf(startedAt: Date, steps: readonly Step[]): ReadonlyMap<number, number> {
  const times = new Map<number, number>();
  let from = startedAt.getTime();
  for (const step of steps.toSorted((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime())) {
    if (step.kind === "mark") continue;
    const at = step.receivedAt.getTime();
    if (step.kind === "answer") times.set(step.slot, (times.get(step.slot) ?? 0) + Math.max(0, at - from));
    if (step.kind !== "submit") from = Math.max(from, at);
  }
  return times;
}
