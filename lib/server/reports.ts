import "server-only";
import { shownOf } from "../classroom/release.ts";
/** What students say of questions of their quizzes: kept for who teaches the class, who answers and closes it. */
import { responseText } from "../classroom/results.ts";
import type { Question, Response } from "../questions/question.ts";
import { audit } from "./audit.ts";
import { isUuid, roleIn } from "./classes.ts";
import { db } from "./db.ts";
import { newId } from "./id.ts";
import { readTaking } from "./terms.ts";
import { inTransaction } from "./transaction.ts";
import type { Viewer } from "./viewer.ts";

/** A report as its student sees it. */
export type OwnReport = {
  readonly attempt: number;
  readonly slot: number;
  readonly words: string;
  /** What the instructor said; null while it is open. */
  readonly answer: string | null;
};

/** The same as the instructor reads it. */
export type ReportLine = {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly assignmentId: string;
  readonly title: string;
  readonly attempt: number;
  /** Its place in the results, from 1. */
  readonly place: number;
  readonly question: Question;
  /** What the student answered, in words. */
  readonly response: string;
  readonly words: string;
  readonly reportedAt: Date;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
};

/**
 * Reports a question of an attempt of the viewer's own of which something is shown already; once for each question of an attempt. "reported" also when it was before: the first
 * words stay.
 */
export async function reportQuestion(
  viewer: Viewer,
  {
    assignmentId,
    attempt: number,
    slot,
    words,
  }: {
    readonly assignmentId: string;
    readonly attempt: number;
    readonly slot: number;
    readonly words: string;
  },
  now: Date,
): Promise<{ readonly kind: "reported" | "not-found" }> {
  const taking = isUuid(assignmentId) ? await readTaking(viewer, assignmentId) : null;
  const attempt = taking?.attempts.find((each) => each.number === number);
  if (!taking || !attempt) return { kind: "not-found" };
  const shown = shownOf(taking.terms, taking.accommodation, taking.attempts, attempt, now);
  // Where an attempt is not over yet, only what was checked is shown; whoever has it open reads on first.
  if (!Object.values(shown).includes("all")) return { kind: "not-found" };
  const { rows } = await db().pool.query(
    `with asked as (
       select question_hash from variant_slot where assignment_id = $3 and variant = $4 and slot = $6),
     kept as (
       insert into report (user_id, id, assignment_id, attempt, slot, question_hash, words, reported_at)
       select $1, $2, $3, $5, $6, question_hash, $7, $8 from asked
       on conflict (user_id, assignment_id, attempt, slot) do nothing)
     select 1 from asked`,
    [viewer.userId, newId(now), assignmentId, attempt.variant, number, slot, words, now],
  );
  return { kind: rows.length > 0 ? "reported" : "not-found" };
}

/** What the viewer reported in a quiz. */
export async function ownReports(viewer: Viewer, assignmentId: string): Promise<OwnReport[]> {
  if (!isUuid(assignmentId)) return [];
  const { rows } = await db().pool.query<OwnReport>(
    "select attempt, slot, words, answer from report where user_id = $1 and assignment_id = $2",
    [viewer.userId, assignmentId],
  );
  return rows;
}

/** How many reports of a class wait for an answer; for who teaches it, 0 for everybody else. */
export async function countOpenReports(viewer: Viewer, classId: string): Promise<number> {
  if ((await roleIn(viewer, classId)) !== "instructor") return 0;
  const { rows } = await db().pool.query<{ count: number }>(
    `select count(*)::int as count from report r join assignment a on a.id = r.assignment_id
      where a.class_id = $1 and r.answered_at is null`,
    [classId],
  );
  return rows[0]!.count;
}

/** The reports of a class, open ones first, then the last ones; null for who does not teach it. At most 200. */
export async function readReports(
  viewer: Viewer,
  classId: string,
): Promise<{ readonly className: string; readonly zone: string; readonly reports: readonly ReportLine[] } | null> {
  if (!isUuid(classId) || (await roleIn(viewer, classId)) !== "instructor") return null;
  const home = await db().prisma.class.findUnique({ where: { id: classId }, select: { name: true, zone: true } });
  if (!home) return null;
  const { rows } = await db().pool.query<Omit<ReportLine, "response"> & { response: Response | null }>(
    `select r.id, r.user_id as "userId", coalesce(m.name, '') as name, r.assignment_id as "assignmentId", a.title, r.attempt, q.snapshot as question,
            (select count(*)::int from variant_slot s where s.assignment_id = r.assignment_id and s.variant = t.variant and s.slot <= r.slot) as place,
            (select p.response from step p where p.user_id = t.user_id and p.attempt_id = t.id and p.slot = r.slot and p.kind = 'answer'
              order by p.received_at desc, p.id desc limit 1) as response,
            r.words, r.reported_at as "reportedAt", r.answer, r.answered_at as "answeredAt"
       from report r
       join assignment a on a.id = r.assignment_id
       join question q on q.hash = r.question_hash
       left join attempt t on t.user_id = r.user_id and t.assignment_id = r.assignment_id and t.number = r.attempt
       left join member m on m.class_id = a.class_id and m.user_id = r.user_id
      where a.class_id = $1
      order by r.answered_at is not null, r.reported_at desc limit 200`,
    [classId],
  );
  return {
    className: home.name,
    zone: home.zone,
    reports: rows.map(({ response, ...row }) => ({ ...row, response: responseText(row.question, response) })),
  };
}

/** Answers a report, which closes it. `answered`: somebody else did before. */
export async function answerReport(
  viewer: Viewer,
  { id, userId, answer }: { readonly id: string; readonly userId: string; readonly answer: string },
  now: Date,
): Promise<{ readonly kind: "closed" | "answered" | "not-found" }> {
  const { rows } = await db().pool.query<{ class_id: string; assignment_id: string }>(
    "select a.class_id, r.assignment_id from report r join assignment a on a.id = r.assignment_id where r.user_id = $1 and r.id = $2",
    [userId, id],
  );
  const row = rows[0];
  if (!row || (await roleIn(viewer, row.class_id)) !== "instructor") return { kind: "not-found" };
  return inTransaction(async (client) => {
    const { rowCount } = await client.query(
      "update report set answer = $3, answered_by = $4, answered_at = $5 where user_id = $1 and id = $2 and answered_at is null",
      [userId, id, answer, viewer.userId, now],
    );
    if (!rowCount) return { kind: "answered" } as const;
    await audit(client, viewer, {
      ...{ what: "report-answered", classId: row.class_id, assignmentId: row.assignment_id, about: [userId] },
    });
    return { kind: "closed" } as const;
  });
}
