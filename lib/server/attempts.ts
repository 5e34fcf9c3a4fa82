import "server-only";
/** A student takes an assigned quiz. Each of start, answer and submit is one guarded statement; keys stay here until the close. */
import { type Access, access, graceMs, keysReleased } from "../classroom/access.ts";
import { foldSteps } from "../classroom/attempt.ts";
import { markAttempt, type Slot, type SlotResult } from "../classroom/results.ts";
import { pose } from "../questions/pose.ts";
import type { PosedQuestion, Question, Response } from "../questions/question.ts";
import { isUuid } from "./classes.ts";
import { db } from "./db.ts";
import { newId } from "./id.ts";
import { readSteps } from "./steps.ts";
import type { Viewer } from "./viewer.ts";

export type QuizSlot = {
  readonly slot: number;
  readonly points: number;
  readonly question: PosedQuestion;
  readonly response: Response | null;
};

/** A quiz as its student sees it at one moment. Questions come without keys; results only after the close. */
export type QuizPage = {
  readonly id: string;
  readonly classId: string;
  readonly className: string;
  readonly title: string;
  readonly zone: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly count: number;
  readonly access: Access;
  readonly attempt: { readonly id: string; readonly slots: readonly QuizSlot[] } | null;
  readonly results: {
    readonly score: number;
    readonly scoreMax: number;
    readonly slots: readonly (SlotResult & { question: Question; pointsMax: number })[];
  } | null;
};

type QuizRow = {
  id: string;
  class_id: string;
  class_name: string;
  title: string;
  zone: string;
  opens_at: Date;
  closes_at: Date;
  published_at: Date | null;
  count: number;
  attempt_id: string | null;
  variant: number | null;
  started_at: Date | null;
  submitted_at: Date | null;
};

/** The quiz for one of its students; null for everybody else, and for a draft. */
export async function readQuiz(viewer: Viewer, assignmentId: string, now: Date): Promise<QuizPage | null> {
  if (!isUuid(assignmentId)) return null;
  const { rows } = await db().pool.query<QuizRow>(
    `select a.id, a.class_id, c.name as class_name, a.title, a.zone, a.opens_at, a.closes_at, a.published_at,
            (select count(*)::int from variant_slot s where s.assignment_id = a.id and s.variant = 1) as count,
            t.id as attempt_id, t.variant, t.started_at, t.submitted_at
       from assignment a
       join class c on c.id = a.class_id
       join member m on m.class_id = a.class_id and m.user_id = $2 and m.role = 'student' and m.removed_at is null
       left join attempt t on t.assignment_id = a.id and t.user_id = $2
      where a.id = $1 and a.published_at is not null`,
    [assignmentId, viewer.userId],
  );
  const row = rows[0];
  if (!row) return null;
  const window = { publishedAt: row.published_at, opensAt: row.opens_at, closesAt: row.closes_at };
  const times = row.started_at ? { startedAt: row.started_at, submittedAt: row.submitted_at } : null;
  const may = access(window, times, now);
  const slots = row.variant === null ? [] : await slotsOf(row.id, row.variant);
  const state = foldSteps(row.attempt_id ? await readSteps(viewer.userId, row.attempt_id) : []);
  const posed = slots.map(({ slot, question, pointsMax }) => {
    return { slot, points: pointsMax, question: pose(question), response: state.responses.get(slot)?.response ?? null };
  });
  const released = keysReleased(window, now) && row.attempt_id !== null ? markAttempt(slots, state) : null;
  return {
    id: row.id,
    classId: row.class_id,
    className: row.class_name,
    title: row.title,
    zone: row.zone,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    count: row.count,
    access: may,
    attempt: row.attempt_id && may.kind === "may-answer" ? { id: row.attempt_id, slots: posed } : null,
    results: released && { ...released, slots: released.slots.map((each, index) => ({ ...each, ...slots[index]! })) },
  };
}

/** Starts the one attempt of a quiz while it is open; starting twice gives the same attempt. Null when there is nothing to start. */
export async function startAttempt(
  viewer: Viewer,
  assignmentId: string,
  now: Date,
): Promise<{ attemptId: string } | null> {
  if (!isUuid(assignmentId)) return null;
  const { rows } = await db().pool.query<{ id: string }>(
    `with started as (
       insert into attempt (user_id, id, assignment_id, variant, number, started_at)
       select $2, $3, a.id, 1, 1, $4
         from assignment a
         join member m on m.class_id = a.class_id and m.user_id = $2 and m.role = 'student' and m.removed_at is null
        where a.id = $1 and a.published_at is not null and a.opens_at <= $4 and $4 < a.closes_at
       on conflict (user_id, assignment_id, number) do nothing
       returning id)
     select id from started
     union all
     select t.id from attempt t where t.user_id = $2 and t.assignment_id = $1
     limit 1`,
    [assignmentId, viewer.userId, newId(now), now],
  );
  if (rows[0]) return { attemptId: rows[0].id };
  // Of two starts at once the loser's snapshot holds neither its own row nor the winner's: a second look finds the latter.
  const again = await db().pool.query<{ id: string }>(
    "select id from attempt where user_id = $1 and assignment_id = $2",
    [viewer.userId, assignmentId],
  );
  return again.rows[0] ? { attemptId: again.rows[0].id } : null;
}

/**
 * Keeps one answer with its time of arrival; twice is once. `closed` when the quiz had closed (five seconds of grace) or the
 * attempt was handed in; `not-found` for another's attempt or a slot that it does not have.
 */
export async function keepAnswer(
  viewer: Viewer,
  answer: { readonly attemptId: string; readonly id: string; readonly slot: number; readonly response: Response },
  receivedAt: Date,
): Promise<{ kind: "kept" } | { kind: "closed" } | { kind: "not-found" }> {
  if (!isUuid(answer.attemptId)) return { kind: "not-found" };
  const { rows } = await db().pool.query<{ found: boolean; open: boolean }>(
    `with mine as (
       select t.id, t.submitted_at is null and $6 <= a.closes_at + $7 * interval '1 millisecond' as open
         from attempt t
         join assignment a on a.id = t.assignment_id
         join variant_slot s on s.assignment_id = t.assignment_id and s.variant = t.variant and s.slot = $4
        where t.user_id = $1 and t.id = $2
        for share of t),
     kept as (
       insert into step (user_id, attempt_id, id, kind, slot, response, received_at)
       select $1, mine.id, $3, 'answer', $4, $5, $6 from mine where mine.open
       on conflict (user_id, attempt_id, id) do nothing)
     select true as found, open from mine`,
    [viewer.userId, answer.attemptId, answer.id, answer.slot, JSON.stringify(answer.response), receivedAt, graceMs],
  );
  if (!rows[0]) return { kind: "not-found" };
  return rows[0].open ? { kind: "kept" } : { kind: "closed" };
}

/** Hands an attempt in; handing in twice is handing in once. */
export async function submitAttempt(
  viewer: Viewer,
  attemptId: string,
  receivedAt: Date,
): Promise<{ kind: "handed-in" } | { kind: "closed" } | { kind: "not-found" }> {
  if (!isUuid(attemptId)) return { kind: "not-found" };
  const { rows } = await db().pool.query<{ submitted: boolean }>(
    `with done as (
       update attempt t set submitted_at = $3, submitted_by = 'student' from assignment a
        where a.id = t.assignment_id and t.user_id = $1 and t.id = $2 and t.submitted_at is null
          and $3 <= a.closes_at + $5 * interval '1 millisecond'
       returning t.id),
     said as (
       insert into step (user_id, attempt_id, id, kind, received_at) select $1, id, $4, 'submit', $3 from done)
     select exists (select 1 from done) or t.submitted_at is not null as submitted
       from attempt t where t.user_id = $1 and t.id = $2`,
    [viewer.userId, attemptId, receivedAt, newId(receivedAt), graceMs],
  );
  if (!rows[0]) return { kind: "not-found" };
  return rows[0].submitted ? { kind: "handed-in" } : { kind: "closed" };
}

/** The questions of a variant with their keys. For the server alone. */
export async function slotsOf(assignmentId: string, variant: number): Promise<Slot[]> {
  const { rows } = await db().pool.query<{ slot: number; points: string; snapshot: Question }>(
    `select s.slot, s.points, q.snapshot from variant_slot s join question q on q.hash = s.question_hash
      where s.assignment_id = $1 and s.variant = $2 order by s.slot`,
    [assignmentId, variant],
  );
  return rows.map(({ slot, points, snapshot }) => ({ slot, question: snapshot, pointsMax: Number(points) }));
}
