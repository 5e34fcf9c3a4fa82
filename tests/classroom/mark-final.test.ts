import { expect, test } from "vitest";
import { markFinal } from "@/lib/classroom/mark-final.ts";
import { mark } from "@/lib/questions/mark.ts";
import { aQuestion } from "../support/question.ts";

const question = aQuestion({ kind: "typed", key: ["e:carignan"], accepts: ["Carignan"], answer: "Jennie Carignan" });
const typed = (text: string) => ({ kind: "typed", text }) as const;

test("a response is marked once for each question, however many give it", () => {
  const first = markFinal(question, typed("Carignan"));
  expect(first).toMatchObject({ kind: "marked", fraction: 1 });
  expect(markFinal(question, typed("Carignan"))).toBe(first);
  // The same words to another question are another mark.
  const other = { ...question, key: ["e:fortin"], accepts: ["Fortin"], answer: "Fortin" };
  expect(markFinal(other, typed("Carignan"))).toMatchObject({ fraction: 0 });
});

test("what is remembered is what is marked, also after more responses than are remembered", () => {
  for (const round of [1, 2])
    for (let each = 0; each < 200; each++)
      expect(markFinal(question, typed(`Carigna${each}`)), String(round)).toEqual(
        mark(question, typed(`Carigna${each}`), { second: true }),
      );
});
