import { describe, expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { packFromTable } from "@/lib/packs/from-table.ts";
import { readPack } from "@/lib/packs/read-pack.ts";
import { questionsOf } from "@/lib/questions/bank.ts";
import { findingsOfPack } from "@/lib/questions/checks/checks.ts";

const about = { key: "t", title: "The keepers", publisher: "P", asOf: "2024-05-27" };

const made = (...rows: readonly (readonly string[])[]) => packFromTable(rows, about);

function read(...rows: readonly (readonly string[])[]) {
  const files = made(...rows);
  if ("problems" in files) throw new Error(JSON.stringify(files.problems));
  const { pack, problems } = readPack(files.files);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const facts = indexPack(pack!);
  const stems = [...questionsOf(facts, { seed: "1" })].map(({ stem }) => stem);
  return { pack: pack!, stems, findings: [...findingsOfPack(facts, "1")] };
}

const keepers = [
  ["Anders Lien", "Norholm Light", "12 September 1868", "30 April 1885"],
  ["Marit Moe", "Norholm Light", "30 April 1885", "November 1902"],
  ["Johan Berg", "Norholm Light", "November 1902", "3 May 1921"],
  ["Olga Strand", "Norholm Light", "3 May 1921", "1939"],
  ["Peder Huus", "Norholm Light", "1939", "still"],
] as const;

describe("a table with a beginning and an end becomes a relation with spans", () => {
  test.each([
    ["from", "to"],
    ["start", "end"],
    ["took over", "handed over"],
    ["Beginning", "End"],
    ["since", "until"],
  ])("under %s and %s", (from, to) => {
    const { pack, stems, findings } = read(["head keeper", "light", from, to], ...keepers);
    expect(pack.relations).toMatchObject([{ key: "head-keeper", temporal: true, subjectsPerObject: "one" }]);
    expect(pack.facts).toHaveLength(5);
    const marit = pack.facts.find(({ subject }) => subject === "marit-moe")!;
    expect([marit.from, marit.to]).toMatchObject([{ date: { edtf: "1885-04-30" } }, { date: { edtf: "1902-11" } }]);
    expect(pack.facts.find(({ subject }) => subject === "peder-huus")).toMatchObject({
      to: { kind: "open" },
      asOf: { edtf: "2024-05-27" },
    });
    expect(stems).toContain("On which date did Marit Moe become head keeper of Norholm Light?");
    expect(stems.some((stem) => /^Who was head keeper of Norholm Light on \d/.test(stem))).toBe(true);
    expect(findings.map(({ message, frame }) => `${frame}: ${message}`)).toEqual([]);
  });

  test("where what is held comes first, and is named in several rows", () => {
    const rows = keepers.map(([keeper, light, from, to]) => [light, keeper, from, to]);
    const { pack, stems } = read(["light", "head keeper", "from", "to"], ...rows);
    expect(pack.facts.every(({ object }) => object.kind === "entity" && object.entity === "norholm-light")).toBe(true);
    expect(stems).toContain("On which date did Marit Moe become head keeper of Norholm Light?");
  });

  test("a thing that holds is no person", () => {
    const { stems } = read(
      ["country", "capital", "from", "to"],
      ["Orland", "Vire", "1800-01-02", "1850-03-04"],
      ["Orland", "Seine", "1850-03-04", "1900-05-06"],
      ["Orland", "Loir", "1900-05-06", "1950-07-08"],
      ["Orland", "Aune", "1950-07-08", ""],
    );
    expect(stems.some((stem) => /^Which capital was that of Orland on \d/.test(stem))).toBe(true);
    expect(stems).toContain("On which date did Seine become the capital of Orland?");
  });

  test("one who held it twice has two facts, and what else is said of both rows is said once", () => {
    const { pack } = read(
      ["mayor", "town", "from", "to", "party"],
      ["Ada Pell", "Harrow", "1990-01-10", "1996-05-02", "Rope"],
      ["Bruno Keel", "Harrow", "1996-05-02", "2001-03-01", "Salt"],
      ["Ada Pell", "Harrow", "2001-03-01", "", "Rope"],
    );
    expect(pack.facts.filter(({ relation }) => relation === "mayor")).toHaveLength(3);
    expect(pack.facts.filter(({ relation }) => relation === "party")).toHaveLength(2);
  });

  test("two who surely held it at once are not taken for one at a time", () => {
    const { pack } = read(
      ["mayor", "town", "from", "to"],
      ["Ada Pell", "Harrow", "1990-01-10", "1996-05-02"],
      ["Bruno Keel", "Harrow", "1992-05-02", "2001-03-01"],
    );
    expect(pack.relations[0]!.subjectsPerObject).toBe("many");
  });

  test("a person whose rows differ in another column is told", () => {
    const result = made(
      ["mayor", "town", "from", "to", "party"],
      ["Ada Pell", "Harrow", "1990", "1996", "Rope"],
      ["Ada Pell", "Harrow", "2001", "2005", "Salt"],
    );
    expect("problems" in result && result.problems).toEqual([
      { row: 3, column: 5, message: "Row 2 gives “Rope” for Ada Pell already." },
    ]);
  });

  test("a cell that is neither a date nor open is told, and so is an end before its beginning", () => {
    const result = made(
      ["mayor", "town", "from", "to"],
      ["Ada Pell", "Harrow", "1990", "1996"],
      ["Bruno Keel", "Harrow", "1996", "soon"],
      ["Clara Voss", "Harrow", "2001", "1999"],
    );
    expect("problems" in result && result.problems).toEqual([
      { row: 3, column: 4, message: "Column to: row 3 “soon” is not a date; write open where it still holds." },
      { row: 4, column: 4, message: "It ends (1999) before it begins (2001)." },
    ]);
  });

  test("a date that is only about right is told how it is written", () => {
    const result = made(
      ["mayor", "town", "from", "to", "born"],
      ["Ada Pell", "Harrow", "1490", "c. 1502", "1460"],
      ["Bruno Keel", "Harrow", "1502", "1510", "about 1470"],
      ["Clara Voss", "Harrow", "1510", "1515", "1475"],
    );
    expect("problems" in result && result.problems).toEqual([
      {
        row: 2,
        column: 4,
        message: "Column to: row 2 “c. 1502” is not a date; write [1500..1504], or the stretch that it is surely in.",
      },
      {
        row: 3,
        column: 5,
        message:
          "Column born: row 3 “about 1470” is not a date; write [1468..1472], or the stretch that it is surely in.",
      },
    ]);
  });

  test("a date of a spelling that can mean two days is no name", () => {
    const result = made(["light", "opened"], ["Norholm", "04/07/1868"], ["Tern Rock", "05/06/1891"]);
    expect("problems" in result && result.problems).toEqual([
      {
        row: 2,
        column: 2,
        message: "Column opened: row 2 “04/07/1868” is not a date; write year, month and day as 1868-12-31.",
      },
      {
        row: 3,
        column: 2,
        message: "Column opened: row 3 “05/06/1891” is not a date; write year, month and day as 1868-12-31.",
      },
    ]);
  });

  test.each([
    ["July 14, 1871", "1871-07-14"],
    ["14 Jul 1871", "1871-07-14"],
    ["14th July 1871", "1871-07-14"],
    ["Sept 1871", "1871-09"],
  ])("%s is a date", (text, edtf) => {
    const { pack } = read(["light", "opened"], ["Norholm", text], ["Tern Rock", "1891"]);
    expect(pack.facts.map(({ object }) => object.kind === "date" && object.date.edtf)).toContain(edtf);
  });

  test("columns of that name that hold no dates are what they were", () => {
    const { pack } = read(["ferry", "from", "to"], ["Petrel", "Orne", "Vire"], ["Gannet", "Seine", "Loir"]);
    expect(pack.relations.map(({ temporal }) => temporal)).toEqual([false, false]);
  });

  test("without a column of what was held, the two ends are dates of their own", () => {
    const { stems, findings } = read(
      ["mayor", "from", "to"],
      ["Ada Pell", "1990-01-10", "1996-05-02"],
      ["Bruno Keel", "1996-05-02", "2001-03-01"],
      ["Clara Voss", "2001-03-01", "2007-04-05"],
    );
    expect(stems).toContain("On which date did the time of Bruno Keel as mayor begin?");
    expect(stems).toContain("On which date did the time of Bruno Keel as mayor end?");
    expect(findings).toEqual([]);
  });
});

test("a row without a beginning is told, one with neither end is amiss, and the table is named with its date", () => {
  const head = ["lighthouse", "keeper", "from", "to"];
  const rows = [head, ["Gull Rock", "Oskar Vane", "1990", "open"], ["Long Sand", "Tove Lindholm", "", "open"]];
  const files = made(...rows);
  expect("notes" in files && files.notes).toContainEqual(expect.stringContaining("Row 3: since when Tove Lindholm"));
  const { pack, stems } = read(...rows);
  expect(pack.sources[0]!.inStem).toBe("the table “The keepers” of 27 May 2024");
  expect(stems.filter((stem) => stem.includes("Long Sand"))).toEqual([]);
  const amiss = made(...rows, ["Hook Head", "Pelle Aström", "", ""]);
  expect("problems" in amiss && amiss.problems).toMatchObject([{ row: 4, column: 3 }]);
});
