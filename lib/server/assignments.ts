import "server-only";
/** Assigned quizzes as their instructor makes them: draft from a plan, look through, swap, take out. What they say about time is in assignment-terms.ts. */
import { candidatesOf } from "../classroom/candidates.ts";
import { drawQuestions, type Plan, quizKinds, swapFor } from "../classroom/plan.ts";
import type { Terms } from "../classroom/terms.ts";
import { instantOfWall } from "../classroom/wall.ts";
import { hashQuestion } from "../questions/hash.ts";
import type { Question } from "../questions/question.ts";
import { isUuid, roleIn } from "./classes.ts";
import { db } from "./db.ts";
import { newId } from "./id.ts";
import { factsFor } from "./packs.ts";
import { storeQuestions } from "./questions.ts";
import { type TermsRow, termsColumns, termsOfRow } from "./terms.ts";
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
    seed: newToken(),
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
    questionHash: hashQuestion(question),
    points: plan.points ?? 1,
  }));
  await db().prisma.assignment.create({
    data: {
      id,
      classId: wanted.classId,
      title: wanted.title,
      packId: wanted.packId,
      revision: facts.revision,
      plan,
      opensWall: wanted.opensWall,
      opensAt,
      closesWall: wanted.closesWall,
      closesAt,
      zone: home.zone,
      createdBy: viewer.userId,
      createdAt: now,
      variants: { create: { number: 1, slots: { create: slots } } },
    },
  });
  return { kind: "drafted", id, count: drawn.length };
}

/** An assignment with its questions and keys; null for anybody who does not teach its class. */
export async function readAssignment(viewer: Viewer, assignmentId: string): Promise<AssignmentDraft | null> {
  if (!isUuid(assignmentId)) return null;
  const { pool } = db();
  const { rows } = await pool.query<DraftRow>(
    `select a.id, a.class_id, c.name as class_name, a.title, a.pack_id, a.plan, a.zone, a.version, a.opens_wall, a.due_wall, a.closes_wall,
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

/** Puts the next question in a place of a draft (`swapFor`). Refused once published. */
export async function swapSlot(
  viewer: Viewer,
  wanted: { readonly assignmentId: string; readonly slot: number },
): Promise<{ kind: "swapped" } | { kind: "nothing-else" } | { kind: "published" } | { kind: "not-found" }> {
  const draft = await readAssignment(viewer, wanted.assignmentId);
  const current = draft?.slots.find((each) => each.slot === wanted.slot);
  if (!draft || !current) return { kind: "not-found" };
  if (draft.publishedAt) return { kind: "published" };
  const facts = await factsFor(draft.packId);
  if (!facts) return { kind: "not-found" };
  const others = draft.slots.filter((each) => each.slot !== wanted.slot).map((each) => each.question);
  const question = swapFor(current.question, others, [...candidatesOf(facts, draft.plan)], draft.plan);
  if (!question) return { kind: "nothing-else" };
  await storeQuestions([question]);
  // The guard on published_at keeps a quiz from changing under students when two tabs race.
  const { rowCount } = await db().pool.query(
    `update variant_slot s set question_hash = $3 from assignment a
      where a.id = s.assignment_id and a.published_at is null and s.assignment_id = $1 and s.variant = 1 and s.slot = $2`,
    [wanted.assignmentId, wanted.slot, hashQuestion(question)],
  );
  return rowCount ? { kind: "swapped" } : { kind: "published" };
}

/** Takes a place out of a draft and says which it was, counted from 1, and how many are left; null when nothing was taken out. The last one stays. */
export async function removeSlot(
  viewer: Viewer,
  assignmentId: string,
  slot: number,
): Promise<{ readonly place: number; readonly left: number } | null> {
  const draft = await readAssignment(viewer, assignmentId);
  if (!draft || draft.publishedAt || draft.slots.length < 2) return null;
  const { rowCount } = await db().pool.query(
    `delete from variant_slot s using assignment a
      where a.id = s.assignment_id and a.published_at is null and s.assignment_id = $1 and s.variant = 1 and s.slot = $2`,
    [assignmentId, slot],
  );
  const place = draft.slots.findIndex((each) => each.slot === slot) + 1;
  return rowCount ? { place, left: draft.slots.length - 1 } : null;
}
