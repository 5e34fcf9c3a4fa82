/** The clock of a round against time: it runs only while a question is open, can be switched off, and does not know what time it is. */

/** So long a round lasts, in milliseconds. */
export const roundMs = 60_000;

/** Times are milliseconds of any clock that never runs backwards. */
export type Minute = {
  /** Used up before it was started the last time. */
  readonly usedMs: number;
  /** When it was started; null while it stands. */
  readonly since: number | null;
  /** Switched off: it then never ends the round. */
  readonly off: boolean;
};

/** A full minute that does not run yet. */
export function fullMinute(off: boolean): Minute {
  return { usedMs: 0, since: null, off };
}

/** Runs from now on; nothing changes while it runs already. */
export function run(minute: Minute, now: number): Minute {
  return minute.since === null ? { ...minute, since: now } : minute;
}

/** Stands from now on: somebody reads why, or the page is out of sight. */
export function halt(minute: Minute, now: number): Minute {
  return { ...minute, usedMs: usedBy(minute, now), since: null };
}

/** Switched off or on; what was used stays used. */
export function switched(minute: Minute, off: boolean, now: number): Minute {
  return minute.since === null ? { ...minute, off } : { usedMs: usedBy(minute, now), since: now, off };
}

/** How many milliseconds are left, 0..`roundMs`; as long as it is off, what would be left. */
export function leftMs(minute: Minute, now: number): number {
  return Math.max(0, roundMs - usedBy(minute, now));
}

/** Is the round over by the clock? Never while it is off. */
export function isOver(minute: Minute, now: number): boolean {
  return !minute.off && leftMs(minute, now) === 0;
}

/** Time counts while the clock is on; while it is off, it stands. */
function usedBy({ usedMs, since, off }: Minute, now: number): number {
  return off || since === null ? usedMs : usedMs + Math.max(0, now - since);
}
