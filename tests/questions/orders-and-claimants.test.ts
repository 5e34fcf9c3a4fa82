/** Who only acted, or claimed an office, has no place in its row, and is no wrong option on a day. */
import { expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { questionsOf } from "@/lib/questions/bank.ts";
import { contentPack } from "@/tests/support/content-packs.ts";
import { withFact } from "@/tests/support/edit.ts";

const mission = contentPack("nato-mission-iraq");
const seeds = ["1", "2", "3"];
const orders = (capacity: "acting" | "rival" | "joint" | null) => {
  const facts = indexPack(withFact(mission.pack, "commanded-olsen", { capacity }));
  return seeds
    .flatMap((seed) => [...questionsOf(facts, { seed, forms: ["Q6"] })])
    .filter(({ stem }) => /command/.test(stem));
};

test.each(["acting", "rival"] as const)("an %s commander stands in no order of commanders", (capacity) => {
  const found = orders(capacity);
  expect(found.length).toBeGreaterThan(0);
  expect(
    found.filter(({ key, options }) => key.includes("e:olsen") || options.some(({ value }) => value === "e:olsen")),
  ).toEqual([]);
});

test("a commander in full stands in them", () => {
  expect(orders(null).some(({ key }) => key.includes("e:olsen"))).toBe(true);
});

test("an acting commander is no wrong option on a day", () => {
  const facts = indexPack(withFact(mission.pack, "commanded-olsen", { capacity: "acting" }));
  const asked = seeds.flatMap((seed) => [...questionsOf(facts, { seed, forms: ["Q3"], kinds: ["choice"] })]);
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter(({ options }) => options.some(({ value }) => value === "e:olsen"))).toEqual([]);
});
