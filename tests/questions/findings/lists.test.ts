/** Findings of readers who had not seen the code: what is asked of lists, alone and side by side. */
import { describe, expect, test } from "vitest";
import type { FactList, Pack } from "@/lib/facts/fact.ts";
import { indexPack } from "@/lib/facts/facts.ts";
import { askedOf, refusalsOf } from "@/lib/questions/bank.ts";
import { questionsIn } from "@/tests/support/asked.ts";
import { aDate, aPack, aSource } from "@/tests/support/fictional-pack.ts";
import { aList, goods, isle, roles, shipped, types } from "@/tests/support/isle.ts";

describe("a list", () => {
  const entities = [isle, ...goods(["wool", "oil", "kelp", "slate"])];
  /** The book's list of these goods. */
  const naming = (names: readonly string[], list: Partial<FactList> = {}) =>
    aPack({
      types,
      entities,
      relations: [shipped],
      facts: roles("shipped", names),
      lists: [aList({ key: "l", facts: names.map((name) => `shipped-${name}`), ...list })],
    });
  const one = (list: Partial<FactList> = {}) => naming(["wool"], list);
  const two = naming(["wool", "oil"]);
  const statements = (pack: Pack) => questionsIn(pack).filter(({ kind }) => kind === "true-false");
  test("of one member is never said to name it “among” others", () => {
    expect(statements(one())).toEqual([]);
    const frames = { fact: "{o} is the only good that the book of 31 December 2020 names as shipped by the Isle." };
    for (const { stem, why } of statements(one({ frames }))) {
      expect(stem).toMatch(/^\w+ is the only good/);
      expect(why).toContain("Wool is the only good that the book");
    }
    expect(statements(one({ frames }))).toHaveLength(1);
  });
  test("asked for whole says how many it has", () => {
    expect(questionsIn(two).find(({ form, kind }) => form === "Q1" && kind === "flashcard")?.stem).toBe(
      "Which two goods did the book of 31 December 2020 name among those that the Isle shipped?",
    );
  });
  test("shows by all its members that something is not in it", () => {
    const wrong = ["1", "2", "3", "4"]
      .flatMap((seed) => questionsIn(two, seed))
      .filter(({ kind, key }) => kind === "true-false" && key[0] === "t:false");
    expect(wrong.length).toBeGreaterThan(0);
    for (const { why } of wrong)
      expect(why).toContain(
        "Wool and oil are the goods that the book of 31 December 2020 names as shipped by the Isle.",
      );
  });
});

describe("a difference of two lists", () => {
  const pack = aPack({
    types,
    entities: [isle, ...goods(["wool", "oil", "kelp", "slate"])],
    sources: [aSource(), aSource({ key: "leaflet", inStem: "the leaflet", date: aDate("2019-12-31") })],
    relations: [shipped],
    facts: [
      ...roles("shipped", ["wool", "oil", "kelp"]),
      ...roles("shipped", ["wool", "slate"], "2019-12-31").map((fact) => ({
        ...fact,
        key: `${fact.key}-old`,
        citations: [{ source: "leaflet", locator: "page 3" }],
      })),
    ],
    lists: [
      aList({
        key: "new",
        facts: ["shipped-wool", "shipped-oil", "shipped-kelp"],
        compareWith: ["old"],
        frames: { ask_difference: "Which {n} goods shipped by the Isle are named by {this} but NOT by {other}?" },
      }),
      aList({
        key: "old",
        gloss: "the goods that the leaflet names as shipped by the Isle",
        facts: ["shipped-wool-old", "shipped-slate-old"],
        asOf: aDate("2019-12-31"),
        citations: [{ source: "leaflet", locator: "page 3" }],
      }),
    ],
  });
  test("shows both lists and cites both", () => {
    const asked = questionsIn(pack).filter(({ form }) => form === "Q14");
    expect(asked.length).toBeGreaterThan(0);
    for (const { why, citations } of asked) {
      expect(why).toBe(
        "Wool, oil and kelp are the goods that the book of 31 December 2020 names as shipped by the Isle. " +
          "Wool and slate are the goods that the leaflet names as shipped by the Isle.",
      );
      expect(new Set(citations.map(({ source }) => source))).toEqual(new Set(["book", "leaflet"]));
    }
  });
});

test("a fact asked only as a member of a set that nothing declares complete is refused for the open list", () => {
  const pack = aPack({
    types,
    entities: [isle, ...goods(["wool"])],
    relations: [shipped],
    facts: roles("shipped", ["wool"]),
  });
  const bare = {
    ...shipped,
    frames: { fact: shipped.frames.fact!, ask_all_of_subject: shipped.frames.ask_all_of_subject! },
  };
  const reasons = (relation: typeof shipped) =>
    [...refusalsOf(indexPack({ ...pack, relations: [relation] }), "1")].map(({ reason }) => reason);
  expect(reasons(bare)).toEqual(["open_list"]);
  expect(reasons({ ...shipped, frames: { fact: shipped.frames.fact! } })).toEqual(["no_frame"]);
});

test("a statement that two lists make is printed once", () => {
  const pack = aPack({
    types,
    entities: [isle, ...goods(["wool", "oil", "kelp", "slate"])],
    relations: [shipped],
    facts: roles("shipped", ["wool", "oil"]),
    lists: [
      aList({ key: "l", facts: ["shipped-wool", "shipped-oil"] }),
      aList({ key: "m", facts: ["shipped-oil", "shipped-wool"] }),
    ],
  });
  for (const seed of ["1", "2", "3", "4", "5", "6"]) {
    const stems = [...askedOf(indexPack(pack), { seed })].map(({ question }) => `${question.kind} ${question.stem}`);
    expect(new Set(stems).size).toBeGreaterThan(0);
    const statements = stems.filter((stem) => stem.startsWith("true-false"));
    expect(new Set(statements).size).toBe(statements.length);
  }
});
