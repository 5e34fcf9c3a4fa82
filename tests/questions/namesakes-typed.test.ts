/** Two presidents of one surname: the name of neither, and no name that both bear, is accepted for the other; a match keeps to one sort. */
import { expect, test } from "vitest";
import { questionsOf } from "@/lib/questions/bank.ts";
import { mark } from "@/lib/questions/mark.ts";
import { contentPack } from "@/tests/support/content-packs.ts";

const presidents = contentPack("us-presidents");
const typed = [...questionsOf(presidents, { seed: "1", forms: ["Q3"], kinds: ["typed"] })];
const of = (person: string) => typed.find(({ key }) => key[0] === `e:${person}`)!;
const answer = (person: string, text: string) => {
  const given = mark(of(person), { kind: "typed", text }, { second: false });
  return given.kind === "marked" ? given.fraction : "asked again";
};

test.each([
  ["george-w-bush", "George W. Bush", 1],
  ["george-w-bush", "George H. W. Bush", 0],
  ["george-h-w-bush", "George H. W. Bush", 1],
  ["george-h-w-bush", "George W. Bush", 0],
])("%s typed as %s earns %s", (person, text, worth) => {
  expect(answer(person, text)).toBe(worth);
});

test.each(["george-w-bush", "george-h-w-bush"])("George Bush is not accepted for %s", (person) => {
  for (const text of ["George Bush", "Bush", "Mr Bush"]) expect(answer(person, text)).not.toBe(1);
});

test.each(["nato-mission-iraq", "us-presidents", "chemical-elements"])(
  "what is left over of a match is of the sort of the others: %s",
  (name) => {
    const facts = contentPack(name);
    const matches = ["1", "2"].flatMap((seed) => [...questionsOf(facts, { seed, forms: ["Q12"] })]);
    expect(matches.length).toBeGreaterThan(0);
    for (const { options, facts: of, stem } of matches) {
      const { relation } = facts.fact(of[0]!);
      const objects = facts
        .factsOfRelation(relation)
        .map(({ object }) => (object.kind === "entity" ? `e:${object.entity}` : "date"));
      // Where every one of them is paired, only another relation has one to spare.
      if (new Set(objects).size <= options.length - 1) continue;
      const spare = options.find(({ right }) => !right)!;
      expect(spare.value.startsWith("d:") ? "date" : spare.value, stem).toBeOneOf(objects);
      expect(stem).toMatch(/left over/);
    }
  },
);
