import "server-only";
/** Assigned quizzes as their instructor makes them: draft from a plan, look through. Single places are in draft-slots.ts, what they say about time in assignment-terms.ts. */
import { candidatesOf } from "../classroom/candidates.ts";
import { drawQuestions, type Plan, quizKinds } from "../classroom/plan.ts";
import type { Terms } from "../classroom/terms.ts";
import { instantOfWall } from "../classroom/wall.ts";
import { hashQuestion } from "../questions/hash.ts";
import type { Question } from "../questions/question.ts";
import { audit, changes } from "./audit.ts";
import { isUuid, roleIn } from "./classes.ts";
import { db } from "./db.ts";
import { newId } from "./id.ts";
import { factsFor } from "./packs.ts";
import { storeQuestions } from "./questions.ts";
import { type TermsRow, termsColumns, termsOfRow } from "./terms.ts";
import { inTransaction } from "./transaction.ts";
import { newToken, type Viewer } from "./viewer.ts";

export type SlotLine = {
  readonly slot: number;
  readonly hash: string;
  readonly points: number;
  readonly question: Question;
  /** Stays as it is when others are drawn anew, and in all variants. */
  readonly pinned: boolean;
};

/** An assignment with every key, for its instructors only. */
export type AssignmentDraft = {
  readonly id: string;
  readonly classId: string;
  readonly className: string;
  /** Of a sample class: nobody real has answered. */
  readonly simulated: boolean;
  readonly zone: string;
  readonly title: string;
  readonly packId: string;
  readonly plan: Plan;
  /** Wall times in its zone, YYYY-MM-DDTHH:MM. */
  readonly opensWall: string;
  readonly dueWall: string | null;
  readonly closesWall: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly publishedAt: Date | null;
  /** Asked for when an attempt is started; null: none. */
  readonly password: string | null;
  readonly terms: Terms;
  readonly version: number;
  readonly slots: readonly SlotLine[];
};

type DraftRow = TermsRow & {
  id: string;
  class_id: string;
  class_name: string;
  simulated: boolean;
  title: string;
  pack_id: string;
  plan: Plan;
  zone: string;
  version: number;
  opens_wall: string;
  due_wall: string | null;
  closes_wall: string;
  password: string | null;
};

/** A draft with as many questions as the plan asks for, or as many as the pack yields; null when the viewer does not teach the class. */
export async function draftAssignment(
  viewer: Viewer,
  wanted: { readonly classId: string; readonly title: string; readonly packId: string } & Omit<Plan, "seed"> & {
      /** Absent: by chance. */
      seed?: string;
      opensWall: string;
      closesWall: string;
      /** Questions that were chosen already; they are not drawn then. */
      drawn?: readonly Question[];
    },
  now: Date,
): Promise<{ kind: "drafted"; id: string; count: number } | { kind: "nothing-to-ask" } | { kind: "not-found" }> {
  if ((await roleIn(viewer, wanted.classId)) !== "instructor") return { kind: "not-found" };
  const home = await db().prisma.class.findUnique({ where: { id: wanted.classId }, select: { zone: true } });
  const facts = await factsFor(wanted.packId);
  const opensAt = home && instantOfWall(wanted.opensWall, home.zone);
  const closesAt = home && instantOfWall(wanted.closesWall, home.zone);
  if (!home || !facts || !opensAt || !closesAt) return { kind: "not-found" };
  const id = newId(now);
  const plan: Plan = {
    topics: wanted.topics,
    kinds: wanted.kinds.filter((kind) => quizKinds.includes(kind)),
    count: wanted.count,
    seed: wanted.seed ?? newToken(),
    ...(wanted.variety && { variety: wanted.variety }),
    ...(wanted.forms && { forms: wanted.forms }),
    ...(wanted.closeness && { closeness: wanted.closeness }),
    ...(wanted.period && { period: wanted.period }),
    ...(wanted.points && { points: wanted.points }),
  };
  const drawn = wanted.drawn ?? drawQuestions([...candidatesOf(facts, plan)], plan);
  if (drawn.length === 0) return { kind: "nothing-to-ask" };
  await storeQuestions(drawn);
  const slots = drawn.map((question, index) => ({
    slot: index + 1,
    hash: hashQuestion(question),
    points: plan.points ?? 1,
  }));
  const { classId, title, packId, opensWall, closesWall } = wanted;
  await inTransaction(async (client) => {
    await client.query(
      `insert into assignment (id, class_id, title, pack_id, revision, plan, opens_wall, opens_at, closes_wall, closes_at, zone, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        ...[id, classId, title, packId, facts.revision, plan, opensWall, opensAt, closesWall, closesAt, home.zone],
        ...[viewer.userId, now],
      ],
    );
    await client.query("insert into variant (assignment_id, number) values ($1, 1)", [id]);
    await client.query(
      `insert into variant_slot (assignment_id, variant, slot, question_hash, points)
       select $1, 1, slot, hash, points from jsonb_to_recordset($2) as t(slot int, hash text, points numeric)`,
      [id, JSON.stringify(slots)],
    );
    const changed = changes({}, { questions: slots.length });
    await audit(client, viewer, { what: "quiz-drafted", classId, assignmentId: id, changed });
  });
  return { kind: "drafted", id, count: drawn.length };
}

/** An assignment with its questions and keys; null for anybody who does not teach its class. */
export async function readAssignment(viewer: Viewer, assignmentId: string): Promise<AssignmentDraft | null> {
  if (!isUuid(assignmentId)) return null;
  const { pool } = db();
  const { rows } = await pool.query<DraftRow>(
    `select a.id, a.class_id, c.name as class_name, c.simulated_seed is not null as simulated, a.title, a.pack_id, a.plan, a.zone, a.version, a.opens_wall, a.due_wall, a.closes_wall,
            a.password, ${termsColumns}
       from assignment a join class c on c.id = a.class_id where a.id = $1`,
    [assignmentId],
  );
  const row = rows[0];
  if (!row || (await roleIn(viewer, row.class_id)) !== "instructor") return null;
  const slots = await pool.query<{ slot: number; hash: string; points: string; pinned: boolean; snapshot: Question }>(
    `select s.slot, s.question_hash as hash, s.points, s.pinned, q.snapshot
       from variant_slot s join question q on q.hash = s.question_hash
      where s.assignment_id = $1 and s.variant = 1 order by s.slot`,
    [assignmentId],
  );
  const terms = termsOfRow(row);
  return {
    id: row.id,
    classId: row.class_id,
    className: row.class_name,
    simulated: row.simulated,
    zone: row.zone,
    title: row.title,
    packId: row.pack_id,
    plan: row.plan,
    version: row.version,
    opensWall: row.opens_wall,
    dueWall: row.due_wall,
    closesWall: row.closes_wall,
    opensAt: terms.opensAt,
    closesAt: terms.closesAt,
    publishedAt: terms.publishedAt,
    password: row.password,
    terms,
    slots: slots.rows.map(({ slot, hash, points, pinned, snapshot }) => ({
      ...{ slot, hash, pinned },
      points: Number(points),
      question: snapshot,
    })),
  };
}
