/** What a member may do with an assigned quiz at one moment, and what may be shown; decided from plain data and the time. */

/** The times of an assignment; `publishedAt` null is a draft. */
export type Window = { readonly publishedAt: Date | null; readonly opensAt: Date; readonly closesAt: Date };

export type AttemptTimes = { readonly startedAt: Date; readonly submittedAt: Date | null };

export type Access =
  | { readonly kind: "draft" }
  | { readonly kind: "opens-later"; readonly opensAt: Date }
  | { readonly kind: "may-start"; readonly closesAt: Date }
  | { readonly kind: "may-answer"; readonly closesAt: Date }
  | { readonly kind: "handed-in"; readonly resultsAt: Date }
  | { readonly kind: "closing"; readonly resultsAt: Date }
  | { readonly kind: "results"; readonly taken: boolean };

/**
 * A student's access at `now`. The window includes its opening instant and excludes its closing one; while what was sent in
 * time may still arrive, it is closing and shows nothing.
 */
export function access(window: Window, attempt: AttemptTimes | null, now: Date): Access {
  if (!window.publishedAt) return { kind: "draft" };
  if (now < window.opensAt) return { kind: "opens-later", opensAt: window.opensAt };
  if (keysReleased(window, now)) return { kind: "results", taken: attempt !== null };
  if (now >= window.closesAt) return { kind: "closing", resultsAt: lastArrival(window) };
  if (!attempt) return { kind: "may-start", closesAt: window.closesAt };
  if (attempt.submittedAt) return { kind: "handed-in", resultsAt: window.closesAt };
  return { kind: "may-answer", closesAt: window.closesAt };
}

/** May keys, marks and Why be shown to students? Only once no answer of anybody counts any more. */
export function keysReleased(window: Window, now: Date): boolean {
  return window.publishedAt !== null && now > lastArrival(window);
}

/** The latest arrival that still counts: five seconds after the close, for what was sent in time over a slow line. */
export function lastArrival(window: Window): Date {
  return new Date(window.closesAt.getTime() + graceMs);
}

/** Milliseconds of grace after a close; shown to instructors. */
export const graceMs = 5_000;
