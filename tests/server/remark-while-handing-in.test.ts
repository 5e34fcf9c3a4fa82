/** A key is corrected while a class hands in: what was looked at must still be so, what came in since only goes along. */
import { beforeEach, expect, test } from "vitest";
import { submitAttempt } from "@/lib/server/attempts.ts";
import { db } from "@/lib/server/db.ts";
import { readGradebook } from "@/lib/server/gradebook.ts";
import { giveMark } from "@/lib/server/hand-marks.ts";
import { applyRemark, dryRun, readRemark, type Wanted } from "@/lib/server/remark.ts";
import type { Viewer } from "@/lib/server/viewer.ts";
import { aClass, answerChoice, aQuiz, begun, type Cast } from "../support/quiz.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 10, minute));
let cast: Cast;
let quiz: string;
let attempts: readonly [ada: string, bo: string];

/** Both are right by the key that it should have been; Ada has handed in, Bo is at it. */
beforeEach(async () => {
  cast = await aClass(at(-60));
  quiz = await aQuiz(cast, { opensAt: at(0), closesAt: at(30) }, at(-30), { attemptsMax: 2 });
  attempts = [await begun(cast.ada, quiz, at(5)), await begun(cast.bo, quiz, at(5))];
  await answerChoice(cast.ada, attempts[0], "e:olsen", at(6));
  await answerChoice(cast.bo, attempts[1], "e:olsen", at(6));
  await submitAttempt(cast.ada, attempts[0], at(7));
});

const hashAt = async (place: number) =>
  (await readRemark(cast.grace, quiz))!.questions.find(({ places }) => places[0] === place)!.hash;
const other = async (): Promise<Wanted> => ({ asked: await hashAt(1), by: "key", given: ["e:olsen"] });

async function printOf(wanted: Wanted) {
  const made = await dryRun(cast.grace, quiz, wanted, false, at(10));
  if (made.kind !== "run") throw new Error(made.kind);
  return made.print;
}

const apply = (wanted: Wanted, print: string) =>
  applyRemark(cast.grace, quiz, wanted, { lowers: false, reason: "Misread", print }, at(12));

const markByHand = ({ userId }: Viewer, slot: number) =>
  giveMark(
    cast.grace,
    { assignmentId: quiz, userId, number: 1, slot, points: 0.5, comment: null, reason: "Said aloud", after: 0 },
    at(11),
  );

const marks = async () =>
  (await readGradebook(cast.grace, cast.classId, at(42)))!.students.map(({ cells }) => cells[0]!.mark);

test("who hands in between the dry run and the application refuses nothing: they are marked by the corrected key, and counted", async () => {
  const print = await printOf(await other());
  await submitAttempt(cast.bo, attempts[1], at(11));
  expect(await apply(await other(), print)).toEqual({ kind: "applied", moved: 2, since: 1 });
  expect(await marks()).toEqual([1, 1]);
});

test("a mark by hand of what was handed in since refuses nothing, of what was looked at it does", async () => {
  const print = await printOf(await other());
  await submitAttempt(cast.bo, attempts[1], at(11));
  await markByHand(cast.bo, 2);
  expect(await apply(await other(), print)).toMatchObject({ kind: "applied" });

  const next: Wanted = { asked: await hashAt(2), by: "everybody" };
  const before = await printOf(next);
  await markByHand(cast.ada, 2);
  expect(await apply(next, before)).toEqual({ kind: "changed" });
});

test("a second attempt of who was looked at refuses nothing, another correction does", async () => {
  const print = await printOf(await other());
  await submitAttempt(cast.ada, await begun(cast.ada, quiz, at(11)), at(11));
  expect(await apply(await other(), print)).toEqual({ kind: "applied", moved: 1, since: 0 });

  const next: Wanted = { asked: await hashAt(2), by: "everybody" };
  const before = await printOf(next);
  const accepted: Wanted = { asked: await hashAt(1), by: "accept", given: ["e:iannucci"] };
  await apply(accepted, await printOf(accepted));
  expect(await apply(next, before)).toEqual({ kind: "changed" });
});

test("whatever somebody sends in place of what they looked at is refused", async () => {
  const print = await printOf(await other());
  for (const forged of ["", "x", print.slice(0, -1), `${print}AAAA`, print.replace(/\..*/, "."), "🙂.🙂"])
    expect(await apply(await other(), forged), forged).toEqual({ kind: "changed" });
  expect(await db().prisma.correction.count({ where: { assignmentId: quiz } })).toBe(0);
});
