/** Who holds an office without from and to is asked as of the date of the table, never in a present without a time. */
import { describe, expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { packFromTable } from "@/lib/packs/from-table.ts";
import { readPack } from "@/lib/packs/read-pack.ts";
import { questionsOf } from "@/lib/questions/bank.ts";
import { findingsOfPack } from "@/lib/questions/checks/checks.ts";

function read(...rows: readonly (readonly string[])[]) {
  const made = packFromTable(rows, { key: "t", title: "The coast", publisher: "P", asOf: "2024-05-27" });
  if ("problems" in made) throw new Error(JSON.stringify(made.problems));
  const { pack, problems } = readPack(made.files);
  expect(problems).toEqual([]);
  const facts = indexPack(pack!);
  return {
    said: [...questionsOf(facts, { seed: "1" })].flatMap(({ stem, why }) => [stem, why]),
    findings: [...findingsOfPack(facts, "1")].map(({ message, frame }) => `${frame}: ${message}`),
  };
}

const people = ["Ann Rook", "Bo Finch", "Cy Teal", "Di Swift"];
const places = ["Hollin", "Low Marsh", "Reed Isle", "Salt Flat"];

describe("an office without from and to", () => {
  test.each(["director", "mayor", "keeper", "head of state"])("%s", (header) => {
    const { said, findings } = read(["institute", header], ...places.map((place, at) => [place, people[at]!]));
    expect(
      said.some((stem) => stem.startsWith(`Who was the ${header} of Hollin, `) && stem.includes("27 May 2024")),
    ).toBe(true);
    expect(said.filter((stem) => / is the /.test(stem))).toEqual([]);
    expect(findings).toEqual([]);
  });

  test("or whose holder comes first", () => {
    const { said, findings } = read(["person", "warden of"], ...places.map((place, at) => [people[at]!, place]));
    expect(said.some((stem) => stem.startsWith("Who was the warden of Hollin, ") && stem.includes("27 May 2024"))).toBe(
      true,
    );
    expect(said.filter((stem) => / is the /.test(stem))).toEqual([]);
    expect(findings).toEqual([]);
  });
});

test("whoever made a thing is so at all times", () => {
  const { said } = read(["play", "author"], ...places.map((place, at) => [place, people[at]!]));
  expect(said).toContain("Ann Rook is the author of Hollin.");
});
