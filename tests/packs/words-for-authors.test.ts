import { expect, test } from "vitest";
import { readPack } from "@/lib/packs/read-pack.ts";
import { lanternIslesFiles } from "@/tests/support/fictional-pack.ts";

/** The problems of the Lantern Isles after one change to a file. */
function problemsWith(path: string, find: string | RegExp, put: string) {
  const files = lanternIslesFiles().map((file) =>
    file.path === path ? { path, text: file.text.replace(find, () => put) } : file,
  );
  expect(files).not.toEqual(lanternIslesFiles());
  return readPack(files).problems.map(({ code, message }) => `${code}: ${message}`);
}

test("a frame without its time is told what the relation is, and what to write if it is not", () => {
  expect(problemsWith("relations.yaml", "had kept {o}, {scope}?", "had kept {o}?")).toContain(
    "missing-slot: ask_members_of_object needs {scope}: this relation is temporal; write temporal: false if it never changes. Or {source}, of a list that says whom the document names.",
  );
});

test("a sentence of a fact without its time is told the same", () => {
  const found = problemsWith("relations.yaml", /fact: "\{s\} kept[^"]*"/, 'fact: "{s} kept {o}."');
  expect(found).toContain(
    "missing-slot: fact needs {when}: this relation is temporal; write temporal: false if it never changes.",
  );
});

test("names that are alike are given as a line to copy, the whole group", () => {
  const problems = problemsWith("pack.yaml", /distinct:[\s\S]*?(?=\n\w|$)/, "");
  const alike = problems.filter((problem) => problem.startsWith("alike:"));
  expect(alike.length).toBeGreaterThan(0);
  for (const problem of alike)
    expect(problem).toMatch(
      /where all of them are different things, add under distinct in pack\.yaml: - \[[a-z0-9-]+(?:, [a-z0-9-]+)+\]$/,
    );
});
