/** A class with a published quiz, made through the tables: for tests of what comes after. */
import { keepAnswer, startAttempt } from "@/lib/server/attempts.ts";
import { createClass, readClass, saveClass } from "@/lib/server/classes.ts";
import { db } from "@/lib/server/db.ts";
import { newId } from "@/lib/server/id.ts";
import { joinClass } from "@/lib/server/joining.ts";
import { storeQuestions } from "@/lib/server/questions.ts";
import { systemViewer, type Viewer } from "@/lib/server/viewer.ts";
import type { Prisma } from "@/prisma/generated/client.ts";
import { account } from "./people.ts";
import { anOption, aQuestion } from "./question.ts";

/** Grace teaches, Ada and Bo take part, Bob teaches another class. */
export type Cast = {
  readonly grace: Viewer;
  readonly ada: Viewer;
  readonly bo: Viewer;
  readonly bob: Viewer;
  readonly classId: string;
};

/** Who is there: made once per test, with names that no other test uses. */
export async function aClass(now: Date): Promise<Cast> {
  const [grace, ada, bo, bob] = await Promise.all(
    ["grace", "ada", "bo", "bob"].map(async (name) => systemViewer("a test", await account(name, now))),
  );
  const made = await createClass(grace!, { name: "Group B", zone: "Europe/Copenhagen", instructor: "Grace" }, now);
  await createClass(bob!, { name: "Elsewhere", zone: "UTC", instructor: "Bob" }, now);
  if (made.kind !== "made") throw new Error(made.kind);
  const code = (await readClass(grace!, made.classId))!.joinCode!;
  await joinClass(ada!, { code, name: "Ada" }, now);
  await joinClass(bo!, { code, name: "Bo" }, now);
  return { grace: grace!, ada: ada!, bo: bo!, bob: bob!, classId: made.classId };
}

/** Three questions: a choice, a typed one and an order; the wrong option of the choice says why. */
export const questions = [
  aQuestion({
    id: "quiz-1",
    kind: "choice",
    options: [anOption("e:fortin", true), anOption("e:olsen", false), anOption("e:iannucci", false)],
    card: { fact: "f01", direction: "subject" },
    facts: ["f01"],
  }),
  aQuestion({
    id: "quiz-2",
    kind: "typed",
    card: { fact: "f02", direction: "subject" },
    facts: ["f02"],
    key: ["e:carignan"],
    accepts: ["Jennie Carignan", "Carignan"],
    answer: "Jennie Carignan",
  }),
  aQuestion({
    id: "quiz-3",
    kind: "order",
    form: "Q6",
    card: null,
    parts: ["e:1", "e:2", "e:3"].map((value, index) => ({ fact: `f1${index}`, direction: "from" as const, value })),
    facts: ["f10", "f11", "f12"],
    options: ["e:3", "e:1", "e:2"].map((value) => anOption(value, true)),
    key: ["e:1", "e:2", "e:3"],
  }),
];

/** A quiz of those questions, one point each, given to the class; `more` are columns that a test is about. */
export async function aQuiz(
  cast: Cast,
  window: { readonly opensAt: Date; readonly closesAt: Date },
  publishedAt: Date | null,
  more: Partial<Prisma.AssignmentUncheckedCreateInput> = {},
): Promise<string> {
  const id = newId(window.opensAt);
  const hashes = await storeQuestions(questions);
  await db().prisma.assignment.create({
    data: {
      id,
      classId: cast.classId,
      title: "Quiz 1",
      packId: "nato-mission-iraq",
      revision: "0".repeat(64),
      plan: { topics: [], kinds: ["choice", "typed", "order"], count: 3, seed: id },
      opensWall: "2026-05-04T12:00",
      opensAt: window.opensAt,
      closesWall: "2026-05-04T13:00",
      closesAt: window.closesAt,
      zone: "Europe/Copenhagen",
      publishedAt,
      createdBy: cast.grace.userId,
      createdAt: window.opensAt,
      variants: {
        create: {
          number: 1,
          slots: { create: hashes.map((questionHash, index) => ({ slot: index + 1, questionHash, points: 1 })) },
        },
      },
      ...more,
    },
  });
  return id;
}

/** Sets what a class is called and how it lets people in, as whoever teaches it would: with the version that they read. */
export async function setClass(
  { grace, classId }: Cast,
  fields: { name: string; needsApproval: boolean },
): Promise<void> {
  const { version } = (await readClass(grace, classId))!;
  const { kind } = await saveClass(grace, { classId, version, ...fields });
  if (kind !== "saved") throw new Error(kind);
}

/** Starts a quiz that can be started, and gives the attempt's id. */
export async function begun(student: Viewer, quiz: string, now: Date, password?: string): Promise<string> {
  const started = await startAttempt(student, quiz, now, password);
  if (started.kind !== "started") throw new Error(started.kind);
  return started.attemptId;
}

/** Answers a question by choosing a value. */
export function answerChoice(student: Viewer, attemptId: string, value: string, when: Date, slot = 1) {
  return keepAnswer(student, { attemptId, id: newId(when), slot, response: { kind: "choice", value } }, when);
}

/** A quiz of these stored questions, given from `opensAt` on to a class of one student. */
export async function quizFor(
  student: Viewer,
  pack: string,
  questions: readonly { readonly hash: string }[],
  opensAt: Date,
  closesAt: Date,
): Promise<void> {
  const [classId, quizId] = [newId(opensAt), newId(opensAt)];
  const { pool } = db();
  await pool.query("insert into class (id, name, zone, join_code, created_at) values ($1, 'A', 'UTC', $2, $3)", [
    ...[classId, classId.slice(-8), opensAt],
  ]);
  await pool.query(
    "insert into member (class_id, user_id, role, name, joined_at) values ($1, $2, 'student', 'Ada', $3)",
    [...[classId, student.userId, opensAt]],
  );
  await pool.query(
    `insert into assignment (id, class_id, title, pack_id, revision, plan, opens_wall, opens_at, closes_wall, closes_at, zone,
       published_at, created_by, created_at) values ($1, $2, 'Quiz', $3, '', '{}', '', $4, '', $5, 'UTC', $4, $1, $4)`,
    [quizId, classId, pack, opensAt, closesAt],
  );
  await pool.query("insert into variant (assignment_id, number) values ($1, 1)", [quizId]);
  for (const [index, { hash }] of questions.entries())
    await pool.query("insert into variant_slot values ($1, 1, $2, $3, 1)", [quizId, index + 1, hash]);
}

/** What a student's reviews say, without those that were taken back: "f01 good", in the order of the facts. */
export const ratings = async ({ userId }: Viewer) =>
  (
    await db().pool.query<{ name: string }>(
      `select r.fact_key || ' ' || r.rating as name from review r where r.user_id = $1
          and not exists (select from event u where u.user_id = r.user_id and u.kind = 'undo' and u.context->>'target' = r.event_id::text)
        order by 1`,
      [userId],
    )
  ).rows.map(({ name }) => name);
