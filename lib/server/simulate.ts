import "server-only";
import { candidatesOf } from "../classroom/candidates.ts";
/**
 * Simulated learners answer, by the very functions that students use, at times that lie behind. In small portions, each of which begins where the
 * tables say that the last one ended: the worker may be stopped at any moment.
 */
import { drawQuestions } from "../classroom/plan.ts";
import { doingOf, type SampleQuiz, sampleLearners, sampleQuizzes } from "../classroom/sample-class.ts";
import { simulatedAnswer } from "../classroom/simulated.ts";
import { wallOfInstant } from "../classroom/wall.ts";
import { publishAssignment } from "./assignment-terms.ts";
import { draftAssignment, readAssignment } from "./assignments.ts";
import { keepAnswer, slotsOf, startAttempt, submitAttempt } from "./attempts.ts";
import { db, isUnavailable } from "./db.ts";
import { newId } from "./id.ts";
import { describeError, log } from "./log.ts";
import { factsFor, listPacks } from "./packs.ts";
import { isSampleClass } from "./sample-class.ts";
import { systemViewer, type Viewer } from "./viewer.ts";

type Simulating = { readonly id: string; readonly seed: string; readonly zone: string; readonly made: Date };

/**
 * Works for about so many milliseconds on a sample class that is not done; returns whether one may be left to work on. Of two processes at once one has it in hand.
 * Other work must not wait for what fails here: that is logged, and tried again when the class is let go by itself.
 */
export async function simulateSome(now: Date, budgetMs = 1_500): Promise<boolean> {
  const home = await takeInHand(now);
  if (!home) return false;
  try {
    const isDone = await letAnswer(home, performance.now() + budgetMs);
    await letGo(home.id, isDone ? now : null);
    return true;
  } catch (error) {
    if (isUnavailable(error)) throw error;
    // It may have been deleted meanwhile: then nothing failed.
    if (await isSampleClass(home.id))
      log("error", { message: "a sample class cannot go on", ...describeError(error, true) });
    return false;
  }
}

/** Is everything done before so many milliseconds of this process's clock? */
async function letAnswer(home: Simulating, untilMs: number): Promise<boolean> {
  const [instructor, quizzes] = [await instructorOf(home.id), await quizzesOf(home)];
  for (const [index, quiz] of sampleQuizzes.entries()) {
    const id = quizzes[index] ?? (instructor && (await makeQuiz(instructor, home, quiz, index)));
    if (!id) continue;
    for (const learner of await learnersLeft(home, id, quiz, index)) {
      await take(home, id, quiz, index, learner);
      if (performance.now() > untilMs) return false;
    }
  }
  return true;
}

/** Until then nobody else takes it up; a process that was killed has let it go after so long. */
const inHandMs = 20_000;

async function takeInHand(now: Date): Promise<Simulating | null> {
  const { rows } = await db().pool.query<Simulating>(
    `update class set simulated_until = $2 where id = (
       select id from class where simulated_seed is not null and simulated_at is null and coalesce(simulated_until, '-infinity') <= $1
        order by created_at limit 1 for update skip locked)
     returning id, simulated_seed as seed, zone, created_at as made`,
    [now, new Date(now.getTime() + inHandMs)],
  );
  return rows[0] ?? null;
}

async function letGo(classId: string, doneAt: Date | null): Promise<void> {
  await db().pool.query("update class set simulated_until = null, simulated_at = $2 where id = $1", [classId, doneAt]);
}

async function instructorOf(classId: string): Promise<Viewer | null> {
  const { rows } = await db().pool.query<{ id: string }>(
    "select user_id as id from member where class_id = $1 and role = 'instructor' and removed_at is null order by joined_at limit 1",
    [classId],
  );
  return rows[0] ? systemViewer("making the quizzes of a sample class", rows[0]) : null;
}

const seedOf = ({ seed }: Simulating, quiz: number): string => `${seed} quiz ${quiz + 1}`;

/** The published quizzes, by their place in `sampleQuizzes`; absent where there is none yet. */
async function quizzesOf(home: Simulating): Promise<(string | undefined)[]> {
  const { rows } = await db().pool.query<{ id: string; seed: string }>(
    "select id, plan->>'seed' as seed from assignment where class_id = $1 and published_at is not null",
    [home.id],
  );
  return sampleQuizzes.map((_, index) => rows.find(({ seed }) => seed === seedOf(home, index))?.id);
}

/** Drafts and publishes a quiz on the first pack that has enough to ask; null where none has anything. */
async function makeQuiz(instructor: Viewer, home: Simulating, quiz: SampleQuiz, index: number): Promise<string | null> {
  const hours = (count: number) => new Date(home.made.getTime() + count * 3_600_000);
  const wall = (count: number) => wallOfInstant(hours(count), home.zone).replace(/:\d\d$/, ":00");
  const [opensWall, closesWall] = [wall(quiz.opensHours), wall(quiz.closesHours)];
  const seed = seedOf(home, index);
  const variety = { variants: 4, shuffleQuestions: true, shuffleOptions: true } as const;
  const plan = { topics: [], kinds: quiz.kinds, count: quiz.count, seed, variety };
  // What a process that was killed had drafted and not published.
  await db().pool.query("delete from assignment where class_id = $1 and published_at is null and plan->>'seed' = $2", [
    ...[home.id, seed],
  ]);
  const before = hours(quiz.opensHours - 1);
  for (const { key: packId } of await listPacks(instructor)) {
    const facts = await factsFor(packId);
    const drawn = facts ? drawQuestions([...candidatesOf(facts, plan)], plan) : [];
    if (drawn.length < quiz.count) continue;
    const wanted = { classId: home.id, title: quiz.title, packId, ...plan, opensWall, closesWall, drawn };
    const drafted = await draftAssignment(instructor, wanted, before);
    if (drafted.kind !== "drafted") continue;
    const draft = await readAssignment(instructor, drafted.id);
    if (!draft) continue;
    const due = quiz.dueHours === null ? {} : { dueWall: wall(quiz.dueHours), lateDeduction: 10 };
    const terms = { title: quiz.title, opensWall, closesWall, ...due };
    await publishAssignment(instructor, { assignmentId: draft.id, version: draft.version, ...terms }, before);
    return draft.id;
  }
  return null;
}

type Left = { readonly place: number; readonly viewer: Viewer };

/** Who has not done yet what they do with a quiz, in the order in which they joined. */
async function learnersLeft(home: Simulating, quizId: string, quiz: SampleQuiz, index: number): Promise<Left[]> {
  const { rows } = await db().pool.query<{ id: string; removed: boolean; begun: boolean; submitted: boolean }>(
    `select m.user_id as id, m.removed_at is not null as removed, t.id is not null as begun, t.submitted_at is not null as submitted
       from member m join "user" u on u.id = m.user_id and u.simulated
       left join attempt t on t.user_id = m.user_id and t.assignment_id = $2 and t.number = 1
      where m.class_id = $1 order by m.joined_at, m.user_id`,
    [home.id, quizId],
  );
  return rows.flatMap(({ id, removed, begun, submitted }, place) => {
    const { does } = doingOf(quiz, index, place, home.seed);
    const isDone = removed || submitted || does === "stays-away" || (does === "stops-halfway" && begun);
    return isDone ? [] : [{ place, viewer: systemViewer("a simulated learner answers", { id }) }];
  });
}

/** One learner's attempt, from start to end. Begun anew where it was broken off, it goes on and ends the same. */
async function take(home: Simulating, quizId: string, quiz: SampleQuiz, index: number, { place, viewer }: Left) {
  const { does, afterHours } = doingOf(quiz, index, place, home.seed);
  const ability = sampleLearners(home.seed)[place]?.ability ?? 0;
  // Not all in the same minute of the hour.
  let at = home.made.getTime() + (quiz.opensHours + afterHours) * 3_600_000 + place * 97_000;
  const started = await startAttempt(viewer, quizId, new Date(at));
  if (started.kind !== "started") return;
  const { attemptId } = started;
  const slots = await slotsOf(quizId, await variantOf(viewer, attemptId), "shown");
  for (const { slot, question } of does === "hands-in" ? slots : slots.slice(0, slots.length >> 1)) {
    const { response, seconds } = simulatedAnswer(question, { ability, seed: home.seed, who: `learner ${place}` });
    at += seconds * 1_000;
    const when = new Date(at);
    if (response) await keepAnswer(viewer, { attemptId, id: newId(when), slot, response }, when);
  }
  if (does === "hands-in") await submitAttempt(viewer, attemptId, new Date(at + 5_000));
}

async function variantOf(viewer: Viewer, attemptId: string): Promise<number> {
  const { rows } = await db().pool.query<{ variant: number }>(
    "select variant from attempt where user_id = $1 and id = $2",
    [...[viewer.userId, attemptId]],
  );
  return rows[0]?.variant ?? 1;
}
