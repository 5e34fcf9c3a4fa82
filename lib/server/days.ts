import "server-only";
import type { Logged } from "../study/fold.ts";
import { standingOf } from "../study/fold.ts";

/** How much a learner's day holds, or by how much it changes: then some of it may be negative. */
export type DaySum = {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly answers: number;
  readonly right: number;
  readonly tookMs: number;
};

/** Answers that took longer were interrupted: they count as a minute. Milliseconds. */
const longestAnswerMs = 60_000;

/** The days of the answers that count, in order; what was undone counts nothing, "I was right" counts right. */
export function daysOf(log: readonly Logged[]): DaySum[] {
  return sum(
    standingOf(log).flatMap(({ event, learnerDay: day, fraction }) =>
      event.kind === "answer"
        ? [{ day, answers: 1, right: fraction === 1 ? 1 : 0, tookMs: Math.min(event.tookMs, longestAnswerMs) }]
        : [],
    ),
  );
}

/** What must be added to the first days to get the second; days that stay as they are are left out. */
export function changeOfDays(before: readonly DaySum[], after: readonly DaySum[]): DaySum[] {
  const taken = before.map(({ day, answers, right, tookMs }) => ({
    ...{ day, answers: -answers, right: -right },
    tookMs: -tookMs,
  }));
  return sum([...taken, ...after]).filter(({ answers, right, tookMs }) => answers || right || tookMs);
}

function sum(changes: readonly DaySum[]): DaySum[] {
  const days = new Map<string, DaySum>();
  for (const { day, answers, right, tookMs } of changes) {
    const before = days.get(day);
    days.set(day, {
      day,
      answers: (before?.answers ?? 0) + answers,
      right: (before?.right ?? 0) + right,
      tookMs: (before?.tookMs ?? 0) + tookMs,
    });
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}
