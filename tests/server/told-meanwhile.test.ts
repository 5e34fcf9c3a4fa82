/** Two who change the same at the same time: one is stored, the other is told what is stored now, and nothing that was accepted is lost. */
import { beforeAll, beforeEach, expect, test } from "vitest";
import { saveAccommodation } from "@/lib/server/accommodations.ts";
import { archiveClass } from "@/lib/server/archive.ts";
import { publishAssignment, saveTerms } from "@/lib/server/assignment-terms.ts";
import { readAssignment } from "@/lib/server/assignments.ts";
import { readClass, saveClass } from "@/lib/server/classes.ts";
import { db } from "@/lib/server/db.ts";
import { excludeSlot, pinSlot, redraw, removeSlot, setPoints, swapSlot } from "@/lib/server/draft-slots.ts";
import { leaveClass, letBack, readRoster, readStudent, saveStudent, setSection } from "@/lib/server/roster.ts";
import { aWorld, now, prepareWorlds, type World } from "../support/world.ts";

let world: World;
beforeAll(prepareWorlds);
beforeEach(async () => {
  world = await aWorld();
});
const draft = async () => (await readAssignment(world.teacher, world.target.draftId))!;
const linesOf = async (what: string) =>
  (
    await db().pool.query("select count(*)::int as n from audit where class_id = $1 and what = $2", [
      world.target.classId,
      what,
    ])
  ).rows[0].n;

test("a class: of two who read the same, the second is told; a new join code is no change of what they typed", async () => {
  const { teacher, target } = world;
  const { version } = (await readClass(teacher, target.classId))!;
  const save = (name: string) => saveClass(teacher, { classId: target.classId, version, name, needsApproval: false });
  const outcomes = await Promise.all([save("First"), save("Second")]);
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["saved", "stale"]);
  const { name } = (await readClass(teacher, target.classId))!;
  expect(outcomes.find(({ kind }) => kind === "stale")).toMatchObject({ stored: { name, needsApproval: false } });
  expect(await linesOf("class-changed")).toBe(1);
});

test("a student and a section: whoever was changed meanwhile is named, and nobody is moved", async () => {
  const { teacher, target } = world;
  const { classId, studentId: userId } = target;
  const wanted = { classId, userId, version: 1, name: "Bo B.", studentNumber: "7", section: "A" };
  expect(await saveStudent(teacher, wanted)).toEqual({ kind: "saved" });
  expect(await saveStudent(teacher, { ...wanted, name: "Bob" })).toEqual({
    kind: "stale",
    stored: { name: "Bo B.", studentNumber: "7", section: "A" },
  });
  const other = (await readRoster(teacher, classId))!.students.find((each) => each.userId !== userId)!;
  const students = [other, { userId, version: 1 }];
  expect(await setSection(teacher, { classId, students, section: "B" })).toEqual({ kind: "stale", names: ["Bo B."] });
  expect((await readStudent(teacher, classId, other.userId))?.section).toBeNull();
  expect(await setSection(teacher, { classId, students: [{ userId, version: 2 }], section: "B" })).toMatchObject({
    count: 1,
  });
});

test("a draft: points and pins of other places go together, the same place only as it was read", async () => {
  const { teacher, target } = world;
  const place = (slot: number, hash: string) => ({ assignmentId: target.draftId, slot, hash });
  const [first, second] = (await draft()).slots;
  const [one, two] = [place(1, first!.hash), place(2, second!.hash)];
  const both = await Promise.all([
    setPoints(teacher, { ...one, points: 2, was: 1 }),
    setPoints(teacher, { ...two, points: 3, was: 1 }),
  ]);
  expect(both).toEqual([{ kind: "changed" }, { kind: "changed" }]);
  expect(await setPoints(teacher, { ...one, points: 5, was: 1 })).toEqual({ kind: "stale" });
  expect(await swapSlot(teacher, one)).toEqual({ kind: "swapped" });
  for (const late of [swapSlot, excludeSlot, removeSlot])
    expect(await late(teacher, one), "another question stands there").toEqual({ kind: "stale" });
  expect(await pinSlot(teacher, { ...one, pinned: true })).toEqual({ kind: "stale" });
  expect(await redraw(teacher, target.draftId, 1)).toEqual({ kind: "stale" });
  const { slots, version } = await draft();
  expect(slots.map(({ points }) => points)).toEqual([2, 3, 1]);
  expect(version, "each accepted change raises it by one").toBe(4);
});

test("publishing while somebody sets points is refused, or has them whole", async () => {
  const { teacher, target } = world;
  const { version, opensWall, closesWall, slots } = await draft();
  const wanted = { assignmentId: target.draftId, version, title: "Quiz", opensWall, closesWall };
  const set = { assignmentId: target.draftId, slot: 1, hash: slots[0]!.hash, points: 4 };
  const [published, changed] = await Promise.all([publishAssignment(teacher, wanted, now), setPoints(teacher, set)]);
  const after = await draft();
  expect(after.slots[0]!.points).toBe(changed.kind === "changed" ? 4 : 1);
  expect(after.publishedAt !== null).toBe(published.kind === "published");
  expect([published.kind, changed.kind].sort()).toEqual(
    published.kind === "published" ? ["published", "published"] : ["changed", "stale"],
  );
  const again = await publishAssignment(teacher, { ...wanted, version: 1 }, now);
  expect(again, "and one who read it before is told").toMatchObject({ kind: "stale", stored: { title: "Quiz" } });
});

test("terms and accommodations: what is stored is told", async () => {
  const { teacher, target } = world;
  const { opensWall, closesWall } = await draft();
  const terms = {
    ...{ assignmentId: target.quizId, version: 1, title: "A", opensWall, closesWall, dueWall: null, password: null },
    ...{ limitMinutes: 20, attemptsMax: 1, counts: "highest" as const, lateDeduction: 0, graceSeconds: 5 },
    release: { marks: "never", answers: "never", why: "never" } as const,
  };
  expect(await saveTerms(teacher, terms, now)).toEqual({ kind: "saved" });
  expect(await saveTerms(teacher, { ...terms, title: "B" }, now)).toMatchObject({
    kind: "stale",
    stored: { title: "A", limitMinutes: 20 },
  });
  const own = {
    ...{ assignmentId: target.quizId, userId: target.studentId, version: 0, timePercent: 150, moreAttempts: 0 },
    ...{ opensWall: null, dueWall: null, closesWall: null },
  };
  expect(await saveAccommodation(teacher, own, now)).toMatchObject({ kind: "saved" });
  expect(await saveAccommodation(teacher, { ...own, timePercent: 200 }, now)).toMatchObject({
    kind: "stale",
    stored: { timePercent: 150 },
  });
});

test("nothing is opened in a class that is put away: no draft published, no close moved, no later window given", async () => {
  const { teacher, target } = world;
  const after = new Date(Date.UTC(2026, 4, 4, 12, 0));
  const closesWall = "2026-05-05T12:00";
  const archived = await archiveClass(teacher, target.classId, after);
  expect(archived).toEqual({ kind: "archived" });
  const { opensWall, version } = await draft();
  const wanted = { assignmentId: target.draftId, version, title: "Quiz", opensWall, closesWall };
  expect(await publishAssignment(teacher, wanted, after)).toEqual({ kind: "archived" });
  const window = { opensWall: null, dueWall: null, closesWall, timePercent: 100, moreAttempts: 0 };
  const own = { assignmentId: target.quizId, userId: target.studentId, version: 0, ...window };
  expect(await saveAccommodation(teacher, own, after)).toEqual({ kind: "archived" });
  expect((await draft()).publishedAt).toBeNull();
});

test("a class that is put away while a quiz is published is one or the other", async () => {
  const { teacher, target } = world;
  const after = new Date(Date.UTC(2026, 4, 4, 12, 0));
  const { opensWall, version } = await draft();
  const wanted = { assignmentId: target.draftId, version, title: "Quiz", opensWall, closesWall: "2026-05-05T12:00" };
  const [away, out] = await Promise.all([
    archiveClass(teacher, target.classId, after),
    publishAssignment(teacher, wanted, after),
  ]);
  expect([`${away.kind} ${out.kind}`]).toContain(
    away.kind === "archived" ? "archived archived" : "open-quiz published",
  );
});

test("a student leaves; what they did stays, and who teaches lets them back", async () => {
  const { teacher, student, target } = world;
  expect(await leaveClass(student, target.classId, now)).toBe(true);
  expect(await leaveClass(student, target.classId, now)).toBe(false);
  expect(await leaveClass(teacher, target.classId, now), "who teaches ends it elsewhere").toBe(false);
  expect(await readClass(student, target.classId)).toBeNull();
  const { rows } = await db().pool.query("select 1 from attempt where id = $1", [target.attemptId]);
  expect(rows).toHaveLength(1);
  expect((await readRoster(teacher, target.classId))?.removed.map(({ userId }) => userId)).toContain(student.userId);
  expect(await letBack(teacher, target.classId, student.userId, now)).not.toBeNull();
});
