import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { before, type Certainty, certaintyAt, overlap, spanOf } from "@/lib/facts/time.ts";
import { aDate, aFact, aRelation } from "@/tests/support/fictional-pack.ts";

type Row = readonly [from: string, to: string, asOf: string | null, asked: string, certainty: Certainty];

function at([from, to, asOf, asked]: Row, relation = aRelation()): Certainty {
  return certaintyAt(spanOf(aFact({ from, to, asOf }), relation), aDate(asked));
}

describe("a bound day is never sure", () => {
  test.each<Row>([
    ["2021-05-06", "2022-05-10", null, "2021-05-05", "no"],
    ["2021-05-06", "2022-05-10", null, "2021-05-06", "maybe"],
    ["2021-05-06", "2022-05-10", null, "2021-05-07", "sure"],
    ["2021-05-06", "2022-05-10", null, "2022-05-09", "sure"],
    ["2021-05-06", "2022-05-10", null, "2022-05-10", "maybe"],
    ["2021-05-06", "2022-05-10", null, "2022-05-11", "no"],
    // Months and years that lie inside, touch a bound, or hold the whole span.
    ["2021-05-06", "2022-05-10", null, "2021-06", "sure"],
    ["2021-05-06", "2022-05-10", null, "2021-05", "maybe"],
    ["2021-05-06", "2022-05-10", null, "2021-04", "no"],
    ["2021-05-06", "2022-05-10", null, "2022", "maybe"],
    ["2021-05-06", "2022-05-10", null, "2023", "no"],
    // A leap day as a bound, and beside one.
    ["2020-02-29", "2021-03-01", null, "2020-02-28", "no"],
    ["2020-02-29", "2021-03-01", null, "2020-02-29", "maybe"],
    ["2020-02-29", "2021-03-01", null, "2020-03-01", "sure"],
    ["2020-02-29", "2021-03-01", null, "2021-02", "sure"],
    ["2020-02-28", "2020-03-01", null, "2020-02-29", "sure"],
  ])("from %s to %s (as of %s) on %s: %s", (...row) => expect(at(row)).toBe(row[4]));
});

describe("a month-only or year-only bound is maybe for all of its days", () => {
  test.each<Row>([
    ["2018-11", "2019-11-26", null, "2018-10-31", "no"],
    ["2018-11", "2019-11-26", null, "2018-11-01", "maybe"],
    ["2018-11", "2019-11-26", null, "2018-11-30", "maybe"],
    ["2018-11", "2019-11-26", null, "2018-12-01", "sure"],
    ["2018-11", "2019-11-26", null, "2018-12", "sure"],
    ["2004", "2011", null, "2003-12-31", "no"],
    ["2004", "2011", null, "2004-07", "maybe"],
    ["2004", "2011", null, "2005", "sure"],
    ["2004", "2011", null, "2011-12-31", "maybe"],
    ["2004", "2011", null, "2012", "no"],
    ["[2004-03..2005-06]", "2011", null, "2005-06-30", "maybe"],
    ["[2004-03..2005-06]", "2011", null, "2005-07", "sure"],
    // The year 4 is a leap year, and BC counts backwards.
    ["-0043", "0004-02", null, "0001", "sure"],
    ["-0043", "0004-02", null, "-0043-12-31", "maybe"],
    ["-0043", "0004-02", null, "0004-02-29", "maybe"],
    ["-0043", "0004-02", null, "0004-03-01", "no"],
  ])("from %s to %s (as of %s) on %s: %s", (...row) => expect(at(row)).toBe(row[4]));
});

describe("an open end is after the as-of, and at the as-of day itself the fact is sure", () => {
  test.each<Row>([
    ["2024-05-24", "open", "2024-05-27", "2024-05-23", "no"],
    ["2024-05-24", "open", "2024-05-27", "2024-05-24", "maybe"],
    ["2024-05-24", "open", "2024-05-27", "2024-05-25", "sure"],
    ["2024-05-24", "open", "2024-05-27", "2024-05-27", "sure"],
    ["2024-05-24", "open", "2024-05-27", "2024-05-28", "maybe"],
    ["2024-05-24", "open", "2024-05-27", "2024-05", "maybe"],
    ["2024-05-24", "open", "2024-05-27", "2034", "maybe"],
    // A start in the month of the as-of: by the as-of it had begun.
    ["2024-05", "open", "2024-05-27", "2024-05-26", "maybe"],
    ["2024-05", "open", "2024-05-27", "2024-05-27", "sure"],
    // A start on the as-of day is a bound day.
    ["2024-05-27", "open", "2024-05-27", "2024-05-27", "maybe"],
    // An undated document: it was written on some day of its stretch, so the fact is sure until the first of them.
    ["2020-05", "open", "[2021-05-06..2022-05-10]", "2021-05-06", "sure"],
    ["2020-05", "open", "[2021-05-06..2022-05-10]", "2021-05-07", "maybe"],
  ])("from %s to %s as of %s on %s: %s", (...row) => expect(at(row)).toBe(row[4]));
});

describe("a snapshot is sure at its as-of, and an unknown bound is maybe for ever", () => {
  test.each<Row>([
    ["unknown", "unknown", "2024-05-27", "2024-05-27", "sure"],
    ["unknown", "unknown", "2024-05-27", "2024-05-26", "maybe"],
    ["unknown", "unknown", "2024-05-27", "2024-05-28", "maybe"],
    ["unknown", "unknown", "2024-05-27", "1024", "maybe"],
    ["unknown", "unknown", "2024-05", "2024-05-27", "maybe"],
    ["unknown", "unknown", "[2021-05-06..2022-05-10]", "2021-12", "maybe"],
    ["2020-05", "unknown", "2024-05-27", "2022", "sure"],
    ["2020-05", "unknown", null, "2022", "maybe"],
    ["2020-05", "unknown", null, "2020-04", "no"],
    ["unknown", "2011", null, "2010", "maybe"],
    ["unknown", "2011", null, "2012", "no"],
    ["unknown", "unknown", null, "2012", "maybe"],
    // What is said of a fact that has ended is no snapshot.
    ["unknown", "2011", "2024-05-27", "2010", "maybe"],
  ])("from %s to %s as of %s on %s: %s", (...row) => expect(at(row)).toBe(row[4]));
});

describe("declared bounds settle the bound day", () => {
  test.each([
    ["inclusive", "2021-05-06", "sure"],
    ["inclusive", "2021-05-05", "no"],
    ["exclusive", "2021-05-06", "no"],
    ["exclusive", "2021-05-07", "sure"],
    ["unknown", "2021-05-06", "maybe"],
  ] as const)("%s: on %s %s", (bounds, asked, certainty) => {
    expect(at(["2021-05-06", "2022-05-10", null, asked, certainty], aRelation({ bounds }))).toBe(certainty);
  });
});

test("a relation that is not temporal holds at all times", () => {
  expect(at(["unknown", "unknown", null, "1066", "sure"], aRelation({ temporal: false }))).toBe("sure");
});

describe("before", () => {
  test.each([
    ["2018-07", "2018-10", true],
    ["2018-10", "2018-07", false],
    ["2018-10", "2018-10-05", false],
    ["2018-10-05", "2018-10-06", true],
    ["2024-05-24", "2024-05-24", false],
    ["2018", "2018-12", false],
  ])("%s before %s: %s", (x, y, expected) => expect(before(aDate(x), aDate(y))).toBe(expected));
});

const precise = fc
  .tuple(fc.integer({ min: 0, max: 1500 }), fc.constantFrom(0, 1, 5))
  .map(([first, more]) => ({ first, last: first + more }));

test("sure and no are what every possible day of the bounds says, inclusive and exclusive (R1, R2)", () => {
  const small = fc.tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 4 }));
  fc.assert(
    fc.property(small, small, small, ([from, fromMore], [to, toMore], [asked, askedMore]) => {
      fc.pre(from + fromMore < to);
      const bound = (first: number, last: number) =>
        ({ kind: "date", date: { edtf: "", precision: "between", first, last } }) as const;
      const fact = { ...aFact(), from: bound(from, from + fromMore), to: bound(to, to + toMore), asOf: null };
      const days = { first: asked, last: asked + askedMore };
      let all = true;
      let any = false;
      for (let start = from; start <= from + fromMore; start++)
        for (let end = to; end <= to + toMore; end++)
          for (const inside of [0, 1])
            for (let day = days.first; day <= days.last; day++) {
              const holds = start + inside <= day && day <= end - inside;
              all &&= holds;
              any ||= holds;
            }
      expect(certaintyAt(spanOf(fact, aRelation()), days)).toBe(all ? "sure" : any ? "maybe" : "no");
    }),
    { numRuns: 2000 },
  );
});

test("what is sure (or excluded) of a stretch is so of each of its parts", () => {
  fc.assert(
    fc.property(precise, precise, precise, fc.nat(5), (from, to, asked, shift) => {
      fc.pre(from.first <= to.last);
      const bound = (date: { first: number; last: number }) =>
        ({ kind: "date", date: { edtf: "", precision: "between", ...date } }) as const;
      const span = spanOf({ from: bound(from), to: bound(to), asOf: null }, aRelation());
      const part = { first: Math.min(asked.first + shift, asked.last), last: asked.last };
      const whole = certaintyAt(span, asked);
      if (whole !== "maybe") expect(certaintyAt(span, part)).toBe(whole);
    }),
  );
});

test("two stretches share a day, or one is before the other", () => {
  fc.assert(
    fc.property(precise, precise, (x, y) => {
      expect([overlap(x, y), before(x, y), before(y, x)].filter(Boolean).length).toBe(1);
    }),
  );
});
