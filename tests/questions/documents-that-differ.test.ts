/** What two documents tell otherwise is asked by the name of one, and a wrong option is told by who says it, and who does not. */
import { expect, test } from "vitest";
import type { Value } from "@/lib/facts/fact.ts";
import { indexPack } from "@/lib/facts/facts.ts";
import { valueKey } from "@/lib/facts/value.ts";
import { factTold } from "@/lib/questions/attributed.ts";
import { askedOf, questionsOf } from "@/lib/questions/bank.ts";
import { isRefusal } from "@/lib/questions/form.ts";
import { queryOf } from "@/lib/questions/forms.ts";
import { placesOnLine } from "@/lib/questions/on-line.ts";
import { pose } from "@/lib/questions/pose.ts";
import { whyNot } from "@/lib/questions/why-not.ts";
import { reedCoast, tideTowns } from "@/tests/support/fictional-pack.ts";

const facts = indexPack(reedCoast());
const all = ["1", "2", "3"].flatMap((seed) => [...askedOf(facts, { seed })]);

/** Why an entity or a number is wrong, where the stem asks it of a document. */
function whyNotOf(stem: string, value: Value) {
  const { ask, question } = all.find((one) => one.question.stem === stem)!;
  const query = queryOf(facts, ask, question.seed);
  if (isRefusal(query)) throw new Error(query.reason);
  const fact = facts.pack.facts.find(({ object }) => valueKey(object) === valueKey(value)) ?? null;
  return whyNot(facts, query, { value, key: valueKey(value), fact, role: 0.5, synthetic: false }).text;
}

const entity = (key: string): Value => ({ kind: "entity", entity: key });

test("of the value that the other document gives, it says that the one asked does not", () => {
  const number: Value = { kind: "number", number: 36, qualifier: "exact", unit: "metres" };
  expect(whyNotOf("According to the guide of 2018, how many metres high is Middle Light?", number)).toBe(
    "According to the almanac of 1 May 2020, Middle Light is 36 metres high, but not according to the guide of 2018.",
  );
  expect(whyNotOf("According to the almanac of 1 May 2020, who wrote The Salt Wedding?", entity("el"))).toBe(
    "According to the guide of 2018, El Crane wrote The Salt Wedding, but not according to the almanac of 1 May 2020.",
  );
});

test("what the key excludes is told by the document asked, never as if nobody said otherwise", () => {
  expect(whyNotOf("According to the almanac of 1 May 2020, which patron does Far Light have?", entity("neot"))).toBe(
    "According to the almanac of 1 May 2020, Morwen, not Neot, is the patron of Far Light.",
  );
});

test("a title keeps its capital wherever it stands in a sentence", () => {
  const said = all.flatMap(({ question: { stem, why, options } }) => [
    stem,
    why,
    ...options.flatMap(({ text, whyNot: reason }) => [text, reason ?? ""]),
  ]);
  const titles = said.flatMap((text) => text.match(/(?:\S+ )?the (?:salt wedding|gale)/gi) ?? []);
  expect(titles.length).toBeGreaterThan(20);
  expect(
    titles.filter((text) => !/(?<!\bthe )The (?:Salt Wedding|Gale)$/i.test(text) || !/The (?:S|G)/.test(text)),
  ).toEqual([]);
  expect(titles.some((text) => /^2020, The /.test(text))).toBe(true);
});

test("a figure that is declared a rival claim is told as one, and not as a claimant", () => {
  const rival = reedCoast().facts.map((fact) =>
    fact.key === "low-guide" ? { ...fact, capacity: "rival" as const } : fact,
  );
  const declared = indexPack({ ...reedCoast(), facts: rival });
  expect(factTold(declared, declared.fact("low-guide"))?.text).toBe(
    "According to the guide of 2018, Low Light is 28 metres high (a rival claim).",
  );
});

test("and on a line, too, where other names that begin with an article are written small", () => {
  const towns = tideTowns();
  const pack = {
    ...towns,
    entities: towns.entities.map((entity) => ({ ...entity, name: `The ${entity.name}`, article: null })),
  };
  const lineOf = (of: typeof towns) => {
    const line = [...questionsOf(indexPack(of), { seed: "1", kinds: ["timeline"] })][0]!;
    return placesOnLine(pose(line), { dated: false })[1]!.text;
  };
  expect(lineOf(pack)).toMatch(/^Between The .+ and The /);
  const small = { ...towns, entities: towns.entities.map((entity) => ({ ...entity, article: "the" as const })) };
  expect(lineOf(small)).toMatch(/^Between the .+ and the /);
});
