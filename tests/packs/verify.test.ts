import { describe, expect, test } from "vitest";
import { passagesOf, textOf } from "@/lib/packs/passages.ts";
import { readPack } from "@/lib/packs/read-pack.ts";
import { verifyFacts } from "@/lib/packs/verify.ts";

const yaml = {
  pack: "{ key: p, title: P, description: D, notice: N, licence: L, as_of: 2020, topics: [{ key: t, title: T }], types: [{ key: lamp, noun: [lamp, lamps], wh: Which lamp }, { key: person, noun: [keeper, keepers], wh: Who }] }",
  sources: "- { key: s1, title: T, publisher: P, date: 2020, cite: C, in_stem: the log }",
  entities: `
- { key: gull, type: lamp, name: Gull Rock Light (GRL), short: GRL }
- { key: vane, type: person, name: Oskar Vane, surname: Vane }`,
  relations: `
- { key: kept, subject: [person], object: [lamp], frames: { fact: "{s} kept {o} {when}." } }
- { key: height, subject: [lamp], object: [number], temporal: false, frames: { fact: "{s} is {o} high." } }`,
};

function verified(facts: string, log: string) {
  const { pack, problems } = readPack(
    Object.entries({ ...yaml, facts }).map(([name, text]) => ({ path: `${name}.yaml`, text })),
  );
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return verifyFacts(pack!, "s1", log)
    .missing.filter(({ fact }) => fact === "asked")
    .map(({ what, words, elsewhere, placed }) => ({ what, words, elsewhere, placed }));
}

const kept = (from: string, at: string) =>
  `- { key: asked, s: vane, r: kept, o: gull, from: ${from}, to: 1931-03, topic: t, cite: { source: s1, at: "${at}" } }`;
const high = (number: string) =>
  `- { key: asked, s: gull, r: height, o: { number: "${number}" }, topic: t, cite: { source: s1, at: "Towers, line 1" } }`;

const log = `Log of the lights

Keepers

O. Vane served at the GRL from the 4th to 6 May 1920 and again until March 1931.

Towers

Gull Rock Light stands 1,240 feet above low water, its lamp 24.50 above the rock, with thirty steps.
Lit on 9 June 1899.
`;

describe("what a fact says is looked for where it is cited", () => {
  test.each([
    [
      "a day whose year stands with another day, a surname alone, a short form",
      kept("1920-05-06", "Keepers, line 1"),
      [],
    ],
    [
      "a neighbouring day is not the day",
      kept("1920-05-07", "Keepers, line 1"),
      [{ what: "date", words: "7 May 1920", elsewhere: false, placed: true }],
    ],
    [
      "a date of another section",
      kept("1899-06-09", "Keepers, line 1"),
      [{ what: "date", words: "9 June 1899", elsewhere: true, placed: true }],
    ],
    [
      "a person of another section",
      kept("1899-06-09", "Towers"),
      [
        { what: "name", words: "Oskar Vane", elsewhere: true, placed: true },
        { what: "date", words: "March 1931", elsewhere: true, placed: true },
      ],
    ],
    ["a place that is not there is looked for everywhere", kept("1899-06-09", "Foreword"), []],
    ["figures with a comma", high("1240"), []],
    ["figures with a nought behind", high("24.5"), []],
    ["a number in words", high("30"), []],
    [
      "a number within another is not the number",
      high("24"),
      [{ what: "number", words: "24", elsewhere: false, placed: true }],
    ],
  ])("%s", (_, facts, missing) => {
    // A heading is known from the locators of any fact, so both sections have one.
    const others = `
- { key: a, s: vane, r: kept, o: gull, to: 1931-03, topic: t, cite: { source: s1, at: "Keepers, line 1" } }
- { key: b, s: vane, r: kept, o: gull, to: 1899-06-09, topic: t, cite: { source: s1, at: "Towers, line 2" } }`;
    expect(verified(`${facts}${others}`, log)).toEqual(missing);
  });
});

test("places of lists and of what is declared closed are looked up, too", () => {
  const list = (at: string) =>
    `- { key: all, gloss: the keepers of the light, members: subject, facts: [a], complete: "yes", cite: { source: s1, at: "${at}" } }`;
  const closed = (at: string) =>
    yaml.relations.replace(
      'frames: { fact: "{s} kept',
      `closed: [{ object: gull, as_of: 2020, source: s1, at: "${at}" }], frames: { fact: "{s} kept`,
    );
  const unplaced = (listAt: string, closedAt: string) => {
    const facts =
      '- { key: a, s: vane, r: kept, o: gull, to: 1931-03, topic: t, cite: { source: s1, at: "Keepers, line 1" } }';
    const files = { ...yaml, relations: closed(closedAt), facts, lists: list(listAt) };
    const { pack, problems } = readPack(Object.entries(files).map(([name, text]) => ({ path: `${name}.yaml`, text })));
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    return verifyFacts(pack!, "s1", log).unplaced;
  };
  expect(unplaced("Foreword", "Nowhere at all")).toEqual([
    { locator: "Foreword", facts: ["list all"] },
    { locator: "Nowhere at all", facts: ["closed of kept"] },
  ]);
  expect(unplaced("Keepers, line 1", "Keepers"), "control").toEqual([]);
});

test("an entry of a data file is the element that holds its name", () => {
  const xml =
    '<list><atom id="Zn"><n value="Zinc"/><m>65.4</m></atom><atom id="O"><n value="Oxygen"/><m>16</m></atom><atom id="Xe"><m>131</m></atom></list>';
  const at = passagesOf(textOf(xml, "markup"), ["entry Zn, mass", "entry O, mass"]);
  expect(at("entry Zn, mass").words).toContain(" 65 4 ");
  expect(at("entry Zn, mass").words).not.toContain(" 16 ");
  expect(at("entry Q, mass").isWhole).toBe(true);
});

test("a numbered paragraph is found by its number, and goes on to the next", () => {
  const document = "THE LIGHTS\n\n1. It was lit in 1868.\n\nIt is 31 metres high.\n\n2. Its keeper was Ida Moe.\n";
  const passages = passagesOf(document, ["paragraph 1", "paragraph 2"]);
  expect([passages("paragraph 1, first sentence").words, passages("paragraph 2").words]).toEqual([
    " 1 it was lit in 1868 it is 31 metres high ",
    " 2 its keeper was ida moe ",
  ]);
  expect(passages("paragraph 9").isWhole).toBe(true);
});
