/**
 * A class takes a quiz in the same minute: everybody starts within a second, keeps an answer, and hands in twice within two seconds, by the routes that
 * their pages use. The load is made on the same machine. A first class of the same size warms the code up; the second counts.
 */
import { Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { db } from "../../lib/server/db.ts";
import { newId } from "../../lib/server/id.ts";
import { storeQuestions } from "../../lib/server/questions.ts";
import { post, serveApp } from "./http-load.ts";
import { learnerId, makeLearners, plainQuestions, tokenOf } from "./learners.ts";

export type Stage = {
  readonly name: string;
  readonly sent: number;
  /** Answers other than 200. */
  readonly refused: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
};

export type Herd = {
  readonly stages: readonly Stage[];
  readonly attempts: number;
  readonly handedIn: number;
};

const questions = 12;

/** Measures with a class of so many, against the production build on an empty, migrated database. */
export async function measureHerd(port: number, size: number): Promise<Herd> {
  const hashes = await storeQuestions(plainQuestions(questions));
  await makeLearners(2 * size);
  const served = await serveApp(port);
  const agent = new Agent({ keepAlive: true, maxSockets: size });
  try {
    await takeQuiz(agent, port, await giveQuiz(hashes, 1, size), 1, size);
    const quiz = await giveQuiz(hashes, size + 1, size);
    const stages = await takeQuiz(agent, port, quiz, size + 1, size);
    const { rows } = await db().pool.query<{ attempts: number; handed_in: number }>(
      `select count(*)::int as attempts, count(*) filter (where submitted_at is not null and
              (select count(*) from step s where s.user_id = t.user_id and s.attempt_id = t.id and s.kind = 'submit') = 1)::int as handed_in
         from attempt t where assignment_id = $1`,
      [quiz],
    );
    return { stages, attempts: rows[0]!.attempts, handedIn: rows[0]!.handed_in };
  } finally {
    agent.destroy();
    await served.stop();
  }
}

/** A quiz of these questions, open now, given to a class of the learners from `first` on. */
export async function giveQuiz(hashes: readonly string[], first: number, size: number): Promise<string> {
  const { pool } = db();
  const now = new Date();
  const [classId, quiz] = [newId(now), newId(now)];
  const learners = Array.from({ length: size }, (_, index) => learnerId(first + index));
  await pool.query("insert into class (id, name, zone, join_code, created_at) values ($1, 'Herd', 'UTC', $2, now())", [
    ...[classId, classId.slice(-8)],
  ]);
  await pool.query(
    "insert into member (class_id, user_id, role, name, joined_at) select $1, id, 'student', 'Student', now() from unnest($2::uuid[]) as t(id)",
    [classId, learners],
  );
  await pool.query(
    `insert into assignment (id, class_id, title, pack_id, revision, plan, opens_wall, opens_at, closes_wall, closes_at, zone, limit_minutes,
            published_at, created_by, created_at)
     values ($1, $2, 'Quiz', 'pack', '', '{}', '', now() - interval '1 hour', '', now() + interval '1 hour', 'UTC', 30, now(), $1, now())`,
    [quiz, classId],
  );
  await pool.query("insert into variant (assignment_id, number) values ($1, 1)", [quiz]);
  await pool.query(
    "insert into variant_slot select $1, 1, n, hash, 1 from unnest($2::text[]) with ordinality as t(hash, n)",
    [quiz, hashes],
  );
  return quiz;
}

async function takeQuiz(agent: Agent, port: number, quiz: string, first: number, size: number): Promise<Stage[]> {
  const attempts = new Map<number, string>();
  const send = (learner: number, path: string, body: unknown) =>
    post({ agent, port, path: `/api/v1/${path}`, body: JSON.stringify(body), token: tokenOf(learner) });
  const learners = Array.from({ length: size }, (_, index) => first + index);
  const starts = await stage("start, within one second", learners, 1_000, async (learner) => {
    const { status, text } = await send(learner, `assignments/${quiz}/start`, {});
    if (status === 200) attempts.set(learner, (JSON.parse(text) as { attemptId: string }).attemptId);
    return status;
  });
  const answers = await stage("keep an answer, within two seconds", learners, 2_000, async (learner) => {
    const response = { kind: "choice", value: "e:person-0-1" };
    const slot = (learner % questions) + 1;
    const path = `attempts/${attempts.get(learner)}/answers`;
    return (await send(learner, path, { id: newId(new Date()), slot, response })).status;
  });
  const twice = learners.flatMap((learner) => [learner, learner]);
  const submits = await stage("hand in twice, within two seconds", twice, 2_000, async (learner) => {
    return (await send(learner, `attempts/${attempts.get(learner)}/submit`, {})).status;
  });
  return [starts, answers, submits];
}

/** Sends for each learner, evenly over so many milliseconds, whatever is answered meanwhile. */
async function stage(
  name: string,
  learners: readonly number[],
  withinMs: number,
  send: (learner: number) => Promise<number>,
): Promise<Stage> {
  const waits: number[] = [];
  const statuses = await Promise.all(
    learners.map(async (learner, index) => {
      await sleep((index / learners.length) * withinMs);
      const since = performance.now();
      const status = await send(learner).catch(() => 0);
      waits.push(performance.now() - since);
      return status;
    }),
  );
  waits.sort((a, b) => a - b);
  const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? Number.NaN;
  const refused = statuses.filter((status) => status !== 200).length;
  return { name, sent: statuses.length, refused, p50: at(0.5), p99: at(0.99) };
}
