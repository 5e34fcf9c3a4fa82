/** A sentence that says which document says so is cited from that document; a date made by rule is set against the right one. */
import { expect, test } from "vitest";
import { questionsOf } from "@/lib/questions/bank.ts";
import { receiptsOfOption, sentencesOfWhy } from "@/lib/questions/receipt.ts";
import { contentPack, everyPack } from "@/tests/support/content-packs.ts";

test("what one document says is cited from that one, where it is cited from it at all", { timeout: 60_000 }, () => {
  const several = everyPack().filter(([, facts]) => facts.pack.sources.length > 1);
  expect(several.length).toBeGreaterThan(1);
  for (const [, facts] of several)
    for (const question of questionsOf(facts, { seed: "1" })) {
      const said = [
        ...sentencesOfWhy(question),
        ...question.options.flatMap(({ value, whyNot }) =>
          whyNot === null ? [] : [{ text: whyNot, receipts: receiptsOfOption(question, value) }],
        ),
      ];
      for (const { text, receipts } of said) {
        const named = facts.pack.sources.filter(({ inStem }) => text.includes(inStem)).map(({ key }) => key);
        const cited = new Set(receipts.map(({ source }) => source));
        if (named.length === 1 && cited.has(named[0]!)) expect([...cited], `${question.stem}\n${text}`).toEqual(named);
      }
    }
});

test("how exactly a document gives a date is cited from that document", () => {
  const asked = [...questionsOf(contentPack("nato-mission-iraq"), { seed: "1", forms: ["Q16"] })].filter(({ stem }) =>
    stem.startsWith("How exactly does NATO's page of 27 May 2024 say"),
  );
  expect(asked.length).toBeGreaterThan(5);
  for (const { citations, stem } of asked)
    expect(new Set(citations.map(({ source }) => source)), stem).toEqual(new Set(["s1"]));
});

test("dates made by rule each have a sentence of their own", () => {
  const asked = [...questionsOf(contentPack("nato-mission-iraq"), { seed: "1", kinds: ["choice"] })].filter(
    ({ options }) => options.filter(({ synthetic }) => synthetic).length > 1,
  );
  expect(asked).not.toEqual([]);
  for (const { options, stem } of asked) {
    const sentences = options.filter(({ synthetic }) => synthetic).map(({ whyNot }) => whyNot);
    expect(new Set(sentences).size, stem).toBe(sentences.length);
  }
});
