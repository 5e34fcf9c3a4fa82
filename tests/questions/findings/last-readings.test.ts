/** Findings of the last readings, sixteen to eighteen (docs/quality), in the packs that were read. */
import { expect, test } from "vitest";
import { questionsOf } from "@/lib/questions/bank.ts";
import { mark } from "@/lib/questions/mark.ts";
import type { Question } from "@/lib/questions/question.ts";
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

/** What responses to the first question that is meant are worth; "which-one" and the like where it asks again. */
function worthOf(questions: readonly Question[], isMeant: (question: Question) => boolean, ...texts: string[]) {
  const question = questions.find(isMeant)!;
  return texts.map((text) => {
    const given = mark(question, { kind: "typed", text });
    return [text, given.kind === "marked" ? given.fraction : given.note];
  });
}
const allRight = (...texts: string[]) => texts.map((text) => [text, 1]);

test("the noun that stands at a gap, or after which, may be said with the name, before or behind it; and what the stem says of it", () => {
  const elements = contentPack("chemical-elements");
  const gaps = [...questionsOf(elements, { seed: "1", kinds: ["cloze"] })];
  const typed = [...questionsOf(elements, { seed: "1", kinds: ["typed"] })];
  const halogens = ({ answer }: Question) => answer === "The halogens";
  const families = ["halogens", "halogen family", "the halogen family", "family of halogens", "family of the halogens"];
  expect(worthOf(gaps, halogens, ...families)).toEqual(allRight(...families));
  const others = worthOf(gaps, halogens, "family", "the family", "noble gas family");
  expect(others.filter(([, worth]) => worth === 1)).toEqual([]);
  const iodine = ["iodine", "element iodine", "the element iodine", "iodine element"];
  expect(worthOf(gaps, ({ answer }) => answer === "Iodine", ...iodine)).toEqual(allRight(...iodine));
  const aluminium = ({ stem }: Question) => /which period .* does aluminium stand/i.test(stem);
  const third = [
    "third period of the periodic table",
    "the third period",
    "period number 3",
    "period no. 3",
    "number 3",
  ];
  expect(worthOf(typed, aluminium, ...third)).toEqual(allRight(...third));
  expect(worthOf(typed, aluminium, "fourth period of the periodic table")).not.toEqual(
    allRight("fourth period of the periodic table"),
  );
  const potassium = ["the element potassium", "element potassium", "potassium"];
  const alkali = /^Besides (?!.*potassium).* which element belongs to the family of the alkali metals/;
  expect(worthOf(typed, ({ stem }) => alkali.test(stem), ...potassium)).toEqual(allRight(...potassium));
});
