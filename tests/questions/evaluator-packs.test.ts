/** Controls of the independent evaluator: a question that holds does not hold by a pack that says less, or something else. */
import { beforeAll, describe, expect, test } from "vitest";
import { Copy, folderOf, questionsOf } from "@/tests/evaluator/command.ts";
import { faultsOf } from "@/tests/evaluator/judge.ts";
import type { Question } from "@/tests/evaluator/question.ts";
import { readFolder } from "@/tests/evaluator/read.ts";
import { on } from "@/tests/evaluator/spoil.ts";

const folder = folderOf("nato-mission-iraq");
let questions: Question[];

beforeAll(async () => {
  questions = await questionsOf(folder, "1");
}, 60_000);

/** A question about a fact, of a form and a kind. */
function pick(fact: string, form: string, kind: string): Question {
  const found = questions.find((one) => one.facts[0] === fact && one.form === form && one.kind === kind);
  if (!found) throw new Error(`no ${form} ${kind} about ${fact}`);
  return found;
}

const holder = () => pick("commanded-olsen", "Q3", "choice");

describe("a pack that says less, or something else, does not bear the same question", () => {
  const edits: readonly (readonly [string, string, string | RegExp, string, () => Question, RegExp])[] = [
    [
      "no longer one country for a commander",
      "relations.yaml",
      /(?<=key: commander-from\n.*\n.*\n) {2}subjects_per_object: one/,
      "  subjects_per_object: many",
      () => pick("country-olsen", "Q3", "choice"),
      /is to be F .* is U/,
    ],
    [
      "a list that is open",
      "lists.yaml",
      /(?<=facts: \[advised-mod-2021.*\n\s+complete: )as_named/,
      "no",
      () => pick("advised-mod-2021", "Q7", "choice"),
      /is to be F .* is U/,
    ],
    [
      "commanders that are not all known",
      "relations.yaml",
      /closed: \[\{ object: nmi, from: 2018-11.*\n(?=\s+compare_on)/,
      "\n",
      () => pick("commanded-fortin", "Q5", "choice"),
      /is to be T .* is U/,
    ],
    [
      "a month where there was a day",
      "facts.yaml",
      "from: 2020-11-24, to: 2021-05-06",
      "from: 2020-11, to: 2021-05-06",
      () => on(holder(), "2020-11-25", "25 November 2020"),
      /e:olsen is to be T .*begins on the last/,
    ],
    [
      "a second source that gives another answer",
      "facts.yaml",
      /^- \{ key: country-olsen/m,
      '- { key: country-olsen-2, s: swe, r: commander-from, o: nmi, from: 2020-11-24, to: 2021-05-06, topic: command, cite: [{ source: s2, at: "paragraph 1" }] }\n- { key: country-olsen',
      () => pick("country-olsen", "Q3", "choice"),
      /e:dnk is to be T .* is U/,
    ],
  ];

  test.each(edits)("%s", (_, file, text, by, question, fault) => {
    using copy = new Copy(folder);
    copy.replace(file, text, by);
    expect(faultsOf(readFolder(copy.folder), question()).join("\n")).toMatch(fault);
  });
});
