import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { packFromTable } from "@/lib/packs/from-table.ts";
import { readPack } from "@/lib/packs/read-pack.ts";
import { questionsOf } from "@/lib/questions/bank.ts";

const about = { key: "lamps", title: "Lamps", publisher: "Harbour office", asOf: "2024-05-27" };

/** The pack that a table gives, read back from its files. */
function packOf(rows: readonly (readonly string[])[]) {
  const made = packFromTable(rows, about);
  if ("problems" in made) throw new Error(JSON.stringify(made.problems));
  const { pack, problems } = readPack(made.files);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return pack!;
}

const table = [
  ["Lighthouse", "keeper", "height (m)", "first lighting", "ships seen"],
  ["Skerry Point", "Ilse Brandt", "31", "1891-05", "Petrel; Gannet"],
  ["Gull Rock", "Oskar Vane", "about 1,240", "1904", "Gannet"],
  ["Long Sand", "Tove Lindholm", "40.5", "", "Auk; Petrel"],
];

describe("a table becomes a pack", () => {
  test("whose facts are its cells, cited by row and column", () => {
    const { facts } = packOf(table);
    expect(facts).toHaveLength(3 + 3 + 2 + 5);
    const height = facts.find(({ key }) => key === "height-gull-rock")!;
    expect(height.object).toEqual({ kind: "number", number: 1240, qualifier: "about", unit: "metres" });
    expect(height.citations).toEqual([{ source: "s1", locator: "row 3, column height (m)" }]);
    const lit = facts.filter(({ relation }) => relation === "first-lighting");
    expect(lit.map(({ object }) => object.kind === "date" && object.date.edtf)).toEqual(["1904", "1891-05"]);
  });

  test("whose plurals stay plurals", () => {
    const { lists } = packOf([
      ["light", "keepers"],
      ["Norholm", "Anders; Marit"],
      ["Tern Rock", "Ida"],
    ]);
    expect(lists.map(({ gloss }) => gloss)).toContain("the keepers that the table gives for Norholm");
  });

  test("whose dates may be in words", () => {
    const { facts } = packOf([
      ["light", "first lit"],
      ["Norholm", "12 September 1868"],
      ["Tern Rock", "June 1891"],
      ["Vesterodde", "3.5.1921"],
    ]);
    expect(facts.map(({ object }) => object.kind === "date" && object.date.edtf).sort()).toEqual([
      "1868-09-12",
      "1891-06",
      "1921-05-03",
    ]);
  });

  test.each([
    ["height (m)", "31", "24 m", "18", "is not a figure; the header says the unit: write 24"],
    [
      "first lit",
      "1868-09-12",
      "12 Septembre 1868",
      "1907",
      "is not a date; write 1868-12-31, 1868-12, 1868 or [1868..1872]",
    ],
  ])("no cell of %s turns the column into names", (header, first, odd, last, message) => {
    const made = packFromTable(
      [
        ["light", header],
        ["A", first],
        ["B", odd],
        ["C", last],
      ],
      about,
    );
    expect("problems" in made && made.problems).toEqual([
      { row: 3, column: 2, message: `Column ${header}: row 3 “${odd}” ${message}.` },
    ]);
  });

  test("that is asked at once, in every column", () => {
    const pack = packOf(table);
    const asked = new Set([...questionsOf(indexPack(pack), { seed: "1" })].map(({ topic }) => topic));
    expect([...asked].sort()).toEqual(["first-lighting", "height", "keeper", "ships-seen"]);
  });

  test("where a cell names several, the set is what the table names and no more", () => {
    const { lists, relations } = packOf(table);
    expect(lists.map(({ key, complete }) => [key, complete])).toEqual([
      ["ships-seen-of-gull-rock", "as_named"],
      ["ships-seen-of-long-sand", "as_named"],
      ["ships-seen-of-skerry-point", "as_named"],
    ]);
    expect(relations.find(({ key }) => key === "ships-seen")!.objectsPerSubject).toBe("many");
  });

  test("things of two columns with one name are two things", () => {
    const { entities, facts } = packOf([
      ["city", "river"],
      ["Orne", "Orne"],
      ["Vire", "Sienne"],
    ]);
    expect(entities.map(({ key, type }) => `${type} ${key}`).sort()).toEqual([
      "city orne",
      "city vire",
      "river river-orne",
      "river sienne",
    ]);
    expect(facts.find(({ subject }) => subject === "orne")!.object).toEqual({ kind: "entity", entity: "river-orne" });
  });

  test("whatever stands in its cells", () => {
    const cell = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.constantFrom("1891", "12", "a: b", "#", "- x", "{}", "yes", "null", "Ø", "1,000"),
    );
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(rows, (body) => {
        const made = packFromTable([["thing", "maker", "year made"], ...body], about);
        if ("problems" in made) return;
        const { pack, problems } = readPack(made.files);
        const unexpected = problems.filter(({ severity, code }) => severity === "error" && code !== "homonym");
        expect(unexpected).toEqual([]);
        const filled = body
          .flatMap(([, maker, year]) => [maker, year])
          .filter((text) => text.replaceAll(";", "").trim() !== "");
        if (pack) expect(pack.facts.length).toBeGreaterThanOrEqual(filled.length);
      }),
    );
  });
});

test.each([
  [
    [
      ["a", "b"],
      ["x", "1"],
    ],
    [[1, 1]],
  ],
  [[["a"], ["x"], ["y"]], [[1, 1]]],
  [
    [
      ["a", "", "a"],
      ["x", "1", "2"],
      ["y", "1", "2"],
    ],
    [
      [1, 2],
      [1, 3],
    ],
  ],
  [
    [
      ["a", "b"],
      ["x", "1"],
      ["", "2"],
      ["X", "3", "4"],
    ],
    [
      [3, 1],
      [4, 3],
      [4, 1],
    ],
  ],
])("every fault of a table is told with its row and column (%j)", (rows, places) => {
  const made = packFromTable(rows, about);
  expect("problems" in made && made.problems.map(({ row, column }) => [row, column])).toEqual(places);
});
