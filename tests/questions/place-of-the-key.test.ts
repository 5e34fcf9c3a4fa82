/** Where the key stands among dates, which ascend: no place is likelier than another, also in small packs, whose first and last date can stand in one place only. */
import { describe, expect, test } from "vitest";
import type { Facts } from "@/lib/facts/facts.ts";
import { questionsOf } from "@/lib/questions/bank.ts";
import { contentPack } from "@/tests/support/content-packs.ts";
import { factsOfTable } from "@/tests/support/tables.ts";

/** Ships launched, each with its date. */
function ships(...dates: readonly string[]): Facts {
  const names = [
    "Ardent",
    "Briony",
    "Colossus",
    "Dover Light",
    "Erskine",
    "Fulmar",
    "Gannet",
    "Hyacinth",
    "Iris",
    "Jason",
  ];
  const rows = dates.map((date, index) => [names[index]!, date]);
  return factsOfTable(["ship", "launch"], ...rows);
}

/** Date choices of so many seeds. */
function choicesOf(facts: Facts, seeds: number) {
  return Array.from({ length: seeds }, (_, seed) => [
    ...questionsOf(facts, { seed: String(seed), forms: ["Q10"], kinds: ["choice"] }),
  ]).flat();
}

/** Shares of the choices of four whose key stands first, second, third and last; 0 to 1. */
function shares(choices: ReturnType<typeof choicesOf>): readonly number[] {
  const places = choices
    .filter(({ options }) => options.length === 4)
    .map((one) => one.options.findIndex(({ right }) => right));
  expect(places.length).toBeGreaterThan(80);
  return [0, 1, 2, 3].map((place) => places.filter((own) => own === place).length / places.length);
}

const tenDates = ["1900", "1901", "1902", "1903", "1904", "1905", "1906", "1907", "1908", "1909"].map(
  (year) => `${year}-05-03`,
);

describe("of ships launched a year apart", () => {
  test.each([6, 7, 8, 10])("%i of them, every place is the key's as often", (count) => {
    for (const share of shares(choicesOf(ships(...tenDates.slice(0, count)), 120))) expect(share).toBeCloseTo(0.25, 1);
  });

  test("of two, the invented dates do not tell the place", () => {
    const choices = choicesOf(ships("1900-05-03", "1907-11-20"), 120);
    for (const share of shares(choices)) expect(share).toBeCloseTo(0.25, 0.8);
    // What the pack holds is used before what is invented.
    for (const { options } of choices) expect(options.filter(({ synthetic }) => synthetic).length).toBe(2);
  });
});

test("in the first pack no place is the key's much more often", () => {
  for (const share of shares(choicesOf(contentPack("nato-mission-iraq"), 12))) {
    expect(share).toBeGreaterThan(0.18);
    expect(share).toBeLessThan(0.32);
  }
});
