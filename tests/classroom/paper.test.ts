/** The key on paper is in the letters of the question sheet: read back, it is right. */
import { expect, test } from "vitest";
import { keyInLetters, letterAt, wayOf } from "@/lib/classroom/paper.ts";
import { questionsOf } from "@/lib/questions/bank.ts";
import { mark } from "@/lib/questions/mark.ts";
import type { Question, Response } from "@/lib/questions/question.ts";
import { contentPack } from "../support/content-packs.ts";

const valueAt = (question: Question, letter: string) =>
  question.options.find((_, place) => letterAt(place) === letter)!.value;

/** What somebody hands in who copies the key. */
function copied(question: Question, letters: string): Response {
  const values = letters.split(", ").map((each) => valueAt(question, each.split(" ").at(-1)!));
  switch (question.kind) {
    case "choice":
    case "timeline":
      return { kind: question.kind, value: values[0]! };
    case "multi-select":
    case "order":
      return { kind: question.kind, values };
    case "match":
      return {
        kind: "match",
        pairs: question.prompts!.map((prompt, place) => ({ prompt: prompt.value, value: values[place]! })),
      };
    default:
      throw new Error(question.kind);
  }
}

test("for every question of a pack that has letters", () => {
  const kinds = ["choice", "multi-select", "order", "match", "timeline"] as const;
  const met = new Set<string>();
  for (const question of questionsOf(contentPack("nato-mission-iraq"), { seed: "paper", kinds })) {
    const letters = keyInLetters(question)!;
    expect(mark(question, copied(question, letters), { second: true }), letters).toMatchObject({ fraction: 1 });
    met.add(question.kind);
  }
  expect([...met].toSorted()).toEqual([...kinds].toSorted());
});

test("words, numbers and dates have lines and no letters; a span has two", () => {
  const kinds = ["typed", "cloze", "number", "date", "true-false"] as const;
  const ways = new Set<string>();
  for (const question of questionsOf(contentPack("nato-mission-iraq"), { seed: "paper", kinds })) {
    expect(keyInLetters(question)).toBeNull();
    ways.add(`${question.kind} ${wayOf(question)}`);
  }
  expect([...ways].toSorted()).toEqual([
    ...["cloze line", "date line", "date span", "number line", "true-false true-false", "typed line"],
  ]);
});
