/** Marks and comments that an instructor gives to single answers. */
import { beforeEach, expect, test } from "vitest";
import { submitAttempt } from "@/lib/server/attempts.ts";
import { db } from "@/lib/server/db.ts";
import { giveMark, readAnswers } from "@/lib/server/hand-marks.ts";
import { checkInvariants } from "@/lib/server/invariants.ts";
import { readQuiz } from "@/lib/server/quiz-page.ts";
import { applyRemark, dryRun, readRemark } from "@/lib/server/remark.ts";
import { readResults } from "@/lib/server/results.ts";
import { settleClosed } from "@/lib/server/settle.ts";
import { aClass, answerChoice, aQuiz, begun, type Cast } from "../support/quiz.ts";

const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 4, 4, 10, minute, second));
let cast: Cast;
let quiz: string;

beforeEach(async () => {
  cast = await aClass(at(-60));
  quiz = await aQuiz(cast, { opensAt: at(0), closesAt: at(30) }, at(-30));
  const attempt = await begun(cast.bo, quiz, at(5));
  await answerChoice(cast.bo, attempt, "e:olsen", at(6));
  await submitAttempt(cast.bo, attempt, at(7));
});

const wanted = () => {
  const about = { assignmentId: quiz, userId: cast.bo.userId, number: 1, slot: 1 };
  return { ...about, points: 0.5 as number | null, comment: "Nearly.", reason: "Meant the deputy", after: 0 };
};
const markOf = async () =>
  (await readResults(cast.grace, quiz, at(40)))!.students.find(({ name }) => name === "Bo")!.score;

test("a mark by hand stands in the place of the counted one, with its comment, until another takes it back; each is kept", async () => {
  expect(await giveMark(cast.grace, wanted(), at(10))).toEqual({ kind: "given" });
  expect(await giveMark(cast.grace, wanted(), at(10))).toEqual({ kind: "stale" });
  expect(await markOf()).toBe(0.5);
  const mine = (await readQuiz(cast.bo, quiz, at(40)))!.results!;
  expect(mine.score).toBe(0.5);
  expect(mine.slots[0]).toMatchObject({ marked: { fraction: 0.5, points: 0.5 }, hand: { comment: "Nearly." } });
  const back = { ...wanted(), points: null, comment: null, reason: "By the key after all", after: 1 };
  expect(await giveMark(cast.grace, back, at(11))).toEqual({ kind: "given" });
  expect(await markOf()).toBe(0);
  const page = (await readAnswers(cast.grace, quiz, cast.bo.userId, null))!;
  expect(page.answers[0]!.history.map(({ number, points, reason, by }) => [number, points, reason, by])).toEqual([
    [1, 0.5, "Meant the deputy", "Grace"],
    [2, null, "By the key after all", "Grace"],
  ]);
});

test("points lie within the question's, and nobody else gives any; before the release nothing of it is shown", async () => {
  expect(await giveMark(cast.grace, { ...wanted(), points: 1.5 }, at(10))).toEqual({ kind: "too-high", max: 1 });
  expect(await giveMark(cast.grace, { ...wanted(), slot: 9 }, at(10))).toEqual({ kind: "not-found" });
  expect(await giveMark(cast.grace, { ...wanted(), userId: cast.ada.userId }, at(10))).toEqual({ kind: "not-found" });
  for (const viewer of [cast.bo, cast.bob]) {
    expect(await giveMark(viewer, wanted(), at(10))).toEqual({ kind: "not-found" });
    expect(await readAnswers(viewer, quiz, cast.bo.userId, null)).toBeNull();
  }
  await giveMark(cast.grace, wanted(), at(10));
  expect(JSON.stringify(await readQuiz(cast.bo, quiz, at(11)))).not.toContain("Nearly");
});

test("of two at once one is stale; what is stored is what the steps come to, also when the quiz was settled before", async () => {
  await settleClosed(at(35));
  const both = await Promise.all([giveMark(cast.grace, wanted(), at(36)), giveMark(cast.grace, wanted(), at(36))]);
  expect(both.map(({ kind }) => kind).toSorted()).toEqual(["given", "stale"]);
  const { rows } = await db().pool.query("select score from attempt where assignment_id = $1", [quiz]);
  expect(rows).toEqual([{ score: "0.50" }]);
  const broken = (await checkInvariants()).filter(({ name, broken }) => broken > 0 && name.includes("score"));
  expect(broken).toEqual([]);
});

test("a corrected key leaves a mark by hand as it is, and the dry run says so", async () => {
  await giveMark(cast.grace, wanted(), at(10));
  const { hash } = (await readRemark(cast.grace, quiz))!.questions[0]!;
  const change = { asked: hash, by: "key", given: ["e:olsen"] } as const;
  const run = await dryRun(cast.grace, quiz, change, true, at(40));
  if (run.kind !== "run") throw new Error(run.kind);
  expect(run.moves.flatMap(({ places }) => places)).toMatchObject([{ place: 1, from: 0.5, to: 0.5, why: "hand" }]);
  await applyRemark(cast.grace, quiz, change, { lowers: true, reason: "x", print: run.print }, at(41));
  expect(await markOf()).toBe(0.5);
});
