/** What the gradebook of a class asks of the database, counted: statements do not grow with the class, rows by one for each attempt. */
import type pg from "pg";
import { expect, test, vi } from "vitest";
import { db } from "@/lib/server/db.ts";
import { readGradebook } from "@/lib/server/gradebook.ts";
import { withClient } from "../../scripts/lib/sql.ts";
import { aClass, aQuiz, type Cast } from "../support/quiz.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 10, minute));

/** So many more students who answered the first question of every quiz, each `times` times, and handed in. */
async function more({ classId }: Cast, from: number, to: number, times: number): Promise<void> {
  await withClient(process.env.DATABASE_ADMIN_URL ?? "", async (client) => {
    await client.query(
      `with person as (
         insert into "user" (id, username, guest, created_at) select gen_random_uuid(), 'p' || n, false, $2 from generate_series($3::int, $4::int) n returning id),
       joined as (insert into member (class_id, user_id, role, name, joined_at) select $1, id, 'student', 'P', $2 from person returning user_id),
       begun as (
         insert into attempt (user_id, id, assignment_id, variant, number, started_at, submitted_at, submitted_by)
         select user_id, gen_random_uuid(), a.id, 1, 1, $5, $6, 'student' from joined, assignment a where a.class_id = $1 returning user_id, id)
       insert into step (user_id, attempt_id, id, kind, slot, response, received_at)
       select user_id, id, gen_random_uuid(), 'answer', 1, '{"kind": "choice", "value": "e:fortin"}', $5 from begun, generate_series(1, $7::int)`,
      [classId, at(-60), from, to, at(1), at(5), times],
    );
  });
}

/** Statements and rows of one reading. */
async function cost(cast: Cast): Promise<{ statements: number; rows: number; students: number }> {
  const { pool } = db();
  const query = pool.query.bind(pool) as unknown as (...given: unknown[]) => Promise<pg.QueryResult>;
  const counted = { statements: 0, rows: 0 };
  const spy = vi.spyOn(pool, "query").mockImplementation((async (...given: unknown[]) => {
    const result = await query(...given);
    counted.statements += 1;
    counted.rows += result.rows.length;
    return result;
  }) as never);
  const book = await readGradebook(cast.grace, cast.classId, at(30));
  spy.mockRestore();
  return { ...counted, students: book!.students.filter(({ sum }) => sum).length };
}

test("ten times the students are as many statements, and a row for each attempt however much was answered in it", async () => {
  const cast = await aClass(at(-60));
  for (let quiz = 0; quiz < 3; quiz++) await aQuiz(cast, { opensAt: at(0), closesAt: at(60) }, at(-30));
  await more(cast, 1, 10, 1);
  await cost(cast);
  const small = await cost(cast);
  await more(cast, 11, 100, 8);
  const large = await cost(cast);
  expect([small.students, large.students]).toEqual([10, 100]);
  expect(large.statements).toBe(small.statements);
  // Of each new student: one row of the roster, and one with the attempts and one with the steps in each of three quizzes.
  expect(large.rows - small.rows).toBeLessThanOrEqual(90 * 7);
});
