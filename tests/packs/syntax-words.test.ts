import { describe, expect, test } from "vitest";
import { readPack } from "@/lib/packs/read-pack.ts";
import { lanternIslesFiles } from "@/tests/support/fictional-pack.ts";

/** The problems of the Lantern Isles after one change to a file. */
function problemsWith(path: string, find: string, put: string) {
  const files = lanternIslesFiles();
  expect(files.find((file) => file.path === path)!.text.split(find).length - 1, find).toBeGreaterThan(0);
  const { problems } = readPack(
    files.map((file) => (file.path === path ? { path, text: file.text.replace(find, put) } : file)),
  );
  return problems.map(({ code, file, message }) => `${file} ${code}: ${message}`);
}

describe("a file that cannot be read is said alone, once, with its cure", () => {
  test("a tab at the start of a line", () => {
    expect(problemsWith("relations.yaml", "\n  object:", "\n\tobject:")).toEqual([
      "relations.yaml syntax: A tab is not allowed here, use blanks.",
    ]);
  });

  test("a colon in a text without quotes", () => {
    expect(problemsWith("pack.yaml", "\nnotice: ", "\nnotice: Mine: not checked: ")).toEqual([
      expect.stringMatching(/^pack\.yaml syntax: A text that holds a colon goes in quotes: "Mine: not checked/),
    ]);
  });

  test("a sentence that begins with a slot, without quotes", () => {
    expect(
      problemsWith("relations.yaml", /fact: "\{s\}.*"/.exec(relations())![0], "fact: {s} kept {o} {when}."),
    ).toEqual(['relations.yaml syntax: A sentence that begins with { goes in quotes: "{s} kept {o} {when}.".']);
  });
});

test.each(["no", "false"])("a truth is said as %s", (word) => {
  expect(problemsWith("relations.yaml", "temporal: false", `temporal: ${word}`)).toEqual([]);
});

test("a figure with a comma says how it is written", () => {
  expect(problemsWith("facts.yaml", "number: 17, unit", "number: 4,000, unit")).toEqual([
    "facts.yaml unknown-field: There is no field 000 here. Write 4000, without a comma.",
  ]);
});

function relations(): string {
  return lanternIslesFiles().find(({ path }) => path === "relations.yaml")!.text;
}
