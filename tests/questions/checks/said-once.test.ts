import { expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { type PackFile, readPack } from "@/lib/packs/read-pack.ts";
import { questionsOf } from "@/lib/questions/bank.ts";
import { faultsForAuthors } from "@/lib/questions/checks/for-authors.ts";
import { lanternIslesFiles } from "@/tests/support/fictional-pack.ts";

const factsOf = (files: readonly PackFile[]) => {
  const { pack, problems } = readPack(files);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return indexPack(pack!);
};

const isles = (changes: Readonly<Record<string, (text: string) => string>>) =>
  factsOf(lanternIslesFiles().map(({ path, text }) => ({ path, text: changes[path]?.(text) ?? text })));

/** A complete list of the keepers of Skerry Point, whose gloss names no document and no time. */
const keepers = (more = "") => `- key: keepers-of-skerry-point
  gloss: the keepers of Skerry Point
  members: subject
  facts: [kept-orr, kept-vane, kept-brandt, kept-brand, kept-quill]
  complete: yes${more}
  cite: [{ source: almanac, at: Keepers of Skerry Point }]
`;

test("a fault of one frame is said once, with the kinds in which and the facts of which it shows", () => {
  const facts = isles({
    "relations.yaml": (text) => text.replace(/ask_date: "([^"]*)\?"/, 'ask_date: "$1, if not in another year?"'),
  });
  const found = faultsForAuthors(facts, "1").filter(({ check }) => check === 27);
  expect(found.length).toBeGreaterThan(0);
  expect(new Set(found.map(({ message, place }) => `${message} ${place}`)).size).toBe(found.length);
  expect(found[0]).toMatchObject({ place: "frame happened.ask_date", list: null });
  expect(found[0]!.kinds.length).toBeGreaterThan(1);
  expect(found[0]!.facts.length).toBeGreaterThan(1);
});

test("what a list's gloss leaves out is said of the gloss and not of the relation's frame", () => {
  const facts = isles({ "lists.yaml": (text) => keepers() + text });
  const found = faultsForAuthors(facts, "1").filter(({ message }) => message.includes("time"));
  expect(found.length).toBeGreaterThan(0);
  for (const { place, list } of found)
    expect([place, list]).toEqual(["gloss of keepers-of-skerry-point", "keepers-of-skerry-point"]);
});

test("a complete list without an as-of beside a closed relation does not cost the count", () => {
  const counted = (list: string) => {
    const facts = isles({
      "relations.yaml": (text) =>
        text.replace(
          "    fact_open:",
          '    ask_count_of_object: "How many keepers did {o} have {span}?"\n    fact_open:',
        ),
      "lists.yaml": (text) => list + text,
    });
    const found = [...questionsOf(facts, { seed: "1", forms: ["Q9"] })];
    return found.flatMap(({ stem, key }) => (stem.includes("keepers") ? [`${stem} ${key[0]}`] : []));
  };
  expect(counted("").length).toBeGreaterThan(0);
  expect(counted(keepers())).toEqual(counted(""));
});
