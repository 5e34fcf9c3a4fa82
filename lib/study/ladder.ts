/** Which rung of the ladder a card stands on: from recognition to recall as stability grows. question-engine 6.2. */
import type { Form, Kind, Rating } from "../questions/question.ts";
import type { Rung } from "./event.ts";

/** Stability in days at which a card may leave rung 1, 2 and 3. */
export const lines = [4, 21, 90] as const;

/**
 * The rung after an answer. The first answer leads to rung 1. A right one leads one up where the new stability (days) has passed the
 * line of the present rung; a lapse leads one down, and a second one running to the first.
 */
export function rungAfter(
  before: { readonly rung: Rung; readonly lastRating: Rating } | null,
  rating: Rating,
  stability: number,
): Rung {
  if (!before || before.rung === 0) return 1;
  if (rating === "again") return before.lastRating === "again" ? 1 : (Math.max(1, before.rung - 1) as Rung);
  const line = lines[before.rung - 1];
  return line !== undefined && stability >= line ? ((before.rung + 1) as Rung) : before.rung;
}

/**
 * The kinds with which a fact is met, gentlest first: something to recognise, else a card to turn. Whoever never saw a fact is not
 * asked to produce it where anything gentler can be put.
 */
export const gentleKinds: readonly Kind[] = ["choice", "true-false", "flashcard"];

/** Is a card on this rung to be asked gently: met for the first time, or hardly known? */
export function isGentle(rung: Rung): boolean {
  return rung <= 1;
}

/** The rung from which on a form is asked: who does *not* belong to a set is asked of those who know who does. */
export function firstRungOf(form: Form): Rung {
  return form === "Q8" ? 3 : 0;
}

/**
 * May a composite be asked of somebody whose facts stand on these rungs (the highest of each; a fact that was never asked is missing)? Every fact that
 * it rests on has been met, and stands as high as its form asks.
 */
export function mayFollow(
  { form, facts }: { readonly form: Form; readonly facts: readonly string[] },
  rungs: ReadonlyMap<string, Rung>,
): boolean {
  return facts.every((fact) => (rungs.get(fact) ?? -1) >= firstRungOf(form));
}
