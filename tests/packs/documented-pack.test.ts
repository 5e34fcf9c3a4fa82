/** The small pack of docs/packs.md works as it stands: what a reader copies has no problem, and asks what the guide says that it asks. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { packFromTable } from "@/lib/packs/from-table.ts";
import { readPack } from "@/lib/packs/read-pack.ts";
import { questionsOf } from "@/lib/questions/bank.ts";
import { faultsForAuthors, toldToAuthor } from "@/lib/questions/checks/for-authors.ts";
import { packCommands, usageOf } from "@/scripts/lib/pack-usage.ts";

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

test("the table that the guide prints becomes a pack without a problem", () => {
  const table = docs.slice(docs.indexOf("lighthouse,keeper"));
  const rows = table
    .slice(0, table.indexOf("\n```"))
    .split("\n")
    .map((line) => line.split(","));
  const made = packFromTable(rows, { key: "harbour-lights", title: "H", publisher: "P", asOf: "2021-06-30" });
  if ("problems" in made) throw new Error(JSON.stringify(made.problems));
  const read = readPack(made.files);
  expect(read.problems).toEqual([]);
  expect(faultsForAuthors(indexPack(read.pack!), "1")).toEqual([]);
  expect([...questionsOf(indexPack(read.pack!), { seed: "1" })].length).toBeGreaterThan(20);
});

test("every option of every command for packs is in the guide", () => {
  const options = packCommands.flatMap((name) => usageOf(name).match(/--[a-z-]+/g) ?? []);
  expect(options).toContain("--as-of");
  expect([...new Set(options)].filter((option) => !docs.includes(`${option}`))).toEqual([]);
});
