/** Findings of the sixteenth and seventeenth reading (docs/quality), in the packs that were read. */
import { expect, test } from "vitest";
import { questionsOf } from "@/lib/questions/bank.ts";
import { mark } from "@/lib/questions/mark.ts";
import { contentPack } from "@/tests/support/content-packs.ts";

test("a city whose letters the element has is not asked: nobody need have heard of it", () => {
  const elements = contentPack("chemical-elements");
  const asked = [...questionsOf(elements, { seed: "1", kinds: ["typed", "cloze", "flashcard", "choice"] })];
  const cities = asked.filter(({ stem }) => /^After which city/.test(stem)).map(({ answer }) => answer);
  expect(cities).toContain("Paris");
  expect(cities).not.toContain("Stockholm");
});

test("what is left of a list of deeds is asked as one of so many, never as a further deed of somebody", () => {
  const stems = [...questionsOf(contentPack("nato-mission-iraq"), { seed: "1" })].map(({ stem }) => stem);
  expect(stems.filter((stem) => / what else\?/.test(stem))).toEqual([]);
  expect(
    stems.filter((stem) => /better able to do three things: .+\. What is the third\?$/.test(stem)).length,
  ).toBeGreaterThan(2);
});

test("the noun that stands at a gap may be said with the name, before or behind it", () => {
  const gaps = [...questionsOf(contentPack("chemical-elements"), { seed: "1", kinds: ["cloze"] })];
  const worth = (answer: string, text: string) => {
    const question = gaps.find((one) => one.answer.toLowerCase().replace(/^the /, "") === answer)!;
    const given = mark(question, { kind: "typed", text });
    return given.kind === "marked" ? given.fraction : given.note;
  };
  for (const text of [
    "halogens",
    "halogen family",
    "the halogen family",
    "family of halogens",
    "family of the halogens",
  ])
    expect(worth("halogens", text), text).toBe(1);
  const typed = [...questionsOf(contentPack("chemical-elements"), { seed: "1", kinds: ["typed"] })];
  const worthOf = (stem: RegExp, text: string) => {
    const given = mark(typed.find((one) => stem.test(one.stem))!, { kind: "typed", text });
    return given.kind === "marked" ? given.fraction : given.note;
  };
  for (const text of [
    "third period of the periodic table",
    "the third period",
    "period number 3",
    "period no. 3",
    "number 3",
  ])
    expect(worthOf(/which period .* does aluminium stand/i, text), text).toBe(1);
  expect(worthOf(/which period .* does aluminium stand/i, "fourth period of the periodic table")).not.toBe(1);
  for (const text of ["the element potassium", "element potassium", "potassium"])
    expect(
      worthOf(/^Besides (?!.*potassium).* which element belongs to the family of the alkali metals/, text),
      text,
    ).toBe(1);
  for (const text of ["iodine", "element iodine", "the element iodine", "iodine element"])
    expect(worth("iodine", text), text).toBe(1);
  for (const text of ["family", "the family", "noble gas family"]) expect(worth("halogens", text), text).not.toBe(1);
});
