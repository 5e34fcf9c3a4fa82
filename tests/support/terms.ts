/** Terms and accommodations as tests need them: what is not said is as it is by default. */
import type { Accommodation, Terms } from "@/lib/classroom/terms.ts";

/** The terms of an assignment with nothing set but its window. */
export function termsOf(said: Pick<Terms, "publishedAt" | "opensAt" | "closesAt"> & Partial<Terms>): Terms {
  return {
    dueAt: null,
    limitMinutes: null,
    attemptsMax: 1,
    graceSeconds: 5,
    lateDeduction: 0,
    counts: "highest",
    release: { marks: "after-close", answers: "after-close", why: "after-close" },
    accommodatedUntil: null,
    ...said,
  };
}

/** An accommodation with nothing but what is said. */
export function accommodated(said: Partial<Accommodation>): Accommodation {
  return { timePercent: 100, opensAt: null, dueAt: null, closesAt: null, moreAttempts: 0, ...said };
}
