import { expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { waysOf } from "@/lib/play/ways.ts";
import { contentPack } from "../support/content-packs.ts";
import { aFact, aPack } from "../support/fictional-pack.ts";

const none = new Set<string>();
// Read once: reading a pack takes longer than all that is asked of it here.
const [nmi, presidents, elements] = ["nato-mission-iraq", "us-presidents", "chemical-elements"].map(contentPack);

test.each([
  ["nato-mission-iraq", nmi!, ["day", "chain", "twins", "minute", "case"]],
  ["us-presidents", presidents!, ["day", "chain", "twins", "minute"]],
  ["chemical-elements", elements!, ["twins"]],
] as const)("%s offers what its facts license", (_, facts, expected) => {
  expect(waysOf(facts, none, () => true)).toEqual(expected);
});

test("a pack of one timeless fact offers none", () => {
  expect(waysOf(indexPack(aPack({ facts: [aFact()] })), none, () => true)).toEqual([]);
});

test("what an open quiz asks for is no way to play", () => {
  const all = new Set(nmi!.pack.facts.map(({ key }) => key));
  expect(waysOf(nmi!, all, () => false)).toEqual([]);
});
