/** Classes with everything in them that can be named by an id, made by a few statements: for tests that ask who may do what. */
import { randomBytes, randomUUID } from "node:crypto";
import path from "node:path";
import { candidatesOf } from "@/lib/classroom/candidates.ts";
import { codeFromBytes } from "@/lib/classroom/code.ts";
import { drawQuestions, type Plan } from "@/lib/classroom/plan.ts";
import { db } from "@/lib/server/db.ts";
import { newId } from "@/lib/server/id.ts";
import { factsFor } from "@/lib/server/packs.ts";
import { publishPacks } from "@/lib/server/publish.ts";
import { storeQuestions } from "@/lib/server/questions.ts";
import type { Viewer } from "@/lib/server/viewer.ts";
import { viewerNamed } from "./people.ts";

export const pack = "lantern-isles";
export const now = new Date(Date.UTC(2026, 4, 4, 10, 30));
const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 10, minute));

/** What can be named in an address or a form. */
export type Target = {
  readonly classId: string;
  readonly draftId: string;
  readonly quizId: string;
  readonly attemptId: string;
  readonly teacherId: string;
  readonly studentId: string;
  readonly waitingId: string;
  readonly removedId: string;
  readonly invitation: string;
};

/** Well-formed names of nothing. */
export const missing: Target = {
  ...{ classId: randomUUID(), draftId: randomUUID(), quizId: randomUUID(), attemptId: randomUUID() },
  ...{ teacherId: randomUUID(), studentId: randomUUID(), waitingId: randomUUID(), removedId: randomUUID() },
  invitation: codeFromBytes(randomBytes(8)),
};

/** A class of its own: two teach it, one student has begun its open quiz, one waits, one was removed. */
export type World = {
  readonly target: Target;
  readonly teacher: Viewer;
  readonly student: Viewer;
  readonly waiting: Viewer;
  readonly joinCode: string;
};

const plan: Plan = { topics: [], kinds: ["choice", "typed"], count: 3, seed: "world" };
let hashes: readonly string[] = [];

/** Publishes the fictional pack, once per file; then worlds can be made. */
export async function prepareWorlds(): Promise<void> {
  await publishPacks(process.env.DATABASE_ADMIN_URL!, path.join(import.meta.dirname, "packs"));
  const facts = (await factsFor(pack))!;
  hashes = await storeQuestions(drawQuestions([...candidatesOf(facts, plan)], plan));
}

export async function aWorld(): Promise<World> {
  const [teacher, second, student, other, waiting, removed] = (await Promise.all(
    ["grace", "hugo", "ada", "bo", "eve", "carl"].map((name) => viewerNamed(name, at(0))),
  )) as [Viewer, Viewer, Viewer, Viewer, Viewer, Viewer];
  const [classId, draftId, quizId, attemptId] = [newId(at(0)), newId(at(0)), newId(at(1)), newId(at(20))];
  const [joinCode, invitation] = [codeFromBytes(randomBytes(8)), codeFromBytes(randomBytes(8))];
  const members = [
    ...[teacher, second].map(({ userId }) => ({ user_id: userId, role: "instructor", removed_at: null })),
    ...[student, other].map(({ userId }) => ({ user_id: userId, role: "student", removed_at: null })),
    { user_id: removed.userId, role: "student", removed_at: at(5) },
  ];
  const quizzes = [draftId, quizId].map((id) => ({ id, published_at: id === quizId ? at(10) : null }));
  const client = await db().pool.connect();
  try {
    await client.query(
      "insert into class (id, name, zone, join_code, created_at) values ($1, 'Group B', 'UTC', $2, $3)",
      [...[classId, joinCode, at(0)]],
    );
    await client.query(
      `insert into member (class_id, user_id, role, name, joined_at, removed_at)
       select $1, user_id, role, role, $3, removed_at from jsonb_populate_recordset(null::member, $2)`,
      [classId, JSON.stringify(members), at(0)],
    );
    await client.query(
      `with asked as (insert into join_request (class_id, user_id, name, asked_at) values ($1, $2, 'Eve', $4))
       insert into invitation (code, class_id, name, invited_at) values ($3, $1, 'Fay', $4)`,
      [classId, waiting.userId, invitation, at(3)],
    );
    await client.query(
      `with quiz as (
         insert into assignment (id, class_id, title, pack_id, revision, plan, opens_wall, opens_at, closes_wall, closes_at, zone,
                published_at, marks_shown, created_by, created_at)
         select q.id, $1, 'Quiz', $3, '', $4, '2026-05-04T10:10', $5, '2026-05-04T11:00', $6, 'UTC', q.published_at, 'at-once', $7, $5
           from jsonb_populate_recordset(null::assignment, $2) q returning id),
       first as (insert into variant (assignment_id, number) select id, 1 from quiz returning assignment_id)
       insert into variant_slot (assignment_id, variant, slot, question_hash, points)
       select assignment_id, 1, place, hash, 1 from first, unnest($8::text[]) with ordinality h(hash, place)`,
      [classId, JSON.stringify(quizzes), pack, plan, at(10), at(60), teacher.userId, hashes],
    );
    await client.query(
      "insert into attempt (user_id, id, assignment_id, variant, number, started_at) values ($1, $2, $3, 1, 1, $4)",
      [student.userId, attemptId, quizId, at(20)],
    );
  } finally {
    client.release();
  }
  const people = { studentId: other.userId, waitingId: waiting.userId, removedId: removed.userId };
  const target = { classId, draftId, quizId, attemptId, teacherId: second.userId, ...people, invitation };
  return { target, teacher, student, waiting, joinCode };
}
