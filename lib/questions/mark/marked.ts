/** A mark with its remarks, so that each kind states only what it has to say. */
import type { Spellings } from "../normalise.ts";
import type { Mark, MarkNote, ValueKey } from "../question.ts";

/** What a kind may say beside the fraction; absent means nothing. */
export type Remarks = Partial<Omit<Extract<Mark, { kind: "marked" }>, "kind" | "fraction">>;

/** How often a response was given to this question before: a second one is never asked for again. */
export type Try = { readonly second: boolean };

/** The mark for a fraction, 0..1. */
export function marked(fraction: number, remarks: Remarks = {}): Mark {
  return { kind: "marked", fraction, notes: [], mistakenFor: null, wrongParts: [], longestRun: null, ...remarks };
}

/** Another try without penalty, the first time; a wrong answer with the same remark, the second. */
export function askAgain(note: MarkNote, { second }: Try): Mark {
  return second ? marked(0, { notes: [note] }) : { kind: "ask-again", note };
}

/** The mark of another's name. */
export function mistaken(value: ValueKey | null): Mark {
  return marked(0, { notes: ["other-entity"], mistakenFor: value });
}

/** Says that a rank or title was not looked at, when the response has one. */
export function rankNote(given: Spellings): MarkNote[] {
  for (const spelling of given.strict) if (!given.untitled.has(spelling)) return ["rank-ignored"];
  return [];
}
