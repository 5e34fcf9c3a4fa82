import { expect, test } from "vitest";
import { byStem, questionsAbout } from "@/lib/questions/asked-about.ts";
import { questionsOf } from "@/lib/questions/bank.ts";
import { contentPack } from "../support/content-packs.ts";

const facts = contentPack("nato-mission-iraq");
const seed = "0";
const some = facts.pack.facts.filter((_, index) => index % 9 === 0);

test("every question shown of a fact rests on it, and none is shown twice", () => {
  for (const fact of some) {
    const questions = questionsAbout(facts, fact, seed);
    for (const question of questions) expect(question.facts).toContain(fact.key);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  }
});

test("all that feeds a card of a fact is among what is shown of it", () => {
  const fed = Map.groupBy(questionsOf(facts, { seed }), ({ card }) => card?.fact ?? "");
  for (const fact of some) {
    const shown = new Set(questionsAbout(facts, fact, seed).map(({ kind, stem }) => `${kind} ${stem}`));
    // Of a pool of statements the bank prints each sentence once; with its options drawn otherwise it is another sentence.
    for (const { kind, stem } of fed.get(fact.key) ?? [])
      if (kind !== "true-false") expect(shown).toContain(`${kind} ${stem}`);
  }
});

test("gathered by stem and answer nothing is lost, and the forms stand in their order", () => {
  for (const fact of some) {
    const questions = questionsAbout(facts, fact, seed);
    const groups = byStem(questions);
    expect(groups.flatMap((group) => group.questions).length).toBe(questions.length);
    const forms = groups.map(({ form }) => Number(form.slice(1)));
    expect(forms).toEqual(forms.toSorted((a, b) => a - b));
    for (const { stem, answer, questions: of } of groups)
      for (const question of of) expect([question.stem, question.answer]).toEqual([stem, answer]);
  }
});
