/** Two accounts of one person become one: everything that a class keeps of them comes along. */
import { expect, test } from "vitest";
import { db } from "@/lib/server/db.ts";
import { mergeGuest } from "@/lib/server/merge.ts";
import { guest, viewerNamed } from "../support/people.ts";
import { aClass, aQuiz } from "../support/quiz.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 10, minute));
const rowsOf = async (table: string, userId: string) =>
  (await db().pool.query(`select * from ${table} where user_id = $1 order by 1, 2`, [userId])).rows;

async function both() {
  const [cast, visitor, lin] = [await aClass(at(-60)), await guest(at(0)), await viewerNamed("lin", at(0))];
  const quiz = await aQuiz(cast, { opensAt: at(0), closesAt: at(60) }, at(-30));
  await db().pool.query(
    `insert into member (class_id, user_id, role, name, student_number, section, joined_at) values ($1, $2, 'student', 'Vi', '42', 'A', $3)`,
    [cast.classId, visitor.viewer.userId, at(0)],
  );
  const accommodate = (userId: string, percent: number) =>
    db().pool.query(
      "insert into accommodation (user_id, assignment_id, time_percent, closes_wall, closes_at, set_by, set_at) values ($1, $2, $3, 'x', $4, $5, $6)",
      [userId, quiz, percent, at(120), cast.grace.userId, at(1)],
    );
  const score = (userId: string, number: number, points: number) =>
    db().pool.query(
      "insert into set_score (user_id, assignment_id, number, score, reason, set_by, set_at) values ($1, $2, $3, $4, 'Oral', $5, $6)",
      [userId, quiz, number, points, cast.grace.userId, at(number)],
    );
  return { from: visitor.viewer.userId, to: lin.userId, quiz, accommodate, score };
}

test("membership with number and section, accommodations and set scores move, once", async () => {
  const { from, to, quiz, accommodate, score } = await both();
  await accommodate(from, 150);
  await score(from, 1, 2);
  await mergeGuest(from, to);
  await mergeGuest(from, to);
  expect(await rowsOf("member", to)).toMatchObject([{ name: "Vi", student_number: "42", section: "A" }]);
  expect(await rowsOf("accommodation", to)).toMatchObject([{ assignment_id: quiz, time_percent: 150 }]);
  expect(await rowsOf("set_score", to)).toMatchObject([{ assignment_id: quiz, number: 1, score: "2.00" }]);
  const { rows } = await db().pool.query("select accommodated_until from assignment where id = $1", [quiz]);
  expect(rows[0].accommodated_until, "the latest close of anybody is theirs").toEqual(at(120));
});

test("what the account has stands, and what was set for the other is numbered after it", async () => {
  const { from, to, accommodate, score } = await both();
  await accommodate(from, 150);
  await accommodate(to, 200);
  await score(from, 1, 2);
  await score(to, 1, 1);
  await mergeGuest(from, to);
  expect(await rowsOf("accommodation", to)).toMatchObject([{ time_percent: 200 }]);
  const scores = await rowsOf("set_score", to);
  expect(scores.map(({ number, score }) => [number, score]).sort()).toEqual([
    [1, "1.00"],
    [2, "2.00"],
  ]);
});

test("no table keeps anything of the one who is gone but what is said here", async () => {
  const { rows } = await db().pool.query<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'user_id' order by 1`,
  );
  const { from, to, accommodate, score } = await both();
  await accommodate(from, 150);
  await score(from, 1, 2);
  await mergeGuest(from, to);
  // Guests have no other way in, no code to come back by, and no plans.
  for (const { name } of rows) expect([name, (await rowsOf(name, from)).length]).toEqual([name, 0]);
});
