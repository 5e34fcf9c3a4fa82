import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { verify } from "@/scripts/lib/pack-verify.ts";
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
