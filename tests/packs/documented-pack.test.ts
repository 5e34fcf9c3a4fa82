/** The small pack of docs/packs.md works as it stands: what a reader copies has no problem, and asks what the guide says that it asks. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { readPack } from "@/lib/packs/read-pack.ts";
import { questionsOf } from "@/lib/questions/bank.ts";
import { faultsForAuthors, toldToAuthor } from "@/lib/questions/checks/for-authors.ts";

const docs = readFileSync(path.resolve(import.meta.dirname, "../../docs/packs.md"), "utf8");
const section = docs.slice(docs.indexOf("### A whole small pack"), docs.indexOf("### Fields"));
const files = [...section.matchAll(/```yaml\n# ([a-z]+\.yaml)\n([\s\S]*?)```/g)].map(([, name, text]) => ({
  path: name!,
  text: text!,
}));
const { pack, problems } = readPack(files);

test("the pack that the guide prints has no problem in its files or its questions", () => {
  expect(files.map((file) => file.path)).toHaveLength(6);
  expect(problems).toEqual([]);
  expect(faultsForAuthors(indexPack(pack!), "1").map(toldToAuthor)).toEqual([]);
});

test("it asks what the guide quotes", () => {
  const stems = new Set([...questionsOf(indexPack(pack!), { seed: "1" })].map(({ stem }) => stem));
  const quoted = [
    ...section
      .slice(section.indexOf("It asks, among others"))
      .replaceAll("\n", " ")
      .matchAll(/"([^"]+\?)"/g),
  ];
  expect(quoted.length).toBe(3);
  for (const [, stem] of quoted) expect([...stems]).toContain(stem);
});
