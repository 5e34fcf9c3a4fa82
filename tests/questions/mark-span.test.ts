import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writtenDate } from "@/lib/classroom/results.ts";
import { mark } from "@/lib/questions/mark.ts";
import { responseSchema } from "@/lib/server/response-schema.ts";
import { aQuestion } from "../support/question.ts";

/** From a month to a day, as the source gives them. */
const question = aQuestion({
  kind: "date",
  form: "Q10",
  card: null,
  key: ["d:2018-11", "d:2019-11-26"],
  answer: "November 2018 to 26 November 2019",
  accepts: ["November 2018 to 26 November 2019"],
  span: { from: "month", to: "day" },
});
const [from, to] = question.key as [string, string];
const fields = (text: string, second: string) => ({ kind: "date", text, to: second }) as const;

describe("each field is marked for its own end, half of the mark each", () => {
  test.each<[string, string, number, string[], string[]]>([
    ["November 2018", "26 November 2019", 1, [], []],
    ["2018-11", "26.11.2019", 1, [], []],
    ["Novmber 2018", "26 November 2019", 1, ["spelling"], []],
    ["12 November 2018", "26 November 2019", 1, ["source-less-exact"], []],
    ["December 2018", "26 November 2019", 0.5, [], [from]],
    ["November 2018", "27 November 2019", 0.5, [], [to]],
    ["26 November 2019", "November 2018", 0, [], [from, to]],
    ["1950", "1951", 0, [], [from, to]],
    ["November 2018", "", 0.5, ["unreadable"], [to]],
    ["", "26 November 2019", 0.5, ["unreadable"], [from]],
    ["November 2018", "whenever", 0.5, ["unreadable"], [to]],
    ["November 2018", "5/6/2019", 0.5, ["day-or-month-first"], [to]],
    ["November 2018", "26 November", 0.5, ["more-exact"], [to]],
    ["November 2018", "November 2019", 0.5 + 0.5 * (2 / 3), ["more-exact"], [to]],
    ["2018", "2019", 0.25 + 0.5 * (1 / 3), ["more-exact"], [from, to]],
    ["November 2018 to 26 November 2019", "", 1, [], []],
    ["November 2018 to 26 November 2019", "26 November 2019", 0.5, ["unreadable"], [from]],
  ])("%j and %j", (first, second, fraction, notes, wrongParts) => {
    const given = mark(question, fields(first, second), { second: true });
    expect(given).toMatchObject({ kind: "marked", notes, wrongParts });
    if (given.kind === "marked") expect(given.fraction).toBeCloseTo(fraction);
  });
});

describe("the first time it is asked again", () => {
  test.each([
    ["November 2018", "", "unreadable"],
    ["never", "26 November 2019", "unreadable"],
    ["November 2018", "5/6/2019", "day-or-month-first"],
    ["November 2018", "November 2019", "more-exact"],
    ["2018", "2019", "more-exact"],
  ])("what cannot be read or is less exact: %j and %j", (first, second, note) => {
    expect(mark(question, fields(first, second))).toEqual({ kind: "ask-again", note });
  });

  test("but nobody is told that they are right so far where the other end is wrong", () => {
    expect(mark(question, fields("December 2018", "November 2019"))).toMatchObject({
      kind: "marked",
      wrongParts: [from, to],
    });
    expect(mark(question, { kind: "date", text: "December 2018 to November 2019" })).toMatchObject({ kind: "marked" });
  });
});

test("in one line or in two fields two readable ends earn the same", () => {
  const dates = ["November 2018", "2018", "26 November 2019", "27 November 2019", "2019-11", "1 May 1990"];
  fc.assert(
    fc.property(fc.constantFrom(...dates), fc.constantFrom(...dates), fc.boolean(), (first, second, again) => {
      const tries = { second: again };
      expect(mark(question, fields(first, second), tries)).toEqual(
        mark(question, { kind: "date", text: `${first} to ${second}` }, tries),
      );
    }),
  );
});

test("whatever is written, a second try is marked, from nothing to all", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 }), (first, second) => {
      const given = mark(question, fields(first, second), { second: true });
      expect(given.kind).toBe("marked");
      if (given.kind !== "marked") return;
      expect(given.fraction).toBeGreaterThanOrEqual(0);
      expect(given.fraction).toBeLessThanOrEqual(1);
    }),
  );
});

test("a second field says nothing where one date is asked", () => {
  const one = aQuestion({ kind: "date", key: [to], answer: "26 November 2019", precision: "day" });
  expect(mark(one, fields("26 November 2019", "nonsense"), { second: true })).toMatchObject({ fraction: 1 });
});

test("a response of two fields is kept and told as it was written", () => {
  expect(responseSchema.parse(fields("May 2019", ""))).toEqual(fields("May 2019", ""));
  expect(responseSchema.parse({ kind: "date", text: "May 2019" })).toEqual({ kind: "date", text: "May 2019" });
  expect(responseSchema.safeParse({ kind: "typed", text: "a", to: "b" }).success).toBe(false);
  expect(responseSchema.safeParse(fields("a", "\0")).success).toBe(false);
  expect(writtenDate(fields(" May 2019", "2020 "))).toBe("May 2019 to 2020");
  expect(writtenDate(fields("May 2019", " "))).toBe("May 2019 to …");
  expect(writtenDate(fields("", ""))).toBe("");
});
