import "server-only";
import type { PoolClient } from "pg";
import { renewClosesOf } from "./terms.ts";

/**
 * Makes somebody an instructor of a class, whatever they were in it: new there, waiting, a student, or gone. Whoever has begun one of its quizzes stays
 * what they are, since results are those of students. Their name, or null when nothing changed. For callers that have checked who asks.
 */
export async function becomeInstructor(
  client: PoolClient,
  { classId, userId, name }: { readonly classId: string; readonly userId: string; readonly name: string },
  now: Date,
): Promise<string | null> {
  const { rows } = await client.query<{ name: string }>(
    `insert into member as m (class_id, user_id, role, name, joined_at) values ($1, $2, 'instructor', $3, $4)
     on conflict (class_id, user_id) do update set role = 'instructor', removed_at = null, section = null, version = m.version + 1
      where (m.role = 'student' or m.removed_at is not null)
        and not exists (select from "user" where id = $2 and simulated)
        and not exists (select from attempt t join assignment a on a.id = t.assignment_id where t.user_id = $2 and a.class_id = $1)
     returning m.name`,
    [classId, userId, name, now],
  );
  if (!rows[0]) return null;
  await client.query("delete from join_request where class_id = $1 and user_id = $2", [classId, userId]);
  // Nobody waits for the other window of somebody who takes no quiz; the rows go, and what was derived from them.
  const had = await client.query<{ assignment_id: string }>(
    `delete from accommodation x using assignment a where a.id = x.assignment_id and a.class_id = $1 and x.user_id = $2
     returning x.assignment_id`,
    [classId, userId],
  );
  await renewClosesOf(
    client,
    had.rows.map((row) => row.assignment_id),
    now,
  );
  return rows[0].name;
}
