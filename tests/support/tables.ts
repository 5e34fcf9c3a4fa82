/** A table as `pack new --from` takes it, for tests: what is told of it, and the pack, the questions and the faults that come of it. */
import { expect } from "vitest";
import { type Facts, indexPack } from "@/lib/facts/facts.ts";
import { packFromTable } from "@/lib/packs/from-table.ts";
import { readPack } from "@/lib/packs/read-pack.ts";
import { questionsOf } from "@/lib/questions/bank.ts";
import { findingsOfPack } from "@/lib/questions/checks/checks.ts";

/** Cells by rows, the headers first. */
export type Rows = readonly (readonly string[])[];

/** What a table is made a pack with. */
export const aboutTable = { key: "t", title: "The coast", publisher: "P", asOf: "2024-05-27" };

/** What is told of a table: "row:column message"; empty where it can be taken. */
export function toldOf(...rows: Rows): string[] {
  const made = packFromTable(rows, aboutTable);
  return "problems" in made ? made.problems.map(({ row, column, message }) => `${row}:${column} ${message}`) : [];
}

/** The facts of a table, ready to be asked about; throws with what is told of it where it cannot be taken. */
export function factsOfTable(...rows: Rows): Facts {
  const made = packFromTable(rows, aboutTable);
  if ("problems" in made) throw new Error(JSON.stringify(made.problems));
  return indexPack(readPack(made.files).pack!);
}

/** The pack of a table, with the texts of its files, its questions and what the checks find in them; throws where it has an error. */
export function readTable(...rows: Rows) {
  const made = packFromTable(rows, aboutTable);
  if ("problems" in made) throw new Error(JSON.stringify(made.problems));
  const { pack, problems } = readPack(made.files);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const facts = indexPack(pack!);
  const questions = [...questionsOf(facts, { seed: "1" })];
  return {
    pack: pack!,
    subjectsOf: (relation: string) =>
      pack!.facts
        .filter((fact) => fact.relation === relation)
        .map(({ subject }) => subject)
        .sort(),
    stems: questions.map(({ stem }) => stem),
    said: questions.flatMap(({ stem, why }) => [stem, why]),
    findings: [...findingsOfPack(facts, "1")].map(({ message, frame }) => `${frame}: ${message}`),
    texts: made.files.map(({ text }) => text).join("\n"),
  };
}
