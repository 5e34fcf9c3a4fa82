/**
 * The learner's day: a calendar date in their zone that begins at their rollover hour, because nobody who is still awake thinks
 * that it is tomorrow. Days are "YYYY-MM-DD" and counted on the calendar; milliseconds are never divided by 86,400,000.
 */
import { dayNumber, fromDayNumber } from "../base/day.ts";

/** A learner's day, "YYYY-MM-DD". */
export type Day = string;

/**
 * The learner's day at an instant: the last day that has begun by then. `zone` is an IANA name (an unknown one throws), `rolloverHour` 0..23.
 * Where clocks go back over the rollover itself, the day that began stays begun.
 */
export function learnerDay(at: Date | string, zone: string, rolloverHour: number): Day {
  const instant = typeof at === "string" ? Date.parse(at) : at.getTime();
  const wall = instant + offsetMs(zone, instant);
  const sinceRollover = wall - rolloverHour * hourMs;
  const day = dayOf(Math.floor(sinceRollover / dayMs));
  // Only in the last hours before a rollover can clocks that went back have shown the next day already.
  const untilNext = dayMs - (sinceRollover - Math.floor(sinceRollover / dayMs) * dayMs);
  if (untilNext > 3 * hourMs) return day;
  const next = addDays(day, 1);
  return instant >= startOfDay(next, zone, rolloverHour).getTime() ? next : day;
}

/** The first instant of a learner's day: when the clock there first shows the rollover hour of that date, or would have, had it not been skipped. */
export function startOfDay(day: Day, zone: string, rolloverHour: number): Date {
  const wall = numberOf(day) * dayMs + rolloverHour * hourMs;
  const before = wall - offsetMs(zone, wall - dayMs);
  const after = wall - offsetMs(zone, wall + dayMs);
  let least = Math.min(before, after);
  let most = Math.max(before, after);
  for (const instant of [least, most]) if (instant + offsetMs(zone, instant) === wall) return new Date(instant);
  // The clock skipped this hour (or, in Apia in 2011, this whole day): the day begins at the jump.
  const offsetBefore = offsetMs(zone, least);
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2);
    if (offsetMs(zone, middle) === offsetBefore) least = middle;
    else most = middle;
  }
  return new Date(most);
}

/** The day so many days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return dayOf(numberOf(day) + days);
}

/** How many days from one day to another; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

function numberOf(day: Day): number {
  return dayNumber(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)));
}

function dayOf(number: number): Day {
  const { year, month, day } = fromDayNumber(number);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** What the clocks of a zone show beyond UTC at an instant, in milliseconds. */
function offsetMs(zone: string, instant: number): number {
  const hour = Math.floor(instant / hourMs);
  const name = `${hour} ${zone}`;
  const known = offsets.get(name);
  if (known !== undefined) return known;
  const offset = measureOffset(zone, instant);
  // No clock was ever changed twice within an hour: where it shows the same at both ends, it does so between.
  if ([hour * hourMs, (hour + 1) * hourMs - 1].every((end) => measureOffset(zone, end) === offset)) {
    if (offsets.size >= 20_000) offsets.clear();
    offsets.set(name, offset);
  }
  return offset;
}

/** Offsets asked for lately, by hour since 1970 and zone: a sitting asks for a few again and again, and each costs microseconds. */
const offsets = new Map<string, number>();

function measureOffset(zone: string, instant: number): number {
  const fields: Record<string, number> = {};
  for (const { type, value } of clockOf(zone).formatToParts(instant)) fields[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = fields;
  const wall = dayNumber(year, month, day) * dayMs + hour * hourMs + minute * 60_000 + second * 1000;
  return wall - Math.floor(instant / 1000) * 1000;
}

/** Making a formatter costs a hundred times its use; a learner has one zone, a server some hundreds. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      calendar: "gregory",
      numberingSystem: "latn",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    if (clocks.size >= 1000) clocks.clear();
    clocks.set(zone, clock);
  }
  return clock;
}
