/** The calendar of answers. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarOf } from "@/lib/progress/calendar.ts";
import { addDays } from "@/lib/study/day.ts";

const today = "2026-01-07"; // a Wednesday
const day = (name: string, answers: number) => ({ day: name, answers, right: answers, tookMs: answers * 5000 });
const shown = { today, weeks: 2, weekStart: 1 };

describe("the calendar", () => {
  test("has whole weeks up to the one of today, from the day on which weeks begin", () => {
    const { weeks } = calendarOf([], shown);
    expect(weeks.map((week) => [week[0]!.day, week[6]!.day])).toEqual([
      ["2025-12-29", "2026-01-04"],
      ["2026-01-05", "2026-01-11"],
    ]);
    expect(calendarOf([], { ...shown, weekStart: 7 }).weeks[1]![0]!.day).toBe("2026-01-04");
    expect(calendarOf([], { ...shown, weekStart: 3 }).weeks[1]![0]!.day).toBe(today);
  });

  test("knows which days are still to come", () => {
    const future = calendarOf([], shown)
      .weeks.flat()
      .filter((one) => one.isFuture);
    expect(future.map((one) => one.day)).toEqual(["2026-01-08", "2026-01-09", "2026-01-10", "2026-01-11"]);
  });

  test("inks days by quarters of the busiest one, and lists them newest first", () => {
    const { weeks, rows, answers } = calendarOf(
      [
        day("2025-12-30", 1),
        day("2025-12-31", 26),
        day("2026-01-05", 51),
        day("2026-01-07", 100),
        day("2020-01-01", 900),
      ],
      shown,
    );
    expect(weeks.flat().map((one) => one.ink)).toEqual([0, 1, 2, 0, 0, 0, 0, 3, 0, 4, 0, 0, 0, 0]);
    expect(rows.map((row) => row.day)).toEqual(["2026-01-07", "2026-01-05", "2025-12-31", "2025-12-30"]);
    expect(answers).toBe(178);
  });

  test("counts days in a row up to today, or to yesterday while today is still open", () => {
    const inRow = (...days: string[]) =>
      calendarOf(
        days.map((name) => day(name, 1)),
        shown,
      ).daysInRow;
    expect(inRow()).toBe(0);
    expect(inRow("2026-01-07")).toBe(1);
    expect(inRow("2026-01-06", "2026-01-05")).toBe(2);
    expect(inRow("2026-01-07", "2026-01-06", "2026-01-05", "2026-01-03")).toBe(3);
    expect(inRow("2026-01-05", "2026-01-04")).toBe(0);
    expect(calendarOf([day("2026-01-07", 0), day("2026-01-06", 3)], shown).daysInRow).toBe(1);
  });

  test("a row longer than the calendar is counted whole", () => {
    const many = Array.from({ length: 100 }, (_, index) => day(addDays(today, -index), 1));
    expect(calendarOf(many, shown).daysInRow).toBe(100);
  });
});

test("every week has seven days, each the day after the last, and today is in the last week", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 7 }),
      (offset, weeks, weekStart) => {
        const now = addDays("2000-01-01", offset);
        const calendar = calendarOf([], { today: now, weeks, weekStart });
        const days = calendar.weeks.flat().map((one) => one.day);
        expect(calendar.weeks).toHaveLength(weeks);
        expect(days).toEqual(days.map((_, index) => addDays(days[0]!, index)));
        expect(calendar.weeks.at(-1)!.map((one) => one.day)).toContain(now);
        expect(new Date(`${days[0]}T00:00:00Z`).getUTCDay()).toBe(weekStart % 7);
      },
    ),
  );
});
