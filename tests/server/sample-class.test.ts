/** The sample class: made by the functions that students use, seen by its instructor alone, and gone when it is deleted. */
import { beforeAll, describe, expect, test } from "vitest";
import { readClass } from "@/lib/server/classes.ts";
import { db } from "@/lib/server/db.ts";
import { readGradebook } from "@/lib/server/gradebook.ts";
import { promote, setTeachCode } from "@/lib/server/instructors.ts";
import { checkInvariants } from "@/lib/server/invariants.ts";
import { invite } from "@/lib/server/invitations.ts";
import { joinClass } from "@/lib/server/joining.ts";
import { publishPacks } from "@/lib/server/publish.ts";
import { readResults } from "@/lib/server/results.ts";
import { deleteSampleClass, openSampleClass, readSampleClass } from "@/lib/server/sample-class.ts";
import { settleClosed } from "@/lib/server/settle.ts";
import { simulateSome } from "@/lib/server/simulate.ts";
import { beginSession, readSession, type Viewer } from "@/lib/server/viewer.ts";
import { viewerNamed } from "../support/people.ts";

const now = new Date("2026-05-04T10:20:00Z");
const names = { name: "Sample class", instructor: "Grace" };
let grace: Viewer;
let bob: Viewer;
let home: string;
let before: Record<string, number>;

/** Rows of every table that is not the content of packs, and not a note of what was done. */
async function rowsOfAll(): Promise<Record<string, number>> {
  const { rows } = await db().pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
       and table_name not in ('_prisma_migrations', 'audit', 'question', 'rate_limit') order by 1`,
  );
  const counts = rows.map(async ({ name }) => {
    const counted = await db().pool.query<{ count: number }>(`select count(*)::int as count from "${name}"`);
    return [name, counted.rows[0]!.count] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}

async function open(viewer: Viewer): Promise<string> {
  const opened = await openSampleClass(viewer, names, now);
  if (opened.kind !== "opened") throw new Error(opened.kind);
  return opened.classId;
}

const learners = async (classId: string) =>
  (await db().prisma.member.findMany({ where: { classId, role: "student" }, orderBy: { joinedAt: "asc" } })).map(
    ({ userId, name }) => ({ id: userId, name, guest: false }),
  );

beforeAll(async () => {
  await publishPacks(process.env.DATABASE_ADMIN_URL!);
  [grace, bob] = [await viewerNamed("grace", now), await viewerNamed("bob", now)];
  before = await rowsOfAll();
  home = await open(grace);
  // In portions of one learner, as if the worker were stopped after each; two at once.
  while ((await Promise.all([simulateSome(now, 0), simulateSome(now, 0)])).some((each) => each));
  await settleClosed(now);
}, 60_000);

test("opened twice it is one class with 24 learners from a stated seed, all done, seen by its instructor alone", async () => {
  expect(await open(grace)).toBe(home);
  const sample = (await readSampleClass(grace, home))!;
  expect(sample).toMatchObject({ learners: 24, done: true });
  expect(sample.seed).toMatch(/^\w{8}$/);
  expect(sample.begun).toBe(sample.expected);
  for (const viewer of [bob, await viewerNamed("stranger", now)]) {
    expect(await readSampleClass(viewer, home)).toBeNull();
    expect(await deleteSampleClass(viewer, home)).toBe(false);
  }
});

test("there is something to see of everything: marks, lateness, an attempt that runs, discrimination, what the class mixes up", async () => {
  const book = (await readGradebook(grace, home, now))!;
  expect(book.students).toHaveLength(24);
  expect(book.quizzes.map(({ mean }) => typeof mean)).toEqual(["number", "number"]);
  const statuses = book.students.flatMap(({ cells }) => cells.map(({ status }) => status));
  expect([...new Set(statuses)].sort()).toEqual(["handed-in", "in-progress", "late", "not-started"]);
  expect(book.confusions.length).toBeGreaterThan(0);
  expect(book.mastery.facts.length).toBeGreaterThan(12);
  const page = (await readResults(grace, book.quizzes[0]!.id, now))!;
  expect(page.analysis.reliability).toMatchObject({ value: expect.any(Number) });
  expect(page.analysis.items.some(({ discrimination }) => typeof discrimination === "object")).toBe(true);
});

test("what they answered is in their queues, and all that is stored is as it must be", async () => {
  const ids = (await learners(home)).map(({ id }) => id);
  expect(await db().prisma.card.count({ where: { userId: { in: ids } } })).toBeGreaterThan(100);
  const broken = (await checkInvariants()).filter((each) => each.broken > 0 && !each.name.startsWith("settings"));
  expect(broken).toEqual([]);
});

test("the same seed makes the same class", async () => {
  const other = await open(bob);
  const { seed } = (await readSampleClass(grace, home))!;
  await db().prisma.class.update({ where: { id: other }, data: { simulatedSeed: seed } });
  await simulateSome(now, 300);
  const marks = async (viewer: Viewer, classId: string) =>
    (await readGradebook(viewer, classId, now))!.students.map(({ cells }) => cells[0]?.mark ?? null);
  const [made, all] = [await marks(bob, other), await marks(grace, home)];
  expect(made.filter((mark) => mark !== null).length).toBeGreaterThan(0);
  expect(made).toEqual(all.map((mark, index) => (made[index] === null ? null : mark)));
  expect(await deleteSampleClass(bob, other)).toBe(true);
});

describe("nobody is in it but who opened it", () => {
  test("nobody joins it, by its code or as an instructor, and nobody is invited", async () => {
    const code = (await readClass(grace, home))!.joinCode!;
    expect(await joinClass(bob, { code, name: "Bob" }, now)).toEqual({ kind: "not-found" });
    expect(await setTeachCode(grace, home, true)).toBe(false);
    expect(await invite(grace, { classId: home, list: "name\nBob" }, now)).toEqual({ kind: "not-found" });
    const [first] = await learners(home);
    expect((await promote(grace, home, first!.id, now)).kind).toBe("has-results");
    await db().pool.query("delete from attempt where user_id = $1", [first!.id]);
    expect((await promote(grace, home, first!.id, now)).kind).toBe("has-results");
  });

  test("nobody signs in as one of them: they have nothing to sign in with, and a session would open nothing", async () => {
    const [first] = await learners(home);
    const { token } = await beginSession(first!, now);
    expect(await readSession(token, now)).toBeNull();
    for (const data of [{ username: "sim" }, { email: "sim@example.org" }, { passwordHash: "x" }])
      await expect(db().prisma.user.update({ where: { id: first!.id }, data })).rejects.toThrow(/user_simulated/);
  });
});

test("deleted, nothing of it is left, and nothing else is gone", async () => {
  expect((await rowsOfAll()).attempt).toBeGreaterThan(24);
  expect(await deleteSampleClass(grace, home)).toBe(true);
  expect(await readClass(grace, home)).toBeNull();
  expect(await deleteSampleClass(grace, home)).toBe(false);
  const { user, ...rest } = await rowsOfAll();
  expect(rest).toEqual(Object.fromEntries(Object.entries(before).filter(([name]) => name !== "user")));
  expect(await db().prisma.user.count({ where: { simulated: true } })).toBe(0);
  expect(user).toBeGreaterThanOrEqual(before.user!);
});
