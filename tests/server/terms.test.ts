/** Terms, accommodations and what is released, from the tables to what a student may do and see. */
import { beforeAll, describe, expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { readAccommodation, saveAccommodation, type WantedAccommodation } from "@/lib/server/accommodations.ts";
import { openAssignments } from "@/lib/server/assignment-lines.ts";
import { closeNow, saveTerms, type WantedTerms } from "@/lib/server/assignment-terms.ts";
import { readAssignment } from "@/lib/server/assignments.ts";
import { startAttempt, submitAttempt, timeLeft } from "@/lib/server/attempts.ts";
import { db } from "@/lib/server/db.ts";
import { checkInvariants } from "@/lib/server/invariants.ts";
import { readQuiz } from "@/lib/server/quiz-page.ts";
import { readReserved } from "@/lib/server/reserved.ts";
import { readResults } from "@/lib/server/results.ts";
import { removeStudent } from "@/lib/server/roster.ts";
import { settleClosed } from "@/lib/server/settle.ts";
import type { Viewer } from "@/lib/server/viewer.ts";
import { aPack } from "../support/fictional-pack.ts";
import { aClass, answerChoice as answer, aQuiz, begun, type Cast } from "../support/quiz.ts";

const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 4, 4, 10, minute, second));
const window = { opensAt: at(0), closesAt: at(60) };
const facts = indexPack(aPack({ key: "nato-mission-iraq" }));
let cast: Cast;

beforeAll(async () => {
  cast = await aClass(at(-60));
});

const as: WantedAccommodation = { timePercent: 100, opensWall: null, dueWall: null, closesWall: null, moreAttempts: 0 };
const grant = async (assignmentId: string, { userId }: Viewer, said: Partial<WantedAccommodation>, version = 0) =>
  (await saveAccommodation(cast.grace, { ...as, ...said, assignmentId, userId, version }, at(1))).kind;
const wantedOf = async (
  id: string,
  grace = cast.grace,
): Promise<WantedTerms & { assignmentId: string; version: number }> => {
  const { title, opensWall, dueWall, closesWall, password, terms, version } = (await readAssignment(grace, id))!;
  const { limitMinutes, attemptsMax, counts, lateDeduction, graceSeconds, release } = terms;
  return {
    ...{ assignmentId: id, version, title, opensWall, dueWall, closesWall, password },
    ...{ limitMinutes, attemptsMax, counts, lateDeduction, graceSeconds, release },
  };
};

describe("a time limit", () => {
  test("ends the attempt, and time and a half ends it later, for the one who has it", async () => {
    const quiz = await aQuiz(cast, window, at(-30), { limitMinutes: 20 });
    expect(await grant(quiz, cast.bo, { timePercent: 150 })).toBe("saved");
    const [ada, bo] = [await begun(cast.ada, quiz, at(5)), await begun(cast.bo, quiz, at(5))];
    expect(await answer(cast.ada, ada, "e:fortin", at(25, 5))).toEqual({ kind: "kept" });
    expect(await answer(cast.ada, ada, "e:olsen", at(25, 6))).toEqual({ kind: "closed" });
    expect(await submitAttempt(cast.ada, ada, at(25, 6))).toEqual({ kind: "closed" });
    expect(await answer(cast.bo, bo, "e:fortin", at(35, 5))).toEqual({ kind: "kept" });
    expect(await answer(cast.bo, bo, "e:olsen", at(35, 6))).toEqual({ kind: "closed" });
    await settleClosed(at(31));
    const rows = async () =>
      (await db().prisma.attempt.findMany({ where: { assignmentId: quiz }, orderBy: { submittedAt: "asc" } })).map(
        ({ userId, submittedAt, submittedBy }) => [userId === cast.ada.userId ? "Ada" : "Bo", submittedAt, submittedBy],
      );
    expect(await rows()).toEqual([
      ["Ada", at(25, 5), "deadline"],
      ["Bo", null, null],
    ]);
    await settleClosed(at(36));
    expect((await rows())[1]).toEqual(["Bo", at(35, 5), "deadline"]);
  });
});

test("an attempt that runs follows the terms: ten minutes more are there at once, and closing now is the end", async () => {
  const quiz = await aQuiz(cast, window, at(-30), { limitMinutes: 20 });
  const id = await begun(cast.ada, quiz, at(5));
  const left = async (when: Date) => ((await timeLeft(cast.ada, id, when))?.leftMs ?? Number.NaN) / 60_000;
  expect(await left(at(10))).toBe(15);
  await saveTerms(cast.grace, { ...(await wantedOf(quiz)), limitMinutes: 30 }, at(11));
  expect(await left(at(12))).toBe(23);
  await closeNow(cast.grace, quiz, at(15), "2026-05-04T12:15");
  expect(await left(at(15))).toBe(0);
  expect(await timeLeft(cast.bo, id, at(12))).toBeNull();
  expect(await timeLeft(cast.ada, "nonsense", at(12))).toBeNull();
});

describe("an accommodation", () => {
  test("keeps keys from the whole class until its window is over, too, and is in nobody else's lists", async () => {
    const quiz = await aQuiz(cast, window, at(-30));
    expect(await grant(quiz, cast.bo, { closesWall: "2026-05-04T14:00" })).toBe("saved");
    await submitAttempt(cast.ada, await begun(cast.ada, quiz, at(5)), at(10));
    expect((await openAssignments(cast.ada, at(90))).map(({ id }) => id)).not.toContain(quiz);
    expect((await openAssignments(cast.bo, at(90))).map(({ id }) => id)).toContain(quiz);
    for (const moment of [at(61), at(120, 5)]) {
      expect(await readQuiz(cast.ada, quiz, moment)).toMatchObject({ results: null, moreShownAt: at(120, 5) });
      for (const student of [cast.ada, cast.bo])
        expect((await readReserved(student, facts, moment)).facts).toContain("f01");
    }
    expect((await readQuiz(cast.ada, quiz, at(120, 6)))?.results).toMatchObject({ score: 0, scoreMax: 3 });
    expect((await readReserved(cast.ada, facts, at(120, 6))).facts.size).toBe(0);
    await settleClosed(at(61));
    expect((await db().prisma.assignment.findUnique({ where: { id: quiz } }))?.settledAt).toBeNull();
  });

  test("is kept by those who teach the class, of its students, under the version that was read", async () => {
    const quiz = await aQuiz(cast, window, at(-30));
    const said = { ...as, timePercent: 150, assignmentId: quiz, userId: cast.ada.userId, version: 0 };
    for (const viewer of [cast.ada, cast.bob]) {
      expect(await saveAccommodation(viewer, said, at(1))).toEqual({ kind: "not-found" });
      expect(await readAccommodation(viewer, quiz, cast.ada.userId)).toBeNull();
    }
    for (const userId of [cast.bob.userId, cast.grace.userId, "nobody"])
      expect(await saveAccommodation(cast.grace, { ...said, userId }, at(1))).toEqual({ kind: "not-found" });
    const both = await Promise.all([
      grant(quiz, cast.ada, { timePercent: 150 }),
      grant(quiz, cast.ada, { timePercent: 200 }),
    ]);
    expect(both.toSorted()).toEqual(["saved", "stale"]);
    expect(await grant(quiz, cast.ada, { moreAttempts: 1 }, 7)).toBe("stale");
    expect(await grant(quiz, cast.ada, { closesWall: "2026-05-04T11:00" }, 1)).toBe("wrong");
    expect(await grant(quiz, cast.ada, { moreAttempts: 1 }, 1)).toBe("saved");
    expect(await grant(quiz, cast.ada, {}, 2)).toBe("saved");
    expect(await db().prisma.accommodation.count({ where: { assignmentId: quiz } })).toBe(0);
    expect((await readAccommodation(cast.grace, quiz, cast.ada.userId))?.version).toBe(0);
  });

  test("of somebody who was removed is not waited for, and one after the end opens the quiz once more", async () => {
    const own = await aClass(at(-60));
    const quiz = await aQuiz(own, window, at(-30));
    const save = (student: Viewer, now: Date) =>
      saveAccommodation(
        own.grace,
        { ...as, closesWall: "2026-05-04T15:00", assignmentId: quiz, userId: student.userId, version: 0 },
        now,
      );
    await save(own.bo, at(1));
    await submitAttempt(own.ada, await begun(own.ada, quiz, at(5)), at(10));
    await removeStudent(own.grace, own.classId, own.bo.userId, at(30));
    expect((await readQuiz(own.ada, quiz, at(61)))?.results).not.toBeNull();
    await settleClosed(at(61));
    expect((await save(own.ada, at(70))).kind).toBe("saved");
    expect((await readQuiz(own.ada, quiz, at(71)))?.results).toBeNull();
    expect((await db().prisma.assignment.findUnique({ where: { id: quiz } }))?.settledAt).toBeNull();
    await settleClosed(at(181));
    expect((await db().prisma.assignment.findUnique({ where: { id: quiz } }))?.settledAt).toEqual(at(181));
  });
});

describe("several attempts", () => {
  test("twenty starts at once are one, at every attempt, and no more than there may be", async () => {
    const quiz = await aQuiz(cast, window, at(-30), { attemptsMax: 2 });
    const twenty = (when: Date) => Promise.all(Array.from({ length: 20 }, () => startAttempt(cast.ada, quiz, when)));
    const ids: string[] = [];
    for (const minute of [5, 15]) {
      const started = await twenty(at(minute));
      const made = new Set(started.map((each) => (each.kind === "started" ? each.attemptId : each.kind)));
      expect(made.size).toBe(1);
      const [id = ""] = made;
      ids.push(id);
      const submits = await Promise.all(Array.from({ length: 20 }, () => submitAttempt(cast.ada, id, at(minute + 5))));
      expect(new Set(submits.map(({ kind }) => kind))).toEqual(new Set(["handed-in"]));
      expect(await db().prisma.step.count({ where: { attemptId: id, kind: "submit" } })).toBe(1);
    }
    expect(new Set(ids).size).toBe(2);
    expect(new Set((await twenty(at(25))).map(({ kind }) => kind))).toEqual(new Set(["not-found"]));
    expect(await db().prisma.attempt.count({ where: { assignmentId: quiz } })).toBe(2);
  });

  test("make the score that the terms say, for the student and for the instructor", async () => {
    const quiz = await aQuiz(cast, window, at(-30), { attemptsMax: null, marksShown: "when-finished" });
    for (const [minute, right] of [
      [5, 1],
      [10, 0],
    ] as const) {
      const id = await begun(cast.ada, quiz, at(minute));
      await answer(cast.ada, id, right ? "e:fortin" : "e:olsen", at(minute + 1));
      await submitAttempt(cast.ada, id, at(minute + 2));
    }
    for (const [counts, score, numbers] of [
      ["highest", 1, [1]],
      ["latest", 0, [2]],
      ["first", 1, [1]],
      ["average", 0.5, [1, 2]],
    ] as const) {
      await saveTerms(cast.grace, { ...(await wantedOf(quiz)), counts }, at(20));
      expect((await readQuiz(cast.ada, quiz, at(21)))?.counted).toEqual({ score, numbers });
      const [ada] = (await readResults(cast.grace, quiz, at(21)))!.students;
      expect(ada).toMatchObject({ score, attempts: [{ score: 1 }, { score: 0 }] });
    }
  });
});

describe("what is due", () => {
  const due = { dueAt: at(30), dueWall: "2026-05-04T12:30", lateDeduction: 20 };

  test("makes late what is handed in after it, less what is stated; decided once, whatever the terms become", async () => {
    // A class of its own: what other quizzes still ask is not settled.
    const cast = await aClass(at(-60));
    const quiz = await aQuiz(cast, window, at(-30), due);
    const [ada, bo] = [await begun(cast.ada, quiz, at(5)), await begun(cast.bo, quiz, at(5))];
    await answer(cast.ada, ada, "e:fortin", at(6));
    await answer(cast.bo, bo, "e:fortin", at(6));
    await submitAttempt(cast.ada, ada, at(30, 5));
    await submitAttempt(cast.bo, bo, at(30, 6));
    await saveTerms(
      cast.grace,
      { ...(await wantedOf(quiz, cast.grace)), lateDeduction: 90, dueWall: "2026-05-04T12:10" },
      at(40),
    );
    const told = (await readResults(cast.grace, quiz, at(61)))!.students.map(({ name, late, score }) => [
      name,
      late,
      score,
    ]);
    expect(told).toEqual([
      ["Ada", false, 1],
      ["Bo", true, 0.8],
    ]);
    expect((await readQuiz(cast.bo, quiz, at(61)))?.results).toMatchObject({
      score: 0.8,
      late: true,
      lateDeduction: 20,
    });
    await settleClosed(at(62));
    const { score } = (await db().prisma.attempt.findFirst({ where: { id: bo } }))!;
    expect(Number(score)).toBe(0.8);
    expect((await checkInvariants()).filter(({ name, broken }) => name.includes("attempt") && broken > 0)).toEqual([]);
  });

  test("what nobody handed in is late when its last answer is", async () => {
    const quiz = await aQuiz(cast, window, at(-30), due);
    const [ada, bo] = [await begun(cast.ada, quiz, at(5)), await begun(cast.bo, quiz, at(5))];
    await answer(cast.ada, ada, "e:fortin", at(29));
    await answer(cast.bo, bo, "e:fortin", at(29));
    await answer(cast.bo, bo, "e:olsen", at(40));
    expect((await readQuiz(cast.bo, quiz, at(60, 6)))?.results, "as it will be decided").toMatchObject({ late: true });
    await settleClosed(at(61));
    const rows = await db().prisma.attempt.findMany({
      where: { assignmentId: quiz },
      select: { userId: true, late: true },
    });
    expect(new Map(rows.map(({ userId, late }) => [userId, late]))).toEqual(
      new Map([
        [cast.ada.userId, false],
        [cast.bo.userId, true],
      ]),
    );
  });

  test("closing now makes due now what was due later", async () => {
    const quiz = await aQuiz(cast, window, at(-30), due);
    expect(await closeNow(cast.grace, quiz, at(20, 30), "2026-05-04T12:20")).toBe(true);
    expect((await readAssignment(cast.grace, quiz))?.terms).toMatchObject({ dueAt: at(20, 30), closesAt: at(20, 30) });
    const unchanged = await saveTerms(cast.grace, { ...(await wantedOf(quiz)), title: "Renamed" }, at(30));
    expect(unchanged).toEqual({ kind: "saved" });
    expect((await readAssignment(cast.grace, quiz))?.closesAt, "to the second, as it was closed").toEqual(at(20, 30));
  });
});

test("that the latest close is kept right is checked, and can fail", async () => {
  const name = "assignments whose latest close is not that of their accommodations";
  const broken = async () => (await checkInvariants()).find((each) => each.name === name)?.broken;
  const quiz = await aQuiz(cast, window, at(-30), { limitMinutes: 20 });
  await grant(quiz, cast.ada, { timePercent: 150 });
  expect((await readAssignment(cast.grace, quiz))?.terms.accommodatedUntil).toEqual(at(70));
  await saveTerms(cast.grace, { ...(await wantedOf(quiz)), limitMinutes: 40 }, at(2));
  expect((await readAssignment(cast.grace, quiz))?.terms.accommodatedUntil).toEqual(at(80));
  await closeNow(cast.grace, quiz, at(30), "2026-05-04T12:30");
  expect((await readAssignment(cast.grace, quiz))?.terms.accommodatedUntil, "half as long again").toEqual(at(45));
  expect(await broken()).toBe(0);
  await db().pool.query("update assignment set accommodated_until = null where id = $1", [quiz]);
  expect(await broken()).toBe(1);
  await db().pool.query("update assignment set accommodated_until = $2 where id = $1", [quiz, at(45)]);
});

test("terms are set by those who teach, under the version that was read, and what cannot be is named", async () => {
  const quiz = await aQuiz(cast, window, at(-30));
  const wanted = { ...(await wantedOf(quiz)), closesWall: "2026-05-04T13:30" };
  for (const viewer of [cast.ada, cast.bob])
    expect(await saveTerms(viewer, wanted, at(1))).toEqual({ kind: "not-found" });
  const both = await Promise.all([saveTerms(cast.grace, wanted, at(1)), saveTerms(cast.grace, wanted, at(1))]);
  expect(both.map(({ kind }) => kind).toSorted()).toEqual(["saved", "stale"]);
  const again = await wantedOf(quiz);
  const wrong = {
    ...again,
    closesWall: "2026-05-04T11:00",
    dueWall: "2026-05-04T23:00",
    release: { marks: "never", answers: "never", why: "at-once" } as const,
  };
  expect(await saveTerms(cast.grace, wrong, at(1))).toEqual({
    kind: "wrong",
    problems: { closes: "closes-before-it-opens", due: "due-outside", why: "why-before-answers" },
  });
  expect(await saveTerms(cast.grace, { ...again, opensWall: "2026-02-30T10:00" }, at(1))).toEqual({
    kind: "wrong",
    problems: { opens: "bad-time" },
  });
  expect((await readAssignment(cast.grace, quiz))?.closesAt).toEqual(at(90));
});
