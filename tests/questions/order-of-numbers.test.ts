import { expect, test } from "vitest";
import type { Fact, Pack } from "@/lib/facts/fact.ts";
import { indexPack } from "@/lib/facts/facts.ts";
import { questionsOf, refusalsOf } from "@/lib/questions/bank.ts";
import { lanternIsles } from "@/tests/support/fictional-pack.ts";

const sentence = "Put these lights in the order of their heights, lowest first.";

/** The isles with heights that may be put in order, and facts changed. */
function isles(change: (fact: Fact) => Fact[] = (fact) => [fact]): Pack {
  const pack = lanternIsles();
  const facts = pack.facts.flatMap(change);
  const kept = new Set(facts.map(({ key }) => key));
  return {
    ...pack,
    facts,
    lists: pack.lists.filter((list) => list.facts.every((key) => kept.has(key))),
    relations: pack.relations.map((relation) =>
      relation.key === "is-high" ? { ...relation, frames: { ...relation.frames, ask_order: sentence } } : relation,
    ),
  };
}

const orders = (pack: Pack) =>
  ["1", "2", "3", "4"].flatMap((seed) =>
    [...questionsOf(indexPack(pack), { seed, forms: ["Q6"] })].filter(({ stem }) => stem === sentence),
  );
const isOf = (fact: Fact, subject: string) => fact.relation === "is-high" && fact.subject === subject;

test("numbers of one unit are put in order, lowest first; a part is the memory of its own number", () => {
  const found = orders(isles());
  expect(found.length).toBeGreaterThan(0);
  const heights = ["e:skerry-light", "e:gull-rock", "e:saltmarsh", "e:skerry-point"];
  for (const { kind, key, parts } of found) {
    expect(kind).toBe("order");
    expect(key).toEqual(heights.filter((height) => key.includes(height)));
    expect(parts.map(({ direction }) => direction)).toEqual(key.map(() => "object"));
  }
});

test("28.5 metres and about 30 metres are never in one order", () => {
  const together = orders(isles()).filter(({ key }) => key.includes("e:gull-rock") && key.includes("e:saltmarsh"));
  expect(together).toEqual([]);
});

test("a light with two heights, or one in another unit, is in no order", () => {
  const keys = (pack: Pack) => orders(pack).flatMap(({ key }) => key);
  expect(keys(isles())).toContain("e:skerry-point");
  const second = (fact: Fact): Fact[] =>
    isOf(fact, "skerry-point")
      ? [
          fact,
          { ...fact, key: "high-again", object: { kind: "number", number: 44, qualifier: "exact", unit: "metres" } },
        ]
      : [fact];
  expect(keys(isles(second))).not.toContain("e:skerry-point");
  const inFeet = (fact: Fact): Fact[] =>
    isOf(fact, "skerry-point")
      ? [{ ...fact, object: { kind: "number", number: 135, qualifier: "exact", unit: "feet" } }]
      : [fact];
  expect(keys(isles(inFeet))).not.toContain("e:skerry-point");
});

test("fewer than three that are surely apart are refused as a tie", () => {
  const two = isles((fact) => (isOf(fact, "skerry-point") || isOf(fact, "skerry-light") ? [] : [fact]));
  expect(orders(two)).toEqual([]);
  const reasons = [...refusalsOf(indexPack(two), "1")].filter(
    ({ form, facts }) => form === "Q6" && facts[0] === "high-gull-rock",
  );
  expect(reasons.map(({ reason }) => reason)).toContain("tie");
});
