import "server-only";
/** Scores that who teaches puts in the place of counted ones: appended with the reason, never changed. */
import { lastSet, markOf } from "../classroom/gradebook.ts";
import { readAssignment } from "./assignments.ts";
import { audit } from "./audit.ts";
import { isUuid } from "./classes.ts";
import { db } from "./db.ts";
import { readMarked } from "./results.ts";
import { inTransaction } from "./transaction.ts";
import type { Viewer } from "./viewer.ts";

/** One thing that was set; `by` is the name of who did in the class. */
export type SetScoreLine = {
  readonly number: number;
  /** Null: what was counted holds again. */
  readonly score: number | null;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
};

type Row = {
  user_id: string;
  assignment_id: string;
  number: number;
  score: string | null;
  reason: string;
  by: string;
  set_at: Date;
};

/** Everything that was set in these assignments, by assignment and student (`keyOf`), in order; for the server alone. */
export async function readSetScores(
  assignmentIds: readonly string[],
  userId: string | null = null,
): Promise<ReadonlyMap<string, readonly SetScoreLine[]>> {
  const { rows } = await db().pool.query<Row>(
    `select s.user_id, s.assignment_id, s.number, s.score, s.reason, coalesce(m.name, '') as by, s.set_at
       from set_score s
       join assignment a on a.id = s.assignment_id
       left join member m on m.class_id = a.class_id and m.user_id = s.set_by
      where s.assignment_id = any($1::uuid[]) and ($2::uuid is null or s.user_id = $2)
      order by s.number`,
    [assignmentIds, userId],
  );
  const lines = Map.groupBy(rows, (row) => keyOf(row.assignment_id, row.user_id));
  return new Map(
    [...lines].map(([key, own]) => [
      key,
      own.map(({ number, score, reason, by, set_at: at }) => {
        return { number, score: score === null ? null : Number(score), reason, by, at };
      }),
    ]),
  );
}

export const keyOf = (assignmentId: string, userId: string): string => `${assignmentId} ${userId}`;

/**
 * Sets a student's score, or (null) takes back what was set. `after` is the number of what was last set as it was read, 0 for nothing: of two at once one is stale.
 * A score lies between 0 and what the quiz is worth.
 */
export async function setScore(
  viewer: Viewer,
  wanted: {
    readonly assignmentId: string;
    readonly userId: string;
    readonly score: number | null;
    readonly reason: string;
    readonly after: number;
  },
  now: Date,
): Promise<{ kind: "set" } | { kind: "stale" } | { kind: "too-high"; max: number } | { kind: "not-found" }> {
  const { assignmentId, userId, score, reason, after } = wanted;
  const assignment = await readAssignment(viewer, assignmentId);
  if (!assignment?.publishedAt || !isUuid(userId)) return { kind: "not-found" };
  const max = assignment.slots.reduce((sum, { points }) => sum + points, 0);
  if (score !== null && score > max) return { kind: "too-high", max };
  const key = { classId_userId: { classId: assignment.classId, userId } };
  const member = await db().prisma.member.findUnique({ where: key, select: { role: true, removedAt: true } });
  if (member?.role !== "student" || member.removedAt) return { kind: "not-found" };
  return inTransaction(async (client) => {
    const last = await client.query<{ number: number; score: string | null }>(
      "select number, score from set_score where user_id = $1 and assignment_id = $2 order by number desc limit 1",
      [userId, assignmentId],
    );
    if ((last.rows[0]?.number ?? 0) !== after) return { kind: "stale" };
    const { rowCount } = await client.query(
      // Of two at once that read the same the key lets one through.
      `insert into set_score (user_id, assignment_id, number, score, reason, set_by, set_at)
       values ($1, $2, $3::smallint + 1, $4, $5, $6, $7) on conflict do nothing`,
      [userId, assignmentId, after, score, reason, viewer.userId, now],
    );
    if (!rowCount) return { kind: "stale" };
    const was = last.rows[0]?.score ?? null;
    const changed = { score: [was === null ? null : Number(was), score] } as const;
    await audit(client, viewer, {
      ...{ what: "score-set", classId: assignment.classId, assignmentId, about: [userId], changed },
    });
    return { kind: "set" };
  });
}

/** A student's mark in a quiz and what was set in its place; null for whoever does not teach the class, and for who is not in the results. */
export async function readScore(
  viewer: Viewer,
  assignmentId: string,
  userId: string,
  now: Date,
): Promise<{
  readonly mark: number | null;
  readonly counted: number | null;
  readonly scoreMax: number;
  readonly history: readonly SetScoreLine[];
} | null> {
  const page = isUuid(userId) ? await readMarked(viewer, assignmentId, now) : null;
  const result = page?.students.find((each) => each.userId === userId);
  if (!page || !result) return null;
  const history = (await readSetScores([assignmentId], userId)).get(keyOf(assignmentId, userId)) ?? [];
  const counted = result.attempts.some(({ submittedAt }) => submittedAt) ? result.score : null;
  return { counted, mark: markOf(counted, lastSet(history)), scoreMax: page.scoreMax, history };
}
