/** A class is copied for the next term, and put away when it is over. */
import { beforeEach, describe, expect, test } from "vitest";
import { archiveClass, unarchiveClass } from "@/lib/server/archive.ts";
import { assignmentsOf } from "@/lib/server/assignment-lines.ts";
import { readAssignment } from "@/lib/server/assignments.ts";
import { myClasses, readClass } from "@/lib/server/classes.ts";
import { copyClass, readToCopy } from "@/lib/server/copy-class.ts";
import { db } from "@/lib/server/db.ts";
import { classByCode, joinClass } from "@/lib/server/joining.ts";
import { readResults } from "@/lib/server/results.ts";
import { readRoster } from "@/lib/server/roster.ts";
import { viewerNamed } from "../support/people.ts";
import { aClass, aQuiz, begun, type Cast, setClass } from "../support/quiz.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 10, minute));
let cast: Cast;

beforeEach(async () => {
  cast = await aClass(at(0));
});

const window = { opensAt: at(0), closesAt: at(60) };

describe("a copy", () => {
  test("has the quizzes as drafts, questions and terms alike, all dates moved by the same days at the same wall times", async () => {
    const { grace, ada, classId } = cast;
    await setClass(cast, { name: "Group B", needsApproval: true });
    const terms = { limitMinutes: 20, password: "open", lateDeduction: 10, dueWall: "2026-05-04T12:30", dueAt: at(30) };
    const quiz = await aQuiz(cast, window, at(0), terms);
    await aQuiz(cast, { opensAt: at(2 * 1440), closesAt: at(2 * 1440 + 60) }, null, {
      ...{ title: "Quiz 2", opensWall: "2026-05-06T12:00", closesWall: "2026-05-06T13:00" },
    });
    await begun(ada, quiz, at(1), "open");
    expect(await readToCopy(grace, classId)).toEqual({ quizzes: 2, firstOpens: "2026-05-04T12:00" });

    const copied = await copyClass(grace, { classId, name: "Group C", startsOn: "2026-11-02" }, at(5));
    if (copied.kind !== "copied") throw new Error(copied.kind);
    expect(copied.quizzes).toBe(2);
    const page = (await readClass(grace, copied.classId))!;
    expect(page).toMatchObject({ name: "Group C", zone: "Europe/Copenhagen", students: 0, needsApproval: true });
    expect(page.joinCode).not.toBe((await readClass(grace, classId))?.joinCode);
    const lines = (await assignmentsOf(grace, copied.classId, at(5)))!;
    // Noon in Copenhagen is eleven o'clock UTC by then.
    expect(lines.map(({ title, opensAt, publishedAt }) => ({ title, opensAt, publishedAt }))).toEqual([
      { title: "Quiz 2", opensAt: new Date("2026-11-04T11:00:00Z"), publishedAt: null },
      { title: "Quiz 1", opensAt: new Date("2026-11-02T11:00:00Z"), publishedAt: null },
    ]);
    const [was, is] = [await readAssignment(grace, quiz), await readAssignment(grace, lines[1]!.id)];
    expect(is?.slots).toEqual(was?.slots);
    expect(is).toMatchObject({
      ...{ plan: was?.plan, packId: was?.packId, password: "open", version: 1 },
      ...{ opensWall: "2026-11-02T12:00", dueWall: "2026-11-02T12:30", closesWall: "2026-11-02T13:00" },
      terms: { limitMinutes: 20, lateDeduction: 10, publishedAt: null },
    });
    // The class that was copied is as it was, and its students are in no other.
    expect(was?.publishedAt).toEqual(at(0));
    expect((await readResults(grace, quiz, at(6)))?.students).toHaveLength(2);
    expect((await readRoster(grace, copied.classId))?.students).toEqual([]);
    expect(await readClass(ada, copied.classId)).toBeNull();
  });

  test("without a quiz has none, and a date that is none makes no class", async () => {
    expect(await copyClass(cast.grace, { classId: cast.classId, name: "C", startsOn: null }, at(1))).toMatchObject({
      quizzes: 0,
    });
    await aQuiz(cast, window, at(0));
    const before = (await myClasses(cast.grace)).length;
    for (const startsOn of ["2026-02-30", "9999-12-31T"])
      expect(await copyClass(cast.grace, { classId: cast.classId, name: "C", startsOn }, at(1))).toEqual({
        kind: "bad-date",
      });
    await db().pool.query(
      "update assignment set closes_wall = '2027-05-04T13:00', closes_at = '2027-05-04T11:00Z' where class_id = $1",
      [cast.classId],
    );
    expect(await copyClass(cast.grace, { classId: cast.classId, name: "C", startsOn: "9999-12-01" }, at(1))).toEqual({
      kind: "bad-date",
    });
    expect(await myClasses(cast.grace)).toHaveLength(before);
  });
});

describe("the archive", () => {
  test("takes a class out of the lists and closes its codes; taken out again it is as before", async () => {
    const { grace, ada, classId } = cast;
    const code = (await readClass(grace, classId))!.joinCode!;
    expect(await archiveClass(grace, classId, at(1))).toEqual({ kind: "archived" });
    expect(await archiveClass(grace, classId, at(2))).toEqual({ kind: "archived" });
    expect(await myClasses(ada)).toEqual([]);
    expect(await myClasses(ada, "archived")).toMatchObject([{ id: classId }]);
    expect(await classByCode(code)).toBeNull();
    expect(await joinClass(await viewerNamed("eve", at(0)), { code, name: "Eve" }, at(2))).toEqual({
      kind: "not-found",
    });
    expect(await readClass(ada, classId)).toMatchObject({ archived: true });
    expect(await unarchiveClass(grace, classId)).toBe(true);
    expect(await myClasses(ada)).toMatchObject([{ id: classId }]);
    expect(await classByCode(code)).not.toBeNull();
  });

  test("is refused to a class with a quiz that somebody may still answer", async () => {
    await aQuiz(cast, window, at(0));
    expect(await archiveClass(cast.grace, cast.classId, at(59))).toEqual({ kind: "open-quiz" });
    expect(await archiveClass(cast.grace, cast.classId, at(61))).toEqual({ kind: "archived" });
  });
});

test("strangers, students and those who teach elsewhere copy and archive nothing", async () => {
  const { ada, bob, grace, classId } = cast;
  await aQuiz(cast, window, at(0));
  for (const other of [await viewerNamed("stranger", at(0)), ada, bob]) {
    const before = await myClasses(other);
    expect(await readToCopy(other, classId)).toBeNull();
    expect(await copyClass(other, { classId, name: "Mine", startsOn: null }, at(1))).toEqual({ kind: "not-found" });
    expect(await archiveClass(other, classId, at(90))).toEqual({ kind: "not-found" });
    expect(await unarchiveClass(other, classId)).toBe(false);
    expect(await myClasses(other)).toEqual(before);
  }
  expect(await readClass(grace, classId)).toMatchObject({ archived: false });
  expect(await copyClass(grace, { classId: "x", name: "Mine", startsOn: null }, at(1))).toEqual({ kind: "not-found" });
});
