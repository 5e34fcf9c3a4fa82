import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldSteps, type Step } from "@/lib/classroom/attempt.ts";
import { countedOf } from "@/lib/classroom/counted.ts";
import { afterDeduction } from "@/lib/classroom/score.ts";
import { countings } from "@/lib/classroom/terms.ts";

const made = [
  { number: 2, score: 9 },
  { number: 1, score: 7 },
  { number: 4, score: 8.5 },
  { number: 3, score: 9 },
];

describe("the score of several attempts", () => {
  test.each([
    ["highest", 9, [2]],
    ["latest", 8.5, [4]],
    ["first", 7, [1]],
    // 33.5 / 4 = 8.375
    ["average", 8.38, [1, 2, 3, 4]],
  ] as const)("%s", (counts, score, numbers) => {
    expect(countedOf(made, counts)).toEqual({ score, numbers });
    expect(countedOf([], counts)).toBeNull();
  });

  test("lies between the lowest and the highest, whatever counts, and is that of a single one", () => {
    const score = fc.integer({ min: 0, max: 10_000 }).map((points) => points / 100);
    fc.assert(
      fc.property(fc.array(score, { minLength: 1, maxLength: 6 }), fc.constantFrom(...countings), (scores, counts) => {
        const found = countedOf(
          scores.map((each, index) => ({ number: index + 1, score: each })),
          counts,
        )!.score;
        expect(found).toBeGreaterThanOrEqual(Math.min(...scores));
        expect(found).toBeLessThanOrEqual(Math.max(...scores));
        if (scores.length === 1) expect(found).toBe(scores[0]);
      }),
    );
  });
});

test.each([
  [10, 0, 10],
  [10, 15, 8.5],
  [7.25, 10, 6.53],
  [3, 100, 0],
])("%d points less %d %% are %d", (points, percent, left) => {
  expect(afterDeduction(points, percent)).toBe(left);
});

describe("an answer that was checked", () => {
  const at = (second: number) => new Date(Date.UTC(2026, 4, 4, 10, 0, second));
  const answer = (id: string, value: string, second: number): Step => {
    return { kind: "answer", id, slot: 1, response: { kind: "choice", value }, receivedAt: at(second) };
  };
  const steps: Step[] = [
    answer("a", "e:olsen", 1),
    { kind: "check", id: "b", slot: 1, receivedAt: at(2) },
    answer("c", "e:fortin", 3),
    { kind: "flag", id: "d", slot: 1, flagged: true, receivedAt: at(4) },
    { kind: "flag", id: "e", slot: 2, flagged: true, receivedAt: at(5) },
    { kind: "flag", id: "f", slot: 2, flagged: false, receivedAt: at(6) },
  ];

  test("stays as it was, and flags are as they were set last", () => {
    const { responses, checked, flagged } = foldSteps(steps);
    expect(responses.get(1)?.response).toEqual({ kind: "choice", value: "e:olsen" });
    expect([...checked]).toEqual([1]);
    expect([...flagged]).toEqual([1]);
    expect(foldSteps(steps.toReversed())).toEqual(foldSteps(steps));
  });
});
