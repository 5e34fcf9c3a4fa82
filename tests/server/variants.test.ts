/** Variants from publishing to the results: made once, given evenly, and each student is marked by their own. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Variety } from "@/lib/classroom/variety.ts";
import { pose } from "@/lib/questions/pose.ts";
import { publishAssignment } from "@/lib/server/assignment-terms.ts";
import { draftAssignment, readAssignment } from "@/lib/server/assignments.ts";
import { keepAnswer, slotsOf, startAttempt, submitAttempt } from "@/lib/server/attempts.ts";
import { db } from "@/lib/server/db.ts";
import { swapSlot } from "@/lib/server/draft-slots.ts";
import { newId } from "@/lib/server/id.ts";
import { checkInvariants } from "@/lib/server/invariants.ts";
import { factsFor } from "@/lib/server/packs.ts";
import { publishPacks } from "@/lib/server/publish.ts";
import { readQuiz } from "@/lib/server/quiz-page.ts";
import { readReserved } from "@/lib/server/reserved.ts";
import { readResults, resultsCsv } from "@/lib/server/results.ts";
import { settleClosed } from "@/lib/server/settle.ts";
import { readTakeAway } from "@/lib/server/take-away.ts";
import { systemViewer, type Viewer } from "@/lib/server/viewer.ts";
import { account } from "../support/people.ts";
import { rightResponse } from "../support/question.ts";
import { aClass, type Cast } from "../support/quiz.ts";

const pack = "nato-mission-iraq";
const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 10, minute));
const [opensWall, closesWall] = ["2026-05-04T12:00", "2026-05-04T13:00"];
const shuffledAll = { shuffleQuestions: true, shuffleOptions: true };
let cast: Cast;

beforeAll(async () => {
  await publishPacks(process.env.DATABASE_ADMIN_URL!);
  cast = await aClass(at(-60));
});

async function aDraft(variety: Variety, home = cast): Promise<string> {
  const plan = { topics: [], kinds: ["choice", "true-false", "typed"] as const, count: 8, variety };
  const wanted = { classId: home.classId, title: "Quiz", packId: pack, ...plan, opensWall, closesWall };
  const outcome = await draftAssignment(home.grace, wanted, at(-50));
  if (outcome.kind !== "drafted") throw new Error(outcome.kind);
  return outcome.id;
}

const publish = async (id: string, home = cast) => {
  const { version } = (await readAssignment(home.grace, id))!;
  return publishAssignment(home.grace, { assignmentId: id, version, title: "Quiz", opensWall, closesWall }, at(-40));
};

async function published(variety: Variety, home = cast): Promise<string> {
  const id = await aDraft(variety, home);
  expect(await publish(id, home)).toEqual({ kind: "published" });
  return id;
}

const variantOf = async (student: Viewer, quiz: string) => {
  const { rows } = await db().pool.query<{ variant: number }>(
    "select variant from attempt where user_id = $1 and assignment_id = $2 order by number",
    [student.userId, quiz],
  );
  return rows.map(({ variant }) => variant);
};

test("forty who start at once have four variants, ten each, and a second start changes nothing", async () => {
  const home = await aClass(at(-60));
  const students = await Promise.all(
    Array.from({ length: 38 }, async (_, index) => {
      const student = systemViewer("a test", await account(`forty-${index}`, at(-60)));
      await db().prisma.member.create({
        data: { classId: home.classId, userId: student.userId, role: "student", name: `S${index}`, joinedAt: at(-55) },
      });
      return student;
    }),
  );
  const all = [home.ada, home.bo, ...students];
  const quiz = await published({ variants: 4, ...shuffledAll }, home);
  const start = () => Promise.all(all.map((student) => startAttempt(student, quiz, at(1))));
  const first = await start();
  expect(first.every(({ kind }) => kind === "started")).toBe(true);
  expect(await start()).toEqual(first);
  const { rows } = await db().pool.query<{ variant: number; students: number }>(
    "select variant, count(*)::int as students from attempt where assignment_id = $1 group by variant order by variant",
    [quiz],
  );
  expect(rows).toEqual([1, 2, 3, 4].map((variant) => ({ variant, students: 10 })));
});

test("each student has a variant of their own, and those who join later have one, too", async () => {
  const quiz = await published({ variants: "each", ...shuffledAll });
  expect(await db().prisma.variant.count({ where: { assignmentId: quiz } })).toBe(30);
  for (const student of [cast.ada, cast.bo]) await startAttempt(student, quiz, at(1));
  const [ada, bo] = [await variantOf(cast.ada, quiz), await variantOf(cast.bo, quiz)];
  expect(ada).not.toEqual(bo);
  for (const [student, variant] of [
    [cast.ada, ada[0]!],
    [cast.bo, bo[0]!],
  ] as const) {
    const shown = (await readQuiz(student, quiz, at(2)))!.attempt!.slots;
    const own = await slotsOf(quiz, variant, "shown");
    expect(shown.map(({ slot, question }) => [slot, question])).toEqual(
      own.map(({ slot, question }) => [slot, pose(question)]),
    );
  }
  expect((await slotsOf(quiz, ada[0]!, "shown")).map(({ slot }) => slot)).not.toEqual(
    (await slotsOf(quiz, bo[0]!, "shown")).map(({ slot }) => slot),
  );
});

describe("a quiz in two variants", () => {
  let quiz: string;
  beforeAll(async () => {
    quiz = await published({ variants: 2, ...shuffledAll });
    for (const student of [cast.ada, cast.bo]) {
      const started = await startAttempt(student, quiz, at(1));
      if (started.kind !== "started") throw new Error(started.kind);
      const { attemptId } = started;
      const slots = await slotsOf(quiz, (await variantOf(student, quiz))[0]!);
      // Ada knows everything, Bo the first four places.
      for (const { slot, question } of student === cast.ada ? slots : slots.slice(0, 4))
        await keepAnswer(student, { attemptId, id: newId(at(3)), slot, response: rightResponse(question) }, at(3));
      await submitAttempt(student, attemptId, at(4));
    }
    await settleClosed(at(62));
  });

  test("reserves the facts of both for every student while it runs", async () => {
    const facts = (await factsFor(pack))!;
    const { rows } = await db().pool.query<{ snapshot: { facts: string[] } }>(
      "select q.snapshot from variant_slot s join question q on q.hash = s.question_hash where s.assignment_id = $1 and s.variant = 2",
      [quiz],
    );
    const reserved = await readReserved(cast.ada, facts, at(10));
    expect(rows.flatMap(({ snapshot }) => snapshot.facts).filter((fact) => !reserved.facts.has(fact))).toEqual([]);
  });

  test("marks each by their own questions, place by place, and stores the same", async () => {
    const page = (await readResults(cast.grace, quiz, at(63)))!;
    expect(page.varied).toBe(true);
    expect(page.students.map(({ name, score }) => [name, score])).toEqual([
      ["Ada", 8],
      ["Bo", 4],
    ]);
    expect(page.summary.map(({ shareRight }) => shareRight)).toEqual([1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5]);
    const { rows } = await db().pool.query("select score::float8 from attempt where assignment_id = $1 order by 1", [
      quiz,
    ]);
    expect(rows).toEqual([{ score: 4 }, { score: 8 }]);
    expect((await checkInvariants()).filter(({ name, broken }) => name.includes("attempt") && broken > 0)).toEqual([]);
  });

  test("writes each student's own questions beside their answers", async () => {
    const { students } = (await readResults(cast.grace, quiz, at(63)))!;
    const [head, ada, bo] = (await resultsCsv(cast.grace, quiz, at(63)))!.text.split("\r\n");
    expect(head).toContain(`"1. Question","1. Answer","1. Fraction","1. Points"`);
    const others = students[1]!.questions.filter(({ question }) =>
      students[0]!.questions.every((own) => own.question.stem !== question.stem),
    );
    expect(others.length).toBeGreaterThan(0);
    for (const { question } of others) {
      expect(bo).toContain(question.stem.replaceAll('"', '""'));
      expect(ada).not.toContain(question.stem.replaceAll('"', '""'));
    }
  });

  test("is taken away variant by variant, numbered as it is shown", async () => {
    for (const variant of [1, 2]) {
      const quizOf = (await readTakeAway(cast.grace, quiz, variant))!;
      expect(quizOf.questions.map(({ question }) => question)).toEqual(
        (await slotsOf(quiz, variant, "shown")).map(({ question }) => question),
      );
    }
    expect(await readTakeAway(cast.grace, quiz, 3)).toBeNull();
    expect(await readTakeAway(cast.ada, quiz, 2)).toBeNull();
  });
});

test("a question that is swapped while the quiz is published is in it, or refused: never stored beside variants of another draft", async () => {
  for (let round = 0; round < 3; round++) {
    const id = await aDraft({ variants: 2, shuffleQuestions: false, shuffleOptions: false });
    const [outcome, swapped] = await Promise.all([publish(id), swapSlot(cast.grace, { assignmentId: id, slot: 1 })]);
    const after = (await readAssignment(cast.grace, id))!;
    if (outcome.kind === "published") expect((await slotsOf(id, 2)).length).toBe(8);
    else expect([outcome.kind, after.publishedAt]).toEqual(["stale", null]);
    expect(["swapped", "published", "stale"]).toContain(swapped.kind);
    expect(after.slots).toHaveLength(8);
    const facts = after.slots.flatMap(({ question }) => question.facts);
    expect(new Set(facts).size).toBe(facts.length);
  }
});
