/** What the head of a column makes of it: dates that are written otherwise are told, verbs and people read as English has them. */
import { describe, expect, test } from "vitest";
import { packFromTable } from "@/lib/packs/from-table.ts";
import { aboutTable, type Rows, readTable, toldOf } from "@/tests/support/tables.ts";

const bridges = ["Sparrow Bridge", "Old Toll Bridge", "Lantern Bridge", "Chandler Bridge"];

/** A table of four bridges with one further column. */
const table = (header: string, ...cells: string[]): Rows => [
  ["bridge", header],
  ...cells.map((cell, place) => [bridges[place]!, cell]),
];
const stemsOf = (header: string, ...cells: string[]) => readTable(...table(header, ...cells)).said;
const notesOf = (rows: Rows) => {
  const made = packFromTable(rows, aboutTable);
  return "notes" in made ? made.notes : made.problems;
};

describe("a column that its head says is of dates", () => {
  test.each(["opened", "year opened", "date of opening", "year of construction"])(
    "is one, though most of its cells are written otherwise: %s",
    (header) => {
      expect(toldOf(...table(header, "1742", "c. 1803", "31 June 1877", "1850s"))).toEqual([
        `3:2 Column ${header}: row 3 “c. 1803” is not a date; write [1801..1805], or the stretch that it is surely in.`,
        `4:2 Column ${header}: row 4 “31 June 1877” is not a date; write 1868-12-31, 1868-12, 1868 or [1868..1872].`,
        `5:2 Column ${header}: row 5 “1850s” is not a date; write [1850..1859].`,
      ]);
    },
  );

  test("tells how a bound is written", () => {
    expect(toldOf(...table("built", "1742", "before 1911", "1877", "1900"))).toEqual([
      "3:2 Column built: row 3 “before 1911” is not a date; write the stretch that it is surely in, as [1900..1911].",
    ]);
  });

  test.each([
    ["year group", "A1", "B2", "C3", "D4"],
    ["designed by", "Ann Rook", "Bo Finch", "Cy Teal", "Di Swift"],
    ["opened by", "the 9th Duke", "Bo Finch", "Cy Teal", "Di Swift"],
  ])("control: %s is not", (header, ...cells) => {
    expect(toldOf(...table(header, ...cells))).toEqual([]);
  });
});

test.each([
  ["year opened", "In which year was Sparrow Bridge opened?"],
  ["date of opening", "In which year was the opening of Sparrow Bridge?"],
])("the word for a date is not asked for twice: %s", (header, stem) => {
  expect(stemsOf(header, "1742", "1803", "1877", "1911")).toContain(stem);
});

test.each([
  ["length (m)", "shortest"],
  ["weight (t)", "lightest"],
  ["width (m)", "narrowest"],
  ["arches", "fewest"],
  ["height (m)", "lowest"],
])("a row of figures begins as English says it: %s, %s first", (header, least) => {
  const { texts } = readTable(...table(header, "31", "40", "120", "210"));
  expect(texts).toContain(`, ${least} first.`);
});

describe("what a thing does", () => {
  const crossing = table("crosses", "Wend", "Orle", "Sorrel", "Wend");

  test("is a sentence, and its author is told to name what is done to", () => {
    const { said, findings } = readTable(...crossing);
    expect(said).toContain("Sparrow Bridge crosses Wend.");
    expect(said).toContain("Which of these bridges crosses Orle?");
    expect(findings).toEqual([]);
    expect(notesOf(crossing)).toEqual([expect.stringContaining("Column crosses: the table does not say what sort")]);
  });
});

test("several who designed are its designers", () => {
  const { said } = readTable(
    ...table("designed by", "Ann Rook; Bo Finch", "Cy Teal; Di Swift", "Ed Wren; Flo Lark", "Guy Rail; Hal Coot"),
  );
  expect(said.join("\n")).not.toMatch(/bies/);
  expect(said).toContain("Ann Rook is among the designers of Sparrow Bridge.");
});

test("an architect is somebody", () => {
  expect(stemsOf("architect", "Ann Rook", "Bo Finch", "Cy Teal", "Di Swift")).toContain(
    "Who is the architect of Sparrow Bridge?",
  );
});

test("few cells that name several are told, for they change what is asked of all", () => {
  const cells = ["Ann Rook; Bo Finch", "Cy Teal", "Di Swift", "Ed Wren"];
  expect(notesOf(table("architect", ...cells))).toEqual([expect.stringContaining("1 of 4 cells name several (row 2)")]);
  const all = cells.map((cell, place) =>
    place === 0 ? cell : `${cell}; ${["Flo Lark", "Guy Rail", "Hal Coot"][place - 1]}`,
  );
  expect(notesOf(table("architect", ...all)), "control: where all do, they are meant so").toEqual([]);
});

test("a row without a beginning is told, whether it has an end or not", () => {
  const rows = [
    ["light", "keeper", "from", "to"],
    ["Gull Rock", "Ann Rook", "", "1901"],
    ["Skerry", "Bo Finch", "", "open"],
    ["Low Sand", "Cy Teal", "1899", "1911"],
  ];
  expect(notesOf(rows)).toEqual([
    "Row 2: since when Ann Rook was it is not known, so no more is asked of that row than when it ended.",
    "Row 3: since when Bo Finch has been it is not known, so nothing is asked of that row.",
  ]);
});

test.each([
  ["61,5", "is not a figure; write 61.5"],
  ["1,200 crowns", "is not a figure; write price (crowns) as the header, and 1,200 here"],
  ["12 Elm Street", "is not a figure"],
])("a figure that is written otherwise is told how: %s", (cell, words) => {
  expect(toldOf(...table("price", "31", cell, "40", "52"))).toEqual([`3:2 Column price: row 3 “${cell}” ${words}.`]);
});
