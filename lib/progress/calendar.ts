/** The days on which a learner answered, as a calendar of whole weeks and as rows of a table. */
import { addDays, type Day, daysBetween } from "../study/day.ts";

/** What a learner's day came to. */
export type StudiedDay = {
  readonly day: Day;
  readonly answers: number;
  readonly right: number;
  readonly tookMs: number;
};

/** A day of the calendar. */
export type CalendarDay = StudiedDay & {
  /** 0 for none, then 1..4 by quarters of the busiest day shown. */
  readonly ink: 0 | 1 | 2 | 3 | 4;
  /** After today: nothing can have happened yet. */
  readonly isFuture: boolean;
};

export type Calendar = {
  /** Whole weeks of seven days, the oldest first; the last one holds today. */
  readonly weeks: readonly (readonly CalendarDay[])[];
  /** Days with answers, the newest first: the table behind the picture. */
  readonly rows: readonly CalendarDay[];
  readonly answers: number;
  /** Days in a row with answers up to today, or up to yesterday while today has none. */
  readonly daysInRow: number;
};

/**
 * So many weeks up to the one that holds today. `weekStart`: 1 is Monday … 7 Sunday, as `Intl.Locale` numbers them. Days in a row are
 * counted over all days given, so give more than are shown where they may reach further back.
 */
export function calendarOf(
  studied: readonly StudiedDay[],
  { today, weeks, weekStart }: { readonly today: Day; readonly weeks: number; readonly weekStart: number },
): Calendar {
  const byDay = new Map(studied.filter(({ answers }) => answers > 0).map((day) => [day.day, day]));
  const intoWeek = (weekdayOf(today) - weekStart + 7) % 7;
  const first = addDays(today, -intoWeek - 7 * (weeks - 1));
  const shown = Array.from({ length: 7 * weeks }, (_, index) => addDays(first, index));
  const most = Math.max(0, ...shown.map((day) => byDay.get(day)?.answers ?? 0));
  const days = shown.map((day): CalendarDay => {
    const one = byDay.get(day) ?? { day, answers: 0, right: 0, tookMs: 0 };
    return { ...one, ink: inkOf(one.answers, most), isFuture: day > today };
  });
  const rows = days.filter(({ answers }) => answers > 0).reverse();
  return {
    weeks: Array.from({ length: weeks }, (_, index) => days.slice(7 * index, 7 * index + 7)),
    rows,
    answers: rows.reduce((sum, { answers }) => sum + answers, 0),
    daysInRow: daysInRow(byDay, today),
  };
}

function daysInRow(byDay: ReadonlyMap<Day, StudiedDay>, today: Day): number {
  let day = byDay.has(today) ? today : addDays(today, -1);
  let count = 0;
  while (byDay.has(day)) {
    count++;
    day = addDays(day, -1);
  }
  return count;
}

function inkOf(answers: number, most: number): CalendarDay["ink"] {
  if (answers === 0) return 0;
  return Math.min(4, Math.ceil((4 * answers) / most)) as CalendarDay["ink"];
}

/** 1 for Monday … 7 for Sunday. 2024-01-01 was a Monday. */
function weekdayOf(day: Day): number {
  return (((daysBetween("2024-01-01", day) % 7) + 7) % 7) + 1;
}
