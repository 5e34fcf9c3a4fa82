/** Handing in at the deadline: once, whoever does it and however often, and nobody who was in time is refused. */
import { beforeAll, expect, test } from "vitest";
import { keepAnswer, startAttempt, submitAttempt } from "@/lib/server/attempts.ts";
import { readClass } from "@/lib/server/classes.ts";
import { db, openDatabase } from "@/lib/server/db.ts";
import { handInOverdue, writingMs } from "@/lib/server/hand-in.ts";
import { newId } from "@/lib/server/id.ts";
import { joinClass } from "@/lib/server/joining.ts";
import { settleClosed } from "@/lib/server/settle.ts";
import type { Viewer } from "@/lib/server/viewer.ts";
import { viewerNamed } from "../support/people.ts";
import { aClass, answerChoice, aQuiz, begun, type Cast } from "../support/quiz.ts";

const at = (minute: number, second = 0, ms = 0) => new Date(Date.UTC(2026, 4, 4, 10, minute, second, ms));
const limited = { limitMinutes: 30 };
let cast: Cast;
let students: Viewer[];

beforeAll(async () => {
  cast = await aClass(at(-60));
  const code = (await readClass(cast.grace, cast.classId))!.joinCode!;
  students = await Promise.all(Array.from({ length: 30 }, (_, index) => viewerNamed(`student ${index}`, at(-60))));
  for (const student of students) await joinClass(student, { code, name: "Student" }, at(-50));
});

const stored = async (quiz: string) =>
  (
    await db().pool.query<{ submitted_by: string; submits: number; at: Date; stepped: Date }>(
      `select t.submitted_by, t.submitted_at as at, count(s.id)::int as submits, max(s.received_at) as stepped
         from attempt t left join step s on s.user_id = t.user_id and s.attempt_id = t.id and s.kind = 'submit'
        where t.assignment_id = $1 group by t.user_id, t.id`,
      [quiz],
    )
  ).rows;

test("two workers at once, and one that begins anew, hand in each attempt once", async () => {
  const quiz = await aQuiz(cast, { opensAt: at(0), closesAt: at(60) }, at(-30), limited);
  for (const student of students) await begun(student, quiz, at(5));
  expect(await handInOverdue(at(35, 5)), "what arrived in time may still be on its way to the tables").toBe(0);
  const now = new Date(at(35, 5).getTime() + writingMs + 1);
  const counts = await Promise.all([handInOverdue(now), handInOverdue(now), settleClosed(now)]);
  expect(counts[0] + counts[1]).toBeLessThanOrEqual(students.length);
  expect(await handInOverdue(now)).toBe(0);
  await settleClosed(at(70));
  const rows = await stored(quiz);
  expect(rows).toHaveLength(students.length);
  for (const row of rows)
    expect(row).toEqual({ submitted_by: "deadline", submits: 1, at: at(35, 5), stepped: at(35, 5) });
});

test("in the second of the deadline nobody in time is refused, nobody late is accepted, and nothing counts twice", async () => {
  const quiz = await aQuiz(cast, { opensAt: at(0), closesAt: at(60) }, at(-30), limited);
  const ids = await Promise.all(students.map((student) => begun(student, quiz, at(5))));
  const inTime = (index: number) => index % 2 === 0;
  // Arrivals from half a second before the end of the grace to half a second after it, while the worker is at work.
  const arrival = (index: number) => (inTime(index) ? at(35, 4, 500 + index * 10) : at(35, 5, 1 + index * 10));
  const [answers, submits] = await Promise.all([
    Promise.all(
      students.map((student, index) => {
        const id = newId(arrival(index));
        const response = { kind: "choice", value: "e:fortin" } as const;
        return keepAnswer(student, { attemptId: ids[index]!, id, slot: 1, response }, arrival(index));
      }),
    ),
    Promise.all(
      students.flatMap((student, index) =>
        [0, 1].map(() => submitAttempt(student, ids[index]!, new Date(arrival(index).getTime() + 1))),
      ),
    ),
    ...Array.from({ length: 5 }, () => handInOverdue(at(35, 9))),
  ]);
  for (const [index] of students.entries()) {
    // An answer that is overtaken by its own submit was sent after it, as far as the server can know.
    if (!inTime(index)) expect(answers[index]).toEqual({ kind: "closed" });
    for (const each of submits.slice(2 * index, 2 * index + 2))
      expect(each).toEqual({ kind: inTime(index) ? "handed-in" : "closed" });
  }
  await handInOverdue(at(35, 11));
  const rows = await stored(quiz);
  expect(rows.map(({ submits: made }) => made)).toEqual(students.map(() => 1));
  expect(rows.filter((row) => row.submitted_by === "student")).toHaveLength(students.length / 2);
  const { rows: late } = await db().pool.query(
    "select 1 from step s join attempt t on t.user_id = s.user_id and t.id = s.attempt_id where t.assignment_id = $1 and s.received_at > $2",
    [quiz, at(35, 5)],
  );
  expect(late).toEqual([]);
});

test("control: handed in without waiting for what is on its way, an answer in time is refused", async () => {
  const quiz = await aQuiz(cast, { opensAt: at(0), closesAt: at(60) }, at(-30), limited);
  const id = await begun(cast.bo, quiz, at(5));
  // As a worker that does not wait: it sees the first instant after the grace.
  await handInOverdue(new Date(at(35, 5).getTime() + writingMs + 1));
  expect(await answerChoice(cast.bo, id, "e:fortin", at(35, 4))).toEqual({ kind: "closed" });
});

test("the tables themselves hold no second open attempt, whatever a server would write", async () => {
  const quiz = await aQuiz(cast, { opensAt: at(0), closesAt: at(60) }, at(-30), { attemptsMax: 5 });
  await begun(cast.ada, quiz, at(5));
  const other = openDatabase(process.env.DATABASE_URL!, 1);
  try {
    const insert = `insert into attempt (user_id, id, assignment_id, variant, number, started_at) values ($1, $2, $3, 1, 2, $4)`;
    await expect(other.pool.query(insert, [cast.ada.userId, newId(at(6)), quiz, at(6)])).rejects.toThrow(
      "attempt_open_idx",
    );
  } finally {
    await other.pool.end();
  }
});

test("a next attempt hands in the one that ran out, before any worker does", async () => {
  const quiz = await aQuiz(cast, { opensAt: at(0), closesAt: at(60) }, at(-30), { ...limited, attemptsMax: 2 });
  const first = await begun(cast.ada, quiz, at(5));
  expect((await startAttempt(cast.ada, quiz, at(35, 4))).kind, "in the grace").toBe("not-found");
  const second = await begun(cast.ada, quiz, at(35, 6));
  expect(second).not.toBe(first);
  expect(await stored(quiz)).toContainEqual({
    submitted_by: "deadline",
    submits: 1,
    at: at(35, 5),
    stepped: at(35, 5),
  });
});
