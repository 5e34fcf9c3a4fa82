import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Facts, indexPack } from "@/lib/facts/facts.ts";
import { type Contrast, piecesOf } from "@/lib/play/contrast.ts";
import { contrastsOf, turnsOf } from "@/lib/play/rounds.ts";
import { type Twin, twinsOf } from "@/lib/play/twins.ts";
import type { Question } from "@/lib/questions/question.ts";
import { factSentence } from "@/lib/questions/wording.ts";
import { folderOf } from "../evaluator/command.ts";
import { faultsOf } from "../evaluator/judge.ts";
import { readFolder } from "../evaluator/read.ts";
import { contentPack } from "../support/content-packs.ts";
import { tideTowns } from "../support/fictional-pack.ts";

const none = new Set<string>();
const anything = { count: 40, seed: "1", mayAsk: () => true };
const packs = ["nato-mission-iraq", "us-presidents", "chemical-elements"].map((name): [string, Facts] => [
  name,
  contentPack(name),
]);
const contrasts = packs.map(([name, facts]): [string, Facts, Contrast[]] => [
  name,
  facts,
  contrastsOf(facts, twinsOf(facts, none, "1"), anything),
]);

describe("twins are found by rule", () => {
  const found = (name: string) => twinsOf(packs.find(([key]) => key === name)![1], none, "1");
  const between = (twins: Twin[], ...facts: string[]) =>
    twins.filter(({ sides }) => facts.every((key) => sides.some(({ card }) => card.fact === key)));

  test.each([
    ["one day of the year", "commanded-aguero", "commanded-schreurs", "day"],
    ["one month of two years", "agreement-date", "warsaw-date", "month"],
    ["one month of one year", "commanded-lollesgaard", "commanded-iannucci", "month"],
  ])("%s", (_, one, other, kind) => {
    const twins = between(found("nato-mission-iraq"), one, other);
    expect(twins.map(({ likeness }) => likeness.kind)).toContain(kind);
  });

  test("a word that both names have and few others", () => {
    const words = found("us-presidents").flatMap(({ likeness }) => (likeness.kind === "words" ? likeness.words : []));
    expect(words).toContain("Adams");
    expect(words).not.toContain("the");
  });

  test("no twin is one thing twice, and none is hidden", () => {
    for (const [, facts] of packs) {
      const all = twinsOf(facts, none, "2");
      for (const { sides } of all) expect(sides[0].value).not.toBe(sides[1].value);
      const hidden = new Set(all.map(({ sides }) => sides[0].card.fact));
      for (const { sides } of twinsOf(facts, hidden, "2"))
        expect(sides.some(({ card }) => hidden.has(card.fact))).toBe(false);
    }
  });
});

describe.each(contrasts)("every contrast of %s", (name, facts, all) => {
  test("there are some", () => expect(all.length).toBeGreaterThan(name === "chemical-elements" ? 1 : 3));

  test("has two questions of two options each, that differ in which is right", () => {
    for (const { questions } of all)
      for (const question of questions) {
        expect(question).toMatchObject({ kind: "choice", options: { length: 2 }, key: { length: 1 } });
        expect(question.card).not.toBeNull();
        expect(question.contrast).toBe(true);
      }
    for (const { questions } of all) expect(questions[0].key).not.toEqual(questions[1].key);
  });

  test("is proved by the independent evaluator, both ways", () => {
    const read = readFolder(folderOf(name));
    for (const { questions } of all)
      for (const question of questions) {
        const whyNot = question.options.flatMap((option) => option.whyNot ?? []);
        expect(faultsOf(read, { ...question, whyNot })).toEqual([]);
      }
  });

  test("says both facts in their own words, with where they are written", () => {
    for (const { card } of all)
      for (const { fact, sentence, receipts, name: called } of card.sides) {
        expect(sentence.map(({ text }) => text).join("")).toBe(factSentence(facts, facts.fact(fact)));
        expect(receipts.length).toBeGreaterThan(0);
        expect(called).not.toBe("");
      }
  });

  test("no fact is in two of them", () => {
    const keys = all.flatMap(({ card }) => card.sides.map(({ fact }) => fact));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

test("what may not be asked is in no round", () => {
  const [, facts] = packs[0]!;
  const twins = twinsOf(facts, none, "1");
  const asked = (question: Question) => !question.facts.includes("commanded-olsen");
  for (const { questions } of contrastsOf(facts, twins, { ...anything, mayAsk: asked }))
    for (const question of questions) expect(question.facts).not.toContain("commanded-olsen");
  expect(contrastsOf(facts, twins, { ...anything, mayAsk: () => false })).toEqual([]);
});

test("a pack with nobody to be taken for another has none", () => {
  const facts = indexPack({ ...tideTowns(), facts: tideTowns().facts.slice(0, 1), lists: [] });
  expect(contrastsOf(facts, twinsOf(facts, none, "1"), anything)).toEqual([]);
});

describe("the order of a round", () => {
  const pool = contrasts[1]![2];
  const rounds = fc.record({
    pairs: fc.integer({ min: 1, max: 7 }),
    card: fc.constantFrom("first" as const, "last" as const),
    seed: fc.string(),
  });

  test("asks each pair both ways, the two never side by side unless it is the only pair", () => {
    fc.assert(
      fc.property(rounds, ({ pairs, card, seed }) => {
        const drawn = pool.slice(0, pairs);
        const turns = turnsOf(drawn, card, seed);
        const pairOf = (question: Question) => drawn.findIndex(({ questions }) => questions.includes(question));
        expect(turns.map(({ question }) => question.id).toSorted()).toEqual(
          drawn.flatMap(({ questions }) => questions.map(({ id }) => id)).toSorted(),
        );
        if (pairs > 1)
          for (const [place, { question }] of turns.slice(1).entries())
            expect(pairOf(question)).not.toBe(pairOf(turns[place]!.question));
      }),
    );
  });

  test("shows each card once: before both of its questions, or behind the second", () => {
    fc.assert(
      fc.property(rounds, ({ pairs, card, seed }) => {
        const turns = turnsOf(pool.slice(0, pairs), card, seed);
        for (const contrast of pool.slice(0, pairs)) {
          const asked = turns.flatMap(({ question }, place) => (contrast.questions.includes(question) ? [place] : []));
          const shown = turns.flatMap(({ before, after }, place) =>
            (card === "first" ? before : after) === contrast ? [place] : [],
          );
          expect(shown).toEqual([card === "first" ? asked[0] : asked[1]]);
        }
      }),
    );
  });
});

test.each([
  [
    "Ann led Brine from 6 May 2021 to 10 May 2022.",
    "Bo led Brine from 6 May 2020 to 6 May 2021.",
    ["Ann ", "6 May 2021 ", "10 May 2022."],
    ["Bo ", "6 May 2020 ", "6 May 2021."],
  ],
  [
    "Helium stands in the first period.",
    "Boron stands in the second period.",
    ["Helium ", "first "],
    ["Boron ", "second "],
  ],
  ["Nothing is alike here.", "All of that differs too.", [], []],
])("what differs is marked, a date as a whole: %s", (one, other, ownOfOne, ownOfOther) => {
  const [left, right] = piecesOf(one, other);
  const own = (pieces: typeof left) => pieces.filter((piece) => piece.own).map(({ text }) => text);
  expect([own(left), own(right)]).toEqual([ownOfOne, ownOfOther]);
});
