/** Whom and what the cells of a table name: people by given name and surname, things of the first column again, names with an article. */
import { describe, expect, test } from "vitest";
import { packFromTable } from "@/lib/packs/from-table.ts";
import { questionsOf } from "@/lib/questions/bank.ts";
import { mark } from "@/lib/questions/mark.ts";
import { aboutTable, factsOfTable, type Rows, readTable, toldOf } from "@/tests/support/tables.ts";

const abbeys = ["Wexcombe Abbey", "Sele Priory", "Marrick Abbey", "Eskwater Abbey"];
const table = (header: string, ...cells: string[]): Rows => [
  ["monastery", header],
  ...cells.map((cell, place) => [abbeys[place]!, cell]),
];
const notesOf = (rows: Rows) => {
  const made = packFromTable(rows, aboutTable);
  return "notes" in made ? made.notes : made.problems;
};

describe("people in a table", () => {
  const founders = table("founder", "Thos. Harding", "Ralph Tuck", "Hugh Orme", "Simon Vale");

  test("are answered by the surname alone, and a point in a name ends no sentence", () => {
    const questions = [...questionsOf(factsOfTable(...founders), { seed: "1", kinds: ["typed"] })];
    const asked = questions.find(({ answer }) => answer === "Thos. Harding")!;
    expect(mark(asked, { kind: "typed", text: "Harding" })).toMatchObject({ fraction: 1 });
    expect(readTable(...founders).findings).toEqual([]);
    expect(notesOf(founders)).toEqual([]);
  });

  test("have a surname all or none, and it is told why none has", () => {
    const rows = table("founder", "Thos. Harding", "Roth & Hask", "Hugh Orme", "Simon Vale");
    expect(readTable(...rows).pack.entities.every(({ surname }) => surname === null)).toBe(true);
    expect(notesOf(rows)).toEqual([expect.stringContaining("“Roth & Hask” is not a given name and a surname")]);
  });
});

test("a name that ends in a point ends its sentence with it", () => {
  const { said, findings } = readTable(...table("built by", "Roth, Hask & Co.", "Ann Rook", "Bo Finch", "Cy Teal"));
  expect(said).toContain("Wexcombe Abbey was built by Roth, Hask & Co.");
  expect(findings).toEqual([]);
});

describe("a column that names things of the first column", () => {
  const houses: Rows = [
    ["monastery", "daughter houses"],
    ["Wexcombe Abbey", "Sele Priory; Marrick Abbey"],
    ["Sele Priory", ""],
    ["Marrick Abbey", "Eskwater Abbey"],
    ["Eskwater Abbey", ""],
  ];

  test("names the same things, and asks by its own word", () => {
    const { pack, stems } = readTable(...houses);
    expect(pack.entities.map(({ key }) => key).sort()).toEqual([
      "eskwater-abbey",
      "marrick-abbey",
      "sele-priory",
      "wexcombe-abbey",
    ]);
    expect(stems.filter((stem) => /^Which of these/.test(stem))[0]).toMatch(
      /^Which of these monasteries does the table “The coast” name among the daughter houses of /,
    );
  });

  test("control: where no more than one is the same word it names others", () => {
    const { pack } = readTable(["city", "river"], ["Orne", "Orne"], ["Vire", "Sienne"]);
    expect(pack.entities).toHaveLength(4);
  });
});

test("a thing of something has its article, people and offices have none", () => {
  const named = (...rows: Rows) =>
    readTable(...rows)
      .pack.entities.filter(({ article }) => article === "the")
      .map(({ name }) => name);
  expect(named(["house", "lit"], ["Priory of the Holy Well", "1132"], ["Sele Priory", "1147"])).toEqual([
    "Priory of the Holy Well",
  ]);
  expect(named(["founder", "born"], ["Hugh of Lincoln", "1140"], ["Ann Rook", "1150"])).toEqual([]);
  expect(
    notesOf([
      ["house", "lit"],
      ["Priory of the Holy Well", "1132"],
      ["Sele Priory", "1147"],
    ]),
  ).toEqual([expect.stringContaining("the Priory of the Holy Well")]);
});

test("plurals at the head of a column have their singular", () => {
  const rows = table(
    "daughter houses",
    "Stow House; Barn House",
    "Low House; Far House",
    "Mill House; Salt House",
    "Reed House; Tern House",
  );
  expect(readTable(...rows).said.join("\n")).not.toMatch(/\bhous\b/);
});

test.each([
  ["founded", "1180/81", "is not a date; write [1180..1181], if it is one of these years"],
  ["founded", "1095?", "is not a date; write [1093..1097], or the stretch that it is surely in"],
  ["founded", "1190 AD", "is not a date; write 1190"],
  ["founder", "none", "says nothing; leave the cell empty where it is not known"],
])("a cell as historians write it is told how it is written: %s, %s", (header, cell, words) => {
  const others = header === "founder" ? ["Ann Rook", "Bo Finch", "Cy Teal"] : ["1128", "1147", "1150"];
  expect(toldOf(...table(header, cell, ...others))).toEqual([`2:2 Column ${header}: row 2 “${cell}” ${words}.`]);
});

test("a unit may follow the noun, and about may be ca.", () => {
  const { said } = readTable(...table("area in ha", "12.5", "ca. 8", "31", "40+"));
  expect(said).toContain("The area of Sele Priory is about eight hectares.");
});
