/** Questions made by hand, before the evaluator. */
import path from "node:path";
import { describe, expect, test } from "vitest";
import { faultsOf } from "@/tests/evaluator/judge.ts";
import type { Pack } from "@/tests/evaluator/pack.ts";
import type { Question } from "@/tests/evaluator/question.ts";
import { readFolder } from "@/tests/evaluator/read.ts";

/** The harbour, as the evaluator reads it. */
export const harbour = readFolder(path.join(import.meta.dirname, "../evaluator/harbour"));

/** A question with what is wrong with it, null where it holds; of the harbour unless it says otherwise. */
export type Case = readonly [name: string, question: Question, fault: RegExp | null, pack?: Pack];

/** A group of tests for each table: every question holds, or is caught for its fault. */
export function judgeEach(tables: Readonly<Record<string, readonly Case[]>>): void {
  for (const [group, cases] of Object.entries(tables))
    describe(group, () => {
      for (const [name, question, fault, pack] of cases) test(name, () => expectFault(question, fault, pack));
    });
}

/** That a question holds (null), or has the fault: whatever it says of its receipt, of which a question made by hand has none. */
export function expectFault(question: Question, fault: RegExp | null, pack: Pack = harbour): void {
  const faults = faultsOf(pack, question).filter((one) => one !== "no citation" && !one.endsWith(" is not cited"));
  if (fault === null) expect(faults).toEqual([]);
  else expect(faults.join("\n")).toMatch(fault);
}
