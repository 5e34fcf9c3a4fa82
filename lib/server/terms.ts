import "server-only";
/** Terms, accommodations and attempts as they are stored, in the shapes that lib/classroom decides from. */
import type { PoolClient } from "pg";
import type { AttemptTimes } from "../classroom/access.ts";
import { type Accommodation, type Counts, longestClose, type Terms, type When } from "../classroom/terms.ts";
import { db } from "./db.ts";
import type { Viewer } from "./viewer.ts";

/** One attempt of a student, whatever became of it. */
export type TakenAttempt = AttemptTimes & {
  readonly id: string;
  readonly variant: number;
  readonly submittedBy: "student" | "deadline" | null;
  readonly late: boolean;
  readonly lateDeduction: number;
};

/** All that decides what one student may do with one quiz. For the server alone: it holds the password. */
export type Taking = {
  readonly id: string;
  readonly classId: string;
  readonly className: string;
  readonly title: string;
  readonly zone: string;
  readonly password: string | null;
  readonly terms: Terms;
  readonly accommodation: Accommodation | null;
  /** By number. */
  readonly attempts: readonly TakenAttempt[];
};

/** The quiz for one of its students; null for everybody else, and for a draft. */
export async function readTaking(viewer: Viewer, assignmentId: string): Promise<Taking | null> {
  return oneTaking(
    `join member m on m.class_id = a.class_id and m.user_id = $2 and m.role = 'student' and m.removed_at is null
      where a.id = $1 and a.published_at is not null`,
    [assignmentId, viewer.userId],
  );
}

/** The quiz of one of the viewer's own attempts; null when it is not theirs. */
export async function readTakingOf(viewer: Viewer, attemptId: string): Promise<Taking | null> {
  return oneTaking(`where a.id = (select assignment_id from attempt where user_id = $2 and id = $1)`, [
    attemptId,
    viewer.userId,
  ]);
}

async function oneTaking(which: string, values: [string, string]): Promise<Taking | null> {
  const { rows } = await db().pool.query<TakingRow>(
    `select a.id, a.class_id, c.name as class_name, a.title, a.zone, a.password, ${termsColumns}, ${ownColumns},
            coalesce((select json_agg(t order by t.number) from attempt t where t.assignment_id = a.id and t.user_id = $2), '[]') as attempts
       from assignment a
       join class c on c.id = a.class_id
       left join accommodation x on x.assignment_id = a.id and x.user_id = $2
       ${which}`,
    values,
  );
  const row = rows[0];
  if (!row) return null;
  return {
    id: row.id,
    classId: row.class_id,
    className: row.class_name,
    title: row.title,
    zone: row.zone,
    password: row.password,
    terms: termsOfRow(row),
    accommodation: accommodationOfRow(row),
    attempts: row.attempts.map(attemptOfRow),
  };
}

/** The columns of `assignment a` that make its terms. */
export const termsColumns = `a.published_at, a.opens_at, a.due_at, a.closes_at, a.limit_minutes, a.attempts_max, a.counts,
  a.late_deduction, a.grace_seconds, a.marks_shown, a.answers_shown, a.why_shown, a.accommodated_until`;

/** The columns of a left-joined `accommodation x`. */
export const ownColumns = `x.time_percent, x.opens_at as own_opens_at, x.due_at as own_due_at, x.closes_at as own_closes_at, x.more_attempts`;

/** The latest arrival that counts for anybody in an assignment, by its alias: `lastArrival` of lib/classroom/access.ts. */
export const lastArrivalIn = (alias: string): string =>
  `(greatest(${alias}.closes_at, ${alias}.accommodated_until) + ${alias}.grace_seconds * interval '1 second')`;

/** The same in `assignment a`. */
export const lastArrivalSql = lastArrivalIn("a");

export type TermsRow = {
  published_at: Date | null;
  opens_at: Date;
  due_at: Date | null;
  closes_at: Date;
  limit_minutes: number | null;
  attempts_max: number | null;
  counts: Counts;
  late_deduction: number;
  grace_seconds: number;
  marks_shown: When;
  answers_shown: When;
  why_shown: When;
  accommodated_until: Date | null;
};

export type OwnRow = {
  /** Null without an accommodation. */
  time_percent: number | null;
  own_opens_at: Date | null;
  own_due_at: Date | null;
  own_closes_at: Date | null;
  more_attempts: number | null;
};

/** A quiz as one student has it, with what is read of their attempts. */
export type QuizRow<Attempt> = TermsRow &
  OwnRow & {
    id: string;
    class_id: string;
    class_name: string;
    title: string;
    zone: string;
    attempts: Attempt[];
  };

type TakingRow = QuizRow<AttemptRow> & { password: string | null };

/** A row of `attempt` as JSON: instants are texts. */
export type AttemptRow = {
  id: string;
  variant: number;
  number: number;
  started_at: string;
  submitted_at: string | null;
  submitted_by: "student" | "deadline" | null;
  late: boolean;
  late_deduction: number;
};

export function termsOfRow(row: TermsRow): Terms {
  return {
    publishedAt: row.published_at,
    opensAt: row.opens_at,
    dueAt: row.due_at,
    closesAt: row.closes_at,
    limitMinutes: row.limit_minutes,
    attemptsMax: row.attempts_max,
    graceSeconds: row.grace_seconds,
    lateDeduction: row.late_deduction,
    counts: row.counts,
    release: { marks: row.marks_shown, answers: row.answers_shown, why: row.why_shown },
    accommodatedUntil: row.accommodated_until,
  };
}

/** Null where nothing was joined. */
export function accommodationOfRow(row: OwnRow): Accommodation | null {
  if (row.time_percent === null) return null;
  return {
    timePercent: row.time_percent,
    opensAt: row.own_opens_at,
    dueAt: row.own_due_at,
    closesAt: row.own_closes_at,
    moreAttempts: row.more_attempts ?? 0,
  };
}

function attemptOfRow(row: AttemptRow): TakenAttempt {
  return {
    id: row.id,
    variant: row.variant,
    number: row.number,
    startedAt: new Date(row.started_at),
    submittedAt: row.submitted_at === null ? null : new Date(row.submitted_at),
    submittedBy: row.submitted_by,
    late: row.late,
    lateDeduction: row.late_deduction,
  };
}

/**
 * Stores anew what follows from an assignment's terms and its accommodations: the latest close of anybody. Students who were removed are not waited for. A quiz that
 * was over and is open again is settled once more after its end. Call it in the transaction that changed either, which holds the assignment's row.
 */
export async function renewAccommodatedUntil(client: PoolClient, assignmentId: string, now: Date): Promise<void> {
  const { rows } = await client.query<TermsRow & OwnRow>(
    `select ${termsColumns}, ${ownColumns} from assignment a
       left join (accommodation x join assignment h on h.id = x.assignment_id
                  join member m on m.class_id = h.class_id and m.user_id = x.user_id and m.removed_at is null)
         on x.assignment_id = a.id
      where a.id = $1`,
    [assignmentId],
  );
  const first = rows[0];
  if (!first) return;
  const own = rows.map(accommodationOfRow).filter((each) => each !== null);
  await client.query(
    `update assignment a set accommodated_until = $2::timestamptz,
            settled_at = case when greatest(a.closes_at, $2::timestamptz) + a.grace_seconds * interval '1 second' >= $3 then null else settled_at end
      where id = $1`,
    [assignmentId, longestClose(termsOfRow(first), own), now],
  );
}

/** Stores anew what follows from the accommodations of these assignments, in a transaction that changed whose count. */
export async function renewClosesOf(client: PoolClient, assignmentIds: readonly string[], now: Date): Promise<void> {
  // Held in one order, so that two who do this at once do not wait for each other.
  await client.query("select 1 from assignment where id = any($1::uuid[]) order by id for update", [assignmentIds]);
  for (const id of assignmentIds) await renewAccommodatedUntil(client, id, now);
}
