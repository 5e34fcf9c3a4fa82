/** What the checks find in the questions of a pack, as problems with a place in its files. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Problem } from "../../lib/facts/fact.ts";
import type { Facts } from "../../lib/facts/facts.ts";
import { faultsForAuthors, toldToAuthor } from "../../lib/questions/checks/for-authors.ts";

/** Faults of questions, at the place of the first fact or of the list that words them; each names the frame to be mended, and is said once. */
export function* findingProblems(facts: Facts, folder: string, seed: string): Generator<Problem> {
  for (const fault of faultsForAuthors(facts, seed)) {
    const { check: number, list, facts: of } = fault;
    const first = of[0]!;
    const where = list === null ? placeOf(folder, "facts", first) : placeOf(folder, "lists", list);
    yield { severity: "warning", code: `question-${number}`, ...where, field: first, message: toldToAuthor(fault) };
  }
}

/** Where a record begins: at its key in its file; line 1 where the key is spelled in a way that is not found. */
function placeOf(folder: string, name: string, key: string): { file: string; line: number; column: number } {
  const file = readdirSync(folder).find((one) => new RegExp(`^${name}\\.(ya?ml|json)$`).test(one)) ?? name;
  const text = readFileSync(path.join(folder, file), "utf8");
  const at = new RegExp(`\\bkey"?:\\s*["']?${key}(?=["'\\s,}]|$)`, "m").exec(text)?.index ?? 0;
  const before = text.slice(0, at).split("\n");
  return { file, line: before.length, column: before.at(-1)!.length + 1 };
}
