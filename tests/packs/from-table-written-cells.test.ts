/** What a header promises holds for its cells: dates are dates, a stretch has two columns, a figure that may be two is asked about, and a plural is one. */
import { expect, test } from "vitest";
import { packFromTable } from "@/lib/packs/from-table.ts";

const about = { key: "t", title: "The coast", publisher: "P", asOf: "2024-05-27" };
type Rows = readonly (readonly string[])[];

const toldOf = (...rows: Rows) => {
  const made = packFromTable(rows, about);
  return "problems" in made ? made.problems.map(({ row, column, message }) => `${row}:${column} ${message}`) : [];
};

const textsOf = (...rows: Rows) => {
  const made = packFromTable(rows, about);
  if ("problems" in made) throw new Error(JSON.stringify(made.problems));
  return made.files.map(({ text }) => text).join("\n");
};

test.each(["born", "died", "took over", "handed over"])(
  "a column %s holds dates, also where most cells are none",
  (header) => {
    expect(
      toldOf(["keeper", header], ["Ilse Brandt", "long ago"], ["Oskar Vane", "c. 1940"], ["Bo Fisk", "1901"]),
    ).toEqual([
      `2:2 Column ${header}: row 2 “long ago” is not a date; write 1868-12-31, 1868-12, 1868 or [1868..1872].`,
      `3:2 Column ${header}: row 3 “c. 1940” is not a date; write [1938..1942], or the stretch that it is surely in.`,
    ]);
  },
);

test("a beginning and an end hold dates as soon as one cell has a year", () => {
  expect(
    toldOf(
      ["light", "keeper", "from", "to"],
      ["Norholm", "Ilse Brandt", "spring 1901", "c. 1940"],
      ["Tern Rock", "Oskar Vane", "before the war", "today"],
      ["Long Sand", "Bo Fisk", "in her youth", "still"],
    ),
  ).toEqual([
    "2:3 Column from: row 2 “spring 1901” is not a date; write 1868-12-31, 1868-12, 1868 or [1868..1872].",
    "2:4 Column to: row 2 “c. 1940” is not a date; write [1938..1942], or the stretch that it is surely in.",
    "3:3 Column from: row 3 “before the war” is not a date; write 1868-12-31, 1868-12, 1868 or [1868..1872].",
    "4:3 Column from: row 4 “in her youth” is not a date; write 1868-12-31, 1868-12, 1868 or [1868..1872].",
  ]);
});

test.each(["1901-1910", "1901–1910", "1901 - 1910", "1901-present"])(
  "years from one to another (%s) need two columns",
  (text) => {
    expect(
      toldOf(["keeper", "light", "years"], ["Ilse Brandt", "Norholm", text], ["Oskar Vane", "Norholm", "1911"]),
    ).toEqual([`2:3 Column years: row 2 “${text}” is a stretch, not a date; use two columns, from and to.`]);
  },
);

test("a count of years is none", () => {
  expect(toldOf(["light", "years"], ["Norholm", "12"], ["Tern Rock", "7"])).toEqual([]);
});

test("a point and a comma before three figures in one column are asked about", () => {
  expect(
    toldOf(["light", "cost (crowns)"], ["Norholm", "1,200"], ["Tern Rock", "1.200"], ["Long Sand", "2.5"]),
  ).toEqual([
    "3:2 Column cost (crowns): row 3 “1.200” may be 1200 or 1.2 beside “1,200” in row 2; write the one that is meant so.",
  ]);
  expect(toldOf(["light", "cost (crowns)"], ["Norholm", "1.200"], ["Tern Rock", "2.125"])).toEqual([]);
});

test("a plural header with a unit is asked about in the plural", () => {
  const texts = textsOf(["keeper", "tolls (crowns)"], ["Bo Fisk", "31"], ["Ilse Brandt", "40"]);
  expect(texts).toContain("What are the tolls of {s}?");
  expect(texts).toContain("The tolls of {s} are {o}.");
});
