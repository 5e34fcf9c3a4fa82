import type { ShownTerms } from "./terms-fields.tsx";

/** The terms alone: an assignment has every key beside them, which its form does not need. */
export function shownTerms({ opensWall, dueWall, closesWall, zone, password, terms }: ShownTerms): ShownTerms {
  const { limitMinutes, attemptsMax, counts, lateDeduction, graceSeconds, release } = terms;
  return {
    ...{ opensWall, dueWall, closesWall, zone, password },
    terms: { limitMinutes, attemptsMax, counts, lateDeduction, graceSeconds, release },
  };
}
