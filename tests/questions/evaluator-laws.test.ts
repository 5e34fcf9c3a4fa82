/** Laws between packs: what a change of the facts may do to the questions, seen from outside through the `pack` command. */
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { Copy, changedFolders, packFolders, questionsOf, run, runIn } from "@/tests/evaluator/command.ts";
import { addUnrelated, reversed } from "@/tests/evaluator/edit.ts";
import { type Question, readQuestions } from "@/tests/evaluator/question.ts";

/** What is asked of one pack; of a large one a share of the kinds, which are drawn alike. */
const share = (folder: string) => (path.basename(folder) === "us-presidents" ? ["--kind", "choice,order,match"] : []);

/** Without what tells the pack and its revision apart. */
const byId = (questions: readonly Question[]) =>
  new Map(questions.map((one) => [one.id, JSON.stringify({ ...one, pack: "", revision: "" })]));

describe.each(changedFolders.map((folder) => [path.basename(folder), folder] as const))("%s", (_, folder) => {
  let printed: string;

  beforeAll(async () => {
    printed = await run("questions", folder, "--seed", "1", ...share(folder));
    expect(printed.length).toBeGreaterThan(10_000);
  }, 120_000);

  test("the same pack and seed give the same bytes in another process, folder, zone and language", {
    timeout: 120_000,
  }, async () => {
    using copy = new Copy(folder);
    const settings = { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" };
    const again = await runIn(settings, "questions", copy.folder, "--seed", "1", ...share(folder));
    expect(again === printed).toBe(true);
  });

  test("records in another order and one more fact about something else change no question", {
    timeout: 120_000,
  }, async () => {
    using copy = new Copy(folder);
    for (const file of ["facts.yaml", "entities.yaml", "relations.yaml", "lists.yaml"]) copy.edit(file, reversed);
    addUnrelated(copy);
    const now = byId(await questionsOf(copy.folder, "1", ...share(folder)));
    const changed = [...byId(readQuestions(printed))].filter(([id, question]) => now.get(id) !== question);
    expect(changed).toEqual([]);
    expect(now.size).toBe(byId(readQuestions(printed)).size);
  });
});

test("another seed asks other questions of the same facts", { timeout: 120_000 }, async () => {
  const folder = packFolders.find((one) => path.basename(one) === "nato-mission-iraq")!;
  const [one, another] = await Promise.all(["9", "10"].map((seed) => questionsOf(folder, seed)));
  expect(another!.map(({ id }) => id).sort()).not.toEqual(one!.map(({ id }) => id).sort());
  const asked = (questions: readonly Question[]) =>
    new Set(questions.filter(({ card }) => card !== null).map(({ card }) => card!.fact));
  expect(asked(another!)).toEqual(asked(one!));
});
