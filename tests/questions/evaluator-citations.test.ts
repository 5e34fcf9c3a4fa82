/** Controls of the independent evaluator's eye for citations: a question that cites all its sentences, spoiled in one place. */
import { beforeAll, describe, expect, test } from "vitest";
import { citationFaults } from "@/tests/evaluator/cited.ts";
import { folderOf, questionsOf } from "@/tests/evaluator/command.ts";
import type { Place, Question } from "@/tests/evaluator/question.ts";
import { readFolder } from "@/tests/evaluator/read.ts";

const folder = folderOf("nato-mission-iraq");
const pack = readFolder(folder);
let questions: Question[];

beforeAll(async () => {
  questions = await questionsOf(folder, "1");
}, 60_000);

function pick(form: string, kind: string): Question {
  const found = questions.find((one) => one.form === form && one.kind === kind);
  if (!found) throw new Error(`no ${form} ${kind}`);
  return found;
}

const citing = (question: Question, change: (place: Place, at: number) => Place[]): Question => ({
  ...question,
  citations: question.citations.flatMap(change),
});

const spoils: readonly (readonly [string, () => Question, (question: Question) => Question, RegExp])[] = [
  [
    "the first of all, cited from its own row alone",
    () => pick("Q5", "choice"),
    (question) =>
      citing(question, (place) => (place.locator.endsWith("order") ? [] : [{ ...place, sentences: [0, 1] }])),
    /a claim over a set/,
  ],
  [
    "a number of all, cited from the rows alone",
    () => pick("Q9", "number"),
    (question) => citing(question, (place) => (/ row | paragraph /.test(place.locator) ? [place] : [])),
    /a claim over a set/,
  ],
  [
    "a sentence of the Why that stands nowhere",
    () => pick("Q3", "choice"),
    (question) => citing(question, (place) => [{ ...place, sentences: [], options: ["e:olsen"] }]),
    /no place for “/,
  ],
  [
    "what is said of a wrong option stands nowhere",
    () => pick("Q3", "choice"),
    (question) => citing(question, (place) => (place.sentences?.length ? [{ ...place, options: [] }] : [])),
    /no place for what is said of e:/,
  ],
  [
    "a place of something else",
    () => pick("Q3", "choice"),
    (question) => ({
      ...question,
      citations: [...question.citations, { source: "s2", locator: "paragraph 6", sentences: [0] }],
    }),
    /no fact cites s2, paragraph 6/,
  ],
  [
    "a place that bears nothing",
    () => pick("Q3", "choice"),
    (question) =>
      citing(question, (place, at) => (at === 0 ? [place, { ...place, sentences: [], options: [] }] : [place])),
    /bears nothing/,
  ],
];

describe("a question whose citations are spoiled is caught", () => {
  test.each(spoils)("%s", (_, of, spoil, fault) => {
    expect(citationFaults(pack, of())).toEqual([]);
    expect(citationFaults(pack, spoil(of())).join("\n")).toMatch(fault);
  });
});
