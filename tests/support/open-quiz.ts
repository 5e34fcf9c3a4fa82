/** A published quiz that is open, made through the tables: for tests of what its students may not be told yet. */
import { db } from "@/lib/server/db.ts";
import { newId } from "@/lib/server/id.ts";
import type { Viewer } from "@/lib/server/viewer.ts";

/** Gives a student a quiz of these stored questions, open from `opensAt` to `closesAt`. */
export async function anOpenQuiz(
  student: Viewer,
  {
    pack,
    hashes,
    opensAt,
    closesAt,
  }: { readonly pack: string; readonly hashes: readonly string[]; readonly opensAt: Date; readonly closesAt: Date },
): Promise<void> {
  const [classId, quizId] = [newId(opensAt), newId(opensAt)];
  const { pool } = db();
  await pool.query("insert into class (id, name, zone, join_code, created_at) values ($1, 'A', 'UTC', $2, $3)", [
    ...[classId, classId.slice(-8), opensAt],
  ]);
  await pool.query(
    "insert into member (class_id, user_id, role, name, joined_at) values ($1, $2, 'student', 'Ada', $3)",
    [...[classId, student.userId, opensAt]],
  );
  await pool.query(
    `insert into assignment (id, class_id, title, pack_id, revision, plan, opens_wall, opens_at, closes_wall, closes_at, zone,
       published_at, created_by, created_at) values ($1, $2, 'Quiz', $3, '', '{}', '', $4, '', $5, 'UTC', $4, $1, $4)`,
    [quizId, classId, pack, opensAt, closesAt],
  );
  await pool.query("insert into variant (assignment_id, number) values ($1, 1)", [quizId]);
  for (const [index, hash] of hashes.entries())
    await pool.query("insert into variant_slot values ($1, 1, $2, $3, 1)", [quizId, index + 1, hash]);
}
