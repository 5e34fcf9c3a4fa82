/** The terms of an assignment (its window, limit, tries, what is shown when), and what one student has in their place. */

/** When something is shown: as soon as an answer is checked, once handed in, when nobody can answer any more, or not at all. */
export type When = (typeof whens)[number];

/** From the earliest to the latest. */
export const whens = ["at-once", "when-finished", "after-close", "never"] as const;

/** What a student is shown of an attempt, each with its own moment. */
export type Release = { readonly marks: When; readonly answers: When; readonly why: When };

/** Which of several attempts makes the score. */
export type Counts = (typeof countings)[number];

export const countings = ["highest", "latest", "first", "average"] as const;

/** An assignment as its instructor set it, for the whole class. */
export type Terms = {
  /** Null while it is a draft. */
  readonly publishedAt: Date | null;
  readonly opensAt: Date;
  /** After it what is handed in is late; null: nothing is. */
  readonly dueAt: Date | null;
  readonly closesAt: Date;
  /** Minutes for one attempt, ≥ 1; null: until the close. */
  readonly limitMinutes: number | null;
  /** ≥ 1; null: as many as one likes. */
  readonly attemptsMax: number | null;
  /** Seconds after a deadline in which what was sent in time may arrive. */
  readonly graceSeconds: number;
  /** Per cent of the points that a late attempt loses, 0..100. */
  readonly lateDeduction: number;
  readonly counts: Counts;
  readonly release: Release;
  /** The latest close of anybody with an accommodation (`longestClose`); null when nobody has one. */
  readonly accommodatedUntil: Date | null;
};

/** What one student has otherwise in one assignment; null where it is as for everybody. */
export type Accommodation = {
  /** Per cent of everybody's time, 100..400: 150 is time and a half. */
  readonly timePercent: number;
  readonly opensAt: Date | null;
  readonly dueAt: Date | null;
  readonly closesAt: Date | null;
  /** ≥ 0 */
  readonly moreAttempts: number;
};

/** The terms as they are for one student. */
export type OwnTerms = {
  readonly opensAt: Date;
  readonly dueAt: Date | null;
  readonly closesAt: Date;
  readonly limitMs: number | null;
  readonly attemptsMax: number | null;
};

/**
 * What holds for a student. More time lengthens the limit, and moves due and close by as much as it adds, so that whoever starts
 * late keeps the same share more as everybody else would have had; where an own due or close is stated, that one holds as it is.
 */
export function ownTerms(terms: Terms, accommodation: Accommodation | null): OwnTerms {
  const { limitMinutes, attemptsMax } = terms;
  const own = accommodation ?? nothingElse;
  const factor = own.timePercent / 100;
  const moved = (instant: Date) => new Date(instant.getTime() + sittingMs(terms) * (factor - 1));
  const closesAt = own.closesAt ?? moved(terms.closesAt);
  const dueAt = own.dueAt ?? (terms.dueAt && moved(terms.dueAt));
  return {
    opensAt: own.opensAt ?? terms.opensAt,
    dueAt: dueAt && dueAt > closesAt ? closesAt : dueAt,
    closesAt,
    limitMs: limitMinutes === null ? null : limitMinutes * minuteMs * factor,
    attemptsMax: attemptsMax === null ? null : attemptsMax + own.moreAttempts,
  };
}

/** The latest close of these students; null for none. */
export function longestClose(terms: Terms, accommodations: readonly Accommodation[]): Date | null {
  const closes = accommodations.map((each) => ownTerms(terms, each).closesAt.getTime());
  return closes.length > 0 ? new Date(Math.max(...closes)) : null;
}

/** What is wrong with terms: a code for each field. Ranges of single numbers are checked where they are read. */
export function problemsOfTerms(
  terms: Pick<Terms, "opensAt" | "dueAt" | "closesAt" | "release">,
): Readonly<Record<string, string>> {
  const { opensAt, dueAt, closesAt, release } = terms;
  return {
    ...(closesAt <= opensAt ? { closes: "closes-before-it-opens" } : {}),
    ...(dueAt && (dueAt <= opensAt || dueAt > closesAt) ? { due: "due-outside" } : {}),
    // What is said to be so tells what would have been right.
    ...(whens.indexOf(release.why) < whens.indexOf(release.answers) ? { why: "why-before-answers" } : {}),
  };
}

/**
 * The time in which an attempt is meant to be made: the limit, or all of a window that is shorter. Without a limit a window of up to six hours is
 * one sitting; in a longer one nobody works all the time, and more time there is another close.
 */
function sittingMs({ opensAt, closesAt, limitMinutes }: Terms): number {
  const windowMs = closesAt.getTime() - opensAt.getTime();
  if (limitMinutes !== null) return Math.min(limitMinutes * minuteMs, windowMs);
  return windowMs <= longestSittingMs ? windowMs : 0;
}

const minuteMs = 60_000;
const longestSittingMs = 6 * 60 * minuteMs;
const nothingElse: Accommodation = { timePercent: 100, opensAt: null, dueAt: null, closesAt: null, moreAttempts: 0 };
