/** Faults planted in a good pack (`planted-faults.yaml`): each is found where it stands, and all of them at once. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type PackFile, readPack } from "@/lib/packs/read-pack.ts";
import { lanternIslesFiles } from "@/tests/support/fictional-pack.ts";

type Fault = {
  readonly name: string;
  readonly code: string;
  readonly severity?: "warning";
  readonly also?: readonly string[];
  readonly file: string;
  readonly find: string;
  readonly put: string;
};

const faults: readonly Fault[] = parse(readFileSync(path.join(import.meta.dirname, "planted-faults.yaml"), "utf8"));

/** The files with faults planted, and where each is expected. */
function planted(list: readonly Fault[]): { files: PackFile[]; places: { line: number; column: number }[] } {
  const texts = new Map(lanternIslesFiles().map((file) => [file.path, file.text]));
  list.forEach(({ name, file, find, put }, index) => {
    const text = texts.get(file)!;
    expect(text.split(find).length, `${name}: “${find}” stands once in ${file}`).toBe(2);
    // Each mark gets the number of its fault, so that later edits may move it.
    texts.set(
      file,
      text.replace(find, () => put.replace("‸", `‸${index}‸`)),
    );
  });
  const places: { line: number; column: number }[] = [];
  const files = [...texts].map(([file, text]) => {
    let clean = "";
    let rest = text;
    for (let mark = /‸(\d+)‸/.exec(rest); mark; mark = /‸(\d+)‸/.exec(rest)) {
      clean += rest.slice(0, mark.index);
      rest = rest.slice(mark.index + mark[0].length);
      const lines = clean.split("\n");
      places[Number(mark[1])] = { line: lines.length, column: lines.at(-1)!.length + 1 };
    }
    return { path: file, text: clean + rest };
  });
  return { files, places };
}

test("the good pack has no problem at all", () => {
  const { pack, problems } = readPack(lanternIslesFiles());
  expect(problems).toEqual([]);
  expect(pack?.facts.length).toBe(35);
});

describe("a planted fault is found at its file, line and column, and nothing else is", () => {
  test.each(faults)("$name", (fault) => {
    const { files, places } = planted([fault]);
    const { pack, problems } = readPack(files);
    const { severity = "error", code, file } = fault;
    expect(problems).toContainEqual(expect.objectContaining({ severity, code, file, ...places[0] }));
    expect(problems.map((problem) => problem.code).sort()).toEqual([code, ...(fault.also ?? [])].sort());
    expect(pack === null).toBe(problems.some((problem) => problem.severity === "error"));
  });
});

test(`all ${faults.length} faults are listed at once, in the order of their places`, () => {
  const { files, places } = planted(faults);
  const { pack, problems } = readPack(files);
  expect(pack).toBeNull();
  const found = new Set(problems.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`));
  const missed = faults
    .map(({ code, file }, index) => `${code} ${file}:${places[index]!.line}:${places[index]!.column}`)
    .filter((place) => !found.has(place));
  expect(missed).toEqual([]);
  const order = problems.map(({ file, line, column }) => [file, line, column] as const);
  const sorted = order.toSorted((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1] || a[2] - b[2]));
  expect(order).toEqual(sorted);
});
