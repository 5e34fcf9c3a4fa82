/** What can be said of a card from its state and the learner's day. */
import type { Response } from "../questions/question.ts";
import type { Day } from "./day.ts";
import type { CardRef, CardState } from "./event.ts";

/** One name for a card, for maps and for sorting. Keys hold no blank. */
export function cardName(card: CardRef): string {
  return `${card.pack} ${card.fact} ${card.direction}`;
}

/** Has it never been answered, as far as the log counts? A card may be suspended before its first answer: then its state has no reviews. */
export function isNew(state: CardState | null | undefined): boolean {
  return !state || state.reps === 0;
}

/** May it be asked on this day: neither suspended nor buried? */
export function isFree(state: CardState | null | undefined, today: Day): boolean {
  return !state || (!state.suspended && (state.buriedUntil === null || state.buriedUntil <= today));
}

/** Is it to be asked again today? Not for new cards; a lapse of today counts at once, whatever its minute. */
export function isDue(state: CardState | null | undefined, today: Day): boolean {
  return !!state && !isNew(state) && isFree(state, today) && state.dueDay <= today;
}

/** Was the answer produced, not recognised among options? A self-rated flashcard counts: nothing was there to recognise. */
export function isProduced(response: Response): boolean {
  switch (response.kind) {
    case "typed":
    case "number":
    case "date":
    case "order":
    case "flashcard":
      return true;
    default:
      return false;
  }
}
