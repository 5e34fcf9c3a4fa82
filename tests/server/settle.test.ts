/** What a closed quiz leaves in its students' queues. */
import { beforeAll, expect, test } from "vitest";
import { quizKinds } from "@/lib/classroom/plan.ts";
import { cardsOf } from "@/lib/questions/cards.ts";
import type { CardKey, Response } from "@/lib/questions/question.ts";
import { publishAssignment } from "@/lib/server/assignment-terms.ts";
import { draftAssignment, readAssignment } from "@/lib/server/assignments.ts";
import { keepAnswer } from "@/lib/server/attempts.ts";
import { db } from "@/lib/server/db.ts";
import { removeSlot } from "@/lib/server/draft-slots.ts";
import { newId } from "@/lib/server/id.ts";
import { factsFor } from "@/lib/server/packs.ts";
import { publishPacks } from "@/lib/server/publish.ts";
import { resultsCsv } from "@/lib/server/results.ts";
import { settleClosed } from "@/lib/server/settle.ts";
import type { Viewer } from "@/lib/server/viewer.ts";
import { driftAt } from "../support/drift.ts";
import { rightResponse } from "../support/question.ts";
import { aClass, aQuiz, begun, type Cast } from "../support/quiz.ts";

const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 4, 4, 10, minute, second));
const packId = "nato-mission-iraq";
let cast: Cast;

beforeAll(async () => {
  await publishPacks(process.env.DATABASE_ADMIN_URL ?? "");
  cast = await aClass(at(-60));
});

async function answer(student: Viewer, quiz: string, responses: ReadonlyMap<number, Response>): Promise<void> {
  const attemptId = await begun(student, quiz, at(5));
  for (const [slot, response] of responses)
    await keepAnswer(student, { attemptId, id: newId(at(6)), slot, response }, at(6, slot));
}

const reviewsOf = async ({ userId }: Viewer): Promise<string[]> =>
  (
    await db().pool.query<{ name: string }>(
      `select fact_key || ' ' || direction || ' ' || rating as name from review where user_id = $1 order by 1`,
      [userId],
    )
  ).rows.map((row) => row.name);

test("an order whose parts a student never studied makes them cards: all of them when it is right, the misplaced one when not", async () => {
  const quiz = await aQuiz(cast, { opensAt: at(0), closesAt: at(30) }, at(-30));
  await answer(cast.ada, quiz, new Map([[3, { kind: "order", values: ["e:1", "e:2", "e:3"] }]]));
  await answer(cast.bo, quiz, new Map([[3, { kind: "order", values: ["e:2", "e:3", "e:1"] }]]));
  await settleClosed(at(31));
  expect(await reviewsOf(cast.ada)).toEqual(["f10 from good", "f11 from good", "f12 from good"]);
  expect(await reviewsOf(cast.bo)).toEqual(["f10 from again"]);
  for (const student of [cast.ada, cast.bo]) expect(await driftAt(student)).toEqual({ cards: 0, days: 0 });
});

test("a question that another quiz of the student still asks enters the queue when that one is over, too", async () => {
  const own = await aClass(at(-60));
  const first = await aQuiz(own, { opensAt: at(0), closesAt: at(20) }, at(-30));
  const second = await aQuiz(own, { opensAt: at(0), closesAt: at(50) }, at(-30));
  await answer(own.ada, first, new Map([[1, { kind: "choice", value: "e:fortin" }]]));
  const settled = async () =>
    (await db().prisma.assignment.findMany({ where: { id: { in: [first, second] } } })).filter(
      (each) => each.settledAt,
    );
  await settleClosed(at(21));
  expect(await settled()).toEqual([]);
  expect(await reviewsOf(own.ada)).toEqual([]);
  await settleClosed(at(51));
  expect(await settled()).toHaveLength(2);
  expect(await reviewsOf(own.ada)).toEqual(["f01 subject good"]);
});

test("every question of a drawn quiz, of whatever kind, comes back to a student who answered it right, as a card that can be asked", async () => {
  const wall = { opensWall: "2026-05-04T12:00", closesWall: "2026-05-04T13:00" };
  const plan = { topics: [], kinds: quizKinds, count: 30 };
  const draw = async () => {
    const asked = { classId: cast.classId, title: "All", packId, ...plan, ...wall };
    const { id } = (await draftAssignment(cast.grace, asked, at(-5))) as { id: string };
    return { id, kinds: new Set((await readAssignment(cast.grace, id))!.slots.map(({ question }) => question.kind)) };
  };
  // What is drawn first may leave no order that asks nothing twice: another draw has one.
  let { id, kinds } = await draw();
  for (let again = 0; again < 8 && kinds.size < quizKinds.length; again++) ({ id, kinds } = await draw());
  expect(kinds).toEqual(new Set(quizKinds));
  await removeSlot(cast.grace, { assignmentId: id, slot: 2 });
  await publishAssignment(cast.grace, { assignmentId: id, version: 2, title: "All", ...wall }, at(-4));
  const { slots } = (await readAssignment(cast.grace, id))!;
  const { bob } = cast;
  await db().pool.query(
    "insert into member (class_id, user_id, role, name, joined_at) values ($1, $2, 'student', 'Bob', $3)",
    [cast.classId, bob.userId, at(-3)],
  );
  await answer(bob, id, new Map(slots.map(({ slot, question }) => [slot, rightResponse(question)])));
  await settleClosed(at(61));
  const [head] = (await resultsCsv(cast.grace, id, at(62)))!.text.split("\r\n");
  expect(head, "the file counts as the page does").toContain(`"2. ${slots[1]!.question.stem}"`);
  const reviewed = new Set(await reviewsOf(bob));
  const nameOf = ({ fact, direction }: CardKey) => `${fact} ${direction} good`;
  for (const { question } of slots) {
    const fed = (question.card ? [question.card] : question.parts).map(nameOf);
    expect(fed.length, question.stem).toBeGreaterThan(0);
    for (const name of fed) expect(reviewed, question.stem).toContain(name);
  }
  const asked = new Set(cardsOf((await factsFor(packId))!).map(({ card }) => nameOf(card)));
  for (const name of reviewed) expect(asked).toContain(name);
});
