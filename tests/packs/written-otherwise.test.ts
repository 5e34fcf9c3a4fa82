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

test.each([
  ["from: 2015-03-02", "from: 2 March 2015", "Not a date: 2 March 2015. Write 2015-03-02."],
  ["from: 2015-03-02", "from: March 2015", "Not a date: March 2015. Write 2015-03."],
  [
    "from: 2015-03-02",
    "from: about 2015",
    "Not a date: about 2015. Write [2013..2017], or the stretch that it is surely in.",
  ],
  ["from: 2015-03-02", "from: soon", "Not a date: soon. Write 2018-11-26, 2018-11, 2018 or [2021-05-06..2022-05-10]."],
  ["to: open", "to: present", "Not a date: present. Write open, with as_of, where it still held."],
])("a date written otherwise: %s as %s", (right, written, message) => {
  expect(messagesWith("facts.yaml", right, written)).toContainEqual(`impossible-date: ${message}`);
});

test.each([
  ["circa", "about"],
  ["over", "more_than"],
  ["~", "about"],
])("a qualifier as %s", (written, meant) => {
  const found = messagesWith("facts.yaml", height, `o: { number: 28.5, qualifier: "${written}", unit: metres }`);
  expect(found).toEqual([
    `bad-value: One of these is expected here: exact, about, more_than, less_than, at_least, at_most. Did you mean ${meant}?`,
  ]);
});

test.each([["cite: almanac"], ['cite: ["almanac, Heights"]'], ["cite: [almanac]"]])("a citation as %s", (written) => {
  expect(
    messagesWith(
      "facts.yaml",
      `${height}, topic: lights, cite: [{ source: almanac, at: Heights }]`,
      `${height}, topic: lights, ${written}`,
    ),
  ).toEqual(["bad-value: A source and the place in it are expected here: cite: [{ source: almanac, at: page 3 }]."]);
});

test("a thing in the place of the fact that it stands in", () => {
  expect(messagesWith("lists.yaml", "facts: [shipped-wool-leaflet,", "facts: [wool,").join("\n")).toMatch(
    /unknown-fact: No fact has the key wool\. That is an entity; it stands in shipped-wool-\w+/,
  );
});

test("a unit in the place of a type", () => {
  expect(messagesWith("relations.yaml", "object: [number]", "object: [metres]").join("\n")).toContain(
    "No type has the key metres. A type of things, date or number is expected here; a unit stands with each number.",
  );
});

test("a complete list as true", () => {
  expect(messagesWith("lists.yaml", "complete: yes", "complete: true")).toEqual([]);
});

test.each([
  ['fact: "{s.past} {when}."', 'fact: "{s.past} in {o}."', "{o} already brings its preposition; take out “in”."],
  ['ask_date: "{wh_date}', 'ask_date: "In {wh_date}', "{wh_date} already brings its preposition; take out “In”."],
])("a preposition before a slot that brings one (%s)", (right, written, message) => {
  expect(messagesWith("relations.yaml", right, written)).toContainEqual(`double-preposition: ${message}`);
});

test("an article before a slot whose names have one, some of them", () => {
  expect(
    messagesWith(
      "relations.yaml",
      'ask_object: "On which isle does {s} stand?"',
      'ask_object: "On which isle does the {s} stand?"',
    ),
  ).toEqual([]);
  const files = lanternIslesFiles().map((one) => ({
    ...one,
    text: one.text
      .replace('ask_object: "On which isle does {s} stand?"', 'ask_object: "On which isle does the {s} stand?"')
      .replace("name: Old Skerry Light }", "name: Old Skerry Light, article: the }"),
  }));
  expect(readPack(files).problems.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    "double-article: {s} brings the article of its name: take out “the”, or give article: the to every name of the type.",
  ]);
});

test("a name that begins with The and has an article, too", () => {
  expect(
    messagesWith("entities.yaml", "name: Old Skerry Light }", "name: The Old Skerry Light, article: the }"),
  ).toEqual([
    "double-article: The name has its The and an article: write name: Old Skerry Light with article: the, or, of a title, the name without article.",
  ]);
});

test("a gloss that begins as a heading", () => {
  expect(messagesWith("lists.yaml", "gloss: the keepers of Skerry Point", "gloss: Keepers of Skerry Point")).toEqual([
    "gloss-capital: The gloss stands within a sentence, as in “X is not among …”: begin it in lower case, with its article: the keepers …",
  ]);
});
