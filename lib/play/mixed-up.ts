/** What was taken for what in a sitting, for a link to the contrast of the two. */
import type { CardRef } from "../study/event.ts";
import type { Answered } from "../study/session.ts";

/** An answer that named another thing than the one asked for, with both names as they were printed. */
export type MixedUp = {
  readonly card: CardRef;
  readonly given: string;
  readonly names: { readonly one: string; readonly other: string };
};

/** The last answer of a sitting that named another entity; null where none did, or it counts as right. */
export function lastMixedUp(log: readonly Answered[]): MixedUp | null {
  for (const { item, mark, overridden } of log.toReversed()) {
    const { question } = item.kept;
    const given = mark.mistakenFor;
    if (!item.card || given === null || overridden || question.key.length !== 1) continue;
    const names = [...question.options, ...question.near];
    const other = names.find(({ value }) => value === given)?.text;
    if (other) return { card: item.card.card, given, names: { one: question.answer, other } };
  }
  return null;
}
