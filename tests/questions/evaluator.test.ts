/**
 * A second opinion on every question: the independent evaluator of tests/evaluator, written from the specification alone, works out the
 * truth of every key and every option again, at every reading, from the pack's files. Then every question is spoiled, and must be caught.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readDate } from "@/tests/evaluator/calendar.ts";
import { packFolders, questionsOf } from "@/tests/evaluator/command.ts";
import { faultsOf } from "@/tests/evaluator/judge.ts";
import type { Question } from "@/tests/evaluator/question.ts";
import { readFolder } from "@/tests/evaluator/read.ts";
import { covers, readingsOf, threeValued } from "@/tests/evaluator/readings.ts";
import { spoiledAll } from "@/tests/evaluator/spoil.ts";

/** The forms that a published pack must have; the office pack twelve of the sixteen, whichever. */
const forms: Readonly<Record<string, readonly string[]>> = {
  "nato-mission-iraq": Array.from({ length: 16 }, (_, index) => `Q${index + 1}`),
  "chemical-elements": ["Q1", "Q2", "Q5", "Q6", "Q7", "Q8", "Q9", "Q12", "Q13"],
};

const seeds = ["1", "2", "a third seed"] as const;

test("the evaluator is independent: it imports yaml, node and itself", () => {
  const folder = path.join(import.meta.dirname, "../evaluator");
  const statement = /^(?:import|export)\s(?:[^;"'`]*?\sfrom\s*)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;
  const imported = readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) =>
      [...readFileSync(path.join(folder, file), "utf8").matchAll(statement)].map(([, a, b]) => (a ?? b)!),
    );
  expect(imported.length).toBeGreaterThan(10);
  expect(imported.filter((one) => !/^(node:[\w/]+|yaml|\.\/[\w-]+\.ts)$/.test(one))).toEqual([]);
});

/** What is asked, of any seed: the same question is judged once. */
const contentOf = ({ id, seed, revision, ...content }: Question) => JSON.stringify(content);

describe.each(packFolders.map((folder) => [path.basename(folder), folder] as const))("%s", (_, folder) => {
  const pack = readFolder(folder);
  let questions: readonly Question[];

  beforeAll(async () => {
    const [first, ...others] = seeds;
    const all = await questionsOf(folder, first);
    // Of a large pack the other seeds draw what there is to draw, wrong options, sets and orders; at a release only.
    const drawn = all.length > 1000 ? ["--kind", "choice,multi-select,order,timeline,match"] : [];
    const seedsLeft = all.length > 1000 && process.env.RECITE_FULL !== "1" ? [] : others;
    const more = await Promise.all(seedsLeft.map((seed) => questionsOf(folder, seed, ...drawn)));
    for (const each of [all, ...more]) expect(each.length).toBeGreaterThan(20);
    questions = [...new Map([all, ...more].flat().map((one) => [contentOf(one), one])).values()];
  }, 120_000);

  test("every question of three seeds holds at every reading", { timeout: 120_000 }, () => {
    const faults = questions.flatMap((question) =>
      faultsOf(pack, question).map((fault) => `${question.id} (${question.form}, ${question.kind}): ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  test("every question with another answer is caught", { timeout: 120_000 }, () => {
    // The same ways of being wrong again and again would take minutes: a share of them, spread over all.
    const spoiled = questions.flatMap(spoiledAll);
    const share = spoiled.filter((_one, index) => index % Math.ceil(spoiled.length / 400) === 0);
    expect(spoiled.length).toBeGreaterThan(20);
    const missed = share.filter((question) => faultsOf(pack, question).length === 0);
    expect(missed.map(({ id, form, kind, key }) => `${id} (${form}, ${kind}) with ${key}`)).toEqual([]);
  });

  test("all forms are there that its facts can bear", () => {
    const found = new Set(questions.map(({ form }) => form));
    expect((forms[path.basename(folder)] ?? []).filter((form) => !found.has(form))).toEqual([]);
    if (path.basename(folder) === "us-presidents") expect(found.size).toBeGreaterThanOrEqual(12);
  });

  test("the two ways to tell time agree: sure is true in every world, no is false in every world", () => {
    const spans = pack.facts.filter(({ from, to }) => from !== "unknown" || to !== "unknown");
    const days = spans.flatMap(({ from, to }) => [from, to]).filter((bound) => typeof bound !== "string");
    const around = days.flatMap(({ first, last }) => [first - 1, last + 1].map((day) => ({ first: day, last: day })));
    const asked = [
      ...new Map([...days, ...around, pack.asOf].map((one) => [`${one.first} ${one.last}`, one])).values(),
    ];
    const wrong: string[] = [];
    for (const fact of spans)
      for (const stretch of asked.slice(0, 60)) {
        const worlds = [...new Set(readingsOf(pack).map((reading) => covers(fact, stretch, reading)))].join();
        const said = threeValued(fact, stretch);
        const agrees = said === "sure" ? worlds === "whole" : said === "no" ? worlds === "none" : worlds !== "whole";
        if (!agrees) wrong.push(`${fact.key}, ${JSON.stringify(stretch)}: ${said}, ${worlds}`);
      }
    expect(wrong).toEqual([]);
  });
});

test.each([
  ["2018-11", "2018-11-01", "2018-11-30"],
  ["2024-02", "2024-02-01", "2024-02-29"],
  ["1900-02", "1900-02-01", "1900-02-28"],
  ["2011", "2011-01-01", "2011-12-31"],
  ["[2021-05-06..2022-05-10]", "2021-05-06", "2022-05-10"],
])("%s lies between %s and %s", (edtf, first, last) => {
  expect(readDate(edtf)).toMatchObject({ first: readDate(first).first, last: readDate(last).last });
});
