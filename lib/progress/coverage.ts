/** How much of a pack is known: fact by fact, in the language of ink. It is coverage of the topic, not of the learner's cards. */

import { isNew } from "../study/card.ts";
import { type Day, daysBetween } from "../study/day.ts";
import type { CardState, MemoryParameters } from "../study/event.ts";
import { retrievability } from "../study/fsrs.ts";

/** `known`: full ink; `fading`: paler, with a dotted edge; `never`: pencil outline. */
export type Standing = "known" | "fading" | "never";

export type FactStanding = {
  readonly fact: string;
  readonly standing: Standing;
  /** The chance, 0..1, of recalling it now, by its weakest direction that was asked; null when none was. */
  readonly recall: number | null;
};

export type Coverage = {
  readonly facts: readonly FactStanding[];
  readonly known: number;
  readonly fading: number;
  readonly never: number;
};

/**
 * Intervals are whole days, so on the last day before a card is due its recall may lie a little under what is desired. It still counts
 * as known then: what is known must not fade before it may be asked.
 */
export const tolerance = 0.03;

/**
 * How each fact of a scope stands on a day, in the order given. Known: every direction that was asked was right the last time and would
 * be recalled with the desired retention, less `tolerance`. Fading: asked, but not so. What was put away keeps its memory.
 */
export function coverageOf(
  facts: readonly string[],
  states: readonly CardState[],
  today: Day,
  parameters: MemoryParameters,
): Coverage {
  const asked = new Map<string, { recall: number; isKnown: boolean }>();
  for (const state of states) {
    if (isNew(state)) continue;
    const recall = recallOf(state, today, parameters);
    const isKnown = recall >= parameters.desiredRetention - tolerance;
    const before = asked.get(state.card.fact);
    asked.set(state.card.fact, {
      recall: Math.min(before?.recall ?? 1, recall),
      isKnown: (before?.isKnown ?? true) && isKnown,
    });
  }
  const counts = { known: 0, fading: 0, never: 0 };
  const standings = facts.map((fact): FactStanding => {
    const one = asked.get(fact);
    const standing = !one ? "never" : one.isKnown ? "known" : "fading";
    counts[standing]++;
    return { fact, standing, recall: one?.recall ?? null };
  });
  return { facts: standings, ...counts };
}

/**
 * The chance, 0..1, that a card is recalled on a day; 0 for one that was missed the last time, because the model's certainty
 * within the day of an answer is that of having just read it.
 */
export function recallOf(state: CardState, today: Day, parameters: MemoryParameters): number {
  if (isNew(state) || state.lastRating === "again") return 0;
  return retrievability(state.stability, Math.max(0, daysBetween(state.lastDay, today)), parameters);
}
