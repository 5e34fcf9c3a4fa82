import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Facts, indexPack } from "@/lib/facts/facts.ts";
import { type Chain, chainsOf, emptyIn, namesIn, rightIn, roundsOf } from "@/lib/play/chain.ts";
import { contentPack, everyPack } from "../support/content-packs.ts";
import { tideTowns } from "../support/fictional-pack.ts";

const none = new Set<string>();
const nmi = contentPack("nato-mission-iraq");
const towns = indexPack(tideTowns());
const packs: [string, Facts][] = [...everyPack(), ["tide-towns", towns]];
const chains = packs.flatMap(([, facts]) => chainsOf(facts, none).map((chain): [Facts, Chain] => [facts, chain]));

test("the commanders are one chain, each directly after the other", () => {
  const [chain, ...others] = chainsOf(nmi, none);
  expect(others).toEqual([]);
  expect(chain).toMatchObject({ role: "Commander", about: "NATO Mission Iraq", complete: true });
  expect(chain!.seats.map(({ name }) => name.split(" ").at(-1))).toEqual([
    ...["Fortin", "Carignan", "Olsen", "Lollesgaard", "Iannucci", "Martinez", "Schreurs"],
  ]);
  expect(new Set(chain!.between)).toEqual(new Set(["direct"]));
  expect(chain!.seats.at(-1)!.when).toBe("24 May 2024 until at least 27 May 2024");
});

test("a vacancy is told where the pack has every holder", () => {
  const vice = chainsOf(new Map(packs).get("us-presidents")!, none);
  const first = vice.find(({ key }) => key === "vice-president-of.us.1")!;
  expect(first.between).toEqual(["direct", "direct", "direct", "vacant", "vacant"]);
  // Whose holders are not asked in their order makes no chain.
  expect(vice.filter(({ key }) => key.startsWith("was-under"))).toEqual([]);
});

test("an acting holder fills no seat but the time between; a rival none at all", () => {
  const [harrow] = chainsOf(towns, none);
  expect(harrow!.seats.map(({ fact }) => fact)).toEqual(["led-pell", "led-keel", "led-munk", "led-rook"]);
  expect(harrow!.between).toEqual(["direct", "acting", "direct"]);
});

test("where two documents name two, neither has the seat", () => {
  const facts = chainsOf(towns, none).flatMap(({ seats }) => seats.map(({ fact }) => fact));
  expect(facts.filter((key) => key.startsWith("led-skell") || key.startsWith("led-brine"))).toEqual([]);
});

test("a chain with a hidden holder is not offered", () => {
  expect(chainsOf(nmi, new Set(["commanded-olsen"]))).toEqual([]);
});

describe("of every chain", () => {
  test("each holder surely came after the one before, and it has three to seven seats", () => {
    expect(chains.length).toBeGreaterThan(15);
    for (const [facts, { seats, between }] of chains) {
      expect(seats.length).toBeGreaterThanOrEqual(3);
      expect(seats.length).toBeLessThanOrEqual(7);
      expect(between).toHaveLength(seats.length - 1);
      const starts = seats.map(({ fact }) => facts.fact(fact).from);
      for (const [place, start] of starts.entries()) {
        const earlier = starts[place - 1];
        if (start.kind !== "date" || (earlier && earlier.kind !== "date")) throw new Error("undated");
        if (earlier) expect(earlier.date.last).toBeLessThan(start.date.first);
      }
    }
  });

  test("each round empties one seat more and keeps those before, up to all; its names are theirs", () => {
    fc.assert(
      fc.property(fc.constantFrom(...chains), fc.string(), ([, chain], seed) => {
        let before: number[] = [];
        for (let round = 1; round <= roundsOf(chain); round++) {
          const empty = emptyIn(chain, round, seed);
          expect(empty).toHaveLength(round + 1);
          expect(empty).toEqual(empty.toSorted((a, b) => a - b));
          expect(before.every((place) => empty.includes(place))).toBe(true);
          const names = namesIn(chain, round, seed).map(({ holder }) => holder);
          expect(names.toSorted()).toEqual(empty.map((place) => chain.seats[place]!.holder).toSorted());
          before = empty;
        }
        expect(before).toHaveLength(chain.seats.length);
        expect(emptyIn(chain, 99, seed)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  test("a place is right with its own holder, also who held it twice, and with nobody else", () => {
    for (const [, chain] of chains) {
      const places = [...chain.seats.keys()];
      const own = new Map(chain.seats.map(({ holder }, place) => [place, holder]));
      expect(rightIn(chain, places, own)).toEqual(places);
      expect(rightIn(chain, places, new Map())).toEqual([]);
      const swapped = new Map(own).set(0, chain.seats[1]!.holder).set(1, chain.seats[0]!.holder);
      expect(rightIn(chain, places, swapped)).toEqual(places.slice(2));
    }
  });
});
