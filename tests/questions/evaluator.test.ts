/**
 * A second opinion on every question: the independent evaluator of tests/evaluator, written from the specification alone, works out the
 * truth of every key and every option again, at every reading, from the pack's files.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readDate } from "@/tests/evaluator/calendar.ts";
import { packFolders, questionsOf } from "@/tests/evaluator/command.ts";
import { faultsOf } from "@/tests/evaluator/judge.ts";
import { readFolder } from "@/tests/evaluator/read.ts";
import { covers, readingsOf, threeValued } from "@/tests/evaluator/readings.ts";

const seeds = ["1", "2", "a third seed"];

test("the evaluator is independent: it imports yaml, node and itself", () => {
  const folder = path.join(import.meta.dirname, "../evaluator");
  const statement = /^(?:import|export)\s(?:[^;"'`]*?\sfrom\s*)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;
  const imported = readdirSync(folder).flatMap((file) =>
    [...readFileSync(path.join(folder, file), "utf8").matchAll(statement)].map(([, a, b]) => (a ?? b)!),
  );
  expect(imported.length).toBeGreaterThan(10);
  expect(imported.filter((one) => !/^(node:[\w/]+|yaml|\.\/[\w-]+\.ts)$/.test(one))).toEqual([]);
});

describe.each(packFolders.map((folder) => [path.basename(folder), folder] as const))("%s", (_, folder) => {
  const pack = readFolder(folder);

  test.each(seeds)("every question of seed %s holds at every reading", { timeout: 120_000 }, async (seed) => {
    const questions = await questionsOf(folder, seed);
    expect(questions.length).toBeGreaterThan(100);
    const faults = questions.flatMap((question) =>
      faultsOf(pack, question).map((fault) => `${question.id} (${question.form}, ${question.kind}): ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  test("the two ways to tell time agree: sure is true in every world, no is false in every world", () => {
    const spans = pack.facts.filter(({ from, to }) => from !== "unknown" || to !== "unknown");
    const days = spans.flatMap(({ from, to }) => [from, to]).filter((bound) => typeof bound !== "string");
    const asked = [...days, ...days.flatMap(({ first, last }) => [first - 1, last + 1].map(dayOf)), pack.asOf];
    expect(spans.length).toBeGreaterThan(0);
    for (const fact of spans)
      for (const stretch of asked) {
        const worlds = new Set(readingsOf(pack).map((reading) => covers(fact, stretch, reading)));
        const said = threeValued(fact, stretch);
        if (said === "sure") expect([...worlds], `${fact.key} ${JSON.stringify(stretch)}`).toEqual(["whole"]);
        else if (said === "no") expect([...worlds], `${fact.key} ${JSON.stringify(stretch)}`).toEqual(["none"]);
        else expect([...worlds], `${fact.key} ${JSON.stringify(stretch)}`).not.toEqual(["whole"]);
      }
  });
});

function dayOf(day: number) {
  return { first: day, last: day };
}

test.each([
  ["2018-11", "2018-11-01", "2018-11-30"],
  ["2024-02", "2024-02-01", "2024-02-29"],
  ["1900-02", "1900-02-01", "1900-02-28"],
  ["2011", "2011-01-01", "2011-12-31"],
  ["[2021-05-06..2022-05-10]", "2021-05-06", "2022-05-10"],
])("%s lies between %s and %s", (edtf, first, last) => {
  expect(readDate(edtf)).toMatchObject({ first: readDate(first).first, last: readDate(last).last });
});
