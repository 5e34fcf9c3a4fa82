/** Options of one cast, one thing that dates a question, titles only while they held, and no pair that its letters or a name give away. */
import { describe, expect, test } from "vitest";
import { plainName } from "@/lib/facts/names.ts";
import { questionsOf } from "@/lib/questions/bank.ts";
import { contentPack } from "@/tests/support/content-packs.ts";

const mission = contentPack("nato-mission-iraq");
const elements = contentPack("chemical-elements");
const presidents = contentPack("us-presidents");
const asked = [...questionsOf(mission, { seed: "1" })];
const of = (form: string) => asked.filter((question) => question.form === form);

describe("which document says it", () => {
  test("one document alone is told as briefly as the other, and in words that the stem does not have", () => {
    expect(of("Q15").length).toBeGreaterThan(5);
    for (const { options, stem } of of("Q15")) {
      expect(stem).not.toMatch(/page|fact sheet/);
      expect(options.map(({ text }) => text)).toEqual([
        "On NATO's page alone",
        "In NATO's fact sheet alone",
        "In both of them",
      ]);
    }
  });
});

describe("how far the documents go", () => {
  test("no answer has an absolute that the fact has not, and none is much longer", () => {
    const options = of("Q16").flatMap((question) => question.options);
    expect(options.length).toBeGreaterThan(10);
    for (const { text, value } of options)
      if (!value.startsWith("e:")) expect(text).not.toMatch(/\b(?:all|none|only|never|every|always)\b/i);
    expect(options.map(({ text }) => text)).toContain("No, its list is left open");
  });
});

describe("at the time of an event", () => {
  const events = [...of("Q11"), ...questionsOf(presidents, { seed: "1", forms: ["Q11"] })];

  test("the event alone is named where it is one, and the Why dates it", () => {
    expect(events.length).toBeGreaterThan(50);
    for (const { stem, why } of events) {
      expect(stem).not.toMatch(/\b\d{4}\b/);
      expect(why).toMatch(/\b\d{4}\b/);
    }
  });
});

describe("titles", () => {
  test("nobody is called commander at the date of a list", () => {
    const texts = asked.flatMap(({ stem, why, options }) => [stem, why, ...options.map(({ whyNot }) => whyNot ?? "")]);
    expect(texts.filter((text) => /\p{Lu}\p{L}+, commander of/u.test(text))).toEqual([]);
  });
});

describe("what gives a pair away", () => {
  test("no prompt of a match begins like its answer", () => {
    const matches = [elements, presidents, mission].flatMap((facts) => [
      ...questionsOf(facts, { seed: "1", kinds: ["match"] }),
    ]);
    expect(matches.length).toBeGreaterThan(10);
    for (const { prompts = [], key, options } of matches)
      for (const [index, prompt] of prompts.entries()) {
        const answer = options.find(({ value }) => value === key[index])!;
        if (answer.value.startsWith("e:"))
          expect(plainName(answer.text).slice(0, 2)).not.toBe(plainName(prompt.text).slice(0, 2));
      }
  });

  test("no stem that asks for the country of a commander names the commander", () => {
    const names = /Fortin|Carignan|Olsen|Lollesgaard|Iannucci|Agüero|Schreurs/;
    const told = asked.filter(({ facts }) => facts.some((key) => key.startsWith("country-")));
    expect(told.length).toBeGreaterThan(50);
    expect(told.filter(({ stem, options }) => names.test([stem, ...options.map(({ text }) => text)].join()))).toEqual(
      [],
    );
  });
});

test("two agreements of which one may be part of the other never stand in one question", () => {
  const support = /capacity building in defence/;
  for (const { options } of asked) {
    const texts = options.map(({ text }) => text).join("\n");
    expect(support.test(texts) && /support the Iraqi (?:Ministry|Federal)/.test(texts)).toBe(false);
  }
});

test("what is missing from a list is asked with the sort of its members and the mission's full name", () => {
  const missing = asked.filter(({ stem }) => /^Besides the .* advised\?$/.test(stem));
  expect(missing.length).toBeGreaterThan(0);
  for (const { stem } of missing) expect(stem).toMatch(/which Iraqi authority .* NATO Mission Iraq \(NMI\) advised/);
});
