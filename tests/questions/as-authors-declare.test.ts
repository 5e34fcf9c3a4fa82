import { expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { packFromTable } from "@/lib/packs/from-table.ts";
import { type PackFile, readPack } from "@/lib/packs/read-pack.ts";
import { questionsOf, refusalsOf } from "@/lib/questions/bank.ts";
import { findingsOfPack } from "@/lib/questions/checks/checks.ts";
import { lanternIslesFiles } from "@/tests/support/fictional-pack.ts";

const factsOf = (files: readonly PackFile[]) => {
  const { pack, problems } = readPack(files);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return indexPack(pack!);
};

/** The Lantern Isles with texts replaced, by file. */
const isles = (changes: Readonly<Record<string, readonly [find: string, put: string]>>) =>
  factsOf(
    lanternIslesFiles().map(({ path, text }) => {
      const [find, put] = changes[path] ?? ["", ""];
      expect(text).toContain(find);
      return { path, text: text.replace(find, () => put) };
    }),
  );

const table = (...rows: readonly (readonly string[])[]) => {
  const made = packFromTable(rows, { key: "t", title: "T", publisher: "P", asOf: "2024-05-27" });
  if ("problems" in made) throw new Error(JSON.stringify(made.problems));
  return factsOf(made.files);
};

test("who of several held something is not asked by a stem that names a document and no time", () => {
  const facts = isles({
    "relations.yaml": [
      "Which of these {nouns} had kept {o}, {scope}?",
      "Which of these {nouns} kept {o}, says {source}?",
    ],
  });
  const asked = [...questionsOf(facts, { seed: "1", forms: ["Q7"] })].filter(({ stem }) => stem.includes("kept"));
  expect(asked).toEqual([]);
  expect(refusalsOf(facts, "1").some(({ form, detail }) => form === "Q7" && detail.includes("needs {scope}"))).toBe(
    true,
  );
});

test("a number that the pack holds is not made a second time", () => {
  const facts = table(["light", "period (s)"], ["Norholm", "10"], ["Tern Rock", "5"]);
  for (let seed = 0; seed < 40; seed++)
    for (const { options } of questionsOf(facts, { seed: String(seed), kinds: ["choice"] }))
      expect(new Set(options.map(({ text }) => text)).size).toBe(options.length);
});

test("a false statement may bear a month that was made for it", () => {
  const facts = table(["light", "first lighting"], ["Norholm", "1902-11"], ["Tern Rock", "1891"]);
  for (let seed = 0; seed < 20; seed++)
    expect([...findingsOfPack(facts, String(seed))].filter(({ check }) => check === 5)).toEqual([]);
});

test("a complete list beside a closed relation does not cost the count", () => {
  const counted = (lists: readonly [string, string]) =>
    [
      ...questionsOf(
        isles({
          "relations.yaml": [
            "    fact_open:",
            '    ask_count_of_object: "How many keepers did {o} have {span}?"\n    fact_open:',
          ],
          "lists.yaml": lists,
        }),
        { seed: "1", forms: ["Q9"] },
      ),
    ].flatMap(({ stem, key }) => (stem.includes("keepers") ? [`${stem} ${key[0]}`] : []));
  const alone = counted(["", ""]);
  expect(alone.length).toBeGreaterThan(0);
  const list = `- key: keepers-of-skerry-point
  gloss: keepers of Skerry Point whom the almanac of 2021 names
  members: subject
  facts: [kept-orr, kept-vane, kept-brandt, kept-brand, kept-quill]
  complete: yes
  as_of: 2021-06-30
  cite: [{ source: almanac, at: Keepers of Skerry Point }]
- key: `;
  expect(counted(["- key: ", list])).toEqual(alone);
});
