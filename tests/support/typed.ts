/** Questions for a name, and tables of what is typed for it. */
import { expect, test } from "vitest";
import { mark } from "@/lib/questions/mark.ts";
import type { Mark, Question } from "@/lib/questions/question.ts";
import { aQuestion } from "@/tests/support/question.ts";

const titles = [
  "Lieutenant General",
  "Lt. Gen.",
  "Lt Gen",
  "LTG",
  "Major General",
  "Maj. Gen.",
  "General",
  "Gen.",
  "Dr",
  "Sir",
];

/** A question for a name: what is accepted for it, and what others are called. */
export function typed(
  key: string,
  accepts: readonly string[],
  near: readonly (readonly [string, string])[] = [],
): Question {
  return aQuestion({
    key: [`e:${key}`],
    answer: accepts[0]!,
    accepts,
    titles,
    near: near.map(([value, text]) => ({ value: `e:${value}`, text })),
  });
}

/** A mark as the tables spell it. */
function inWords(result: Mark): string {
  if (result.kind === "ask-again") return `ask ${result.note}`;
  if (result.fraction === 1) return ["right", ...result.notes].join(" ");
  return ["wrong", ...(result.mistakenFor ? [result.mistakenFor.slice(2)] : [])].join(" ");
}

/** One test for each response: what it is worth. */
export function expectMarks(question: Question, cases: readonly (readonly [string, string])[]) {
  test.each(cases)("%j is %s", (text, expected) => {
    expect(inWords(mark(question, { kind: "typed", text }))).toBe(expected);
  });
}
