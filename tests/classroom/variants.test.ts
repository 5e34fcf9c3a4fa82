import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { candidatesOf } from "@/lib/classroom/candidates.ts";
import { drawQuestions } from "@/lib/classroom/plan.ts";
import { hasFreeOptions, keyPosition } from "@/lib/classroom/positions.ts";
import { cellOf, type Place } from "@/lib/classroom/twins.ts";
import { makeVariants, type VariantSlot } from "@/lib/classroom/variants.ts";
import { countVariants, oneForAll } from "@/lib/classroom/variety.ts";
import type { Kind, Question } from "@/lib/questions/question.ts";
import { contentPack } from "../support/content-packs.ts";
import { anOption, aQuestion } from "../support/question.ts";

const kinds: Kind[] = ["choice", "true-false", "typed"];
const bank = [...candidatesOf(contentPack("chemical-elements"), { seed: "variants", kinds })];
const drawn = drawQuestions(bank, { topics: [], kinds, count: 12, seed: "variants" });
const placesOf = (questions: readonly Question[], pinned: readonly number[] = []): Place[] =>
  questions.map((question, index) => ({ slot: index + 1, question, points: 1, pinned: pinned.includes(index + 1) }));
const shuffledAll = { shuffleQuestions: true, shuffleOptions: true, seed: "s" };

const meanCloseness = (variant: readonly VariantSlot[]) => {
  const values = variant.flatMap(({ question }) => question.closeness?.value ?? []);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
};

/** How often each position holds the key, of the variant's choices with so many options that can be moved. */
const keysAt = (questions: readonly Question[], options: number) => {
  const counts = Array<number>(options).fill(0);
  for (const question of questions.filter(hasFreeOptions))
    if (question.options.length === options) counts[keyPosition(question)!]! += 1;
  return counts;
};
const apart = (counts: readonly number[]) => Math.max(...counts) - Math.min(...counts);

/** Pairs of which one's stem prints the other's answer: a statement is true or false, which no stem prints. */
const reveals = (questions: readonly Question[]) =>
  questions.flatMap((a) =>
    questions
      .filter((b) => a !== b && b.kind !== "true-false" && b.answer.length > 3 && a.stem.includes(b.answer))
      .map((b) => [a.stem, b.answer]),
  );

describe.each([30, 500])("the variants for a class of %i", (students) => {
  const count = countVariants({ ...oneForAll, variants: "each" }, students);
  const variants = makeVariants(placesOf(drawn), bank, { ...shuffledAll, count });

  test("are as many, and nearly all are different", () => {
    expect(variants).toHaveLength(students);
    const told = new Set(variants.map((variant) => variant.map(({ question }) => question.id).join()));
    expect(told.size).toBeGreaterThan(students * 0.95);
  });

  test("have the same plan: in each place the same topic, form, kind, number of options and points, and nearly the same closeness", () => {
    for (const variant of variants)
      for (const [place, { slot, question, points }] of variant.entries()) {
        expect([slot, cellOf(question), points]).toEqual([place + 1, cellOf(drawn[place]!), 1]);
        const difference = (question.closeness?.value ?? 0) - (drawn[place]!.closeness?.value ?? 0);
        expect(Math.abs(difference)).toBeLessThanOrEqual(0.05);
      }
  });

  test("differ by at most 0.1 in mean closeness", () => {
    const means = variants.map(meanCloseness);
    expect(Math.max(...means) - Math.min(...means)).toBeLessThanOrEqual(0.1);
  });

  test("ask no fact twice", () => {
    for (const variant of variants) {
      const facts = variant.flatMap(({ question }) => question.facts);
      expect(new Set(facts).size).toBe(facts.length);
    }
  });

  test("reveal no key, neither their own nor another's", () => {
    const asked = new Map(variants.flat().map(({ question }) => [question.id, question]));
    expect(asked.size).toBeGreaterThan(50);
    expect(reveals([...asked.values()])).toEqual([]);
  });

  test("hold the key in every position equally often, in each variant and over all in each place", () => {
    for (const variant of variants)
      expect(
        apart(
          keysAt(
            variant.map(({ question }) => question),
            4,
          ),
        ),
      ).toBeLessThanOrEqual(1);
    for (const place of drawn.keys()) {
      const here = variants.map((variant) => variant[place]!.question);
      if (here.every((question) => hasFreeOptions(question) && question.options.length === 4))
        expect(apart(keysAt(here, 4))).toBeLessThanOrEqual(1);
    }
  });

  test("show the questions in orders of their own, each once", () => {
    const orders = variants.map((variant) => variant.map(({ position }) => position));
    for (const order of orders)
      expect(order.toSorted((a, b) => a - b)).toEqual([...drawn.keys()].map((place) => place + 1));
    expect(new Set(orders.map((order) => order.join())).size).toBeGreaterThan(students * 0.95);
  });

  test("ask each question of a place about equally often", () => {
    for (const place of drawn.keys()) {
      const uses = Map.groupBy(variants, (variant) => variant[place]!.question.id);
      const most = Math.max(...[...uses.values()].map(({ length }) => length));
      expect(most).toBeLessThanOrEqual(Math.ceil((students / uses.size) * 2) + 1);
    }
  });
});

test("the key of a choice is the same option wherever it stands, and no option is lost", () => {
  const [variant] = makeVariants(placesOf(drawn), bank, { ...shuffledAll, count: 1 });
  for (const [place, { question }] of variant!.entries()) {
    const before = drawn[place]!;
    expect({ ...question, options: [] }).toEqual({ ...before, options: [] });
    expect(new Set(question.options)).toEqual(new Set(before.options));
    if (!hasFreeOptions(before)) expect(question.options).toEqual(before.options);
  }
});

test("the first variant is what was looked through, a pinned question stands in all, and without shuffling nothing is moved", () => {
  const variants = makeVariants(placesOf(drawn, [1, 5]), bank, {
    ...{ shuffleQuestions: false, shuffleOptions: false, seed: "s", count: 10 },
  });
  expect(variants[0]!.map(({ question }) => question)).toEqual(drawn);
  for (const variant of variants) {
    expect([variant[0]!.question, variant[4]!.question]).toEqual([drawn[0], drawn[4]]);
    expect(variant.map(({ position }) => position)).toEqual(variant.map(({ slot }) => slot));
  }
});

test("the same seed makes the same variants", () => {
  const make = () => makeVariants(placesOf(drawn), bank, { ...shuffledAll, count: 5 });
  expect(make()).toEqual(make());
});

test("from any bank: never a fact twice, never a question that tells another's answer, also where twins are few", () => {
  const names = ["Ada Lovelace", "Grace Hopper", "Alan Turing", "Kurt Gödel"];
  const questions = fc
    .array(
      fc.record({ fact: fc.nat(12), says: fc.option(fc.constantFrom(...names)), answer: fc.constantFrom(...names) }),
      {
        minLength: 1,
        maxLength: 40,
      },
    )
    .map((list) =>
      list.map(({ fact, says, answer }, index) =>
        aQuestion({
          id: `q${index}`,
          kind: "choice",
          facts: [`f${fact}`],
          stem: `Question ${index}${says ? `, after ${says}` : ""}?`,
          answer,
          key: [`e:${answer}`],
          options: names.map((name) => anOption(`e:${name}`, name === answer)),
        }),
      ),
    );
  fc.assert(
    fc.property(questions, fc.integer({ min: 1, max: 5 }), fc.string(), (candidates, count, seed) => {
      const quiz = drawQuestions(candidates, { topics: [], kinds: ["choice"], count, seed });
      const variants = makeVariants(placesOf(quiz), candidates, { ...shuffledAll, seed, count: 6 });
      for (const variant of variants) {
        const facts = variant.flatMap(({ question }) => question.facts);
        expect(new Set(facts).size).toBe(facts.length);
        expect(
          apart(
            keysAt(
              variant.map(({ question }) => question),
              4,
            ),
          ),
        ).toBeLessThanOrEqual(1);
      }
      const asked = new Map(variants.flat().map(({ question }) => [question.id, question]));
      expect(reveals([...asked.values()])).toEqual([]);
    }),
  );
});
