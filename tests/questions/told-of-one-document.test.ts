import { expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { questionsOf } from "@/lib/questions/bank.ts";
import { findingsOfPack } from "@/lib/questions/checks/checks.ts";
import { tideTowns } from "@/tests/support/fictional-pack.ts";

const facts = indexPack(tideTowns());
const seeds = ["1", "2", "3"];

test("what another document says otherwise is told of a wrong option by the document that says it", () => {
  const said = seeds.flatMap((seed) =>
    [...questionsOf(facts, { seed })].flatMap(({ why, options }) => [
      why,
      ...options.map(({ whyNot }) => whyNot ?? ""),
    ]),
  );
  const bare = said.filter((text) => /(?:^|[.] )Gull Tower is 4[13] metres high/.test(text));
  expect(bare).toEqual([]);
  expect(
    said.some((text) => text.includes("According to the guide of 1 June 2015, Gull Tower is 43 metres high.")),
  ).toBe(true);
});

test("no figure of a document's date stands among the options", () => {
  for (const seed of seeds)
    for (const { stem, options } of questionsOf(facts, { seed, kinds: ["choice"] }))
      if (stem.startsWith("According to the gazette of 31 December 2020"))
        expect(options.map(({ text }) => text)).not.toContain("31");
});

test("the check finds nothing in the Tide Towns", () => {
  for (const seed of seeds)
    expect(
      [...findingsOfPack(facts, seed)].map(({ check, message, frame }) => `${check} ${frame}: ${message}`),
    ).toEqual([]);
});
