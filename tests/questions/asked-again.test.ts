/** A stored question held against a revision of its pack. */
import { beforeAll, expect, test } from "vitest";
import { corrected, marksAlike } from "@/lib/classroom/correction.ts";
import { quizKinds } from "@/lib/classroom/plan.ts";
import { type Facts, indexPack } from "@/lib/facts/facts.ts";
import { askedAgain } from "@/lib/questions/asked-again.ts";
import { questionsOf } from "@/lib/questions/bank.ts";
import type { Question } from "@/lib/questions/question.ts";
import { withFact } from "../support/edit.ts";
import { lanternIsles } from "../support/fictional-pack.ts";

let facts: Facts;
let questions: readonly Question[];

beforeAll(() => {
  facts = indexPack(lanternIsles());
  questions = [...questionsOf(facts, { seed: "again", kinds: quizKinds })];
});

test("every question of every kind keeps its key while the facts are what they were", () => {
  expect(new Set(questions.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(8);
  for (const question of questions) {
    const again = askedAgain(facts, question);
    expect(again.kind, `${question.kind} ${question.stem}`).toBe("said");
    if (again.kind !== "said") continue;
    expect(marksAlike(again.question, question), `${question.kind} ${question.stem}`).toBe(true);
    expect(again.question.stem).toBe(question.stem);
  }
});
