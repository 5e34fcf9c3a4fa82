/** What comes due, day by day, and how long it will take. */

import { isFree, isNew } from "../study/card.ts";
import { addDays, type Day, daysBetween } from "../study/day.ts";
import type { CardState, Rung } from "../study/event.ts";

/** One day of the forecast. */
export type ForecastDay = {
  readonly day: Day;
  /** Cards due on it; on the first day the backlog is among them. */
  readonly due: number;
  /** Estimate, rounded up; 0 only where nothing is due. */
  readonly minutes: number;
};

export type Forecast = {
  /** The first one is today. */
  readonly days: readonly ForecastDay[];
  /** Of today's cards, those that were due on an earlier day. */
  readonly backlog: number;
};

/**
 * The cards due on each of so many days from today, as they stand now: each once, on its due day, as if nothing were answered
 * meanwhile. Suspended cards never come; a buried one comes when its bury ends.
 */
export function forecastOf(
  states: readonly CardState[],
  today: Day,
  days: number,
  medianMs: Readonly<Record<string, number>>,
): Forecast {
  const perDay = Array.from({ length: days }, (): CardState[] => []);
  let backlog = 0;
  for (const state of states) {
    if (isNew(state) || state.suspended) continue;
    const comes =
      isFree(state, today) || state.buriedUntil === null ? state.dueDay : later(state.dueDay, state.buriedUntil);
    if (comes < today) backlog++;
    perDay[Math.max(0, daysBetween(today, comes))]?.push(state);
  }
  return {
    days: perDay.map((due, index) => ({
      day: addDays(today, index),
      due: due.length,
      minutes: minutesFor(due, medianMs),
    })),
    backlog,
  };
}

/** How many minutes cards take, rounded up: the learner's own medians for the kind their rung asks, and a while to read why. */
export function minutesFor(states: readonly CardState[], medianMs: Readonly<Record<string, number>>): number {
  let ms = 0;
  for (const { rung } of states) {
    const kind = kindAt(rung);
    ms += (medianMs[kind] ?? typicalMs[kind]) + readingMs;
  }
  return Math.ceil(ms / 60_000);
}

/** Assumed until a learner has 50 answers of the kind; then their own median counts. */
const typicalMs = { choice: 8_000, typed: 12_000 };
/** To take in the verdict and the source. Assumed. */
const readingMs = 4_000;

function kindAt(rung: Rung): keyof typeof typicalMs {
  return rung >= 3 ? "typed" : "choice";
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}
