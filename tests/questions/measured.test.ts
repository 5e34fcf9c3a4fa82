/** A measured number is asked in its unit and to a stated precision, and marked to the same; a number that names something stands in figures. */
import { describe, expect, test } from "vitest";
import { questionsOf } from "@/lib/questions/bank.ts";
import { mark } from "@/lib/questions/mark.ts";
import type { Question } from "@/lib/questions/question.ts";
import { contentPack } from "@/tests/support/content-packs.ts";

const elements = contentPack("chemical-elements");
const asked = [...questionsOf(elements, { seed: "1", forms: ["Q1", "Q2"] })];
const units = ["kelvin", "electronvolts", "Pauling units", "atomic mass units"];

const about = (fact: string, kind: Question["kind"]) => {
  const found = asked.find((question) => question.facts[0] === fact && question.kind === kind);
  if (!found) throw new Error(`no ${kind} about ${fact}`);
  return found;
};

test.each(["choice", "number", "flashcard"] as const)(
  "every %s of a measured number names its unit in the stem",
  (kind) => {
    const measured = asked.filter((question) => {
      const { object } = elements.fact(question.facts[0]!);
      return question.kind === kind && object.kind === "number" && object.unit !== null;
    });
    expect(measured.length).toBeGreaterThan(40);
    expect(measured.filter(({ stem }) => !units.some((unit) => stem.includes(unit)))).toEqual([]);
  },
);

describe("the precision is that of three figures, and never finer than the source's", () => {
  test.each([
    ["melting-tin", "(in kelvin, to the nearest whole number)?"],
    ["melting-nitrogen", "(in kelvin, to one decimal)?"],
    ["ionisation-lithium", "(in electronvolts, to two decimals)?"],
    ["melting-tungsten", "(in kelvin, to the nearest whole number)?"],
  ])("%s: %s", (fact, words) => {
    for (const kind of ["number", "flashcard"] as const) expect(about(fact, kind).stem.endsWith(words)).toBe(true);
    expect(about(fact, "choice").stem).not.toContain("decimal");
  });

  test("the back of a card is as exact as its front asks, and its Why as the source", () => {
    const { answer, why } = about("melting-phosphorus", "flashcard");
    expect(answer).toBe("317 kelvin");
    expect(why).toContain("317.3 kelvin");
  });

  test("an atomic number is exact as it is", () => {
    expect(about("number-oxygen", "number").stem).toBe("What is the atomic number of oxygen?");
  });
});

describe("what is accepted is what was asked for", () => {
  const fraction = (fact: string, text: string) => {
    const given = mark(about(fact, "number"), { kind: "number", text }, { second: true });
    return given.kind === "marked" ? given.fraction : null;
  };
  test.each([
    ["melting-tin", "505", 1],
    ["melting-tin", "505.12", 1],
    ["melting-tin", "505 kelvin", 1],
    ["melting-tin", "504", 0],
    ["melting-tin", "506", 0],
    ["melting-nitrogen", "63.2", 1],
    ["melting-nitrogen", "63.15", 1],
    ["melting-nitrogen", "63", 0],
    ["ionisation-boron", "8.30", 1],
    ["ionisation-boron", "8.3", 1],
    ["ionisation-boron", "8.31", 0],
    ["number-oxygen", "8", 1],
    ["number-oxygen", "8.4", 0],
  ])("%s: %s earns %s", (fact, text, worth) => {
    expect(fraction(fact, text)).toBe(worth);
  });
});

test("numbers that name something stand in figures, below ten too", () => {
  const question = asked.find(
    ({ form, facts, kind }) => form === "Q2" && facts[0] === "number-oxygen" && kind === "choice",
  )!;
  expect(question.stem).toContain("atomic number 8?");
  expect(question.why).toContain("atomic number 8.");
});

test("a number made by rule is a tenth or more away, with as many decimals", () => {
  const made = asked.flatMap(({ key, options }) => {
    const own = Number(/:([\d.]+):/.exec(key[0] ?? "")?.[1]);
    return options
      .filter(({ synthetic, value }) => synthetic && /^q:/.test(value))
      .map(({ value }) => ({ own, made: Number(/:([\d.]+):/.exec(value)![1]) }));
  });
  for (const { own, made: number } of made) expect(Math.abs(own - number) / own).toBeGreaterThan(0.09);
});
