import "server-only";
/** The quizzes of classes as lines: which there are, and which of them are open for whom. */
import { isOver } from "../classroom/access.ts";
import { ownTerms } from "../classroom/terms.ts";
import { roleIn } from "./classes.ts";
import { db } from "./db.ts";
import { type AttemptRow, accommodationOfRow, ownColumns, type QuizRow, termsColumns, termsOfRow } from "./terms.ts";
import type { Viewer } from "./viewer.ts";

/** A quiz as one of its class sees it in a list; the window is the viewer's own. */
export type AssignmentLine = {
  readonly id: string;
  readonly classId: string;
  readonly className: string;
  readonly title: string;
  readonly zone: string;
  readonly opensAt: Date;
  readonly dueAt: Date | null;
  readonly closesAt: Date;
  readonly publishedAt: Date | null;
  /** Is what the viewer began handed in, all of it? */
  readonly submitted: boolean;
  readonly started: boolean;
};

/** The quizzes of a class: drafts for its instructors only; null when the viewer is not in it. */
export async function assignmentsOf(viewer: Viewer, classId: string, now: Date): Promise<AssignmentLine[] | null> {
  const role = await roleIn(viewer, classId);
  if (!role) return null;
  const which = role === "student" ? "a.class_id = $2 and a.published_at is not null" : "a.class_id = $2";
  return linesWhere(viewer, which, [classId], now);
}

/** Published quizzes of the viewer's classes that are open now or open later, soonest close first. */
export async function openAssignments(viewer: Viewer, now: Date): Promise<AssignmentLine[]> {
  const lines = await linesWhere(
    viewer,
    `a.published_at is not null and greatest(a.closes_at, a.accommodated_until) > $2 and c.archived_at is null
       and exists (select from member m where m.class_id = a.class_id and m.user_id = $1 and m.role = 'student' and m.removed_at is null)`,
    [now],
    now,
  );
  return lines.filter((line) => line.closesAt > now).sort((a, b) => a.closesAt.getTime() - b.closesAt.getTime());
}

type LineRow = QuizRow<Pick<AttemptRow, "number" | "started_at" | "submitted_at">>;

async function linesWhere(viewer: Viewer, which: string, values: unknown[], now: Date): Promise<AssignmentLine[]> {
  const { rows } = await db().pool.query<LineRow>(
    `select a.id, a.class_id, c.name as class_name, a.title, a.zone, ${termsColumns}, ${ownColumns},
            coalesce((select json_agg(t order by t.number) from attempt t where t.assignment_id = a.id and t.user_id = $1), '[]') as attempts
       from assignment a
       join class c on c.id = a.class_id
       left join accommodation x on x.assignment_id = a.id and x.user_id = $1
      where ${which}
      order by a.opens_at desc`,
    [viewer.userId, ...values],
  );
  return rows.map((row) => {
    const terms = termsOfRow(row);
    const own = ownTerms(terms, accommodationOfRow(row));
    const isDone = ({ number, started_at, submitted_at }: LineRow["attempts"][number]) => {
      const submittedAt = submitted_at === null ? null : new Date(submitted_at);
      return isOver(terms, own, { number, startedAt: new Date(started_at), submittedAt }, now);
    };
    return {
      ...{ id: row.id, classId: row.class_id, className: row.class_name, title: row.title, zone: row.zone },
      ...{ opensAt: own.opensAt, dueAt: own.dueAt, closesAt: own.closesAt, publishedAt: terms.publishedAt },
      started: row.attempts.length > 0,
      submitted: row.attempts.length > 0 && row.attempts.every(isDone),
    };
  });
}
