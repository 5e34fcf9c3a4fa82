import { beforeAll, describe, expect, test } from "vitest";
import { questionsAbout } from "@/lib/questions/asked-about.ts";
import { perPage, readEntity, readIndex, readTimeline } from "@/lib/server/browse.ts";
import { readFact } from "@/lib/server/fact-page.ts";
import { factsFor } from "@/lib/server/packs.ts";
import { publishPacks } from "@/lib/server/publish.ts";
import { storeQuestions } from "@/lib/server/questions.ts";
import type { Viewer } from "@/lib/server/viewer.ts";
import { viewerNamed } from "../support/people.ts";
import { quizFor } from "../support/quiz.ts";

const pack = "nato-mission-iraq";
const at = (day: number) => new Date(Date.UTC(2026, 10, day, 9));
const all = { words: "", kind: null, page: 1 } as const;
const fact = "commanded-olsen";

beforeAll(() => publishPacks(process.env.DATABASE_ADMIN_URL ?? ""));

/** What the pages of a pack tell a viewer, page by page; of pages of facts those of a few topics. */
async function everyPage(viewer: Viewer | null, now: Date): Promise<unknown[]> {
  const facts = (await factsFor(pack))!;
  const pages: unknown[] = [];
  const index = (await readIndex(viewer, pack, all, now))!;
  for (let page = 1; page <= index.entities.pages; page++)
    pages.push(await readIndex(viewer, pack, { ...all, page }, now));
  for (const { key } of facts.pack.entities) {
    const first = (await readEntity(viewer, { pack, entity: key, page: 1 }, now))!;
    for (let page = 1; page <= first.facts.pages; page++)
      pages.push(await readEntity(viewer, { pack, entity: key, page }, now));
  }
  // What can tell a command: itself, the others, and what is asked while it lasted.
  const near = facts.pack.facts.filter(({ topic }) => topic === "command" || topic === "decisions");
  for (const { key } of near) pages.push(await readFact(viewer, { pack, fact: key }, now));
  pages.push(await readTimeline(viewer, { pack, topic: null, page: 1 }, now));
  return pages;
}

describe("a stranger", () => {
  test("reads every fact on the pages of the things that it names, each once", async () => {
    const facts = (await factsFor(pack))!;
    const seen = new Map<string, string[]>();
    for (const { key } of facts.pack.entities) {
      const keys: string[] = [];
      for (let page = 1; ; page++) {
        const { facts: part } = (await readEntity(null, { pack, entity: key, page }, at(1)))!;
        expect(part.items.length).toBeLessThanOrEqual(perPage.facts);
        keys.push(...part.items.map((line) => line.key));
        if (page >= part.pages) break;
      }
      expect(new Set(keys).size).toBe(keys.length);
      seen.set(key, keys);
    }
    for (const { key, subject } of facts.pack.facts) expect(seen.get(subject)).toContain(key);
  });

  test("finds a thing by another of its names, in its kind, and nothing by what is not there", async () => {
    const find = async (words: string, kind: string | null = null) =>
      (await readIndex(null, pack, { words, kind, page: 1 }, at(1)))!.entities.items.map(({ key }) => key);
    expect(await find("aguero")).toEqual(["aguero"]);
    expect(await find("olsen", "person")).toEqual(["olsen"]);
    expect(await find("olsen", "country")).toEqual([]);
    expect(await find("olsen", "no-such-kind")).toEqual([]);
    expect(await find("nothing is called so")).toEqual([]);
  });

  test("gets the index in parts that hold everything once, kinds of one noun together", async () => {
    const { kinds, entities } = (await readIndex(null, pack, all, at(1)))!;
    const items = [...entities.items];
    for (let page = 2; page <= entities.pages; page++)
      items.push(...(await readIndex(null, pack, { ...all, page }, at(1)))!.entities.items);
    expect(new Set(items.map(({ key }) => key)).size).toBe(entities.total);
    expect(items).toHaveLength(entities.total);
    expect([...new Set(items.map(({ kind }) => kind))]).toEqual(kinds.map(({ key }) => key));
    expect(new Set(kinds.map(({ noun }) => noun)).size).toBe(kinds.length);
    expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBe(entities.total);
  });

  test("reads of a fact when it holds, where it is written, and what is asked about it in which kinds", async () => {
    const page = (await readFact(null, { pack, fact }, at(1)))!;
    expect(page.fact.sentence).toBe("Per Olsen commanded NMI from 24 November 2020 to 6 May 2021.");
    expect(page.fact.validity.ends.map(({ end, date }) => [end, date])).toEqual([
      ["from", "24 November 2020"],
      ["to", "6 May 2021"],
    ]);
    expect(page.fact.citations[0]).toMatchObject({ source: "s1", dated: "27 May 2024" });
    expect(page.fact.standing).toBeNull();
    const kinds = new Set(page.asked.flatMap(({ questions }) => questions.map(({ kind }) => kind)));
    expect([...kinds]).toEqual(expect.arrayContaining(["choice", "typed", "date", "flashcard"]));
    expect(page.number).toBe(1);
    expect(page.revision).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    ["no such pack", () => readIndex(null, "no-such-pack", all, at(1))],
    ["no such pack", () => readEntity(null, { pack: "no-such-pack", entity: "nmi", page: 1 }, at(1))],
    ["no such thing", () => readEntity(null, { pack, entity: "no-such-thing", page: 1 }, at(1))],
    ["no such fact", () => readFact(null, { pack, fact: "no-such-fact" }, at(1))],
    ["a fact of another pack", () => readFact(null, { pack: "chemical-elements", fact }, at(1))],
    ["no such timeline", () => readTimeline(null, { pack: "no-such-pack", topic: null, page: 1 }, at(1))],
  ])("gets nothing where there is %s", async (_, read) => {
    expect(await read()).toBeNull();
  });

  test("gets an empty part beyond the last one, and of an unknown topic", async () => {
    expect((await readIndex(null, pack, { ...all, page: 999 }, at(1)))!.entities.items).toEqual([]);
    expect((await readEntity(null, { pack, entity: "nmi", page: 999 }, at(1)))!.facts.items).toEqual([]);
    expect((await readTimeline(null, { pack, topic: "no-such-topic", page: 1 }, at(1)))!.groups).toEqual([]);
  });
});

test("a timeline in parts holds every dated fact once, by topic in the order of time", async () => {
  const rows: { fact: string }[] = [];
  for (let page = 1; ; page++) {
    const part = (await readTimeline(null, { pack: "us-presidents", topic: null, page }, at(1)))!;
    expect(part.groups.flatMap((group) => group.rows)).toEqual(part.rows.items);
    rows.push(...part.rows.items);
    if (page >= part.rows.pages) {
      expect(rows).toHaveLength(part.rows.total);
      break;
    }
  }
  expect(rows.length).toBeGreaterThan(perPage.rows);
  expect(new Set(rows.map((row) => row.fact)).size).toBe(rows.length);
});

describe("while a quiz is open", () => {
  test("none of its facts, proofs and questions is on any page for its student; for others and after the close they are", async () => {
    const [ada, bob] = [await viewerNamed("ada", at(1)), await viewerNamed("bob", at(1))];
    const facts = (await factsFor(pack))!;
    const asked = questionsAbout(facts, facts.fact(fact), "0").filter(({ facts: of }) => of.length === 1);
    const [hash] = await storeQuestions([asked[0]!]);
    await quizFor(ada, pack, [{ hash: hash! }], at(1), at(5));
    const tells = async (viewer: Viewer | null, now: Date) => {
      const text = JSON.stringify(await everyPage(viewer, now));
      return [
        text.includes(`"${fact}"`),
        text.includes(asked[0]!.why),
        text.includes("24 November 2020 to 6 May 2021"),
      ];
    };
    expect(await tells(null, at(2))).toEqual([true, true, true]);
    expect(await tells(bob, at(2))).toEqual([true, true, true]);
    expect(await tells(ada, at(2))).toEqual([false, false, false]);
    expect(await readFact(ada, { pack, fact }, at(2))).toBeNull();
    expect(await readIndex(ada, pack, all, at(2))).toMatchObject({ withheld: 2, facts: facts.pack.facts.length - 2 });
    expect(await tells(ada, at(6))).toEqual([true, true, true]);
  });

  test("what it asks about several facts is shown of none of them", async () => {
    const ada = await viewerNamed("ada", at(1));
    const facts = (await factsFor(pack))!;
    const commands = facts.factsOfRelation("commanded");
    const order = commands
      .flatMap((command) => questionsAbout(facts, command, "0"))
      .find(({ facts: of }) => of.length > 1)!;
    const [hash] = await storeQuestions([order]);
    await quizFor(ada, pack, [{ hash: hash! }], at(1), at(5));
    for (const key of order.facts) expect(await readFact(ada, { pack, fact: key }, at(2))).toBeNull();
    const other = facts.pack.facts.find(({ key, relation }) => relation === "commanded" && !order.facts.includes(key))!;
    const page = (await readFact(ada, { pack, fact: other.key }, at(2)))!;
    const shown = page.asked.flatMap(({ questions }) => questions.flatMap((question) => question.facts));
    for (const key of order.facts) expect(shown).not.toContain(key);
  });
});
