/** Laws of marking, the tables of question-engine 5.4 and 5.5, and a bound on the work that a response can cause. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editDistance } from "@/lib/questions/mark/distance.ts";
import { fits, mark } from "@/lib/questions/mark.ts";
import type { Mark, Question, Response } from "@/lib/questions/question.ts";
import { aMultiSelect, anOption, anOrder, aQuestion } from "@/tests/support/question.ts";

function fractionOf(result: Mark): number {
  if (result.kind !== "marked") throw new Error(`asked again: ${result.note}`);
  return result.fraction;
}

function tick(question: Question, ...names: string[]): number {
  return fractionOf(mark(question, { kind: "multi-select", values: names.map((name) => `e:${name}`) }));
}

function order(question: Question, ...items: number[]): Extract<Mark, { kind: "marked" }> {
  const result = mark(question, { kind: "order", values: items.map((item) => `e:${item}`) });
  if (result.kind !== "marked") throw new Error("an order is never asked for again");
  return result;
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

describe("several of many: the balanced rule", () => {
  test("gives the row of the table", () => {
    expect(tick(aMultiSelect(4, 1), "r1", "r2", "r3", "r4", "w1")).toBe(0);
    expect(tick(aMultiSelect(2, 3), "r1", "r2", "w1", "w2", "w3")).toBe(0);
    expect(tick(aMultiSelect(2, 3))).toBe(0);
    expect(tick(aMultiSelect(2, 3), "r2")).toBe(0.5);
    expect(tick(aMultiSelect(2, 3), "r1", "r2", "w3")).toBeCloseTo(0.67, 2);
    expect(tick(aMultiSelect(2, 3), "r1", "r2")).toBe(1);
  });

  test("pays coin flips 0.19 on average, by counting all 32 of them", () => {
    const question = aMultiSelect(2, 3);
    const names = ["r1", "r2", "w1", "w2", "w3"];
    const all = Array.from({ length: 32 }, (_, bits) =>
      tick(question, ...names.filter((_, index) => bits & (1 << index))),
    );
    expect(mean(all)).toBeCloseTo(0.1875, 10);
  });

  test("pays nothing for ticking all and nothing for ticking none, whatever the options", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }), (right, wrong) => {
        const question = aMultiSelect(right, wrong);
        const all = question.options.map((option) => option.value);
        expect(fractionOf(mark(question, { kind: "multi-select", values: all }))).toBe(0);
        expect(tick(question)).toBe(0);
      }),
    );
  });

  test("where the stem announces the number, pays the share of it, and takes off for each one beyond", () => {
    const question = aMultiSelect(3, 3, 3);
    expect(tick(question, "r1", "r2", "r3")).toBe(1);
    expect(tick(question, "r1", "r2", "w1")).toBeCloseTo(2 / 3);
    expect(tick(question, "r1")).toBeCloseTo(1 / 3);
    expect(tick(question, "r1", "r2", "r3", "w1")).toBeCloseTo(2 / 3);
    expect(tick(question, "r1", "r2", "r3", "w1", "w2", "w3")).toBe(0);
  });

  test("names what was missed and what was wrongly ticked, counts a tick once, and what was not offered as wrong", () => {
    const result = mark(aMultiSelect(2, 3), { kind: "multi-select", values: ["e:r1", "e:w2", "e:r1"] });
    expect(result).toMatchObject({ fraction: 0.5 - 1 / 3, wrongParts: ["e:r2", "e:w2"] });
    expect(tick(aMultiSelect(2, 3), "r1", "r2", "elsewhere")).toBeCloseTo(2 / 3);
  });
});

describe("an order: pairs, and the longest run", () => {
  const question = anOrder(5);

  test.each([
    ["one neighbour swap", [2, 1, 3, 4, 5], 0.8, 4],
    ["last put first", [5, 1, 2, 3, 4], 0.2, 4],
    ["two ends swapped", [5, 2, 3, 4, 1], 0, 3],
    ["reversed", [5, 4, 3, 2, 1], 0, 1],
    ["right", [1, 2, 3, 4, 5], 1, 5],
  ])("%s gives the row of the table", (_, items, tau, run) => {
    const result = order(question, ...items);
    expect(result.fraction).toBeCloseTo(tau, 10);
    expect(result.longestRun).toBe(run);
  });

  test("pays a random order 0.16 on average and a run of 0.56, by counting all 120 of them", () => {
    const all = permutations([1, 2, 3, 4, 5]).map((items) => order(question, ...items));
    expect(all).toHaveLength(120);
    expect(mean(all.map((result) => result.fraction))).toBeCloseTo(0.16, 2);
    expect(mean(all.map((result) => (result.longestRun ?? 0) / 5))).toBeCloseTo(0.56, 2);
  });

  test("only the values that must move are wrong parts: taking them out leaves the right order", () => {
    for (const items of permutations([1, 2, 3, 4, 5])) {
      const { wrongParts, longestRun } = order(question, ...items);
      const rest = items.filter((item) => !wrongParts.includes(`e:${item}`));
      expect(rest).toEqual([...rest].sort());
      expect(rest).toHaveLength(longestRun ?? -1);
    }
    expect(order(question, 5, 1, 2, 3, 4).wrongParts).toEqual(["e:5"]);
  });

  test("a value left out, repeated or invented stands in no right pair", () => {
    expect(order(question).fraction).toBe(0);
    expect(order(question, 1, 2, 3, 4).fraction).toBeCloseTo(0.2);
    expect(order(question, 1, 2, 3, 4, 5, 1).fraction).toBe(1);
    expect(order(question, 9, 1, 2, 3, 4, 5).fraction).toBe(1);
    expect(order(question, 1, 2, 3, 4).wrongParts).toEqual(["e:5"]);
  });
});

describe("choice, true or false, flashcard, I don't know", () => {
  const choice = aQuestion({
    kind: "choice",
    options: [anOption("e:fortin", true), anOption("e:olsen", false), anOption("d:2018", false)],
  });
  const claim = aQuestion({ kind: "true-false", key: ["t:true"] });
  const flashcard = aQuestion({ kind: "flashcard" });
  test.each<[Question, Response, number, string | null]>([
    [choice, { kind: "choice", value: "e:fortin" }, 1, null],
    [choice, { kind: "choice", value: "e:olsen" }, 0, "e:olsen"],
    [choice, { kind: "choice", value: "d:2018" }, 0, null],
    [choice, { kind: "choice", value: "e:not-offered" }, 0, null],
    [choice, { kind: "dont-know" }, 0, null],
    [choice, { kind: "typed", text: "Dany Fortin" }, 0, null],
    [claim, { kind: "true-false", value: "t:true" }, 1, null],
    [claim, { kind: "true-false", value: "t:false" }, 0, null],
    [flashcard, { kind: "flashcard", rating: "again" }, 0, null],
    [flashcard, { kind: "flashcard", rating: "hard" }, 1, null],
    [flashcard, { kind: "flashcard", rating: "good" }, 1, null],
    [flashcard, { kind: "flashcard", rating: "easy" }, 1, null],
  ])("%#", (question, response, fraction, mistakenFor) => {
    expect(mark(question, response)).toMatchObject({ kind: "marked", fraction, mistakenFor });
  });

  test("a response fits a question of its own kind; typing fills a gap; not knowing fits all", () => {
    expect(fits("choice", { kind: "choice", value: "e:x" })).toBe(true);
    expect(fits("cloze", { kind: "typed", text: "x" })).toBe(true);
    expect(fits("order", { kind: "dont-know" })).toBe(true);
    expect(fits("choice", { kind: "flashcard", rating: "easy" })).toBe(false);
  });
});

/** Names as packs have them: words of letters of several scripts, accents, hyphens, dots, a bracket now and then. */
const names = fc
  .array(fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿŁłßĐđΑ-Ωα-ωА-Яа-я][A-Za-zÀ-ÖØ-öø-ÿ'’.-]{0,11}$/), {
    minLength: 1,
    maxLength: 4,
  })
  .map((words) => words.join(" "))
  .filter((name) => /\p{L}/u.test(name));

describe("laws", () => {
  test("a key's own text marks 1, however it is written", () => {
    fc.assert(
      fc.property(names, fc.array(names, { maxLength: 2 }), (name, aliases) => {
        const question = aQuestion({ accepts: [name, ...aliases], answer: name });
        for (const text of [name, name.toUpperCase(), ` ${name}. `, name.normalize("NFD"), ...aliases])
          expect(fractionOf(mark(question, { kind: "typed", text })), text).toBe(1);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1000-01-01"), max: new Date("2999-12-31"), noInvalidDate: true }),
        (date) => {
          const edtf = date.toISOString().slice(0, 10);
          const words = date.toLocaleDateString("en-GB", {
            day: "numeric",
            month: "long",
            year: "numeric",
            timeZone: "UTC",
          });
          const question = aQuestion({ kind: "date", key: [`d:${edtf}`], answer: words });
          for (const text of [edtf, words])
            expect(mark(question, { kind: "date", text })).toMatchObject({ fraction: 1 });
        },
      ),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (number) => {
        const question = aQuestion({ kind: "number", key: [`n:${number}`] });
        for (const text of [String(number), number.toLocaleString("en")])
          expect(mark(question, { kind: "number", text })).toMatchObject({ fraction: 1 });
      }),
    );
  });

  test("the exact name of another entity is never right", () => {
    fc.assert(
      fc.property(names, names, (name, other) => {
        const question = aQuestion({ accepts: [name], answer: name, near: [{ value: "e:other", text: other }] });
        const result = mark(question, { kind: "typed", text: other });
        if (result.kind === "marked") expect(result.fraction).toBe(0);
        else expect(result.note).toBe("which-one");
      }),
      { numRuns: 500 },
    );
  });

  test("every response is worth 0 to 1, and a second one is never asked for again", () => {
    const kinds = ["typed", "date", "number"] as const;
    const questions: Record<(typeof kinds)[number], Question> = {
      typed: aQuestion({ near: [{ value: "e:x", text: "Fortan" }] }),
      date: aQuestion({ kind: "date", key: ["d:2018-11"] }),
      number: aQuestion({ kind: "number", key: ["q:about:382:"] }),
    };
    const texts = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc.string({ maxLength: 400 }),
      fc.stringMatching(/^[0-9a-fot -./,+]{0,30}$/),
      fc.constantFrom("\u0000", "\ufdfa".repeat(60), "١".repeat(50), "constructor", "__proto__", "toString hundred"),
    );
    fc.assert(
      fc.property(fc.constantFrom(...kinds), texts, (kind, text) => {
        const result = mark(questions[kind], { kind, text }, { second: true });
        expect(result.kind).toBe("marked");
        expect(fractionOf(result)).toBeGreaterThanOrEqual(0);
        expect(fractionOf(result)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1000 },
    );
  });

  test("the banded distance equals the full table of Damerau and Levenshtein up to its bound", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 5 }), (left, right, atMost) => {
        expect(editDistance(left, right, atMost)).toBe(Math.min(fullDistance(left, right), atMost + 1));
      }),
      { numRuns: 3000 },
    );
    expect(editDistance("iron", "neon", 4)).toBe(2);
    expect(editDistance("gordon", "worden", 4)).toBe(2);
  });
});

describe("the work of one response", () => {
  /** Every name is as long as the response, so that no comparison is saved by its length. */
  const hostile = (length: number, count: number) =>
    aQuestion({
      accepts: ["a".repeat(length)],
      answer: "a".repeat(length),
      near: Array.from({ length: count }, (_, index) => ({
        value: `e:${index}`,
        text: "ab".repeat(length / 2 - 2) + String(index).padStart(4, "c"),
      })),
    });

  const cells = (question: Question, text: string) => {
    const tally = { cells: 0 };
    mark(question, { kind: "typed", text }, { second: false }, tally);
    return tally.cells;
  };

  test("grows with the number of names and their length, not with the square of it", () => {
    const short = cells(hostile(50, 40), `b${"ab".repeat(24)}x`);
    const long = cells(hostile(200, 40), `b${"ab".repeat(99)}x`);
    expect(short).toBeGreaterThan(0);
    expect(long).toBeLessThanOrEqual(5 * short);
    expect(long).toBeLessThanOrEqual(200 * 5 * 2 * 42);
  });

  test("is none at all for a response that is too long to be a name", () => {
    expect(cells(hostile(200, 40), "ab".repeat(5_000_000))).toBe(0);
  });

  test("stays bounded where each letter has two spellings", () => {
    const text = "øöåüä".repeat(40);
    const question = aQuestion({ accepts: [text.slice(0, 199)], answer: text.slice(0, 199) });
    expect(cells(question, text)).toBeLessThanOrEqual(32 * 32 * 2 * 5 * 400);
  });
});

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}

/** The textbook table, every cell of it. */
function fullDistance(left: string, right: string): number {
  const table = Array.from({ length: left.length + 1 }, (_, row) =>
    Array.from({ length: right.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  for (let row = 1; row <= left.length; row++)
    for (let column = 1; column <= right.length; column++) {
      const cost = left[row - 1] === right[column - 1] ? 0 : 1;
      let cell = Math.min(
        table[row - 1]![column]! + 1,
        table[row]![column - 1]! + 1,
        table[row - 1]![column - 1]! + cost,
      );
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1])
        cell = Math.min(cell, table[row - 2]![column - 2]! + 1);
      table[row]![column] = cell;
    }
  return table[left.length]![right.length]!;
}
