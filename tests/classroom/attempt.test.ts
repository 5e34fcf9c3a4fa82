import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldSteps, type Step } from "@/lib/classroom/attempt.ts";
import { codeAlphabet, codeFromBytes, formatCode, parseCode } from "@/lib/classroom/code.ts";
import { pointsOf, totalOf } from "@/lib/classroom/score.ts";

const at = (second: number) => new Date(Date.UTC(2026, 4, 4, 10, 0, second));
const answer = (id: string, slot: number, value: string, second: number): Step => ({
  kind: "answer",
  id,
  slot,
  response: { kind: "choice", value },
  receivedAt: at(second),
});

describe("an attempt folded from its steps", () => {
  test("the last answer to a question counts, and nothing after handing in", () => {
    const state = foldSteps([
      answer("a", 1, "e:olsen", 1),
      answer("b", 1, "e:iannucci", 2),
      answer("c", 2, "e:fortin", 3),
      { kind: "submit", id: "d", receivedAt: at(4) },
      answer("e", 2, "e:olsen", 5),
    ]);
    expect(state.responses.get(1)?.response).toEqual({ kind: "choice", value: "e:iannucci" });
    expect(state.responses.get(2)?.response).toEqual({ kind: "choice", value: "e:fortin" });
    expect(state.submittedAt).toEqual(at(4));
  });

  test("the order in which steps arrive at the fold changes nothing", () => {
    const step = fc.record({
      slot: fc.integer({ min: 1, max: 3 }),
      value: fc.constantFrom("e:a", "e:b"),
      second: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.array(fc.nat(), { maxLength: 8 }), (raw, keys) => {
        const steps = raw.map((each, index) => answer(`id${index}`, each.slot, each.value, each.second));
        const moved = steps.map((each, index) => [keys[index] ?? 0, each] as const).sort((a, b) => a[0] - b[0]);
        expect(foldSteps(moved.map(([, each]) => each))).toEqual(foldSteps(steps));
      }),
    );
  });
});

describe("points", () => {
  test.each([
    [1, 1, 1],
    [0.5, 1, 0.5],
    [1 / 3, 1, 0.33],
    [2 / 3, 2, 1.33],
    [0.285, 1, 0.29],
    [1.2, 1, 1],
    [-0.5, 1, 0],
  ])("a fraction of %d of %d is %d", (fraction, max, points) => {
    expect(pointsOf(fraction, max)).toBe(points);
  });

  test("no total exceeds its maximum", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (fractions) => {
        expect(totalOf(fractions.map((fraction) => pointsOf(fraction, 1)))).toBeLessThanOrEqual(fractions.length);
      }),
    );
  });

  test("a tenth ten times is one", () => {
    expect(totalOf(Array(10).fill(0.1))).toBe(1);
  });
});

describe("a join code", () => {
  test("survives being read aloud, typed small and hyphenated", () => {
    expect(parseCode(" o1l0-abcd ")).toBe("0110ABCD");
    expect(parseCode("0110ABC")).toBeNull();
    expect(parseCode("0110ABCU")).toBeNull();
  });

  test("what is printed is read back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
        const code = codeFromBytes(bytes);
        expect([...code].every((letter) => codeAlphabet.includes(letter))).toBe(true);
        expect(parseCode(formatCode(code).toLowerCase())).toBe(code);
      }),
    );
  });
});
