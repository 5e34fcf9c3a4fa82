/** No stem of a quiz, or of another variant of it, tells what another question asks for. */
import { expect, test } from "vitest";
import { isSilent } from "@/lib/classroom/plan.ts";
import type { Question } from "@/lib/questions/question.ts";
import { anOption, aQuestion } from "../support/question.ts";

const says = (stem: string, facts: string[] = ["f2"]) =>
  aQuestion({ kind: "true-false", stem, facts, key: ["t:true"] });
const asks = (answer: string, more: Partial<Question> = {}) =>
  aQuestion({ kind: "choice", stem: "Which?", answer, facts: ["f1"], ...more });
const match = asks("", {
  kind: "match",
  prompts: [{ value: "p:1", text: "Gerald Ford" }],
  options: [anOption("e:nixon", true), anOption("e:truman", false)].map((option) => ({
    ...option,
    text: option.value === "e:nixon" ? "Richard Nixon" : "Harry S. Truman",
  })),
  key: ["e:nixon"],
});
const span = asks("4 March 1881 to 19 September 1881", { kind: "date", span: { from: "day", to: "day" } });

test.each<[string, Question, Question, boolean]>([
  ["the answer within a sentence", says("It aims to eradicate terrorism."), asks("Eradicate terrorism"), false],
  ["a part of a word", says("It aims to eradicate terrorisms."), asks("Eradicate terrorism"), true],
  ["a figure, of another fact", says("It has the number 85."), asks("85"), true],
  ["a figure, of the same fact", says("It has the number 85.", ["f1"]), asks("85"), false],
  ["one end of a span", says("He began on 4 March 1881."), span, false],
  ["another day", says("He began on 14 March 1881."), span, true],
  ["one of the pairs", says("Gerald Ford rose in place of Richard Nixon."), match, false],
  ["half of a pair", says("Gerald Ford rose in place of Harry S. Truman."), match, true],
  ["a statement to be judged", says("He began in 1881."), asks("True", { kind: "true-false" }), true],
])("%s", (_name, one, other, silent) => {
  expect([isSilent(one, other), isSilent(other, one)]).toEqual([silent, silent]);
});
