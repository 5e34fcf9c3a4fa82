/** What a student may do with an assigned quiz at one moment; decided from plain data and the time, nothing else. */
import { type Accommodation, type OwnTerms, ownTerms, type Terms } from "./terms.ts";

/** An attempt of one student at one quiz; `number` counts from 1. */
export type AttemptTimes = { readonly number: number; readonly startedAt: Date; readonly submittedAt: Date | null };

export type Access =
  | { readonly kind: "draft" }
  | { readonly kind: "opens-later"; readonly opensAt: Date }
  /** `left`: further attempts after this one, null for any number. `deadline`: if it were begun now. `late`: begun after what was due. */
  | {
      readonly kind: "may-start";
      readonly number: number;
      readonly left: number | null;
      readonly deadline: Date;
      readonly late: boolean;
    }
  | { readonly kind: "may-answer"; readonly number: number; readonly deadline: Date; readonly late: boolean }
  /** The attempt is over, but what was sent in time may still arrive until then. */
  | { readonly kind: "time-up"; readonly number: number; readonly until: Date }
  /** All attempts are made; the quiz is still open. */
  | { readonly kind: "handed-in" }
  | { readonly kind: "closed"; readonly taken: boolean };

/**
 * A student's access at `now`. A window includes its opening instant and excludes its closing one, and so does the time of an attempt.
 * An attempt whose time and grace are over is as good as handed in, whether or not that was written down yet.
 */
export function access(
  terms: Terms,
  accommodation: Accommodation | null,
  attempts: readonly AttemptTimes[],
  now: Date,
): Access {
  if (!terms.publishedAt) return { kind: "draft" };
  const own = ownTerms(terms, accommodation);
  if (now < own.opensAt) return { kind: "opens-later", opensAt: own.opensAt };
  const open = attempts.find((attempt) => !isOver(terms, own, attempt, now));
  if (open) {
    const deadline = deadlineOf(own, open.startedAt);
    return now < deadline
      ? { kind: "may-answer", number: open.number, deadline, late: isLate(terms, own, now) }
      : { kind: "time-up", number: open.number, until: lastArrivalOf(terms, own, open) };
  }
  if (now >= own.closesAt) return { kind: "closed", taken: attempts.length > 0 };
  const number = Math.max(0, ...attempts.map((attempt) => attempt.number)) + 1;
  if (own.attemptsMax !== null && number > own.attemptsMax) return { kind: "handed-in" };
  const left = own.attemptsMax === null ? null : own.attemptsMax - number;
  return { kind: "may-start", number, left, deadline: deadlineOf(own, now), late: isLate(terms, own, now) };
}

/** The end of an attempt: of its time or of the window, whichever comes first. */
export function deadlineOf({ limitMs, closesAt }: OwnTerms, startedAt: Date): Date {
  const limited = limitMs === null ? closesAt.getTime() : startedAt.getTime() + limitMs;
  return new Date(Math.min(limited, closesAt.getTime()));
}

/** The latest arrival that still counts for an attempt: its deadline and the grace, for what was sent in time over a slow line. */
export function lastArrivalOf(terms: Terms, own: OwnTerms, attempt: Pick<AttemptTimes, "startedAt">): Date {
  return later(deadlineOf(own, attempt.startedAt), terms.graceSeconds);
}

/** Does what arrives at this moment count for the attempt? */
export function accepts(terms: Terms, own: OwnTerms, attempt: AttemptTimes, receivedAt: Date): boolean {
  return attempt.submittedAt === null && receivedAt <= lastArrivalOf(terms, own, attempt);
}

/** Is an attempt handed in, or past everything that may still arrive? */
export function isOver(terms: Terms, own: OwnTerms, attempt: AttemptTimes, now: Date): boolean {
  return !accepts(terms, own, attempt, now);
}

/** Is what arrives at this moment late? The due time has the grace of a deadline. */
export function isLate(terms: Terms, { dueAt }: OwnTerms, at: Date): boolean {
  return dueAt !== null && at > later(dueAt, terms.graceSeconds);
}

/** Can nobody answer any more, those with other windows included? From then on what the quiz asks need not be kept from its students. */
export function keysReleased(terms: Terms, now: Date): boolean {
  return terms.publishedAt !== null && now > lastArrival(terms);
}

/** The latest arrival that counts for anybody. */
export function lastArrival({ closesAt, accommodatedUntil, graceSeconds }: Terms): Date {
  const last = accommodatedUntil && accommodatedUntil > closesAt ? accommodatedUntil : closesAt;
  return later(last, graceSeconds);
}

const later = (instant: Date, seconds: number): Date => new Date(instant.getTime() + seconds * 1_000);
