/** A stored question held against a revision of its pack. */
import { beforeAll, expect, test } from "vitest";
import { marksAlike } from "@/lib/classroom/correction.ts";
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

test("where two holders were taken for each other, every question about them has the other one as its key, and a statement turns", () => {
  const pack = lanternIsles();
  const turned = indexPack(
    withFact(withFact(pack, "kept-brandt", { subject: "brand" }), "kept-brand", { subject: "brandt" }),
  );
  const about = questions.filter(
    ({ card, kind }) => card?.fact === "kept-brandt" && card.direction === "subject" && kind !== "flashcard",
  );
  expect(new Set(about.map(({ kind }) => kind))).toContain("choice");
  const seen = new Set<string>();
  for (const question of about) {
    const again = askedAgain(turned, question);
    if (again.kind !== "said" || !["choice", "typed"].includes(question.kind)) continue;
    seen.add(question.kind);
    expect(again.question.key, question.stem).toEqual(["e:brand"]);
    expect(again.question.options.map(({ value }) => value)).toEqual(question.options.map(({ value }) => value));
  }
  expect(seen).toEqual(new Set(["choice", "typed"]));
  const statements = questions.filter(({ kind, facts: of }) => kind === "true-false" && of.includes("kept-brandt"));
  const turnedTo = statements.map((question) => {
    const again = askedAgain(turned, question);
    return again.kind === "said" && !marksAlike(again.question, question);
  });
  expect(turnedTo).toContain(true);
});

test("a fact that is gone is asked no more, and one that another question does not rest on changes nothing in it", () => {
  const pack = lanternIsles();
  const without = indexPack({ ...pack, facts: pack.facts.filter(({ key }) => key !== "high-gull-rock") });
  const [gone, others] = [
    questions.filter(({ card }) => card?.fact === "high-gull-rock"),
    questions.filter(({ card }) => card?.fact === "when-charter" && card.direction === "object"),
  ];
  expect(gone.length).toBeGreaterThan(0);
  for (const question of gone) expect(askedAgain(without, question).kind).toBe("withdrawn");
  for (const question of others.filter(({ kind }) => kind === "date"))
    expect(askedAgain(without, question)).toMatchObject({ kind: "said", question: { key: question.key } });
});
