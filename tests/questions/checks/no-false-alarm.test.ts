/** What an author can do nothing about is no fault: names as they are, rival claims as they are declared, short names in a gloss. */
import { expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { type PackFile, readPack } from "@/lib/packs/read-pack.ts";
import { faultsForAuthors } from "@/lib/questions/checks/for-authors.ts";
import { reedCoastFiles } from "@/tests/support/fictional-pack.ts";

const faultsOf = (files: readonly PackFile[], seed = "1") => {
  const { pack, problems } = readPack(files);
  expect(problems).toEqual([]);
  return faultsForAuthors(indexPack(pack!), seed);
};

/** The faults after one change to a file, without those that the pack has without it. */
const faultsWith = (path: string, find: string, put: string) => {
  const changed = reedCoastFiles().map((file) =>
    file.path === path ? { path, text: file.text.replace(find, () => put) } : file,
  );
  expect(changed).not.toEqual(reedCoastFiles());
  return faultsOf(changed);
};

test.each(["1", "3"])(
  "saints, First Fairs, Least Terns, documents that differ and a gloss with a short name are no faults (seed %s)",
  (seed) => {
    expect(faultsOf(reedCoastFiles(), seed)).toEqual([]);
  },
);

test.each([
  [
    "the first of them that nobody has declared",
    "Which fair, wreck or hunt did {s} open?",
    "Which was the first fair that {s} opened?",
    6,
  ],
  ["one that is emphasised", "Which fair, wreck or hunt did {s} open?", "Which was the FIRST fair that {s} opened?", 6],
  ["a denial that is no name", "Who opened {o} beside", "Who opened {o}, without a licence, beside", 27],
])("%s is found all the same", (_, find, put, check) => {
  expect(faultsWith("relations.yaml", find, put).map((fault) => fault.check)).toContain(check);
});

test.each([
  ["a person's rank", "name: Ann Rook, surname: Rook", "name: Captain Ann Rook, surname: Rook", true],
  ["the name of an inn", "type: work, name: Nets and Ropes", "type: work, name: Captain Noakes", false],
])("the first word of %s", (_, find, put, isRank) => {
  const found = faultsWith("entities.yaml", find, put).filter(({ check }) => check === 11);
  expect(found.length > 0).toBe(isRank);
});

test("“at least” is a bound and no denial", () => {
  const bound = (files: readonly PackFile[]) =>
    files.map(({ path, text }) => ({
      path,
      text: text.replace("number: 44, unit", "number: 44, qualifier: at_least, unit"),
    }));
  const found = faultsOf(bound(reedCoastFiles()));
  expect(found.filter(({ check }) => check === 27)).toEqual([]);
});
