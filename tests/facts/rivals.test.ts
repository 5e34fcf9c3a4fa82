import { expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { claimsBeside } from "@/lib/facts/rivals.ts";
import { everyPack } from "../support/content-packs.ts";
import { aFact, aPack, aRelation, tideTowns } from "../support/fictional-pack.ts";

const tide = indexPack(tideTowns());
const beside = (key: string) => claimsBeside(tide, tide.fact(key)).map(({ how, fact }) => `${how} ${fact.key}`);

test.each([
  ["what the world changed from", "met-new", ["before met-old"]],
  ["what it changed to", "met-old", ["after met-new"]],
  ["another number of another source", "high-gull-gazette", ["otherwise high-gull-guide"]],
  ["another holder by another source", "led-skell-ulle", ["otherwise led-skell-wren"]],
  ["who claims the same seat", "led-munk", ["otherwise led-sorel"]],
  ["the holder in full beside a claimant", "led-sorel", ["otherwise led-munk"]],
  ["nobody who was only acting", "led-voss", []],
  ["nobody who held it jointly", "led-brine-tynn", []],
  ["not the holder before", "led-keel", []],
  ["not a second snapshot", "traded-rope", []],
])("beside a fact stands %s", (_, key, expected) => {
  expect(beside(key)).toEqual(expected);
});

test("a claim and its denial, and two datings of one time, stand beside each other", () => {
  const facts = indexPack(
    aPack({
      relations: [aRelation()],
      facts: [
        aFact({ key: "said", from: "1990", to: "1999" }),
        aFact({ key: "denied", from: "1992", to: "1995", negative: true }),
        aFact({ key: "dated", from: "1985", to: "1999" }),
        aFact({ key: "later", from: "2005", to: "2009" }),
      ],
    }),
  );
  const of = (key: string) => claimsBeside(facts, facts.fact(key)).map(({ fact }) => fact.key);
  expect(of("said").sort()).toEqual(["dated", "denied"]);
  expect(of("denied")).toEqual(["dated", "said"]);
  expect(of("later")).toEqual([]);
});

test.each([["tide-towns", tide] as const, ...everyPack()])(
  "in %s what stands beside a fact has that fact beside it",
  (_, facts) => {
    const other = { before: "after", after: "before", otherwise: "otherwise" } as const;
    for (const fact of facts.pack.facts)
      for (const claim of claimsBeside(facts, fact))
        expect(claimsBeside(facts, claim.fact)).toContainEqual({ fact, how: other[claim.how] });
  },
);
