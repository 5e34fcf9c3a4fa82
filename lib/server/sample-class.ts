import "server-only";
/** A class of simulated learners, made on request so that an instructor sees what a class's results look like, and deleted without a trace. */
import { randomBytes } from "node:crypto";
import { codeFromBytes } from "../classroom/code.ts";
import { attemptsExpected, sampleLearners } from "../classroom/sample-class.ts";
import { audit } from "./audit.ts";
import { isUuid } from "./classes.ts";
import { db } from "./db.ts";
import { newId } from "./id.ts";
import { hit, limits } from "./limit.ts";
import { refuse } from "./refusal.ts";
import { readSettings } from "./settings.ts";
import { inTransaction } from "./transaction.ts";
import type { Viewer } from "./viewer.ts";

export type SampleClass = {
  readonly classId: string;
  readonly seed: string;
  readonly learners: number;
  /** How many quizzes have been begun, of how many; equal once all is done. */
  readonly begun: number;
  readonly expected: number;
  readonly done: boolean;
};

/**
 * Opens the viewer's sample class: the one there is, else a new one with its learners, who then answer by themselves (lib/server/simulate.ts). Its name is
 * the caller's. Throws a Refusal (429) when it is done too often; a guest is refused, as with any class.
 */
export async function openSampleClass(
  viewer: Viewer,
  wanted: { readonly name: string; readonly instructor: string },
  now: Date,
): Promise<{ kind: "opened"; classId: string } | { kind: "needs-account" }> {
  if (viewer.guest) return { kind: "needs-account" };
  const allowance = await hit(limits.sampleClass, viewer.userId);
  if (!allowance.ok) refuse(429, "too-many", { retryAfter: allowance.retryAfter });
  const { zone } = (await readSettings(viewer)).learner;
  const seed = codeFromBytes(randomBytes(8));
  return inTransaction(async (client) => {
    // Of two clicks at once the second finds the class of the first.
    await client.query(`select 1 from "user" where id = $1 for update`, [viewer.userId]);
    const { rows } = await client.query<{ id: string }>(
      `select c.id from class c join member m on m.class_id = c.id
        where m.user_id = $1 and m.role = 'instructor' and m.removed_at is null and c.simulated_seed is not null
        order by c.created_at limit 1`,
      [viewer.userId],
    );
    if (rows[0]) return { kind: "opened", classId: rows[0].id };
    const classId = newId(now);
    await client.query(
      "insert into class (id, name, zone, join_code, created_at, simulated_seed) values ($1, $2, $3, $4, $5, $6)",
      [classId, wanted.name, zone, codeFromBytes(randomBytes(8)), now, seed],
    );
    await client.query(
      "insert into member (class_id, user_id, role, name, joined_at) values ($1, $2, 'instructor', $3, $4)",
      [...[classId, viewer.userId, wanted.instructor, now]],
    );
    const learners = sampleLearners(seed).map((learner, index) => ({ ...learner, id: newId(now), index }));
    await client.query(
      `with given as (
         select * from jsonb_to_recordset($2::jsonb) as t(id uuid, index int, name text, "studentNumber" text, section text)),
       people as (insert into "user" (id, name, guest, simulated, created_at) select id, name, false, true, $3 from given)
       insert into member (class_id, user_id, role, name, student_number, section, joined_at)
       select $1, id, 'student', name, "studentNumber", section, $3::timestamptz + index * interval '1 millisecond' from given`,
      [classId, JSON.stringify(learners), now],
    );
    await audit(client, viewer, { what: "sample-class-opened", classId });
    return { kind: "opened", classId };
  });
}

/** What a sample class is made from and how far it is, for those who teach it; null for everybody else, and for a class of people. */
export async function readSampleClass(viewer: Viewer, classId: string): Promise<SampleClass | null> {
  if (!isUuid(classId)) return null;
  const { rows } = await db().pool.query<{ seed: string; done: boolean; learners: number; begun: number }>(
    `select c.simulated_seed as seed, c.simulated_at is not null as done,
            (select count(*)::int from member s join "user" u on u.id = s.user_id and u.simulated where s.class_id = c.id) as learners,
            (select count(*)::int from attempt t join assignment a on a.id = t.assignment_id
               join "user" u on u.id = t.user_id and u.simulated where a.class_id = c.id) as begun
       from class c join member m on m.class_id = c.id and m.user_id = $2 and m.role = 'instructor' and m.removed_at is null
      where c.id = $1 and c.simulated_seed is not null`,
    [classId, viewer.userId],
  );
  const row = rows[0];
  if (!row) return null;
  const expected = row.done ? row.begun : Math.max(row.begun, attemptsExpected(row.seed));
  return { classId, ...row, expected };
}

/** Deletes a sample class with its learners and everything that they did. False when the viewer does not teach it, and for a class of people. */
export async function deleteSampleClass(viewer: Viewer, classId: string): Promise<boolean> {
  if (!(await readSampleClass(viewer, classId))) return false;
  return inTransaction(async (client) => {
    // Held, so that the worker lets nobody answer in between.
    const held = await client.query("select 1 from class where id = $1 and simulated_seed is not null for update", [
      classId,
    ]);
    if (!held.rowCount) return false;
    const { rows } = await client.query<{ id: string }>(
      `select u.id from "user" u join member m on m.user_id = u.id where m.class_id = $1 and u.simulated order by u.id for update of u`,
      [classId],
    );
    const gone = [rows.map(({ id }) => id)];
    // What they did is theirs alone; quizzes, attempts and steps go with the class.
    for (const table of ["review", "event", "card", "study_day"])
      await client.query(`delete from ${table} where user_id = any($1::uuid[])`, gone);
    await audit(client, viewer, { what: "sample-class-deleted", classId });
    await client.query("delete from class where id = $1", [classId]);
    await client.query(`delete from "user" where id = any($1::uuid[]) and simulated`, gone);
    return true;
  });
}

/** Is this a class of simulated learners? Nobody joins one, and nobody is invited. */
export async function isSampleClass(classId: string): Promise<boolean> {
  return (await db().prisma.class.count({ where: { id: classId, simulatedSeed: { not: null } } })) > 0;
}
