/** What an instructor writes, orders or matches as right is right from then on, by the marking itself; whatever cannot be marked so is no key. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { corrected, keyWords, marksAlike, waysFor } from "@/lib/classroom/correction.ts";
import { fractionOf } from "@/lib/classroom/results.ts";
import { mark } from "@/lib/questions/mark.ts";
import { pose } from "@/lib/questions/pose.ts";
import type { Question, Response } from "@/lib/questions/question.ts";
import { anOption, anOrder, aQuestion } from "../support/question.ts";

const date = (edtf: string, precision: "day" | "month" | "year") =>
  aQuestion({ kind: "date", key: [`d:${edtf}`], precision, accepts: [], answer: edtf });
const number = (key: string, more: Partial<Question> = {}) =>
  aQuestion({ kind: "number", key: [key], accepts: [], answer: key, ...more });
const span = aQuestion({
  ...{ kind: "date", card: null, key: ["d:2019-05", "d:2020-06-07"], answer: "May 2019 to 7 June 2020", accepts: [] },
  span: { from: "month", to: "day" },
  parts: [
    { fact: "f01", direction: "from", value: "d:2019-05" },
    { fact: "f01", direction: "to", value: "d:2020-06-07" },
  ],
});
const match = aQuestion({
  ...{ kind: "match", card: null, key: ["e:a", "e:b"], accepts: [], answer: "" },
  prompts: [
    { value: "p:1", text: "First" },
    { value: "p:2", text: "Second" },
  ],
  options: [anOption("e:a", true), anOption("e:b", true), anOption("e:c", false)],
});
const pairs = (...values: string[]): Response => ({
  kind: "match",
  pairs: values.map((value, place) => ({ prompt: `p:${place + 1}`, value })),
});
const wrote = (kind: "date" | "number", text: string): Response => ({ kind, text });
const by = (question: Question, way: "key" | "accept", ...given: string[]) =>
  corrected(question, question, { by: way, given });

describe("a number", () => {
  test.each([
    // What it was, what is right, what then earns 1, what earns 0.
    ["q:more_than:350:personnel", "400", ["more than 400", "400", "over 400"], ["350", "less than 400"]],
    ["q:more_than:350:personnel", "about 400", ["400", "about 410"], ["350", "more than 400"]],
    ["q:about:382:people", "512", ["512", "about 514"], ["382", "600"]],
    ["n:7", "nine", ["9", "nine"], ["7", "8"]],
    ["n:14.01", "13.62", ["13.6", "13.62"], ["14", "13.5"]],
    ["q:exact:41:metres", "43 m", ["43", "43 m"], ["41", "43 feet"]],
    ["v:several hundred", "several thousand", ["several thousand", "thousands"], ["several hundred", "500"]],
    ["v:several hundred", "350", ["350"], ["several hundred", "400"]],
    ["n:350", "8 to 10", ["8 to 10", "8-10"], ["350", "12"]],
  ])("that was %s and is %s takes the tolerance of its question", (key, given, right, wrong) => {
    const question = number(key, key === "n:14.01" ? { decimals: 1 } : {});
    const after = by(question, "key", given)!;
    for (const text of right) expect(fractionOf(after, wrote("number", text)), text).toBe(1);
    for (const text of wrong) expect(fractionOf(after, wrote("number", text)), text).toBe(0);
  });

  test.each([
    ["n:350", "many"],
    ["n:350", "3 4 5"],
    ["n:350", ""],
    ["q:exact:41:metres", "43 feet"],
  ])("that was %s is not %s", (key, given) => {
    expect(by(number(key), "key", given)).toBeNull();
  });
});

describe("a date", () => {
  test.each([
    ["2018-11-24", "day", "26 November 2019", "26 November 2019", ["2019-11-26"]],
    ["2018-11-24", "day", "November 2019", "November 2019", ["Nov 2019", "3 November 2019"]],
    ["2018-11-24", "day", "2019", "2019", ["2019"]],
    ["2018-11-24", "day", "between May 2019 and June 2019", "between May 2019 and June 2019", ["5 June 2019"]],
    // No more is asked for than was asked.
    ["2018-11", "month", "26.11.2019", "November 2019", ["November 2019"]],
    ["2018", "year", "26.11.2019", "2019", ["2019", "November 2019"]],
    ["0009", "year", "12", "12", ["12", "AD 12"]],
  ] as const)("that was %s, asked to the %s, and is %s is kept as %s", (edtf, precision, given, words, right) => {
    const after = by(date(edtf, precision), "key", given)!;
    expect(after.answer).toBe(words);
    for (const text of [given, ...right]) expect(fractionOf(after, wrote("date", text)), text).toBe(1);
    expect(fractionOf(after, wrote("date", edtf))).toBe(0);
  });

  test.each(["5/6/2019", "May", "soon", "31 June 2019", "June 2020 to May 2019", ""])("is not %s", (given) => {
    expect(by(date("2018-11-24", "day"), "key", given)).toBeNull();
  });
});

describe("a span", () => {
  const ends = (text: string, to?: string): Response => ({ kind: "date", text, to });

  test("has both ends, each as exact as it was asked, in two fields or in one; memory knows which end was wrong", () => {
    for (const given of [["3 May 2018", "8 June 2021"], ["May 2018 to 8 June 2021"]]) {
      const after = by(span, "key", ...given)!;
      expect(after.key).toEqual(["d:2018-05", "d:2021-06-08"]);
      expect(fractionOf(after, ends("May 2018", "8 June 2021"))).toBe(1);
      expect(fractionOf(after, ends("May 2019", "7 June 2020"))).toBe(0);
      expect(mark(after, ends("May 2018", "7 June 2020"), { second: true })).toMatchObject({
        fraction: 0.5,
        wrongParts: [after.parts[1]!.value],
      });
    }
  });

  test("accepted beside the key is right as a whole, and the wrong end of it is that end", () => {
    const after = by(span, "accept", "May 2018", "8 June 2021")!;
    for (const [from, to] of [
      ["May 2018", "8 June 2021"],
      ["May 2019", "7 June 2020"],
    ] as const)
      expect(fractionOf(after, ends(from, to))).toBe(1);
    // Half of the one and half of the other is neither.
    expect(fractionOf(after, ends("May 2018", "7 June 2020"))).toBe(0.5);
    expect(mark(after, ends("May 2018", "1 January 2001"), { second: true })).toMatchObject({
      wrongParts: [after.parts[1]!.value],
    });
  });

  test.each([[["May 2019"]], [["8 June 2021", "May 2018"]], [["May 2018", "soon"]], [["2018", "2018"]], [[]]])(
    "is not %j",
    (given) => {
      expect(by(span, "key", ...given)).toBeNull();
    },
  );
});

test("an order is any order of what was to be ordered, and the old one earns what it is worth by then", () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 2, max: 6 })
        .chain((count) => fc.shuffledSubarray([...anOrder(count).key], { minLength: count })),
      (values) => {
        const question = anOrder(values.length);
        const given = (order: readonly string[]): Response => ({ kind: "order", values: order });
        const [key, accept] = [by(question, "key", ...values)!, by(question, "accept", ...values)!];
        expect([fractionOf(key, given(values)), fractionOf(accept, given(values))]).toEqual([1, 1]);
        expect(fractionOf(accept, given(question.key))).toBe(1);
        expect(fractionOf(key, given(question.key))).toBe(fractionOf(question, given(values)));
        expect(pose(accept), "what students see stays").toEqual(pose(question));
      },
    ),
    { numRuns: 40 },
  );
  for (const wrong of [["e:1", "e:2"], ["e:1", "e:2", "e:2"], ["e:1", "e:2", "e:4"], []])
    expect(by(anOrder(3), "key", ...wrong)).toBeNull();
});

test("a match has a partner for each, one to one, the spare one included", () => {
  const after = by(match, "key", "e:c", "e:a")!;
  expect([fractionOf(after, pairs("e:c", "e:a")), fractionOf(after, pairs("e:a", "e:b"))]).toEqual([1, 0]);
  expect(after.options.map(({ right }) => right)).toEqual([true, false, true]);
  const both = by(match, "accept", "e:c", "e:a")!;
  expect([fractionOf(both, pairs("e:c", "e:a")), fractionOf(both, pairs("e:a", "e:b"))]).toEqual([1, 1]);
  expect(fractionOf(both, pairs("e:c", "e:b")), "half of each is neither").toBeLessThan(1);
  for (const wrong of [["e:a"], ["e:a", "e:a"], ["e:a", "e:x"], []]) expect(by(match, "key", ...wrong)).toBeNull();
});

test("the place on a line is another gap, or one more", () => {
  const line = aQuestion({
    ...{ kind: "timeline", card: null, key: ["e:1"], prompts: [{ value: "e:x", text: "X" }] },
    options: ["t:start", "e:1", "e:2"].map((value) => anOption(value, false)),
  });
  const placed = (value: string): Response => ({ kind: "timeline", value });
  const right = (question: Question) => ["t:start", "e:1", "e:2"].map((value) => fractionOf(question, placed(value)));
  expect(right(by(line, "key", "e:2")!)).toEqual([0, 0, 1]);
  expect(right(by(line, "accept", "t:start")!)).toEqual([1, 1, 0]);
});

describe("of every kind", () => {
  const cases: readonly (readonly [Question, readonly string[]])[] = [
    [date("2018-11-24", "day"), ["26 November 2019"]],
    [number("q:about:382:people"), ["512"]],
    [span, ["May 2018", "8 June 2021"]],
    [anOrder(3), ["e:2", "e:1", "e:3"]],
    [match, ["e:c", "e:a"]],
  ];

  test("the key as it is, or what is accepted already, changes nothing once more", () => {
    for (const [question, given] of cases) {
      for (const way of ["key", "accept"] as const) {
        const once = by(question, way, ...given)!;
        expect(marksAlike(once, question), question.kind).toBe(false);
        expect(marksAlike(corrected(once, question, { by: way, given })!, once), question.kind).toBe(true);
        expect(marksAlike(corrected(once, question, { by: "as-asked" })!, question)).toBe(true);
      }
    }
  });

  test("what is the key already is no other one, however it is written", () => {
    const people = number("q:about:382:people", { answer: "About 382 people", accepts: ["about 382"] });
    for (const given of ["382", "about 382 people"]) expect(marksAlike(by(people, "key", given)!, people)).toBe(true);
  });

  test("another key takes back what was accepted beside the old one, and the words say what is right", () => {
    for (const [question, given] of cases) {
      const accepted = by(question, "accept", ...given)!;
      expect(keyWords(accepted, question)).toContain("; ");
      const keyed = corrected(accepted, question, { by: "key", given })!;
      expect(keyed.also).toBeUndefined();
      expect(keyed.answer).not.toBe(question.answer);
    }
  });

  test("what has no key is not given one", () => {
    const text = aQuestion({ kind: "text", key: [], accepts: [] });
    expect(waysFor(text)).toEqual(["everybody", "dropped"]);
    expect(by(text, "key", "Anything")).toBeNull();
  });
});
