/** Laws between packs: what a change of the facts may do to the questions, seen from outside through the `pack` command. */
import { beforeAll, describe, expect, test } from "vitest";
import { Copy, folderOf, questionsOf, refusalsOf, run } from "@/tests/evaluator/command.ts";
import { faultsOf } from "@/tests/evaluator/judge.ts";
import { factOf } from "@/tests/evaluator/pack.ts";
import type { Question } from "@/tests/evaluator/question.ts";
import { readFolder } from "@/tests/evaluator/read.ts";

const folder = folderOf("nato-mission-iraq");
const isles = folderOf("lantern-isles");
let questions: Question[];

beforeAll(async () => {
  questions = await questionsOf(folder, "1");
}, 60_000);

/** What is asked, without the time that the seed chose. */
const askOf = ({ form, kind, facts, card }: Question) => [form, kind, facts, card?.direction].join(" ");

/** Records in another order; they stand one a line, under headings. */
function reversed(text: string): string {
  const records = text.split(/^(?=- )/m).map((record) => record.replaceAll(/^#.*\n?/gm, "").trimEnd());
  return `${records
    .filter((record) => record.startsWith("- "))
    .reverse()
    .join("\n")}\n`;
}

function faultsIn(copy: Copy, asked: readonly Question[]): string[] {
  const pack = readFolder(copy.folder);
  return asked.flatMap((question) => faultsOf(pack, question).map((fault) => `${question.id}: ${fault}`));
}

describe("the same pack and seed", { timeout: 120_000 }, () => {
  test("give the same bytes, twice, and from another folder", async () => {
    using copy = new Copy(folder);
    const first = await run("questions", folder, "--seed", "9");
    expect(await run("questions", folder, "--seed", "9")).toBe(first);
    expect(await run("questions", copy.folder, "--seed", "9")).toBe(first);
  });

  test("with another seed ask other questions of the same facts", async () => {
    const others = await questionsOf(folder, "10");
    expect(others.map(({ id }) => id).sort()).not.toEqual(questions.map(({ id }) => id).sort());
    expect(new Set(others.flatMap(({ facts }) => facts))).toEqual(new Set(questions.flatMap(({ facts }) => facts)));
  });
});

describe("a changed pack", { timeout: 120_000 }, () => {
  test("with facts, names and lists in another order asks the very same, of the same revision", async () => {
    using copy = new Copy(folder);
    for (const file of ["facts.yaml", "entities.yaml", "lists.yaml"]) copy.edit(file, reversed);
    const now = await questionsOf(copy.folder, "1");
    const byId = (list: readonly Question[]) => new Map(list.map((one) => [one.id, { ...one, pack: "" }]));
    expect(byId(now)).toEqual(byId(questions));
  });

  test("with one more fact, about something else, keeps every key", async () => {
    using copy = new Copy(folder);
    copy.edit(
      "entities.yaml",
      (text) =>
        `${text}\n- { key: extra, type: event, name: planting of a tree, article: the, clause: { past: somebody planted a tree, question: did somebody plant a tree } }\n`,
    );
    copy.edit(
      "facts.yaml",
      (text) =>
        `${text}\n- { key: extra-date, s: extra, r: happened, o: { date: 2014-03 }, topic: evolution, cite: [{ source: s1, at: "lead paragraph" }] }\n`,
    );
    const now = new Map((await questionsOf(copy.folder, "1")).map((one) => [one.id, one]));
    // Statements may change with the wrong option that they turn into a claim, sets that are drawn with what there is to draw from.
    const kept = questions.filter(({ card, kind }) => card !== null && kind !== "true-false");
    expect(kept.map(({ id }) => [id, now.get(id)?.key])).toEqual(kept.map(({ id, key }) => [id, key]));
    expect(faultsIn(copy, questions)).toEqual([]);
    expect([...now.values()].some(({ facts }) => facts[0] === "extra-date")).toBe(true);
    expect(faultsIn(copy, [...now.values()])).toEqual([]);
  });

  test.each([
    ["a start", folder, "commanded-olsen", "from: 2020-11-24, to: 2021-05-06", "from: 2020-11, to: 2021-05-06"],
    ["an end", folder, "commanded-olsen", "from: 2020-11-24, to: 2021-05-06", "from: 2020-11-24, to: 2021-05"],
    ["the date of an event", isles, "when-storm", "o: { date: 1953-02-01 }", "o: { date: 1953-02 }"],
  ])("with the month instead of the day of %s asks nothing new", async (_, from, fact, exact, coarse) => {
    using copy = new Copy(from);
    copy.replace("facts.yaml", exact, coarse);
    const now = await questionsOf(copy.folder, "1");
    const before = new Set((from === folder ? questions : await questionsOf(from, "1")).map(askOf));
    // Sets to be ordered are drawn anew from what is left. A month is another thing to ask by than its day: "which of these happened in …".
    const isAskedBy = ({ form, facts }: Question) => form === "Q7" && facts.includes(fact);
    const asked = now.filter((question) => (question.card !== null || question.form === "Q14") && !isAskedBy(question));
    expect(asked.map(askOf).filter((ask) => !before.has(ask))).toEqual([]);
    expect(faultsIn(copy, now)).toEqual([]);
  });

  test("with every list open asks no membership, difference or whole of what only a list closed, and says why", async () => {
    using copy = new Copy(folder);
    copy.edit("lists.yaml", (text) => text.replaceAll(/complete: (?:as_named|"yes")/g, "complete: no"));
    const pack = readFolder(folder);
    expect(readFolder(copy.folder).lists.every(({ complete }) => complete === "no")).toBe(true);
    const lists = pack.lists.filter(({ facts }) => {
      const relation = pack.relations.find(({ key }) => key === factOf(pack, facts[0]!).relation)!;
      return relation.closed.length === 0 && !relation.one.subject && !relation.one.object;
    });
    expect(lists.length).toBeGreaterThan(20);
    const members = new Set(lists.flatMap(({ facts }) => facts));
    // Which document says it, and how exactly, rests on no list.
    const isOf = ({ form, facts }: { readonly form: string; readonly facts: readonly string[] }) =>
      form !== "Q15" && form !== "Q16" && facts.some((key) => members.has(key));
    expect(questions.filter(isOf).length).toBeGreaterThan(100);
    const now = await questionsOf(copy.folder, "1");
    expect(now.filter(isOf).map(askOf)).toEqual([]);
    expect(faultsIn(copy, now)).toEqual([]);
    const refused = await refusalsOf(copy.folder);
    const silent = lists.filter(({ facts }) => {
      const isOpen = refused.some((one) => one.reason === "open_list" && one.facts.some((key) => facts.includes(key)));
      // Where nothing of the sort stands outside the list, no sentence is left at all.
      const has = (key: string) => refused.some((one) => one.reason === "no_frame" && one.facts.includes(key));
      return !isOpen && !facts.every(has);
    });
    expect(silent.map(({ key }) => key)).toEqual([]);
    expect(refused.filter(({ reason }) => reason === "open_list").length).toBeGreaterThan(20);
  });
});
