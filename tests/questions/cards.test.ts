import { describe, expect, test } from "vitest";
import { cardsOf, compositesFor, questionsForCard } from "@/lib/questions/cards.ts";
import { hashQuestion } from "@/lib/questions/hash.ts";
import type { CardKey, Kind, Question } from "@/lib/questions/question.ts";
import { answerOfCard, revealsOf, tells } from "@/lib/questions/reveals.ts";
import { contentPack, everyPack } from "@/tests/support/content-packs.ts";

const facts = contentPack("nato-mission-iraq");
const lollesgaard: CardKey = { fact: "commanded-lollesgaard", direction: "subject" };
const recall: readonly Kind[] = ["typed", "date", "number", "flashcard", "cloze"];
const rungs = [0, 1, 2, 3, 4] as const;

describe.each(everyPack())("the cards of %s", { timeout: 60_000 }, (_, pack) => {
  const cards = cardsOf(pack);

  test("are different, and each has a question at every rung", () => {
    expect(new Set(cards.map(({ card }) => `${card.fact} ${card.direction}`)).size).toBe(cards.length);
    for (const { card } of cards)
      for (const rung of rungs) {
        const questions = questionsForCard(pack, card, { rung, seed: "1", count: 3 });
        expect(questions.length, `${card.fact} ${card.direction}`).toBeGreaterThan(0);
        for (const question of questions) expect(question.card).toEqual(card);
        expect(new Set(questions.map(hashQuestion)).size).toBe(questions.length);
      }
  });

  test("are taught in rounds: a second direction of a fact only after a first of every other", () => {
    const rounds = new Map<string, number>();
    let last = 0;
    for (const { card, importance } of cards) {
      if (importance === "minor") continue;
      const round = rounds.get(card.fact) ?? 0;
      rounds.set(card.fact, round + 1);
      expect(round).toBeGreaterThanOrEqual(last);
      last = round;
    }
  });

  test("of minor facts come last", () => {
    const first = cards.findIndex(({ importance }) => importance === "minor");
    if (first >= 0) for (const card of cards.slice(first)) expect(card.importance).toBe("minor");
  });
});

describe("a card's questions by rung", () => {
  const at = (rung: (typeof rungs)[number], seed = "1", kinds?: readonly Kind[]) =>
    questionsForCard(facts, lollesgaard, { rung, seed, count: 4, ...(kinds ? { kinds } : {}) });

  test("a new one is a choice of three, distant where the pack allows", () => {
    for (const seed of ["1", "2", "3", "4", "5", "6"]) {
      const [first] = at(0, seed);
      if (first!.kind === "true-false") continue;
      expect(first!.kind).toBe("choice");
      expect(first!.options.length).toBe(3);
    }
  });

  test("a choice gets closer options from rung 2 on", () => {
    const closeness = (rung: (typeof rungs)[number]) =>
      Math.max(
        ...at(rung, "1", ["choice"])
          .filter(({ form }) => form === "Q3")
          .map((question) => question.closeness!.value),
      );
    expect(closeness(2)).toBeGreaterThan(closeness(0));
  });

  test("on rung 2 a gap comes first now and then, with its first letters; above, these are given only when asked for", () => {
    const seeds = Array.from({ length: 60 }, (_, seed) => String(seed));
    const first = seeds.map((seed) => at(2, seed)[0]!);
    const gaps = first.filter(({ kind }) => kind === "cloze");
    expect(gaps.length).toBeGreaterThan(10);
    expect(gaps.length).toBeLessThan(30);
    for (const { cue } of gaps) expect(cue?.shown).toBe(true);
    for (const { cue } of at(3, "1", ["cloze"])) expect(cue?.shown).toBe(false);
  });

  test("from rung 3 on the answer is produced", () => {
    for (const rung of [3, 4] as const)
      for (const question of at(rung).slice(0, 3)) expect(recall).toContain(question.kind);
  });

  test("at most one recognition in five or so is a true-false statement", () => {
    const first: Question[] = [];
    for (const { card } of cardsOf(facts))
      for (const seed of ["1", "2", "3"]) first.push(...questionsForCard(facts, card, { rung: 1, seed, count: 1 }));
    const share = first.filter(({ kind }) => kind === "true-false").length / first.length;
    expect(share).toBeLessThanOrEqual(0.3);
  });

  test("the same card and seed give the same questions, another seed another day", () => {
    expect(at(1)).toEqual(at(1));
    expect(new Set(["1", "2", "3", "4"].map((seed) => at(1, seed)[0]!.stem)).size).toBeGreaterThan(1);
  });

  test("practice may ask for a kind, whatever the rung", () => {
    for (const kind of ["choice", "true-false", "typed", "flashcard"] as const) {
      const questions = questionsForCard(facts, lollesgaard, { rung: 0, seed: "1", count: 2, kinds: [kind] });
      expect(questions.map((question) => question.kind)).toEqual(questions.map(() => kind));
      expect(questions.length).toBeGreaterThan(0);
    }
  });
});

test("a card that can be asked in two ways gets two, so that a second try is no repetition", () => {
  for (const { card } of cardsOf(facts)) {
    const all = questionsForCard(facts, card, { rung: 1, seed: "1", count: 9 });
    const two = questionsForCard(facts, card, { rung: 1, seed: "1", count: 2 });
    expect(two.length).toBe(Math.min(2, all.length));
  }
});

describe("composites", () => {
  test("own no memory and name the cards of their parts", () => {
    const composites = compositesFor(facts, { seed: "1", count: 12 });
    expect(composites.length).toBe(12);
    const cards = new Set(cardsOf(facts).map(({ card }) => `${card.fact} ${card.direction}`));
    for (const { card, parts, kind } of composites) {
      expect(card).toBeNull();
      if (kind === "order") expect(parts.length).toBeGreaterThan(2);
      for (const part of parts)
        expect(cards, `${part.fact} ${part.direction}`).toContain(`${part.fact} ${part.direction}`);
    }
    expect(new Set(composites.map(({ kind }) => kind)).size).toBeGreaterThan(1);
  });

  test("keep to the topics", () => {
    for (const question of compositesFor(facts, { seed: "1", count: 5, topics: ["command"] }))
      expect(question.topic).toBe("command");
  });
});

describe("what a stem reveals", () => {
  const of = (card: CardKey, kinds: readonly Kind[]) =>
    revealsOf(facts, questionsForCard(facts, card, { rung: 3, seed: "1", count: 1, kinds })[0]!);

  test("the rank asked of a commander tells who commanded, but not the other way round", () => {
    const date = of({ fact: "rank-lollesgaard", direction: "object" }, ["typed"]);
    expect(date.stated).toContain("e:lollesgaard");
    expect(date.answers).toEqual(["e:lieutenant-general"]);
    const which = of({ fact: "rank-olsen", direction: "subject" }, ["choice"]);
    expect(which.stated).toContain("e:lieutenant-general");
    expect(tells(which, date)).toBe(false);
  });

  test("the missing member of a set is told by a stem that lists it", () => {
    const interior = of({ fact: "coordinated-eu-2024", direction: "object" }, ["typed"]);
    const un = of({ fact: "coordinated-un-2024", direction: "object" }, ["typed"]);
    expect(interior.stated).toContain("e:un");
    expect(un.answers).toEqual(["e:un"]);
  });

  test("what half the pack is about connects nothing", () => {
    const { anchors } = of(lollesgaard, ["typed"]);
    expect(anchors).not.toContain("e:nmi");
  });

  test("a card knows its answer", () => {
    expect(answerOfCard(facts, lollesgaard)).toBe("e:lollesgaard");
    expect(answerOfCard(facts, { fact: "commanded-lollesgaard", direction: "from" })).toBe("d:2021-05-06");
    expect(answerOfCard(facts, { fact: "commanded-schreurs", direction: "to" })).toBeNull();
  });
});
