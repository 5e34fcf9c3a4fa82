import "server-only";
/** Marks and comments that who teaches gives to single answers: steps of the attempt, appended with their reason, never changed. */
import { foldSteps } from "../classroom/attempt.ts";
import type { Correction } from "../classroom/correction.ts";
import { markAttempt, type Slot } from "../classroom/results.ts";
import { afterDeduction } from "../classroom/score.ts";
import type { Question, Response } from "../questions/question.ts";
import { readAssignment } from "./assignments.ts";
import { slotsOf } from "./attempts.ts";
import { audit } from "./audit.ts";
import { isUuid } from "./classes.ts";
import { db } from "./db.ts";
import { newId } from "./id.ts";
import { readSteps } from "./steps.ts";
import { inTransaction } from "./transaction.ts";
import type { Viewer } from "./viewer.ts";

/** One mark that was given; `by` the name of who did in the class. */
export type HandMarkLine = {
  /** From 1. */
  readonly number: number;
  readonly points: number | null;
  readonly comment: string | null;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
};

/** One answer of an attempt as it is marked. */
export type AnswerLine = {
  readonly slot: number;
  readonly question: Question;
  readonly corrected: readonly Correction[];
  readonly response: Response | null;
  readonly fraction: number;
  readonly points: number;
  readonly pointsMax: number;
  /** It is marked by hand, and nobody has yet. */
  readonly waits: boolean;
  /** In order; the last one holds. */
  readonly history: readonly HandMarkLine[];
};

export type AnswersPage = {
  readonly classId: string;
  readonly className: string;
  readonly title: string;
  readonly zone: string;
  readonly name: string;
  /** Attempts that are handed in, by number. */
  readonly numbers: readonly number[];
  readonly number: number;
  readonly score: number;
  readonly scoreMax: number;
  readonly late: boolean;
  readonly answers: readonly AnswerLine[];
};

type AttemptRow = { id: string; number: number; variant: number; late: boolean; late_deduction: number };

/** The answers of a student in the attempt of this number, or the last one; null for who does not teach the class, and where nothing is handed in. */
export async function readAnswers(
  viewer: Viewer,
  assignmentId: string,
  userId: string,
  number: number | null,
): Promise<AnswersPage | null> {
  const assignment = isUuid(userId) ? await readAssignment(viewer, assignmentId) : null;
  if (!assignment?.publishedAt) return null;
  const attempts = await attemptsOf(assignmentId, userId);
  const attempt = attempts.find((each) => each.number === number) ?? attempts.at(-1);
  if (!attempt) return null;
  const [slots, steps, marks, names] = await Promise.all([
    slotsOf(assignmentId, attempt.variant),
    readSteps(userId, attempt.id),
    marksOf(assignment.classId, userId, attempt.id),
    db().pool.query<{ name: string }>("select name from member where class_id = $1 and user_id = $2", [
      assignment.classId,
      userId,
    ]),
  ]);
  const result = markAttempt(slots, foldSteps(steps));
  const { classId, className, title, zone } = assignment;
  return {
    ...{ classId, className, title, zone, name: names.rows[0]?.name ?? "", number: attempt.number },
    numbers: attempts.map((each) => each.number),
    score: afterDeduction(result.score, attempt.late_deduction),
    scoreMax: result.scoreMax,
    late: attempt.late,
    answers: slots.map((slot: Slot, index): AnswerLine => {
      const { response, fraction, points, waits = false } = result.slots[index]!;
      return {
        ...{ slot: slot.slot, question: slot.question, pointsMax: slot.pointsMax, response, fraction, points },
        waits,
        corrected: slot.corrected?.steps ?? [],
        history: marks.get(slot.slot) ?? [],
      };
    }),
  };
}

/**
 * Gives an answer of a handed-in attempt points (null: what was counted holds again) and a comment, with the reason. `after` is how many marks it had when it was read: of two
 * at once one is stale. Points lie between 0 and what the question is worth.
 */
export async function giveMark(
  viewer: Viewer,
  wanted: {
    readonly assignmentId: string;
    readonly userId: string;
    readonly number: number;
    readonly slot: number;
    readonly points: number | null;
    readonly comment: string | null;
    readonly reason: string;
    readonly after: number;
  },
  now: Date,
): Promise<{ kind: "given" } | { kind: "stale" } | { kind: "too-high"; max: number } | { kind: "not-found" }> {
  const { assignmentId, userId, slot, points, comment, reason, after } = wanted;
  const assignment = isUuid(userId) ? await readAssignment(viewer, assignmentId) : null;
  if (!assignment?.publishedAt) return { kind: "not-found" };
  const attempt = (await attemptsOf(assignmentId, userId)).find(({ number }) => number === wanted.number);
  const slots = attempt ? await slotsOf(assignmentId, attempt.variant) : [];
  const place = slots.find((each) => each.slot === slot);
  if (!attempt || !place) return { kind: "not-found" };
  if (points !== null && points > place.pointsMax) return { kind: "too-high", max: place.pointsMax };
  return inTransaction(async (client) => {
    // Whoever corrects a key or gives another mark waits; whoever settles the quiz sees that it was marked.
    const { rows: held } = await client.query<{ remarks: number }>(
      "update assignment set remarks = remarks + 1 where id = $1 returning remarks",
      [assignmentId],
    );
    const given = await client.query<{ count: number; points: string | null }>(
      `select count(*)::int as count, (array_agg(points order by received_at desc, id desc))[1] as points
         from step where user_id = $1 and attempt_id = $2 and slot = $3 and kind = 'mark'`,
      [userId, attempt.id, slot],
    );
    const was = given.rows[0]!;
    if (held.length === 0 || was.count !== after) return { kind: "stale" } as const;
    await client.query(
      `insert into step (user_id, attempt_id, id, kind, slot, points, comment, reason, marked_by, received_at)
       values ($1, $2, $3, 'mark', $4, $5, $6, $7, $8, $9)`,
      [userId, attempt.id, newId(now), slot, points, comment, reason, viewer.userId, now],
    );
    const { score } = markAttempt(slots, foldSteps(await readSteps(userId, attempt.id, client)));
    await client.query("update attempt set score = $3 where user_id = $1 and id = $2 and score is not null", [
      ...[userId, attempt.id, afterDeduction(score, attempt.late_deduction)],
    ]);
    await audit(client, viewer, {
      ...{ what: "mark-given", classId: assignment.classId, assignmentId, about: [userId] },
      changed: {
        place: [null, slot],
        points: [was.points === null ? null : Number(was.points), points],
      },
    });
    return { kind: "given" } as const;
  });
}

async function attemptsOf(assignmentId: string, userId: string): Promise<AttemptRow[]> {
  const { rows } = await db().pool.query<AttemptRow>(
    `select id, number, variant, late, late_deduction from attempt
      where assignment_id = $1 and user_id = $2 and submitted_at is not null order by number`,
    [assignmentId, userId],
  );
  return rows;
}

/** What was given in an attempt, by slot. */
async function marksOf(
  classId: string,
  userId: string,
  attemptId: string,
): Promise<ReadonlyMap<number, readonly HandMarkLine[]>> {
  const { rows } = await db().pool.query<{
    slot: number;
    points: string | null;
    comment: string | null;
    reason: string;
    by: string;
    at: Date;
  }>(
    `select s.slot, s.points, s.comment, s.reason, coalesce(m.name, '') as by, s.received_at as at
       from step s left join member m on m.class_id = $1 and m.user_id = s.marked_by
      where s.user_id = $2 and s.attempt_id = $3 and s.kind = 'mark' order by s.received_at, s.id`,
    [classId, userId, attemptId],
  );
  const bySlot = Map.groupBy(rows, ({ slot }) => slot);
  return new Map(
    [...bySlot].map(([slot, own]) => [
      slot,
      own.map(({ points, comment, reason, by, at }, index) => {
        return { number: index + 1, points: points === null ? null : Number(points), comment, reason, by, at };
      }),
    ]),
  );
}
