import { expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { waysOf } from "@/lib/play/ways.ts";
import { contentPack } from "../support/content-packs.ts";
import { aFact, aPack } from "../support/fictional-pack.ts";

const none = new Set<string>();

test.each([
  ["nato-mission-iraq", ["day", "chain", "twins", "minute", "case"]],
  ["us-presidents", ["day", "chain", "twins", "minute"]],
  ["chemical-elements", ["twins"]],
])("%s offers what its facts license", (name, expected) => {
  expect(waysOf(contentPack(name), none, () => true)).toEqual(expected);
});

test("a pack of one timeless fact offers none", () => {
  expect(waysOf(indexPack(aPack({ facts: [aFact()] })), none, () => true)).toEqual([]);
});

test("what an open quiz asks for is no way to play", () => {
  const facts = contentPack("nato-mission-iraq");
  const all = new Set(facts.pack.facts.map(({ key }) => key));
  expect(waysOf(facts, all, () => false)).toEqual([]);
});
