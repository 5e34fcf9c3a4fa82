/**
 * What a dry run of a correction costs in a class that has a variant for each student, beside reading the gradebook of the same class: both mark
 * every answer, the run twice. By the server's own functions on a real database.
 */
import { performance } from "node:perf_hooks";
import { seeded } from "../../lib/base/random.ts";
import { quizKinds } from "../../lib/classroom/plan.ts";
import { rightResponse } from "../../lib/questions/right-response.ts";
import { publishAssignment } from "../../lib/server/assignment-terms.ts";
import { draftAssignment, readAssignment } from "../../lib/server/assignments.ts";
import { slotsOf } from "../../lib/server/attempts.ts";
import { createClass } from "../../lib/server/classes.ts";
import { db } from "../../lib/server/db.ts";
import { readGradebook } from "../../lib/server/gradebook.ts";
import { newId } from "../../lib/server/id.ts";
import { applyRemark, dryRun, readRemark } from "../../lib/server/remark.ts";
import { systemViewer } from "../../lib/server/viewer.ts";
import { learnerId } from "./learners.ts";

export type DryRuns = {
  readonly answers: number;
  /** Questions that are asked in any variant. */
  readonly questions: number;
  /** Milliseconds, medians: the gradebook, a run, and its application. */
  readonly gradebookMs: number;
  readonly runMs: number;
  readonly applyMs: number;
  /** Whose marks the run moves. */
  readonly moved: number;
};

const teacher = systemViewer("a measurement", { id: learnerId(1), name: "Grace" });
const count = 12;

/** Measures with a class of so many (learners 2 and on), who have answered all of 12 questions, each in a variant of their own. */
export async function measureDryRun(pack: string, size: number): Promise<DryRuns> {
  const [classId, quiz] = await aQuiz(pack, size);
  const answers = await answer(quiz, size);
  const now = new Date("2026-05-04T10:30:00Z");
  const { questions } = (await readRemark(teacher, quiz))!;
  const wanted = { by: "everybody", asked: questions[0]!.hash } as const;
  const run = async () => {
    const made = await dryRun(teacher, quiz, wanted, false, now);
    if (made.kind !== "run") throw new Error(made.kind);
    return made;
  };
  const gradebookMs = await medianOf(() => readGradebook(teacher, classId, now));
  const runMs = await medianOf(run);
  const { moves, print } = await run();
  const since = performance.now();
  const { kind } = await applyRemark(teacher, quiz, wanted, { lowers: false, reason: "Two keys", print }, now);
  if (kind !== "applied") throw new Error(kind);
  const applyMs = performance.now() - since;
  const moved = moves.filter(({ from, to }) => from !== to).length;
  return { answers, questions: questions.length, gradebookMs, runMs, applyMs, moved };
}

async function aQuiz(packId: string, size: number): Promise<[classId: string, quiz: string]> {
  const before = new Date("2026-05-04T09:00:00Z");
  const made = await createClass(teacher, { name: "Many", zone: "UTC", instructor: "Grace" }, before);
  if (made.kind !== "made") throw new Error(made.kind);
  const learners = Array.from({ length: size }, (_, index) => learnerId(index + 2));
  await db().pool.query(
    "insert into member (class_id, user_id, role, name, joined_at) select $1, id, 'student', 'Student ' || id, $3 from unnest($2::uuid[]) as t(id)",
    [made.classId, learners, before],
  );
  const wall = { opensWall: "2026-05-04T10:00", closesWall: "2026-05-04T10:20" };
  const variety = { variants: "each", shuffleQuestions: true, shuffleOptions: true } as const;
  const plan = { classId: made.classId, title: "Quiz", packId, topics: [], kinds: quizKinds, count, variety, ...wall };
  const drafted = await draftAssignment(teacher, plan, before);
  if (drafted.kind !== "drafted") throw new Error(drafted.kind);
  const { version } = (await readAssignment(teacher, drafted.id))!;
  const wanted = { assignmentId: drafted.id, version, title: "Quiz", ...wall };
  const published = await publishAssignment(teacher, wanted, before);
  if (published.kind !== "published") throw new Error(published.kind);
  return [made.classId, drafted.id];
}

/** Everybody answers all, three quarters of it right, and hands in; returns how many answers there are. */
async function answer(quiz: string, size: number): Promise<number> {
  const chance = seeded("dry-run");
  const at = new Date("2026-05-04T10:05:00Z");
  const given = [];
  for (let student = 0; student < size; student++) {
    const attempt = { user: learnerId(student + 2), attempt: newId(at), variant: student + 1 };
    for (const { slot, question } of await slotsOf(quiz, attempt.variant)) {
      const response = chance() < 0.75 ? rightResponse(question) : { kind: "dont-know" };
      given.push({ ...attempt, id: newId(at), slot, response });
    }
  }
  await db().pool.query(
    `with given as (
       select * from jsonb_to_recordset($2::jsonb) as t("user" uuid, attempt uuid, variant int, id uuid, slot int, response jsonb)),
     begun as (
       insert into attempt (user_id, id, assignment_id, variant, number, started_at, submitted_at, submitted_by)
       select distinct "user", attempt, $1::uuid, variant, 1, $3::timestamptz, $3::timestamptz + interval '5 minutes', 'student' from given)
     insert into step (user_id, attempt_id, id, kind, slot, response, received_at)
     select "user", attempt, id, 'answer', slot, response, $3 from given`,
    [quiz, JSON.stringify(given), at],
  );
  return given.length;
}

/** Of five, after two that only warm up. */
async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 7; turn++) {
    const since = performance.now();
    await work();
    if (turn > 1) times.push(performance.now() - since);
  }
  return times.sort((a, b) => a - b)[2]!;
}
