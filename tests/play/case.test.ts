import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { type Case, casesOf, consequence, narrowed } from "@/lib/play/case.ts";
import { contentPack, everyPack } from "../support/content-packs.ts";
import { aDate } from "../support/fictional-pack.ts";

const none = new Set<string>();
const nmi = contentPack("nato-mission-iraq");
const packs = everyPack();
const caseOfNmi = (hidden = none, seed = "1"): Case => casesOf(nmi, hidden, seed)[0]!;

test("the fact sheet is dated by what it tells, and at last by the commander whom it names", () => {
  const { clues, dated, held } = caseOfNmi();
  expect(clues.filter(({ kind }) => kind !== "silent").map(({ fact, answer }) => [fact, answer])).toEqual([
    ["launch-date", "not-before"],
    ["pandemic-date", "not-before"],
    ["establishment-date", "nothing"],
    ["commanded-lollesgaard", "both"],
  ]);
  expect(clues.filter(({ kind }) => kind === "silent")).toHaveLength(2);
  expect(clues.at(-1)).toMatchObject({ kind: "names", name: "Michael Lollesgaard", role: "Commander" });
  expect(clues.at(-1)!.band).toEqual(held);
  expect(dated).toBe("between May 2021 and May 2022");
});

test("no clue gives away when the document was written", () => {
  for (const { receipts } of caseOfNmi().clues)
    for (const { source, dated } of receipts) expect(dated).toBe(source === "s2" ? "undated" : "27 May 2024");
});

test("from silence nothing follows", () => {
  for (const seed of ["1", "2", "3", "4"])
    for (const { kind, answer, choices } of caseOfNmi(none, seed).clues) {
      if (kind === "silent") expect(answer).toBe("nothing");
      expect(choices).toContain(answer);
    }
});

test("without the holder that it names, the document may be as late as the pack; without any dates there is no case", () => {
  const open = caseOfNmi(new Set(["commanded-lollesgaard", "country-lollesgaard"]));
  expect(open.clues.at(-1)!.band.last).toBe(nmi.pack.asOf.last);
  const dated = new Set(
    nmi.pack.facts.filter(({ object, from }) => object.kind === "date" || from.kind === "date").map(({ key }) => key),
  );
  expect(casesOf(nmi, dated, "1")).toEqual([]);
});

test("a holder by whom its author did not date it says nothing of its time", () => {
  const sources = nmi.pack.sources.map((source) =>
    source.key === "s2" ? { ...source, date: aDate("[2021-06..2022-03]") } : source,
  );
  const [other] = casesOf(indexPack({ ...nmi.pack, sources }), none, "1");
  expect(other!.clues.some(({ kind }) => kind === "names")).toBe(false);
});

test.each(["us-presidents", "chemical-elements"])("%s has no undated document", (name) => {
  expect(casesOf(new Map(packs).get(name)!, none, "1")).toEqual([]);
});

describe("in any case of any pack", () => {
  test("the band only ever narrows, says what it says, and never leaves out a day that the author holds", () => {
    for (const [, facts] of packs)
      for (const seed of ["a", "b", "c"])
        for (const { start, clues, held } of casesOf(facts, none, seed)) {
          let band = start;
          for (const clue of clues) {
            expect(consequence(band, clue.band)).toBe(clue.answer);
            expect(clue.band.first ?? -Infinity).toBeGreaterThanOrEqual(band.first ?? -Infinity);
            expect(clue.band.last ?? Infinity).toBeLessThanOrEqual(band.last ?? Infinity);
            expect(clue.band.first ?? -Infinity).toBeLessThanOrEqual(held.first);
            expect(clue.band.last ?? Infinity).toBeGreaterThanOrEqual(held.last);
            expect(clue.receipts.length).toBeGreaterThan(0);
            band = clue.band;
          }
        }
  });

  test("nothing hidden is a clue", () => {
    fc.assert(
      fc.property(fc.subarray(nmi.pack.facts.map(({ key }) => key)), (hidden) => {
        for (const { clues } of casesOf(nmi, new Set(hidden), "1"))
          for (const { fact } of clues) expect(hidden).not.toContain(fact);
      }),
      { numRuns: 25 },
    );
  });
});

test.each([
  ["2018-07", null, { first: null, last: 100_000 }, "not-before"],
  ["2018-07", null, { first: 100_000, last: null }, "nothing"],
  ["2018-07", "2019", { first: 0, last: 90_000 }, "both"],
  ["1960", "2019", { first: 0, last: 90_000 }, "not-after"],
] as const)("a band narrowed to %s and %s", (from, to, band, expected) => {
  expect(consequence(band, narrowed(band, aDate(from), to && aDate(to)))).toBe(expected);
});
