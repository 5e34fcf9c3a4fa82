import "server-only";
/** Assigned quizzes as their instructors take them away: with every key, whether published or not. */
import type { Quiz } from "../interop/item.ts";
import type { Question } from "../questions/question.ts";
import { readAssignment } from "./assignments.ts";
import { db } from "./db.ts";
import type { Viewer } from "./viewer.ts";

/** A variant of a quiz with its keys; null for anybody who does not teach its class, and where there is no such variant. */
export async function readTakeAway(
  viewer: Viewer,
  assignmentId: string,
  variant: number,
): Promise<(Quiz & { classId: string }) | null> {
  const assignment = await readAssignment(viewer, assignmentId);
  if (!assignment) return null;
  const { rows } = await db().pool.query<{ points: string; snapshot: Question }>(
    `select s.points, q.snapshot from variant_slot s join question q on q.hash = s.question_hash
      where s.assignment_id = $1 and s.variant = $2 order by s.position, s.slot`,
    [assignment.id, variant],
  );
  if (rows.length === 0) return null;
  const questions = rows.map(({ points, snapshot }, index) => ({
    number: index + 1,
    points: Number(points),
    question: snapshot,
  }));
  // Whatever is made of it elsewhere says so, too.
  const title = assignment.simulated ? `${assignment.title} (simulated)` : assignment.title;
  return { classId: assignment.classId, title, variant, questions };
}
