/** What stands in tables that people make: every cell that is amiss is told at once, titles keep their The, and a header that ends in "of" reads well. */
import { describe, expect, test } from "vitest";
import { packFromTable } from "@/lib/packs/from-table.ts";
import { aboutTable, type Rows, readTable, toldOf } from "@/tests/support/tables.ts";

describe("every cell that is amiss is told at once, with its row and column", () => {
  test("whatever is amiss with it", () => {
    const rows = [
      ["light", "first lit", "height (m)"],
      ["A", "1868-09-12", "31"],
      ["B", "04/07/1868", "24 m"],
      ["C", "circa 1870", "tall"],
      ["D", "1911-02", "18"],
      ["E", "in spring", "?"],
      ["F", "1907", "12"],
      ["G", "May 1921", ""],
    ];
    expect(toldOf(...rows)).toEqual([
      "3:2 Column first lit: row 3 “04/07/1868” is not a date; write year, month and day as 1868-12-31.",
      "4:2 Column first lit: row 4 “circa 1870” is not a date; write [1868..1872], or the stretch that it is surely in.",
      "6:2 Column first lit: row 6 “in spring” is not a date; write 1868-12-31, 1868-12, 1868 or [1868..1872].",
      "3:3 Column height (m): row 3 “24 m” is not a figure; the header says the unit: write 24.",
      "4:3 Column height (m): row 4 “tall” is not a figure.",
      "6:3 Column height (m): row 6 “?” says nothing; leave the cell empty where it is not known.",
    ]);
  });

  test("figures that all bear their unit are told where it goes", () => {
    expect(toldOf(["light", "height"], ["A", "31 m"], ["B", "24 m"], ["C", "about 18 m"])).toEqual([
      "2:2 Column height: row 2 “31 m” is not a figure; write height (m) as the header, and 31 here.",
      "3:2 Column height: row 3 “24 m” is not a figure; write height (m) as the header, and 24 here.",
      "4:2 Column height: row 4 “about 18 m” is not a figure; write height (m) as the header, and about 18 here.",
    ]);
  });

  test("a cell that says only that nothing is known is no name", () => {
    expect(toldOf(["light", "keeper"], ["A", "Ilse Brandt"], ["B", "unknown"], ["C", "n/a"])).toEqual([
      "3:2 Column keeper: row 3 “unknown” says nothing; leave the cell empty where it is not known.",
      "4:2 Column keeper: row 4 “n/a” says nothing; leave the cell empty where it is not known.",
    ]);
  });
});

describe("a name that begins with The", () => {
  test("keeps it with its capital where the column names works", () => {
    const { pack, said, findings } = readTable(
      ["play", "author", "year"],
      ["The Salt Wedding", "Ann Rook", "1871"],
      ["Reed Songs", "Bo Finch", "1880"],
      ["The Gale", "Cy Teal", "1893"],
      ["Nets", "Di Swift", "1901"],
    );
    expect(pack.entities.find(({ key }) => key === "the-salt-wedding")).toMatchObject({
      name: "The Salt Wedding",
      article: null,
    });
    expect(said).toContain("Ann Rook is the author of The Salt Wedding.");
    expect(findings).toEqual([]);
  });

  test("is written small within a sentence where it is the name of anything else", () => {
    const { pack } = readTable(["inn", "keeper"], ["The Old Monk", "Ann Rook"], ["The Mermaid", "Bo Finch"]);
    expect(pack.entities.find(({ key }) => key === "the-old-monk")).toMatchObject({ name: "Old Monk", article: "the" });
  });

  test("and that this was guessed is said", () => {
    const made = packFromTable(
      [
        ["inn", "keeper"],
        ["The Old Monk", "Ann Rook"],
        ["Oar", "Bo Finch"],
      ],
      aboutTable,
    );
    expect("notes" in made && made.notes).toEqual([
      "Within a sentence these stand as “the Old Monk”: Old Monk. Where a The belongs to the name, write it there and take article away.",
    ]);
  });
});

describe("a header that ends in of", () => {
  test.each<[string, Rows, string]>([
    [
      "says what its things are of the cell",
      [
        ["person", "warden of"],
        ["Ann Rook", "Low Marsh"],
        ["Bo Finch", "High Fen"],
        ["Cy Teal", "Reed Isle"],
        ["Di Swift", "Salt Flat"],
      ],
      "Who was the warden of Low Marsh, according to the table “The coast” of 27 May 2024?",
    ],
    [
      "or of which several stand in a cell",
      [
        ["person", "member of"],
        ["Ann Rook", "Rope Guild; Salt Guild"],
        ["Bo Finch", "Rope Guild"],
        ["Cy Teal", "Net Guild; Oar Guild"],
        ["Di Swift", "Sail Guild"],
      ],
      "Of which of these does the table “The coast” name Bo Finch as a member?",
    ],
  ])("%s", (_, rows, stem) => {
    const { said, findings, texts } = readTable(...rows);
    expect(said).toContain(stem);
    expect(texts).not.toMatch(/\bof of\b|ofs\b/);
    expect(findings).toEqual([]);
  });

  test.each([
    ["name", "warden of"],
    ["warden", "warden of"],
  ])("or was from when to when (%s, %s)", (holder, held) => {
    const { pack, said, findings, texts } = readTable(
      [holder, held, "from", "to"],
      ["Ann Rook", "Low Marsh", "1868-09-12", "1885-04-30"],
      ["Bo Finch", "Low Marsh", "1885-04-30", "1902-11-02"],
      ["Cy Teal", "Low Marsh", "1902-11-02", "1921-05-03"],
      ["Di Swift", "Low Marsh", "1921-05-03", "open"],
    );
    expect(pack.relations[0]).toMatchObject({ key: "warden", noun: ["warden", "wardens"] });
    expect(said).toContain("On which date did Bo Finch become warden of Low Marsh?");
    expect(texts).not.toMatch(/\bof of\b|ofs\b|names? of\b/);
    expect(findings).toEqual([]);
  });
});

test.each([
  ["warden", "office"],
  ["holder", "post"],
  ["name", "title"],
])("an office that bears its name is held by that name alone (%s, %s)", (holder, held) => {
  const { said, findings, texts } = readTable(
    [holder, held, "from", "to"],
    ["Ann Rook", "Warden of the Low Marsh", "1868-09-12", "1885-04-30"],
    ["Bo Finch", "Warden of the Low Marsh", "1885-04-30", "1902-11-02"],
    ["Cy Teal", "Warden of the Low Marsh", "1902-11-02", "1921-05-03"],
    ["Di Swift", "Warden of the Low Marsh", "1921-05-03", "open"],
  );
  expect(said).toContain("On which date did Bo Finch become Warden of the Low Marsh?");
  expect(said.some((stem) => /^Who was Warden of the Low Marsh on \d/.test(stem))).toBe(true);
  expect(texts).not.toMatch(/wardens? of \{o\}|holders? of \{o\}|names? of \{o\}/);
  expect(findings).toEqual([]);
});

test("the plural of a noun with of is that of its head, and a number of things counts them", () => {
  const { said } = readTable(
    ["state", "head of state", "number of lamps"],
    ["Orland", "Ann Rook", "4"],
    ["Virland", "Bo Finch; Cy Teal", "8"],
    ["Seinland", "Di Swift", "5"],
  );
  expect(said).toContain("How many lamps does Orland have?");
  expect(said.join("\n")).toContain("heads of state");
  expect(said.join("\n")).not.toContain("head of states");
});
