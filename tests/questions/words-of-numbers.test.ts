/** Numbers in sentences: what is counted and what is measured, what is a quantity and what is a name. */
import { describe, expect, test } from "vitest";
import type { Value } from "@/lib/facts/fact.ts";
import { numberInSentence, numberInWords, qualifierWords } from "@/lib/questions/number-words.ts";
import { questionsIn } from "@/tests/support/asked.ts";
import { aFact, anEntity, aPack, aRelation } from "@/tests/support/fictional-pack.ts";
import { plain, types } from "@/tests/support/isle.ts";

const under = (unit: string | null): Value & { kind: "number" } => ({
  kind: "number",
  number: 20,
  qualifier: "less_than",
  unit,
});

test.each([
  ["people", "fewer than 20 people"],
  ["lamps", "fewer than 20 lamps"],
  ["metres", "less than 20 metres"],
  ["square kilometres", "less than 20 square kilometres"],
  ["metres above the sea", "less than 20 metres above the sea"],
  ["atomic mass units", "less than 20 atomic mass units"],
  ["inches", "less than 20 inches"],
  ["kg", "less than 20 kg"],
  ["per cent", "less than 20 per cent"],
  ["years", "less than 20 years"],
  [null, "less than 20"],
])("under 20 in the unit %s is “%s”", (unit, words) => {
  expect(numberInWords(under(unit))).toBe(words);
  expect(numberInSentence(under(unit))).toBe(words);
  expect(words.startsWith(qualifierWords("less_than", unit))).toBe(true);
});

test.each([
  [63.15, 1, "63.2"],
  [53.55, 1, "53.6"],
  [0.95, 1, "1.0"],
  [13.5984, 1, "13.6"],
  [1356.6, 0, "1,357"],
  [4.002602, 2, "4.00"],
  [1.005, 2, "1.01"],
])("%d to %d decimals is %s, rounded as it is written", (number, decimals, words) => {
  expect(numberInWords({ kind: "number", number, qualifier: "exact", unit: null }, decimals)).toBe(words);
});

test.each([
  ["metres", "1 metre"],
  ["metres above the sea", "1 metre above the sea"],
  ["atomic mass units", "1 atomic mass unit"],
  ["people", "1 person"],
  ["feet", "1 foot"],
  ["inches", "1 inch"],
  ["lighthouses", "1 lighthouse"],
  ["ferries", "1 ferry"],
  ["churches", "1 church"],
  ["Iraqi personnel", "1 Iraqi personnel"],
  ["kelvin", "1 kelvin"],
  ["per cent", "1 per cent"],
  ["glass", "1 glass"],
])("one in the unit %s is “%s”, and of others the unit stands as it is", (unit, words) => {
  const of = (number: number) => numberInWords({ kind: "number", number, qualifier: "exact", unit });
  expect(of(1)).toBe(words);
  expect(numberInSentence({ kind: "number", number: 1, qualifier: "exact", unit })).toBe(words.replace("1", "one"));
  for (const number of [0, 1.5, 2, 21]) expect(of(number)).toBe(`${number} ${unit}`);
});

describe("a number below ten", () => {
  const sentencesOf = (subjectsPerObject: "one" | "many") => {
    const relation = aRelation({
      ...plain,
      key: "numbered",
      subject: ["place"],
      object: ["number"],
      temporal: false,
      objectsPerSubject: "one",
      subjectsPerObject,
      frames: { fact: "{s} has the sign {o}.", ask_number: "What is the sign of {s}?" },
    });
    const places = [3, 5, 8].map((number) =>
      anEntity({ key: `light-${number}`, type: "place", name: `Light ${number}` }),
    );
    const object = (number: number) => ({ kind: "number", number, qualifier: "exact", unit: null }) as const;
    return questionsIn(
      aPack({
        types: [...types],
        entities: places,
        relations: [relation],
        facts: [3, 5, 8].map((number) =>
          aFact({ key: `sign-${number}`, subject: `light-${number}`, relation: "numbered", object: object(number) }),
        ),
      }),
    ).flatMap(({ kind, stem, why }) => (kind === "true-false" ? [stem, why] : [why]));
  };

  test("stands in figures where it names one thing alone, and in words where it counts", () => {
    const [names, counts] = [sentencesOf("one"), sentencesOf("many")];
    expect(names).toContain("Light 8 has the sign 8.");
    expect(names.filter((sentence) => /\b(?:three|five|eight)\b/.test(sentence))).toEqual([]);
    expect(counts).toContain("Light 8 has the sign eight.");
  });
});
