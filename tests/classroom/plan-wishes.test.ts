/** What a plan may wish beyond topics, kinds and count: forms, closeness, a time, facts left out. */
import { expect, test } from "vitest";
import { candidatesOf, isOfPeriod } from "@/lib/classroom/candidates.ts";
import { drawQuestions, type Plan } from "@/lib/classroom/plan.ts";
import { contentPack } from "../support/content-packs.ts";

const facts = contentPack("nato-mission-iraq");
const plan: Plan = { topics: [], kinds: ["choice", "typed", "date"], count: 10, seed: "wishes" };
const bank = [...candidatesOf(facts, plan)];
const drawn = (wish: Partial<Plan>) => drawQuestions(bank, { ...plan, ...wish });

test("only the forms that are wanted are drawn", () => {
  const found = drawn({ forms: ["Q3", "Q10"] });
  expect(found.length).toBeGreaterThan(4);
  expect(new Set(found.map(({ form }) => form))).toEqual(new Set(["Q3", "Q10"]));
});

test.each(["easy", "medium", "hard"] as const)("wrong options are as close as is wanted: %s", (closeness) => {
  const labels = drawn({ closeness }).flatMap((question) => question.closeness?.label ?? []);
  expect(labels.length).toBeGreaterThan(0);
  expect(new Set(labels)).toEqual(new Set([closeness]));
});

test("a fact that is left out is not asked, nor what rests on it", () => {
  const [first] = drawn({});
  expect(drawn({ excluded: first!.facts }).flatMap((question) => question.facts)).not.toContain(first!.facts[0]);
});

test("of a day only what may have held then is asked; what has no time, always", () => {
  const day = { from: "2020-06-01", to: "2020-06-01" };
  const of = bank.filter((question) => isOfPeriod(facts, question, day));
  expect(of.length).toBeGreaterThan(5);
  expect(of.length).toBeLessThan(bank.length);
  expect([...candidatesOf(facts, { ...plan, period: day })].map(({ id }) => id)).toEqual(of.map(({ id }) => id));
  const holders = new Set(of.filter(({ form }) => form === "Q3").map(({ answer }) => answer));
  expect(holders).toContain("Jennie Carignan");
  expect(holders).not.toContain("Dany Fortin");
  for (const question of bank.filter(({ facts: keys }) =>
    keys.every(
      (key) =>
        facts.fact(key).from.kind === "unknown" &&
        facts.fact(key).to.kind === "unknown" &&
        !facts.fact(key).asOf &&
        facts.fact(key).object.kind !== "date",
    ),
  ))
    expect(of).toContain(question);
});

test("a period without an end is open there, and one that nothing reaches has nothing", () => {
  const count = (from: string | null, to: string | null) =>
    bank.filter((question) => isOfPeriod(facts, question, { from, to })).length;
  expect(count(null, null)).toBe(bank.length);
  expect(count("2022", null)).toBeLessThan(bank.length);
  expect(count(null, "1900")).toBeLessThan(count(null, "2020"));
});
