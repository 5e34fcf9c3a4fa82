import { expect, test } from "vitest";
import { questionsOf, refusalsOf } from "@/lib/questions/bank.ts";
import { everyPack } from "../support/content-packs.ts";
import { factsOfTable } from "../support/tables.ts";

test("of four that match one to one, three are matched, and the fourth's partner is left over", () => {
  const facts = factsOfTable(
    ["telescope", "place"],
    ["Great Refractor", "East Dome"],
    ["Comet Seeker", "West Hall"],
    ["Sun Tube", "South Terrace"],
    ["Twin Reflector", "North Yard"],
  );
  for (const seed of ["1", "2", "3"]) {
    const [match] = [...questionsOf(facts, { seed, kinds: ["match"] })];
    expect(match?.prompts).toHaveLength(3);
    expect(match?.options.filter(({ right }) => !right)).toHaveLength(1);
  }
});

test("of three that match one to one, nothing is left over, and the refusal says so", () => {
  const facts = factsOfTable(
    ["telescope", "place"],
    ["Great Refractor", "East Dome"],
    ["Comet Seeker", "West Hall"],
    ["Sun Tube", "South Terrace"],
  );
  const refusals = [...refusalsOf(facts, "1")].filter(({ form }) => form === "Q12");
  expect(refusals.map(({ detail }) => detail)).toEqual([
    "match: nothing is surely left over: one more thing of the sort, matched with none of them, is needed",
  ]);
});

test("no two sets of a seed ask the same pairs, in whatever order", () => {
  for (const [key, facts] of everyPack())
    for (let seed = 1; seed <= 40; seed++) {
      const matches = [...questionsOf(facts, { seed: String(seed), forms: ["Q12"] })];
      const pairs = matches.map((one) => one.facts.toSorted().join());
      expect(new Set(pairs).size, `${key}, seed ${seed}: ${pairs.join("; ")}`).toBe(pairs.length);
    }
});

test("an order that names would tell is refused with that reason", () => {
  const facts = factsOfTable(
    ["star", "found"],
    ["Norr 7", "1908-08-14"],
    ["Norr 9", "1931-05-03"],
    ["Hollinia", "1971-02-02"],
    ["Marrow", "1988-03-04"],
  );
  const [refusal] = [...refusalsOf(facts, "1")].filter(({ form }) => form === "Q6");
  expect(refusal).toMatchObject({ reason: "tie" });
  expect(refusal!.detail).toBe(
    "fewer than three of the set are surely one after another; 2 are left out, because a figure or a word like first or last in a name tells its place",
  );
});
