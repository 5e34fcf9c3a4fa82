import { expect, test } from "vitest";
import { confusionsOf } from "@/lib/classroom/confusions.ts";
import { fractionOf } from "@/lib/classroom/results.ts";
import type { Question, Response } from "@/lib/questions/question.ts";
import { anOption, aQuestion } from "../support/question.ts";

const choice = aQuestion({
  kind: "choice",
  options: [anOption("e:fortin", true), anOption("e:olsen", false), { ...anOption("d:2020", false), synthetic: true }],
  key: ["e:fortin"],
  answer: "Dany Fortin",
});
const typed = aQuestion({
  ...{ kind: "typed", key: ["e:a"], accepts: ["Jan Jansen"], answer: "Jan Jansen" },
  near: [{ value: "e:b", text: "Jan Hansen" }],
});
const gave = (student: string, question: Question, response: Response) => {
  return { student, question, response, fraction: fractionOf(question, response) };
};
const chose = (student: string, value: string) => gave(student, choice, { kind: "choice", value });
const wrote = (student: string, text: string) => gave(student, typed, { kind: "typed", text });

test("what two students take for something else is told, by names chosen or written; what one does is not", () => {
  const olsen = choice.options[1]!.text;
  const found = confusionsOf([
    ...["ada", "bo", "cy", "ada"].map((student) => chose(student, "e:olsen")),
    ...["ada", "bo"].map((student) => wrote(student, "Jan Hansen")),
    ...["ada", "bo"].map((student) => chose(student, "d:2020")),
    ...["ada", "bo"].map((student) => chose(student, "e:fortin")),
    ...["ada", "bo"].map((student) => wrote(student, "Nobody at all")),
    { student: "ada", question: typed, response: null, fraction: 0 },
  ]);
  expect(found).toEqual([
    { right: "Dany Fortin", taken: olsen, students: 3 },
    { right: "Jan Jansen", taken: "Jan Hansen", students: 2 },
  ]);
  expect(confusionsOf([chose("ada", "e:olsen")])).toEqual([]);
});
