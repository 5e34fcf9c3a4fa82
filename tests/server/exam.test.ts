/** The day of a class's exam and how ready the class is: set by who teaches, seen by students, and blind to what anybody studies by themselves. */
import { beforeAll, expect, test } from "vitest";
import { submitAttempt } from "@/lib/server/attempts.ts";
import { readClass } from "@/lib/server/classes.ts";
import { db } from "@/lib/server/db.ts";
import { myExams, readExam, setExam } from "@/lib/server/exam.ts";
import { joinClass } from "@/lib/server/joining.ts";
import { storeQuestions } from "@/lib/server/questions.ts";
import { settleClosed } from "@/lib/server/settle.ts";
import { recordEvents } from "@/lib/server/study.ts";
import { readToday } from "@/lib/server/today.ts";
import type { Viewer } from "@/lib/server/viewer.ts";
import { anAnswer } from "../support/events.ts";
import { viewerNamed } from "../support/people.ts";
import { aClass, answerChoice, aQuiz, begun, type Cast, questions } from "../support/quiz.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 10, minute));
let cast: Cast;
const students: Viewer[] = [];

const set = async (viewer: Viewer, examOn: string | null) => {
  const { version } = (await readExam(cast.grace, cast.classId))!;
  return setExam(viewer, { classId: cast.classId, version, examOn }, at(70));
};

beforeAll(async () => {
  cast = await aClass(at(-60));
  const code = (await readClass(cast.grace, cast.classId))!.joinCode!;
  const quiz = await aQuiz(cast, { opensAt: at(0), closesAt: at(60) }, at(-30));
  for (let each = 0; each < 6; each++) {
    const student = await viewerNamed(`student-${each}`, at(-50));
    await joinClass(student, { code, name: `Student ${each}` }, at(-40));
    const attempt = await begun(student, quiz, at(1));
    await answerChoice(student, attempt, each < 4 ? "e:fortin" : "e:olsen", at(2));
    await submitAttempt(student, attempt, at(3));
    students.push(student);
  }
});

test("who teaches the class sets the day, with the version that was read; students see it, nobody else sets or reads it", async () => {
  for (const viewer of [cast.ada, cast.bob]) {
    expect(await set(viewer, "2026-06-01")).toEqual({ kind: "not-found" });
    expect(await readExam(viewer, cast.classId)).toBeNull();
  }
  expect(await set(cast.grace, "2026-05-03")).toEqual({ kind: "over" });
  expect(await set(cast.grace, "2026-06-01")).toEqual({ kind: "saved" });
  expect(await setExam(cast.grace, { classId: cast.classId, version: 1, examOn: null }, at(70))).toEqual({
    ...{ kind: "stale", examOn: "2026-06-01" },
  });
  const line = { classId: cast.classId, className: "Group B", examOn: "2026-06-01" };
  expect((await readToday(cast.ada, at(80))).exams).toEqual([line]);
  expect((await readClass(cast.ada, cast.classId))?.examOn).toBe("2026-06-01");
  expect(await myExams(cast.bob, at(80))).toEqual([]);
  // The last moment of that day in the class's zone, two hours ahead, and the first after it.
  expect(await myExams(cast.ada, new Date("2026-06-01T21:59:00Z"))).toEqual([line]);
  expect(await myExams(cast.ada, new Date("2026-06-01T22:01:00Z"))).toEqual([]);
  const { rows } = await db().pool.query("select changed from audit where what = 'class-changed'");
  expect(rows).toEqual([{ changed: { examOn: [null, "2026-06-01"] } }]);
});

test("readiness is of settled quizzes, and what somebody studies by themselves changes nothing of it", async () => {
  expect((await readExam(cast.grace, cast.classId))?.readiness).toBe("too-few");
  await settleClosed(at(62));
  const before = (await readExam(cast.grace, cast.classId))!.readiness;
  if (before === null || before === "too-few") throw new Error(String(before));
  expect(before).toMatchObject({ students: 6, hidden: 0, facts: [{ students: 6, fact: "nato-mission-iraq f01" }] });
  const [hash] = await storeQuestions([questions[0]!]);
  const response = { kind: "choice", value: "e:olsen" } as const;
  for (const student of students)
    await recordEvents(
      student,
      [anAnswer("alone", hash!, { at: at(90).toISOString(), deviceSeq: 1, response })],
      at(91),
    );
  expect(await db().prisma.event.count({ where: { at: at(90) } })).toBe(6);
  expect((await readExam(cast.grace, cast.classId))!.readiness).toEqual(before);
});
