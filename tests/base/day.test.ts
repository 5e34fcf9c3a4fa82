import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayNumber, daysInMonth, fromDayNumber, isCalendarDay, isLeapYear } from "@/lib/base/day.ts";

describe("day numbers", () => {
  test.each([
    [1970, 1, 1, 0],
    [1970, 1, 2, 1],
    [1969, 12, 31, -1],
    [2000, 2, 29, 11_016],
    [2000, 3, 1, 11_017],
    [1, 1, 1, -719_162],
    [0, 3, 1, -719_468],
    [0, 2, 29, -719_469],
    [-43, 3, 15, -735_160],
  ])("%i-%i-%i is day %i", (year, month, day, number) => {
    expect(dayNumber(year, month, day)).toBe(number);
    expect(fromDayNumber(number)).toEqual({ year, month, day });
  });

  test("agree with the platform's calendar wherever both reach", () => {
    const millisecondsPerDay = 86_400_000;
    fc.assert(
      fc.property(fc.integer({ min: -3_000_000, max: 3_000_000 }), (number) => {
        const date = new Date(number * millisecondsPerDay);
        const expected = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(fromDayNumber(number)).toEqual(expected);
        expect(dayNumber(expected.year, expected.month, expected.day)).toBe(number);
      }),
    );
  });

  test.each([
    [2024, true],
    [2023, false],
    [1900, false],
    [2000, true],
    [0, true],
    [-4, true],
    [-100, false],
  ])("year %i is a leap year: %s", (year, leap) => {
    expect(isLeapYear(year)).toBe(leap);
    expect(daysInMonth(year, 2)).toBe(leap ? 29 : 28);
    expect(isCalendarDay(year, 2, 29)).toBe(leap);
  });

  test.each([
    [2024, 0, 1],
    [2024, 13, 1],
    [2024, 4, 31],
    [2024, 1, 0],
    [2024.5, 1, 1],
  ])("%d-%d-%d does not exist", (year, month, day) => {
    expect(isCalendarDay(year, month, day)).toBe(false);
  });
});
