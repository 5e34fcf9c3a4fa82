/** A fault of questions says by itself what is amiss, in which sentence it shows, and what to mend. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { readPack } from "@/lib/packs/read-pack.ts";
import { checks } from "@/lib/questions/checks/checks.ts";
import { faultsForAuthors, toldToAuthor } from "@/lib/questions/checks/for-authors.ts";
import { mends } from "@/lib/questions/checks/mends.ts";
import { reedCoastFiles } from "@/tests/support/fictional-pack.ts";

/** What an author is told after one change to a file. */
function toldWith(path: string, find: string, put: string): string[] {
  const files = reedCoastFiles().map((file) =>
    file.path === path ? { path, text: file.text.replace(find, () => put) } : file,
  );
  expect(files).not.toEqual(reedCoastFiles());
  const { pack, problems } = readPack(files);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return faultsForAuthors(indexPack(pack!), "1").map((fault) => `${fault.check}: ${toldToAuthor(fault)}`);
}

test("an article that stands twice is told with its sentence and the word to change", () => {
  const told = toldWith(
    "lists.yaml",
    "gloss: the members of the Guild that the almanac",
    "gloss: the members of the the Guild that the almanac",
  );
  const [first] = told.filter((text) => text.startsWith("31:"));
  expect(first).toMatch(
    /^31: “the the”: the word stands twice; a name with an article brings its own\. In “.* is among the members of the the Guild of Chandlers .*” \(true-false, fact joined-\w+(?: and 1 more)?, gloss of members\)\. Mend: /,
  );
});

test("a fault that every option shows is said once for its frame", () => {
  const told = toldWith("lists.yaml", "members of the Guild", "members of the the Guild");
  const twelve = told.filter((text) => text.startsWith("12:"));
  expect(twelve).toHaveLength(1);
  expect(twelve[0]).toContain("gloss of members");
});

test("a gloss that leaves out the document's date is mended as a gloss", () => {
  const [told] = toldWith("lists.yaml", "that the almanac of 1 May 2020 names", "that the almanac names");
  expect(told).toMatch(/gloss of members\)\. Mend: Word the gloss .* as its `in_stem` does\.$/);
});

test("a sentence that is no stem is shown where the fault is in it", () => {
  const told = toldWith("relations.yaml", 'fact: "{s} is {o} high."', 'fact: "{s} is of of {o} high."');
  expect(told.find((text) => text.startsWith("37:"))).toMatch(
    /In “(?:According to [^“]*, )?\w+ Light is of of .* high\./,
  );
});

test("every check says what an author does about it, and docs/packs.md says the same", () => {
  const docs = readFileSync(path.resolve(import.meta.dirname, "../../../docs/packs.md"), "utf8");
  const rows = docs.split("\n").filter((line) => /^\| `question-\d+` \|/.test(line));
  expect(rows).toEqual(
    checks.map(
      ({ number, fails }) => `| \`question-${number}\` | ${fails} | ${mends[number]!.replaceAll("|", "\\|")} |`,
    ),
  );
});
