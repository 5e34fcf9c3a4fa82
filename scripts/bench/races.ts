/**
 * What happens at the same time, by the server's own functions on a real database: editors of one quiz, starts and ends of attempts at the close, and corrections while answers
 * are handed in. Each race comes with its control: code as one writes it without thinking of the others, which must lose.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { readAccommodation, saveAccommodation } from "../../lib/server/accommodations.ts";
import { saveTerms } from "../../lib/server/assignment-terms.ts";
import { readAssignment } from "../../lib/server/assignments.ts";
import { keepAnswer, startAttempt, submitAttempt } from "../../lib/server/attempts.ts";
import { db } from "../../lib/server/db.ts";
import { newId } from "../../lib/server/id.ts";
import { checkInvariants } from "../../lib/server/invariants.ts";
import { applyRemark, dryRun } from "../../lib/server/remark.ts";
import { readStudent, saveStudent } from "../../lib/server/roster.ts";
import { readScore, setScore } from "../../lib/server/set-scores.ts";
import { settleClosed } from "../../lib/server/settle.ts";
import { systemViewer } from "../../lib/server/viewer.ts";
import { learnerId } from "./learners.ts";
import { giveQuiz } from "./quiz-herd.ts";

const teacher = systemViewer("a measurement", { id: learnerId(1), name: "Grace" });
const student = (number: number) => systemViewer("a measurement", { id: learnerId(number) });
const sql = (text: string, ...values: unknown[]) => db().pool.query(text, values);
const first = 2;

/** A quiz for learners 2 to size + 1 that learner 1 teaches. */
async function aQuiz(hashes: readonly string[], size: number): Promise<{ quiz: string; classId: string }> {
  const quiz = await giveQuiz(hashes, first, size);
  const classId = (await sql("select class_id from assignment where id = $1", quiz)).rows[0].class_id as string;
  await sql(
    "insert into member (class_id, user_id, role, name, joined_at) values ($1, $2, 'instructor', 'Grace', now())",
    classId,
    teacher.userId,
  );
  return { quiz, classId };
}

export type Edits = {
  readonly sent: number;
  readonly accepted: number;
  readonly lost: number;
  readonly noted: number;
  readonly controlLost: number;
};

/** Eight editors change the terms of one quiz, one student, one accommodation and one score; each adds one to what it has read. */
export async function measureEdits(hashes: readonly string[], edits: number): Promise<Edits> {
  const { quiz, classId } = await aQuiz(hashes, 1);
  const userId = learnerId(first);
  let [sent, accepted] = [0, 0];
  const kinds = [
    async () => {
      const { title, opensWall, dueWall, closesWall, password, terms, version } = (await readAssignment(
        teacher,
        quiz,
      ))!;
      const { limitMinutes, attemptsMax, counts, lateDeduction, graceSeconds, release } = terms;
      const said = { opensWall, dueWall, closesWall, password, limitMinutes, attemptsMax, counts, lateDeduction };
      const wanted = { ...said, graceSeconds, release, title: String(Number(title) + 1), assignmentId: quiz, version };
      return (await saveTerms(teacher, wanted, new Date())).kind === "saved";
    },
    async () => {
      const { version, studentNumber, ...student } = (await readStudent(teacher, classId, userId))!;
      const wanted = { ...student, classId, version, studentNumber: String(Number(studentNumber ?? 0) + 1) };
      return (await saveStudent(teacher, wanted)).kind === "saved";
    },
    async () => {
      const page = (await readAccommodation(teacher, quiz, userId))!;
      const { opensWall, dueWall, closesWall, moreAttempts, timePercent, version } = page;
      const next = 101 + ((timePercent - 100) % 299);
      const wanted = { opensWall, dueWall, closesWall, moreAttempts, timePercent: next, version };
      return (await saveAccommodation(teacher, { ...wanted, assignmentId: quiz, userId }, new Date())).kind === "saved";
    },
    async () => {
      const { history } = (await readScore(teacher, quiz, userId, new Date()))!;
      const score = ((history.at(-1)?.score ?? 0) + 1) % 12;
      const set = { assignmentId: quiz, userId, score, reason: "Oral", after: history.at(-1)?.number ?? 0 };
      return (await setScore(teacher, set, new Date())).kind === "set";
    },
  ];
  const editor = async (number: number) => {
    for (let turn = number; sent < edits; turn++) {
      sent++;
      if (await kinds[turn % kinds.length]!()) accepted++;
    }
  };
  await sql("update assignment set title = '0' where id = $1", quiz);
  await Promise.all(Array.from({ length: 8 }, (_, number) => editor(number)));
  const { rows } = await sql(
    `select (select version - 1 from assignment where id = $1) + (select version - 1 from member where class_id = $2 and user_id = $3)
          + (select version from accommodation where assignment_id = $1) + (select max(number) from set_score where assignment_id = $1) as versions,
            (select title::int = version - 1 from assignment where id = $1)
        and (select student_number::int = version - 1 from member where class_id = $2 and user_id = $3) as whole,
            (select count(*)::int from audit where class_id = $2) as noted`,
    ...[quiz, classId, userId],
  );
  // The control writes what it has read, plus one.
  await sql("update assignment set title = '0' where id = $1", quiz);
  const careless = async () => {
    for (let turn = 0; turn < 20; turn++) {
      const read = Number((await sql("select title from assignment where id = $1", quiz)).rows[0].title);
      await sql("update assignment set title = $2 where id = $1", quiz, String(read + 1));
    }
  };
  await Promise.all(Array.from({ length: 8 }, careless));
  const kept = Number((await sql("select title from assignment where id = $1", quiz)).rows[0].title);
  return {
    sent,
    accepted,
    lost: Math.abs(accepted - rows[0].versions) + (rows[0].whole ? 0 : 1),
    noted: rows[0].noted,
    controlLost: 160 - kept,
  };
}

export type Deadline = {
  readonly learners: number;
  readonly onTime: number;
  readonly onTimeRefused: number;
  readonly lateAccepted: number;
  readonly twice: number;
  /** Attempts of 500 starts of one student at once. */
  readonly started: number;
  /** The app's clock, then a write without a guard: handed in twice. The database's clock after the wait for a connection: on time and refused. */
  readonly control: { readonly twice: number; readonly onTimeRefused: number };
};

/** Everybody hands in twice at once, within a quarter of a second before or after the close, round after round. */
export async function measureDeadline(hashes: readonly string[], size: number, rounds: number): Promise<Deadline> {
  const sum = { learners: 0, onTime: 0, onTimeRefused: 0, lateAccepted: 0, twice: 0 };
  for (let round = 0; round < rounds; round++) {
    const one = await handInAtClose(hashes, size, async (number, attempt, at) => {
      await Promise.all([0, 1].map(() => submitAttempt(student(number), attempt, at)));
    });
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += one[key];
  }
  const careless = await handInAtClose(hashes, size, async (_number, attempt, at, closesAt) => {
    const hand = async () => {
      const { rows } = await sql("select user_id, submitted_at from attempt where id = $1", attempt);
      if (rows[0].submitted_at || at > closesAt) return;
      await sql(
        "insert into step (user_id, attempt_id, id, kind, received_at) values ($1, $2, $3, 'submit', $4)",
        rows[0].user_id,
        attempt,
        newId(at),
        at,
      );
      await sql("update attempt set submitted_at = $2, submitted_by = 'student' where id = $1", attempt, at);
    };
    await Promise.all([hand(), hand()]);
  });
  const queued = await handInAtClose(hashes, size, async (_number, attempt, _at, closesAt) => {
    await sql(
      "update attempt set submitted_at = clock_timestamp(), submitted_by = 'student' where id = $1 and submitted_at is null and clock_timestamp() <= $2",
      attempt,
      closesAt,
    );
  });
  const { quiz } = await aQuiz(hashes, 1);
  await Promise.all(Array.from({ length: 500 }, () => startAttempt(student(first), quiz, new Date())));
  const started = (await sql("select count(*)::int as n from attempt where assignment_id = $1", quiz)).rows[0]
    .n as number;
  return { ...sum, started, control: { twice: careless.twice, onTimeRefused: queued.onTimeRefused } };
}

type Hand = (number: number, attempt: string, at: Date, closesAt: Date) => Promise<void>;

async function handInAtClose(hashes: readonly string[], size: number, hand: Hand) {
  const { quiz } = await aQuiz(hashes, size);
  const attempts = Array.from({ length: size }, (_, index) => ({ number: first + index, id: newId(new Date()) }));
  await sql(
    `insert into attempt (user_id, id, assignment_id, variant, number, started_at)
     select user_id, id, $1, 1, 1, now() from jsonb_to_recordset($2) as t(user_id uuid, id uuid)`,
    ...[quiz, JSON.stringify(attempts.map(({ number, id }) => ({ user_id: learnerId(number), id })))],
  );
  const closesAt = new Date(Date.now() + 600);
  await sql(
    "update assignment set closes_at = $2, grace_seconds = 0, limit_minutes = null where id = $1",
    quiz,
    closesAt,
  );
  const arrived = new Map<string, Date>();
  await Promise.all(
    attempts.map(async ({ number, id }, index) => {
      await sleep(closesAt.getTime() - Date.now() - 250 + (index / size) * 500);
      const at = new Date();
      arrived.set(id, at);
      await hand(number, id, at, closesAt);
    }),
  );
  const { rows } = await sql(
    `select id, submitted_by is not null as accepted,
            (select count(*)::int from step s where s.attempt_id = t.id and s.kind = 'submit') as submits from attempt t where assignment_id = $1`,
    quiz,
  );
  const isOnTime = ({ id }: { id: string }) => arrived.get(id)! <= closesAt;
  return {
    learners: size,
    onTime: rows.filter(isOnTime).length,
    onTimeRefused: rows.filter((row) => isOnTime(row) && !row.accepted).length,
    lateAccepted: rows.filter((row) => !isOnTime(row) && row.accepted).length,
    twice: rows.filter((row) => row.submits > 1).length,
  };
}

export type Regrade = {
  readonly submits: number;
  readonly corrections: number;
  /** Corrections that found that somebody had handed in since they were run dry. */
  readonly told: number;
  readonly wrongScores: number;
  readonly again: string;
  readonly controlWrong: number;
};

/** A question is corrected again and again while a class hands in; then every score is what its steps come to. */
export async function measureRegrade(hashes: readonly string[], size: number): Promise<Regrade> {
  const { quiz, classId } = await aQuiz(hashes, size);
  // A quiz that asks the same and is open elsewhere would keep this one from being settled.
  await sql("delete from class where id <> $1", classId);
  let [submits, corrections, told, isOver] = [0, 0, 0, false];
  const take = async (number: number) => {
    const viewer = student(number);
    const started = await startAttempt(viewer, quiz, new Date());
    if (started.kind !== "started") throw new Error(started.kind);
    const { attemptId } = started;
    const value = `e:person-0-${number % 4}`;
    await keepAnswer(
      viewer,
      { attemptId, id: newId(new Date()), slot: 1, response: { kind: "choice", value } },
      new Date(),
    );
    await submitAttempt(viewer, attemptId, new Date());
    submits++;
  };
  const correct = async (by: "everybody" | "dropped" | "as-asked") => {
    const wanted = { by, asked: hashes[0]! };
    const run = await dryRun(teacher, quiz, wanted, true, new Date());
    if (run.kind !== "run") return run.kind;
    const { kind } = await applyRemark(
      teacher,
      quiz,
      wanted,
      { lowers: true, reason: "Two keys", print: run.print },
      new Date(),
    );
    if (kind === "applied") corrections++;
    if (kind === "changed") told++;
    return kind;
  };
  const correcting = (async () => {
    for (let turn = 0; !isOver; turn++) await correct(turn % 2 ? "dropped" : "everybody");
  })();
  await Promise.all(
    Array.from({ length: size }, async (_, index) => {
      await sleep((index / size) * (size / 50) * 1_000);
      await take(first + index);
    }),
  );
  isOver = true;
  await correcting;
  // What was handed in between the last dry run and now is marked like the others: the same again is nothing.
  await correct("everybody");
  const again = await correct("everybody");
  await sql("update assignment set closes_at = now() - interval '1 minute' where id = $1", quiz);
  await settleClosed(new Date());
  const wrong = async () =>
    (await checkInvariants()).find(({ name }) => name.startsWith("attempts whose score"))?.broken ?? Number.NaN;
  const wrongScores = await wrong();
  await sql(
    "update attempt set score = score + 1 where assignment_id = $1 and number = 1 and user_id = $2",
    quiz,
    learnerId(first),
  );
  return { submits, corrections, told, wrongScores, again, controlWrong: await wrong() };
}
