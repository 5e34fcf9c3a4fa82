/** The gradebook of a class, from the tables to the files. */
import { beforeAll, describe, expect, test } from "vitest";
import { submitAttempt } from "@/lib/server/attempts.ts";
import { db } from "@/lib/server/db.ts";
import { gradeFiles, readGradeFile } from "@/lib/server/grade-files.ts";
import { readGradebook } from "@/lib/server/gradebook.ts";
import { readQuiz } from "@/lib/server/quiz-page.ts";
import { removeStudent } from "@/lib/server/roster.ts";
import { setScore } from "@/lib/server/set-scores.ts";
import type { Viewer } from "@/lib/server/viewer.ts";
import { viewerNamed } from "../support/people.ts";
import { aClass, answerChoice, aQuiz, begun, type Cast } from "../support/quiz.ts";

const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 4, 4, 10, minute, second));
const window = { opensAt: at(0), closesAt: at(60) };
let cast: Cast;
let quiz: string;
let second: string;
let stranger: Viewer;

/** One question right of three. */
async function take(student: Viewer, assignment: string, value: string, minute: number): Promise<void> {
  const attempt = await begun(student, assignment, at(minute));
  await answerChoice(student, attempt, value, at(minute, 30));
  await submitAttempt(student, attempt, at(minute + 1));
}

beforeAll(async () => {
  cast = await aClass(at(-60));
  stranger = await viewerNamed("stranger", at(-60));
  quiz = await aQuiz(cast, window, at(-30), {
    ...{ attemptsMax: 3, counts: "average", dueAt: at(10), dueWall: "2026-05-04T12:10", lateDeduction: 50 },
  });
  second = await aQuiz(cast, { opensAt: at(1), closesAt: at(60) }, at(-30), { title: "=Quiz 2" });
  await aQuiz(cast, window, null, { title: "A draft" });
  await db().prisma.member.updateMany({
    where: { userId: cast.ada.userId },
    data: { studentNumber: "s-1", section: "B" },
  });
  await take(cast.ada, quiz, "e:fortin", 2);
  await take(cast.ada, quiz, "e:fortin", 20);
  await begun(cast.bo, quiz, at(5));
});

const cellsOf = async (student: Viewer, now: Date) =>
  (await readGradebook(cast.grace, cast.classId, now))!.students.find(({ userId }) => userId === student.userId)!;

test("a mark is made by the counting rule of the quiz, with what a late attempt loses; a running attempt has none yet", async () => {
  const book = (await readGradebook(cast.grace, cast.classId, at(30)))!;
  expect(book.quizzes.map(({ title, scoreMax, mean }) => [title, scoreMax, mean])).toEqual([
    ["Quiz 1", 3, 0.75],
    ["=Quiz 2", 3, null],
  ]);
  expect(book.students.map(({ name, studentNumber, section }) => [name, studentNumber, section])).toEqual([
    ["Ada", "s-1", "B"],
    ["Bo", null, null],
  ]);
  // 1 in time and 1 late that lost half of it, on average.
  expect(book.students[0]!.cells).toMatchObject([
    { status: "late", mark: 0.75, counted: 0.75, attempts: 2, set: null },
    { status: "not-started", mark: null, counted: null },
  ]);
  expect(book.students[1]!.cells).toMatchObject([{ status: "in-progress", mark: null }, { status: "not-started" }]);
  expect(book.students[0]!.sum).toEqual({ points: 0.75, of: 3 });
  expect((await cellsOf(cast.ada, at(61))).cells[1]).toMatchObject({ status: "missed", mark: null });
  expect((await cellsOf(cast.ada, at(61))).sum).toEqual({ points: 0.75, of: 6 });
});

test("what the class knows counts every student's last answer on a fact", async () => {
  const { mastery } = (await readGradebook(cast.grace, cast.classId, at(30)))!;
  const known = mastery.facts.map(({ fact, students, share }) => [fact, students, share.value]);
  expect(known).toContainEqual(["f01", 1, 1]);
  expect(known).toContainEqual(["f02", 1, 0]);
  expect(mastery.topics.every(({ share }) => share.low <= share.value && share.value <= share.high)).toBe(true);
});

describe("a score that is set", () => {
  const wanted = () => ({ assignmentId: second, userId: cast.bo.userId, score: 2, reason: "Was ill", after: 0 });
  const rows = () => db().prisma.setScore.findMany({ where: { assignmentId: second }, orderBy: { number: "asc" } });

  test("is set by who teaches the class alone, for a student of it, within what the quiz is worth", async () => {
    for (const viewer of [cast.bo, cast.ada, cast.bob, stranger])
      expect(await setScore(viewer, wanted(), at(40))).toEqual({ kind: "not-found" });
    for (const userId of [cast.bob.userId, cast.grace.userId, "nobody"])
      expect(await setScore(cast.grace, { ...wanted(), userId }, at(40))).toEqual({ kind: "not-found" });
    expect(await setScore(cast.grace, { ...wanted(), score: 3.5 }, at(40))).toEqual({ kind: "too-high", max: 3 });
    expect(await rows()).toEqual([]);
  });

  test("of two at once one is stale; each is appended, the last holds, and taken back the counted one does; the student reads it with the marks", async () => {
    const both = await Promise.all([1, 2].map((score) => setScore(cast.grace, { ...wanted(), score }, at(41))));
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(["set", "stale"]);
    expect(await setScore(cast.grace, wanted(), at(42))).toEqual({ kind: "stale" });
    expect(await setScore(cast.grace, { ...wanted(), score: 2.5, after: 1 }, at(43))).toEqual({ kind: "set" });
    expect((await cellsOf(cast.bo, at(44))).cells[1]).toMatchObject({
      ...{ status: "not-started", mark: 2.5, counted: null },
      set: { number: 2, score: 2.5, reason: "Was ill", by: "Grace", at: at(43) },
    });
    const shown = async (now: Date) => (await readQuiz(cast.bo, second, now))?.set;
    expect(await shown(at(44))).toBeNull();
    expect(await shown(at(61))).toEqual({ score: 2.5, reason: "Was ill" });
    expect((await readQuiz(cast.ada, second, at(61)))?.set).toBeNull();
    expect(await setScore(cast.grace, { ...wanted(), score: null, after: 2 }, at(45))).toEqual({ kind: "set" });
    expect((await cellsOf(cast.bo, at(46))).cells[1]).toMatchObject({ mark: null, set: null });
    expect((await rows()).map(({ number, score }) => [number, score === null ? null : Number(score)])).toEqual([
      [1, expect.any(Number)],
      [2, 2.5],
      [3, null],
    ]);
  });
});

test("nobody but who teaches the class reads the gradebook or a file of it", async () => {
  for (const viewer of [cast.ada, cast.bo, cast.bob, stranger]) {
    expect(await readGradebook(viewer, cast.classId, at(70))).toBeNull();
    for (const file of gradeFiles) expect(await readGradeFile(viewer, cast.classId, file, at(70))).toBeNull();
  }
  expect(await readGradebook(cast.grace, "nonsense", at(70))).toBeNull();
});

test("the files have a row for every student, or for every response, and no formula", async () => {
  const linesOf = async (file: (typeof gradeFiles)[number]) =>
    (await readGradeFile(cast.grace, cast.classId, file, at(70)))!.text.replace("\uFEFF", "").trimEnd().split("\r\n");
  expect(await linesOf("canvas.csv")).toEqual([
    '"Student","ID","SIS User ID","SIS Login ID","Section","Quiz 1","\'=Quiz 2"',
    '"Points Possible",,,,,3,3',
    '"Ada",,"s-1",,"B",0.75,',
    '"Bo",,,,,,',
  ]);
  expect(await linesOf("moodle.csv")).toEqual(['"ID number","Name","Quiz 1","\'=Quiz 2"', '"s-1","Ada",0.75,']);
  expect(await linesOf("students.csv")).toHaveLength(3);
  const responses = await linesOf("responses.csv");
  expect(responses).toHaveLength(1 + 3 * 3);
  expect(responses[1]).toContain('"s-1","B","Quiz 1",1,1,"2026-05-04 12:02","2026-05-04 12:03","Europe/Copenhagen",1,');
});

test("who left the class is not in the gradebook any more", async () => {
  await removeStudent(cast.grace, cast.classId, cast.bo.userId, at(71));
  const book = (await readGradebook(cast.grace, cast.classId, at(72)))!;
  expect(book.students.map(({ name }) => name)).toEqual(["Ada"]);
});
