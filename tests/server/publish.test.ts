import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/server/db.ts";
import { factsFor, listPacks, readPack } from "@/lib/server/packs.ts";
import { PackProblems, publishPacks } from "@/lib/server/publish.ts";

const key = "nato-mission-iraq";
const folder = mkdtempSync(path.join(tmpdir(), "recite-packs-"));
const file = (name: string) => path.join(folder, key, name);
const edit = (name: string, change: (text: string) => string) =>
  writeFileSync(file(name), change(readFileSync(file(name), "utf8")));
const now = new Date("2026-11-20T12:00:00Z");
const publish = () => publishPacks(process.env.DATABASE_ADMIN_URL ?? "", folder);

const copyPack = () => cpSync(path.resolve("content/packs", key), path.join(folder, key), { recursive: true });

beforeEach(async () => {
  copyPack();
  await db().pool.query("delete from pack_revision");
  await db().pool.query("delete from pack");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a pack is published once: the second time changes nothing", async () => {
  const first = await publish();
  expect(first.published).toMatchObject([{ pack: key, number: 1 }]);
  expect(await publish()).toMatchObject({ published: [], unchanged: [key] });
  const facts = await factsFor(key);
  expect(facts?.revision).toBe(first.published[0]?.revision);
  expect(await listPacks(null)).toMatchObject([{ key, facts: facts?.pack.facts.length }]);
});

test("a changed pack becomes the next revision; the one before can still be read, and can come back", async () => {
  const [first] = (await publish()).published;
  edit("pack.yaml", (text) => text.replace(/^(\s*(?:- )?title:).*$/m, "$1 Another title"));
  const [second] = (await publish()).published;
  expect(second).toMatchObject({ number: 2 });
  expect((await readPack(null, key, now))?.pack.title).toBe("Another title");
  expect((await factsFor(key, first?.revision))?.pack.title).not.toBe("Another title");
  copyPack();
  expect((await publish()).published).toEqual([first]);
  expect((await factsFor(key))?.revision).toBe(first?.revision);
});

test("starts that publish at the same moment make one revision", async () => {
  const done = await Promise.all(Array.from({ length: 6 }, publish));
  expect(done.flatMap(({ published }) => published)).toHaveLength(1);
  expect((await db().pool.query("select number from pack_revision")).rows).toEqual([{ number: 1 }]);
});

test("a pack with errors is refused with all of them, each with its place, and nothing of any pack is saved", async () => {
  cpSync(path.join(folder, key), path.join(folder, "another"), { recursive: true });
  edit("facts.yaml", (text) => `${text}\n- { key: zz1, s: nobody, r: nothing, o: nowhere }\n- { key: zz2 }\n`);
  const error = await publish().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  rmSync(path.join(folder, "another"), { recursive: true });
  expect(error).toBeInstanceOf(PackProblems);
  const { problems, message } = error as PackProblems;
  const files = new Set(problems.filter(({ severity }) => severity === "error").map((problem) => problem.file));
  expect([...files].sort()).toEqual([`${"another"}/pack.yaml`, `${key}/facts.yaml`]);
  for (const problem of problems) expect(message).toContain(`${problem.file}:${problem.line}:${problem.column}`);
  expect(await listPacks(null)).toEqual([]);
});

test("packs are listed by their declared place; those without one come after, by title", async () => {
  const others = { last: "Above all others", second: "The second", first: "Which comes first" };
  for (const [name, title] of Object.entries(others)) {
    cpSync(path.join(folder, key), path.join(folder, name), { recursive: true });
    const about = path.join(folder, name, "pack.yaml");
    const place = { first: "place: 1", second: "place: 2", last: "" }[name];
    const text = readFileSync(about, "utf8").replace(/^key: .*$/m, `key: ${name}`);
    writeFileSync(about, text.replace(/^title: .*$/m, `title: ${title}`).replace(/^place: .*$/m, place!));
  }
  edit("pack.yaml", (text) => text.replace(/^place: .*$/m, ""));
  await publish();
  for (const name of Object.keys(others)) rmSync(path.join(folder, name), { recursive: true });
  const titles = (await listPacks(null)).map(({ title }) => title);
  expect(titles).toEqual(["Which comes first", "The second", "Above all others", "NATO Mission Iraq"]);
});

test("an unknown pack, or an unknown revision of a known one, is no pack", async () => {
  await publish();
  expect(await factsFor("no-such-pack")).toBeNull();
  expect(await factsFor(key, "0".repeat(64))).toBeNull();
  expect(await readPack(null, "no-such-pack", now)).toBeNull();
});
