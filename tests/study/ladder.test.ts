/** From which rung on a form is asked: nobody is asked who does not belong before knowing who does. */
import { expect, test } from "vitest";
import type { Rung } from "@/lib/study/event.ts";
import { firstRungOf, mayFollow } from "@/lib/study/ladder.ts";

const standing = (...rungs: [string, Rung][]) => new Map(rungs);

test.each([
  ["an order of facts that were all met", "Q6", standing(["f1", 1], ["f2", 2]), true],
  ["an order with one that was never met", "Q6", standing(["f1", 4]), false],
  ["who does not belong, of facts on the third rung", "Q8", standing(["f1", 3], ["f2", 4]), true],
  ["who does not belong, with one on the second", "Q8", standing(["f1", 3], ["f2", 2]), false],
  ["who does not belong, with one that was never met", "Q8", standing(["f1", 4]), false],
] as const)("%s", (_, form, rungs, may) => {
  expect(mayFollow({ form, facts: ["f1", "f2"] }, rungs)).toBe(may);
});

test("only non-membership waits for a rung of its own", () => {
  const forms = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16].map((number) => `Q${number}` as "Q1");
  expect(forms.filter((form) => firstRungOf(form) > 0)).toEqual(["Q8"]);
});
