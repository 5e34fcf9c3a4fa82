import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { packFromTable } from "@/lib/packs/from-table.ts";
import { verify } from "@/scripts/lib/pack-verify.ts";
import { rowsIn } from "@/scripts/lib/table-rows.ts";
import { lanternIslesFiles } from "@/tests/support/fictional-pack.ts";

let folder: string;
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "recite-verify-"));
  for (const { path: name, text } of lanternIslesFiles()) writeFileSync(path.join(folder, name), text);
  said = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

test("verify says what is to be mended apart from what may be said in other words or in another document", () => {
  const copy = path.join(folder, "copy.txt");
  writeFileSync(copy, "Nothing of it.\n");
  expect(verify([folder, "--source", `almanac=${copy}`])).toBe(1);
  const sum = said.find((line) => line.includes("citations"))!;
  expect(sum).toMatch(
    /^almanac: \d+ citations looked up\. Not at their place: \d+ dates or numbers, to be mended; \d+ names, which may be there in other words; \d+ dates or numbers of facts that cite another document too\./,
  );
});

test("verify says which copies were not given", () => {
  expect(verify([folder])).toBe(0);
  const sources = readFileSync(path.join(folder, "sources.yaml"), "utf8").match(/key: /g)!.length;
  expect(said.filter((line) => line.includes("no copy given: --source")).length).toBe(sources);
});

test("what was not found is told with the place that was searched", () => {
  const copy = path.join(folder, "copy.txt");
  writeFileSync(copy, "Keepers of Skerry Point\nNobody.\n");
  verify([folder, "--source", `almanac=${copy}`]);
  expect(said.some((line) => /searched: the passage under “Keepers of Skerry Point”/.test(line))).toBe(true);
  expect(said.some((line) => /searched: the whole document, for the place was not found/.test(line))).toBe(true);
});

test("places that the document does not have are listed and counted, each once", () => {
  const copy = path.join(folder, "copy.txt");
  writeFileSync(copy, "Nothing of it.\n");
  verify([folder, "--source", `almanac=${copy}`]);
  const listed = said.filter((line) => line.includes("this place was not found by its words"));
  expect(listed.length).toBeGreaterThan(3);
  expect(new Set(listed).size).toBe(listed.length);
  expect(said.find((line) => line.includes("citations"))).toContain(`${listed.length} places were not found.`);
});

test("a table is looked in by its rows, whatever the figures beside a comma", () => {
  const table = path.join(folder, "made.csv");
  writeFileSync(table, "light,height (m),first lit\nGull Rock,61,1926-06-07\nLong Sand,18,1911-02\n");
  const pack = packFromTable(rowsIn(readFileSync(table, "utf8"), table), {
    ...{ key: "made", title: "Lights", publisher: "P", asOf: "2021" },
  });
  if ("problems" in pack) throw new Error(JSON.stringify(pack.problems));
  const made = path.join(folder, "made");
  mkdirSync(made);
  for (const { path: name, text } of pack.files) writeFileSync(path.join(made, name), text);
  expect(verify([made, "--source", `s1=${table}`])).toBe(0);
  expect(said.at(-1)).toContain("0 dates or numbers, to be mended; 0 names");
  expect(said.at(-1)).toContain("0 places were not found.");
  // In another row it is not found.
  writeFileSync(table, "light,height (m),first lit\nGull Rock,18,1926-06-07\nLong Sand,61,1911-02\n");
  expect(verify([made, "--source", `s1=${table}`])).toBe(1);
});
