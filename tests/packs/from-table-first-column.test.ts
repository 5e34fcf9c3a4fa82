/** The first column of a table stays what the other columns speak of, also where a column beside it says who held it from when to when. */
import { describe, expect, test } from "vitest";
import { readTable, toldOf } from "@/tests/support/tables.ts";

const lights = [
  ["Skerry Point", "Ilse Brandt", "1981-05-01", "1992-08-14", "31", "1891-05-03"],
  ["Gull Rock", "Oskar Vane", "1984-02-11", "2001-03-02", "24", "1904-11-20"],
  ["Long Sand", "Tove Lindholm", "1990-06-07", "present", "40", "1911-02-08"],
  ["Hook Head", "Pelle Orr", "1995-01-09", "2003-04-30", "18", "1887-09-12"],
] as const;
const header = ["lighthouse", "keeper", "from", "to", "height (m)", "first lighting"];
const places = ["gull-rock", "hook-head", "long-sand", "skerry-point"];

describe("the first column stays the subject of all other columns", () => {
  test("where it is a thing and its holder stands beside it", () => {
    const { subjectsOf, stems, findings, pack } = readTable(header, ...lights);
    expect(subjectsOf("height")).toEqual(places);
    expect(subjectsOf("first-lighting")).toEqual(places);
    expect(subjectsOf("keeper")).toEqual(["ilse-brandt", "oskar-vane", "pelle-orr", "tove-lindholm"]);
    expect(pack.facts.find(({ subject }) => subject === "tove-lindholm")).toMatchObject({ to: { kind: "open" } });
    expect(stems).toContain("On which date did Oskar Vane become keeper of Gull Rock?");
    expect(stems.some((stem) => stem.startsWith("What is the height of Gull Rock"))).toBe(true);
    expect(findings).toEqual([]);
  });

  test("where it has several holders, a row each, and the other cells are left empty after the first", () => {
    const { subjectsOf } = readTable(header, ...lights, ["Gull Rock", "Ada Pell", "2001-03-02", "", "", ""]);
    expect(subjectsOf("height")).toEqual(places);
    expect(subjectsOf("keeper")).toContain("ada-pell");
  });

  test("where nobody is named beside one of them", () => {
    const { subjectsOf } = readTable(header, ...lights, ["Reed Isle", "", "", "", "12", "1899"]);
    expect(subjectsOf("height")).toContain("reed-isle");
    expect(subjectsOf("keeper")).toHaveLength(4);
  });

  test("where another column stands between the holder and its beginning", () => {
    const rows = lights.map(([light, keeper, ...rest]) => [light, keeper, light.slice(0, 4), ...rest]);
    const { subjectsOf } = readTable(["lighthouse", "keeper", "colour", ...header.slice(2)], ...rows);
    expect(subjectsOf("colour")).toEqual(places);
    expect(subjectsOf("keeper")).toContain("oskar-vane");
  });

  test("where it is the one who held what stands beside it", () => {
    const rows = lights.map(([light, keeper, ...rest]) => [keeper, light, ...rest]);
    const { subjectsOf } = readTable(["keeper", "lighthouse", "from", "to", "age", "born"], ...rows);
    expect(subjectsOf("born")).toContain("oskar-vane");
    expect(subjectsOf("keeper")).toContain("oskar-vane");
  });

  test("where no header means people, and the column before the beginning says what it had", () => {
    const { subjectsOf, stems } = readTable(
      ["ferry", "route", "from", "to", "length (m)"],
      ["Petrel", "Long Sound", "1901-02-03", "1910-04-05", "31"],
      ["Gannet", "Short Sound", "1903-02-03", "1911-04-05", "35"],
      ["Auk", "Long Sound", "1912-02-03", "1920-04-05", "38"],
    );
    expect(subjectsOf("length")).toEqual(["auk", "gannet", "petrel"]);
    expect(stems.some((stem) => stem.startsWith("What is the length of Petrel"))).toBe(true);
  });
});

describe("whom a beginning and an end belong to is not guessed where it cannot be told", () => {
  test("between two who may have held it", () => {
    const rows = lights.map(([light, keeper, from, to]) => [light, keeper, `${keeper}sen`, "red", from, to]);
    expect(toldOf(["lighthouse", "keeper", "warden", "colour", "from", "to"], ...rows)).toEqual([
      "1:5 Columns keeper and warden: it cannot be told whose from and to these are; write the two beside that column, and the other in a table of its own.",
    ]);
  });

  test("between two people who may each have held the other's office", () => {
    const rows = lights.map(([, keeper, from, to]) => [keeper, `${keeper}sen`, from, to]);
    expect(toldOf(["mayor", "deputy mayor", "from", "to"], ...rows)).toEqual([
      "1:3 Columns mayor and deputy mayor: both name people, and it cannot be told what was held; name the place or the office in a column beside from and to.",
    ]);
  });
});

test("a cell that names several holders, or a time without one, is told", () => {
  expect(
    toldOf(
      header,
      ...lights,
      ["Reed Isle", "Ada Pell; Bo Fisk", "1990", "1991", "12", ""],
      ["Fen", "", "1990", "", "12", ""],
    ),
  ).toEqual([
    "6:2 Column keeper: row 6 “Ada Pell; Bo Fisk” names several; give each a row with its own from and to.",
    "7:2 Column keeper: row 7 names nobody, but has a time; name who held it, or leave from and to empty.",
  ]);
});
