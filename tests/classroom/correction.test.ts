/** What a correction makes of a question. */
import { describe, expect, test } from "vitest";
import { corrected, marksAlike } from "@/lib/classroom/correction.ts";
import { fractionOf } from "@/lib/classroom/results.ts";
import { pose } from "@/lib/questions/pose.ts";
import type { Response } from "@/lib/questions/question.ts";
import { anOption, aQuestion } from "../support/question.ts";

const choice = aQuestion({
  kind: "choice",
  key: ["e:a"],
  options: [anOption("e:a", true), anOption("e:b", false), anOption("e:c", false)],
});
const chosen = (value: string): Response => ({ kind: "choice", value });
const written = aQuestion({ near: [{ value: "e:olsen", text: "Olsen" }] });
const typed = (text: string): Response => ({ kind: "typed", text });

describe("a key that is corrected", () => {
  test("is the option that was chosen as right, and the old one is no more", () => {
    const after = corrected(choice, choice, { by: "key", given: ["e:b"] })!;
    expect(["e:a", "e:b", "e:c"].map((value) => fractionOf(after, chosen(value)))).toEqual([0, 1, 0]);
    expect(after.answer).toBe("e:b");
    expect(pose(after), "what students see stays").toEqual(pose(choice));
  });

  test("is what may be written, and the old one is no more, not even by a name that the marking knows", () => {
    const known = { ...written, near: [...written.near, { value: "e:fortin", text: "General Fortin" }] };
    const after = corrected(known, known, { by: "key", given: ["Olsen"] })!;
    expect(["Olsen", "Dany Fortin", "General Fortin"].map((text) => fractionOf(after, typed(text)))).toEqual([1, 0, 0]);
  });

  test("is refused where it is none of the options, empty, or two of one", () => {
    for (const given of [["e:x"], [], [" "], ["e:b", "e:c"]])
      expect(corrected(choice, choice, { by: "key", given })).toBeNull();
  });
});

test("what is accepted beside the key is right as the key is, a name of another included", () => {
  const after = corrected(choice, choice, { by: "accept", given: ["e:b"] })!;
  expect(["e:a", "e:b", "e:c"].map((value) => fractionOf(after, chosen(value)))).toEqual([1, 1, 0]);
  const names = corrected(written, written, { by: "accept", given: ["Olsen"] })!;
  expect(fractionOf(written, typed("Olsen"))).toBe(0);
  expect(["Olsen", "Fortin", "Smith"].map((text) => fractionOf(names, typed(text)))).toEqual([1, 1, 0]);
});

test("taking back leads to the question as it was asked, and what only words differ in marks alike", () => {
  const after = corrected(choice, choice, { by: "key", given: ["e:b"] })!;
  expect(corrected(after, choice, { by: "as-asked" })).toBe(choice);
  expect(marksAlike(choice, { ...choice, why: "Otherwise said." })).toBe(true);
  expect(marksAlike(choice, after)).toBe(false);
});
