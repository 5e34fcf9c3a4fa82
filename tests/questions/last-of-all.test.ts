import { expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { readPack } from "@/lib/packs/read-pack.ts";
import { questionsOf } from "@/lib/questions/bank.ts";
import { findingsOfPack } from "@/lib/questions/checks/checks.ts";
import { lanternIslesFiles } from "@/tests/support/fictional-pack.ts";

const askLast = (put: string) => {
  const files = lanternIslesFiles().map(({ path, text }) => ({
    path,
    text: path === "relations.yaml" ? text.replace(/ask_last: "[^"]*"/, `ask_last: "${put}"`) : text,
  }));
  return indexPack(readPack(files).pack!);
};

test.each([
  ["Who was the last keeper of {o}, according to {source}?", "was the last."],
  ["Who was the most recent keeper of {o}, {scope}?", "was the most recent."],
])("the Why of %s says %s", (frame, said) => {
  const facts = askLast(frame);
  const word = said.replace(/^was the |\.$/g, "");
  const asked = [...questionsOf(facts, { seed: "1", forms: ["Q5"] })].filter(({ stem }) =>
    stem.includes(` ${word} keeper`),
  );
  expect(asked.length).toBeGreaterThan(0);
  for (const { why } of asked) expect(why).toContain(said);
  expect([...findingsOfPack(facts, "1")]).toEqual([]);
});
