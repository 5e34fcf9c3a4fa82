/** The window of a quiz some days later or earlier, at the same time by the clock on the wall. */
import { dayNumber, fromDayNumber, isCalendarDay } from "../base/day.ts";
import { instantOfWall, wallOfInstant } from "./wall.ts";

/** Wall times YYYY-MM-DDTHH:MM in one zone, and their instants. */
export type Window = {
  readonly opensWall: string;
  readonly opensAt: Date;
  readonly dueWall: string | null;
  readonly dueAt: Date | null;
  readonly closesWall: string;
  readonly closesAt: Date;
};

/** Days from the date of one wall time (or date) to that of another, negative backwards; null when either is no real date from 0001 to 9999. */
export function daysBetween(from: string, to: string): number | null {
  const [start, end] = [dayOf(from), dayOf(to)];
  return start === null || end === null ? null : end - start;
}

/** A wall time so many days later, at the same hour and minute; null when it leaves the years 0001 to 9999, or is none. */
export function shiftWall(wall: string, days: number): string | null {
  const start = dayOf(wall);
  if (start === null) return null;
  const { year, month, day } = fromDayNumber(start + days);
  if (year < 1 || year > 9999) return null;
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}${wall.slice(10)}`;
}

/**
 * A window so many days later in its zone: ten in the morning stays ten in the morning, whatever clocks did in between. Where a change of
 * clocks on the new day would turn the window around, it keeps its length from its opening on instead. Null where `shiftWall` is.
 */
export function shiftWindow(window: Window, days: number, zone: string): Window | null {
  const opensWall = shiftWall(window.opensWall, days);
  const closesWall = shiftWall(window.closesWall, days);
  const dueWall = window.dueWall === null ? null : shiftWall(window.dueWall, days);
  const opensAt = opensWall === null ? null : instantOfWall(opensWall, zone);
  const closesAt = closesWall === null ? null : instantOfWall(closesWall, zone);
  const dueAt = dueWall === null ? null : instantOfWall(dueWall, zone);
  if (!opensWall || !closesWall || !opensAt || !closesAt || (window.dueWall !== null && !dueAt)) return null;
  const inOrder = opensAt < closesAt && (!dueAt || (opensAt < dueAt && dueAt <= closesAt));
  if (inOrder) return { opensWall, opensAt, dueWall, dueAt, closesWall, closesAt };
  const after = (end: Date) => new Date(opensAt.getTime() + end.getTime() - window.opensAt.getTime());
  const [due, closes] = [window.dueAt && after(window.dueAt), after(window.closesAt)];
  return {
    ...{ opensWall, opensAt, dueAt: due, closesAt: closes },
    dueWall: due && wallOfInstant(due, zone),
    closesWall: wallOfInstant(closes, zone),
  };
}

function dayOf(wall: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T\d{2}:\d{2})?$/.exec(wall);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return year >= 1 && isCalendarDay(year, month, day) ? dayNumber(year, month, day) : null;
}

const two = (number: number) => String(number).padStart(2, "0");
