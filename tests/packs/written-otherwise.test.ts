/** What an author writes in place of a key is answered with what to write: a figure, a date, the name of the thing. */
import { expect, test } from "vitest";
import { readPack } from "@/lib/packs/read-pack.ts";
import { lanternIslesFiles } from "@/tests/support/fictional-pack.ts";

function messagesWith(file: string, find: string, put: string): string[] {
  const files = lanternIslesFiles().map((one) =>
    one.path === file ? { ...one, text: one.text.replace(find, () => put) } : one,
  );
  expect(files).not.toEqual(lanternIslesFiles());
  return readPack(files).problems.map(({ code, message }) => `${code}: ${message}`);
}

const height = "o: { number: 28.5, unit: metres }";

test.each([
  ["o: 28.5", "A number is written o: { number: 28.5 }, with its unit if it has one."],
  ["o: about 28", "A number is written o: { number: 28, qualifier: about }, with its unit if it has one."],
  ["o: 28 metres", "A number is written o: { number: 28, unit: metres }."],
  ["o: 1911", "A number is written o: { number: 1911 }, with its unit if it has one, a year o: { date: 1911 }."],
])("a number as %s", (written, hint) => {
  expect(messagesWith("facts.yaml", height, written)).toContainEqual(
    `unknown-entity: No entity has the key ${written.slice(3)}. ${hint}`,
  );
});

test("a date as a bare word", () => {
  const found = messagesWith("facts.yaml", "o: { date: 1953-02-01 }", "o: 1 February 1953");
  expect(found).toContain(
    "unknown-entity: No entity has the key 1 February 1953. A date is written o: { date: 1953-02-01 }.",
  );
});

test("a thing by its name", () => {
  expect(
    messagesWith("facts.yaml", "s: skerry-light, r: stands-on", "s: Old Skerry Light, r: stands-on"),
  ).toContainEqual("unknown-entity: No entity has the key Old Skerry Light. That is the name of skerry-light.");
});
