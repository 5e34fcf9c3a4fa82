/** A number that is written as people write it is answered with what to write instead. */
import { expect, test } from "vitest";
import { readPack } from "@/lib/packs/read-pack.ts";
import { lanternIslesFiles } from "@/tests/support/fictional-pack.ts";

function messagesWith(written: string): string[] {
  const files = lanternIslesFiles().map((file) => ({
    ...file,
    text: file.text.replace("number: 28.5, unit: metres", () => written),
  }));
  expect(files).not.toEqual(lanternIslesFiles());
  return readPack(files).problems.map(({ code, message }) => `${code}: ${message}`);
}

test.each([
  ["number: about 40, unit: metres", "number: 40, qualifier: about"],
  ["number: ~40, unit: metres", "number: 40, qualifier: about"],
  ["number: c. 40, unit: metres", "number: 40, qualifier: about"],
  ["number: more than 40, unit: metres", "number: 40, qualifier: more_than"],
  ["number: over 40, unit: metres", "number: 40, qualifier: more_than"],
  ["number: fewer than 40, unit: lamps", "number: 40, qualifier: less_than"],
  ["number: at least 40, unit: metres", "number: 40, qualifier: at_least"],
  ["number: up to 40, unit: metres", "number: 40, qualifier: at_most"],
  ["number: 40+, unit: metres", "number: 40, qualifier: at_least"],
  ['number: "4,000", unit: metres', "number: 4000"],
  ["number: 40 metres", "number: 40, unit: metres"],
  ["number: about 40 metres", "number: 40, qualifier: about, unit: metres"],
])("{ %s } is answered with { %s }", (written, right) => {
  expect(messagesWith(written)).toEqual([expect.stringContaining(`Write ${right}.`)]);
});

test("what is no number at all is told how numbers and vague words are written", () => {
  expect(messagesWith("number: several")).toEqual([
    "bad-value: A number is expected here, such as 4000 or 8.5. Words without a figure are written vague: several.",
  ]);
});

test("a qualifier in words is answered with the one that is meant", () => {
  expect(messagesWith("number: 28.5, qualifier: more than, unit: metres")).toEqual([
    "bad-value: One of these is expected here: exact, about, more_than, less_than, at_least, at_most. Did you mean more_than?",
  ]);
});
