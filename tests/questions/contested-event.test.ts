import { expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { questionsOf, refusalsOf } from "@/lib/questions/bank.ts";
import { tideTowns } from "@/tests/support/fictional-pack.ts";

const towns = tideTowns();
const event = [...questionsOf(indexPack(towns), { seed: "1", forms: ["Q11"] })]
  .map(({ facts }) => towns.facts.find(({ key }) => key === facts[1])!)
  .find(({ object }) => object.kind === "date")!;
/** The same pack with another document that dates the event a hundred days later. */
const contested = indexPack({
  ...towns,
  facts: [
    ...towns.facts,
    {
      ...event,
      key: `${event.key}-otherwise`,
      object: { kind: "date", date: towns.asOf },
      citations: [
        { source: towns.sources.find(({ key }) => key !== event.citations[0]!.source)!.key, locator: "page 1" },
      ],
    },
  ],
});

test("nobody is asked who held it at an event that two documents date otherwise", () => {
  const asked = [...questionsOf(contested, { seed: "1", forms: ["Q11"] })].filter(({ facts }) =>
    facts[1]!.startsWith(event.key),
  );
  expect(asked.map(({ stem }) => stem)).toEqual([]);
  const refused = [...refusalsOf(contested, "1")].filter(({ form, facts }) => form === "Q11" && facts[1] === event.key);
  expect(refused.map(({ reason }) => reason)).toContain("contradiction");
});
