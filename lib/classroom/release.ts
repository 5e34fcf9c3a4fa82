/** What of an attempt its student is shown: marks, right answers and Why, each by its own policy. */
import { type AttemptTimes, access, isOver, keysReleased, lastArrival } from "./access.ts";
import { type Accommodation, ownTerms, type Release, type Terms, type When } from "./terms.ts";

/** How much of something is shown: of every question, of those whose answer was checked and is final, or nothing. */
export type Extent = "all" | "checked" | "nothing";

/** What is shown of one attempt. */
export type Shown = { readonly [Part in keyof Release]: Extent };

/**
 * What is shown of one of a student's attempts at `now`. "When finished" means for marks that this attempt is handed in, but for what is right, and
 * why, that none is left to be made: what a student is shown never helps in an attempt still to come, but for what is shown at once.
 */
export function shownOf(
  terms: Terms,
  accommodation: Accommodation | null,
  attempts: readonly AttemptTimes[],
  attempt: AttemptTimes,
  now: Date,
): Shown {
  const over = isOver(terms, ownTerms(terms, accommodation), attempt, now);
  const kind = access(terms, accommodation, attempts, now).kind;
  const finished = over && (kind === "handed-in" || kind === "closed");
  const extent = (when: When, isFinished: boolean): Extent => {
    switch (when) {
      case "at-once":
        return over ? "all" : "checked";
      case "when-finished":
        return isFinished ? "all" : "nothing";
      case "after-close":
        return over && keysReleased(terms, now) ? "all" : "nothing";
      case "never":
        return "nothing";
    }
  };
  const { marks, answers, why } = terms.release;
  return { marks: extent(marks, over), answers: extent(answers, finished), why: extent(why, finished) };
}

/** Is an answer made final by checking it, and something of it shown then? */
export function isChecked(release: Release): boolean {
  return Object.values(release).includes("at-once");
}

/** When more will be shown by itself; null when nothing more ever is, or it is shown already. */
export function moreShownAt(terms: Terms, now: Date): Date | null {
  const waits = Object.values(terms.release).includes("after-close") && !keysReleased(terms, now);
  return waits ? lastArrival(terms) : null;
}
