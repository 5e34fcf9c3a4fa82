import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayNumber } from "@/lib/base/day.ts";
import { dateAt, formatDate, parseDate } from "@/lib/facts/dates.ts";

describe("a date is as precise as it is written", () => {
  test.each([
    ["2018-11-26", "day", dayNumber(2018, 11, 26), dayNumber(2018, 11, 26)],
    ["2024-02-29", "day", dayNumber(2024, 2, 29), dayNumber(2024, 2, 29)],
    ["2018-11", "month", dayNumber(2018, 11, 1), dayNumber(2018, 11, 30)],
    ["2024-02", "month", dayNumber(2024, 2, 1), dayNumber(2024, 2, 29)],
    ["1900-02", "month", dayNumber(1900, 2, 1), dayNumber(1900, 2, 28)],
    ["2018", "year", dayNumber(2018, 1, 1), dayNumber(2018, 12, 31)],
    ["0079-08-24", "day", dayNumber(79, 8, 24), dayNumber(79, 8, 24)],
    ["0000", "year", dayNumber(0, 1, 1), dayNumber(0, 12, 31)],
    ["-0043-03-15", "day", dayNumber(-43, 3, 15), dayNumber(-43, 3, 15)],
    ["-0043", "year", dayNumber(-43, 1, 1), dayNumber(-43, 12, 31)],
    ["[2021-05-06..2022-05-10]", "between", dayNumber(2021, 5, 6), dayNumber(2022, 5, 10)],
    ["[2004..2011-03]", "between", dayNumber(2004, 1, 1), dayNumber(2011, 3, 31)],
  ])("%s", (edtf, precision, first, last) => {
    expect(parseDate(edtf)).toEqual({ edtf, precision, first, last });
  });
});

test.each([
  "",
  "2018-13",
  "2018-00",
  "2018-02-29",
  "1900-02-29",
  "2018-04-31",
  "2018-11-00",
  "18-11-26",
  "2018-1-1",
  "26.11.2018",
  "2018/2019",
  "-0000",
  "[2022-05-10..2021-05-06]",
  "[2021-05-06..2021-05-06]",
  "[2021..2021-05-06]",
  "[2021-05-06..]",
  "[[2021..2022]..2023]",
  "2018-11-26T00:00",
  " 2018",
  "12018",
])("%j is no date", (edtf) => {
  expect(parseDate(edtf)).toBeNull();
});

const day = fc.integer({ min: dayNumber(-9999, 1, 1), max: dayNumber(9999, 12, 31) });

test("what is written is read back, at every precision", () => {
  fc.assert(
    fc.property(day, fc.constantFrom("day", "month", "year"), (number, precision) => {
      const date = dateAt(number, precision);
      expect(date.first <= number && number <= date.last).toBe(true);
      expect(parseDate(formatDate(date))).toEqual(date);
    }),
  );
  fc.assert(
    fc.property(day, day, (a, b) => {
      fc.pre(a !== b);
      const stretch = { precision: "between", first: Math.min(a, b), last: Math.max(a, b) } as const;
      expect(parseDate(formatDate(stretch))).toMatchObject(stretch);
    }),
  );
});

test("a month holds exactly its days, and a year its months", () => {
  fc.assert(
    fc.property(day, (number) => {
      for (const precision of ["month", "year"] as const) {
        const date = dateAt(number, precision);
        expect(dateAt(date.first - 1, precision).last).toBe(date.first - 1);
        expect(dateAt(date.last + 1, precision).first).toBe(date.last + 1);
      }
    }),
  );
});
