/** Marks of a match and of a place on a line: question-engine 5.6, by counting every way in which they can be answered. */
import { describe, expect, test } from "vitest";
import { fits, mark } from "@/lib/questions/mark.ts";
import { pose } from "@/lib/questions/pose.ts";
import { atStart, type Mark, type Pair, type Question } from "@/lib/questions/question.ts";
import { anOption, aQuestion } from "@/tests/support/question.ts";

const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** So many prompts, `e:p1` with `e:v1` and so on, and so many options to spare. */
function aMatch(pairs: number, spare = 1): Question {
  const numbers = Array.from({ length: pairs }, (_, index) => index + 1);
  const spares = Array.from({ length: spare }, (_, index) => anOption(`e:s${index + 1}`, false));
  return aQuestion({
    kind: "match",
    form: "Q12",
    card: null,
    prompts: numbers.map((number) => ({ value: `e:p${number}`, text: `p${number}` })),
    options: [...numbers.map((number) => anOption(`e:v${number}`, true)), ...spares].reverse(),
    key: numbers.map((number) => `e:v${number}`),
    parts: numbers.map((number) => ({ fact: `f${number}`, direction: "object", value: `e:p${number}` })),
  });
}

/** The mark when the prompts are matched with these options in turn; null leaves one open. */
function matched(question: Question, ...values: (string | null)[]): Extract<Mark, { kind: "marked" }> {
  const pairs = values.flatMap((value, index): Pair[] =>
    value === null ? [] : [{ prompt: `e:p${index + 1}`, value: `e:${value}` }],
  );
  const result = mark(question, { kind: "match", pairs });
  if (result.kind !== "marked") throw new Error("a match is never asked for again");
  return result;
}

/** Every way to give each of `count` prompts an option of its own. */
function assignments(options: readonly string[], count: number): string[][] {
  if (count === 0) return [[]];
  return options.flatMap((option) =>
    assignments(
      options.filter((other) => other !== option),
      count - 1,
    ).map((rest) => [option, ...rest]),
  );
}

describe("a match: corrected for guessing", () => {
  test.each([
    // Four pairs and one to spare: guessing gets 4/5 of a pair right.
    [["v1", "v2", "v3", "v4"], 1],
    [["v1", "v2", "v3", "s1"], (3 - 0.8) / (4 - 0.8)],
    [["v2", "v1", "v3", "v4"], (2 - 0.8) / (4 - 0.8)],
    [["v1", "s1", "v2", "v3"], (1 - 0.8) / (4 - 0.8)],
    [["v2", "v3", "v4", "v1"], 0],
  ])("of four with a spare, %j is worth %d", (values, fraction) => {
    expect(matched(aMatch(4), ...values).fraction).toBeCloseTo(fraction, 10);
  });

  test("without a spare, guessing gets one pair right", () => {
    const question = aMatch(4, 0);
    expect(matched(question, "v1", "v2", "v4", "v3").fraction).toBeCloseTo((2 - 1) / (4 - 1), 10);
    expect(matched(question, "v1", "v3", "v4", "v2").fraction).toBe(0);
  });

  test.each([
    [3, 1],
    [4, 1],
    [5, 1],
    [4, 0],
  ])("before the floor, guessing is worth nothing: %i pairs, %i to spare, all ways counted", (pairs, spare) => {
    const question = aMatch(pairs, spare);
    const options = question.options.map(({ value }) => value.slice(2));
    const rights = assignments(options, pairs).map((values) => {
      const { wrongParts } = matched(question, ...values);
      return pairs - wrongParts.length;
    });
    const guessed = spare === 0 ? 1 : pairs / (pairs + 1);
    expect(mean(rights)).toBeCloseTo(guessed, 10);
  });

  test("a prompt left open is wrong, and so is what is not offered", () => {
    expect(matched(aMatch(3), "v1", "v2", null)).toMatchObject({ wrongParts: ["e:p3"] });
    expect(matched(aMatch(3), "v1", "v2", "elsewhere")).toMatchObject({ wrongParts: ["e:p3"] });
    expect(matched(aMatch(3)).fraction).toBe(0);
  });

  test("an option given twice, or a prompt answered twice, makes no right pair", () => {
    expect(matched(aMatch(3), "v1", "v1", "v1")).toMatchObject({ fraction: 0, wrongParts: ["e:p1", "e:p2", "e:p3"] });
    const twice = [
      { prompt: "e:p1", value: "e:v1" },
      { prompt: "e:p1", value: "e:v2" },
    ];
    expect(mark(aMatch(3), { kind: "match", pairs: twice })).toMatchObject({ fraction: 0 });
  });

  test("the order in which the pairs come means nothing", () => {
    const pairs = ["4", "2", "1", "3"].map((number) => ({ prompt: `e:p${number}`, value: `e:v${number}` }));
    expect(mark(aMatch(4), { kind: "match", pairs })).toMatchObject({ fraction: 1, wrongParts: [] });
  });
});

describe("a place on a line", () => {
  const question = aQuestion({
    kind: "timeline",
    form: "Q6",
    card: null,
    prompts: [{ value: "e:launch", text: "The launch" }],
    options: [anOption(atStart, false), { ...anOption("e:a", true), when: "July 2015" }, anOption("e:b", false)],
    key: ["e:a"],
    parts: [{ fact: "f1", direction: "object", value: "e:launch" }],
  });

  test.each([
    ["e:a", 1, []],
    ["e:b", 0, ["e:launch"]],
    [atStart, 0, ["e:launch"]],
    ["e:launch", 0, ["e:launch"]],
  ])("%s is worth %i, and %j is to be learned", (value, fraction, wrongParts) => {
    expect(mark(question, { kind: "timeline", value })).toMatchObject({ fraction, wrongParts });
  });

  test("before the first is a place like any other", () => {
    const first = { ...question, key: [atStart] };
    expect(mark(first, { kind: "timeline", value: atStart })).toMatchObject({ fraction: 1 });
    expect(mark(first, { kind: "timeline", value: "e:a" })).toMatchObject({ fraction: 0 });
  });

  test("responses of one kind do not fit the other", () => {
    expect(fits("timeline", { kind: "choice", value: "e:a" })).toBe(false);
    expect(fits("match", { kind: "order", values: [] })).toBe(false);
    expect(fits("match", { kind: "match", pairs: [] })).toBe(true);
  });
});

describe("a question as it is posed", () => {
  test("shows prompts, options and dates of anchors, and nothing that tells which belong together", () => {
    expect(pose(aMatch(3))).toEqual({
      kind: "match",
      kicker: expect.any(String),
      stem: expect.any(String),
      choose: null,
      options: ["s1", "v3", "v2", "v1"].map((name) => ({ value: `e:${name}`, text: `e:${name}` })),
      prompts: ["p1", "p2", "p3"].map((name) => ({ value: `e:${name}`, text: name })),
      precision: null,
    });
  });

  test("has the first letters only where they are shown from the start", () => {
    const text = "M______ L__________";
    expect(pose(aQuestion({ kind: "cloze", cue: { text, shown: true } })).cue).toEqual({ text, shown: true });
    expect(JSON.stringify(pose(aQuestion({ kind: "cloze", cue: { text, shown: false } })))).not.toContain(text);
  });
});
