/** Laws of a pack that says less: it asks less, what it still asks holds by the evaluator, and it says why it does not ask the rest. */
import path from "node:path";
import { describe, expect, test } from "vitest";
import { Copy, changedFolders, questionsOf, refusalsOf } from "@/tests/evaluator/command.ts";
import { blurred, openAll } from "@/tests/evaluator/edit.ts";
import { faultsOf } from "@/tests/evaluator/judge.ts";
import type { Question } from "@/tests/evaluator/question.ts";
import { readFolder } from "@/tests/evaluator/read.ts";

/** Of a large pack a share of the kinds, which are drawn alike. */
const share = (folder: string) => (path.basename(folder) === "us-presidents" ? ["--kind", "choice,number"] : []);

/** What is asked, without the time that the seed chose and without what disproves a false statement. */
const askOf = ({ form, kind, facts, card }: Question) =>
  [form, kind, kind === "true-false" && card ? card.fact : facts, card?.direction].join(" ");

function faultsIn(copy: Copy, asked: readonly Question[]): string[] {
  const pack = readFolder(copy.folder);
  return asked.flatMap((question) => faultsOf(pack, question).map((fault) => `${question.id}: ${fault}`));
}

describe.each(changedFolders.map((folder) => [path.basename(folder), folder] as const))("%s", (_, folder) => {
  test("with the month instead of the day, every third date asks nothing new", { timeout: 120_000 }, async () => {
    using copy = new Copy(folder);
    const changed = blurred(copy, (index) => index % 3 === 0);
    if (changed.length === 0) return;
    const [now, before] = await Promise.all(
      [copy.folder, folder].map((one) => questionsOf(one, "1", ...share(folder))),
    );
    const known = new Set(before!.map(askOf));
    // Sets are drawn anew from what is left. How exactly the documents date something is another question about a month, and so is what happened in it.
    const isAboutMonths = ({ form, facts }: Question) =>
      form === "Q16" || (form === "Q7" && facts.some((key) => changed.includes(key)));
    const asked = now!.filter((question) => question.card !== null && !isAboutMonths(question));
    expect(asked.map(askOf).filter((ask) => !known.has(ask))).toEqual([]);
    expect(faultsIn(copy, now!)).toEqual([]);
  });

  test("with nothing said to be all, no negative, count, first, last or neighbour is left, and the rest holds", {
    timeout: 120_000,
  }, async () => {
    using copy = new Copy(folder);
    openAll(copy);
    const pack = readFolder(copy.folder);
    expect(pack.lists.every(({ complete }) => complete === "no")).toBe(true);
    expect(pack.relations.every(({ closed }) => closed.length === 0)).toBe(true);
    const [now, refused] = await Promise.all([
      questionsOf(copy.folder, "1", ...share(folder)),
      refusalsOf(copy.folder),
    ]);
    const isOfAll = ({ form, stem }: Question) =>
      ["Q4", "Q8", "Q9"].includes(form) || (form === "Q5" && /\b(first|last|most recent)\b/.test(stem));
    expect(now.filter(isOfAll).map(askOf)).toEqual([]);
    expect(now.filter(({ form, stem }) => form === "Q14" && / but not /i.test(stem)).map(askOf)).toEqual([]);
    expect(faultsIn(copy, now)).toEqual([]);
    // Whatever was asked of a list or a closed relation, and is not any more, is refused for that or for a reason that it had before.
    const lost = readFolder(folder).lists.filter(
      ({ facts }) => !now.some((one) => one.facts.some((key) => facts.includes(key))),
    );
    const silent = lost.filter(({ facts }) => !refused.some((one) => one.facts.some((key) => facts.includes(key))));
    expect(silent.map(({ key }) => key)).toEqual([]);
    if (lost.length > 0) expect(refused.map(({ reason }) => reason)).toContain("open_list");
  });
});
