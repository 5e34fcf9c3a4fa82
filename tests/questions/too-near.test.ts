/** Numbers that were measured nearly the same are told apart by nobody: they are never ordered, never a superlative, never options beside each other. */
import { describe, expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { questionsOf, refusalsOf } from "@/lib/questions/bank.ts";
import type { Question } from "@/lib/questions/question.ts";
import { contentPack } from "@/tests/support/content-packs.ts";
import { withFact, withRelation } from "@/tests/support/edit.ts";

const elements = contentPack("chemical-elements");
const measured = ["has-mass", "melts-at", "has-electronegativity"];
const seeds = ["1", "2", "3", "4"];

const isMeasured = ({ facts }: Question) => measured.includes(elements.fact(facts[0]!).relation);
const numberOf = (fact: string) => {
  const { object } = elements.fact(fact);
  return object.kind === "number" ? object.number : Number.NaN;
};
const share = (a: number, b: number) => Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));

const asked = seeds.flatMap((seed) => [
  ...questionsOf(elements, { seed, forms: ["Q1", "Q5", "Q6"], kinds: ["choice", "order"] }),
]);

test("an order of measured numbers has no two within a twentieth of each other", () => {
  const orders = asked.filter((question) => question.kind === "order" && isMeasured(question));
  expect(orders.length).toBeGreaterThan(10);
  const near = orders.flatMap(({ facts }) =>
    facts.flatMap((one, at) => facts.slice(at + 1).filter((other) => share(numberOf(one), numberOf(other)) < 0.05)),
  );
  expect(near).toEqual([]);
});

test("more and less are asked of numbers that lie apart, the wrong options too", () => {
  const compared = asked.filter(
    (question) => question.form === "Q5" && question.kind === "choice" && isMeasured(question),
  );
  expect(compared.length).toBeGreaterThan(20);
  const numbers = new Map(
    measured.map((relation) => [
      relation,
      new Map(elements.factsOfRelation(relation).map((fact) => [`e:${fact.subject}`, numberOf(fact.key)])),
    ]),
  );
  const near = compared.flatMap(({ facts, options, stem }) => {
    const of = numbers.get(elements.fact(facts[0]!).relation)!;
    const anchor = of.get(`e:${elements.fact(facts[1] ?? facts[0]!).subject}`)!;
    return options
      .filter(({ value }) => share(of.get(value)!, anchor) < 0.05 && share(of.get(value)!, anchor) > 0)
      .map(() => stem);
  });
  expect(near).toEqual([]);
});

test("of one number, no other is offered that is nearly the same", () => {
  const near = asked
    .filter((question) => question.kind === "choice" && question.form === "Q1" && isMeasured(question))
    .flatMap(({ key, options, stem }) => {
      const of = (value: string) => Number(/^(?:n|q:[a-z_]+):([\d.]+)/.exec(value)![1]);
      return options
        .filter(({ value }) => value !== key[0] && share(of(value), of(key[0]!)) < 0.05)
        .map(({ text }) => `${stem} ${text}`);
    });
  expect(near).toEqual([]);
});

describe("the reason is named", { timeout: 60_000 }, () => {
  const reasons = (pack = elements.pack, form = "Q6") =>
    [...refusalsOf(indexPack(pack), "1")].filter((one) => one.form === form && one.reason === "too_near");

  test("of neighbours in an order", () => {
    const found = reasons().map(({ facts }) => elements.fact(facts[0]!).relation);
    // Of the atomic masses that the pack holds, no two are neighbours.
    expect(new Set(found)).toEqual(new Set(["melts-at", "has-electronegativity", "ionised-by"]));
  });

  test("of the largest of a set, when another was measured nearly as large", () => {
    expect(reasons(elements.pack, "Q5")).toEqual([]);
    const neon = withFact(elements.pack, "ionisation-neon", {
      object: { kind: "number", number: 24.2, qualifier: "exact", unit: "electronvolts" },
    });
    expect(reasons(neon, "Q5").map(({ detail }) => detail)).toEqual(["ionisation-neon was measured nearly as large"]);
  });

  test("numbers that are counted or name a place are exact: neighbours may be ordered", () => {
    const next = asked.some(
      ({ kind, facts }) =>
        kind === "order" &&
        elements.fact(facts[0]!).relation === "has-number" &&
        facts.some((one, at) => at > 0 && share(numberOf(one), numberOf(facts[at - 1]!)) < 0.05),
    );
    expect(next).toBe(true);
    expect(reasons().some(({ facts }) => elements.fact(facts[0]!).relation === "has-number")).toBe(false);
  });

  test("a relation may declare its own least gap", () => {
    const wide = withRelation(elements.pack, "has-number", { leastGap: 40 });
    const orders = seeds
      .flatMap((seed) => [...questionsOf(indexPack(wide), { seed, forms: ["Q6"] })])
      .filter(({ facts }) => elements.fact(facts[0]!).relation === "has-number");
    expect(orders.length).toBeGreaterThan(0);
    for (const { facts } of orders)
      for (const [at, one] of facts.entries())
        if (at > 0) expect(share(numberOf(one), numberOf(facts[at - 1]!))).toBeGreaterThanOrEqual(0.4);
  });
});
