/** Questions that an instructor writes: from the draft to the marks and the files. */
import { beforeAll, expect, test } from "vitest";
import type { Own } from "@/lib/classroom/own.ts";
import { fileOf } from "@/lib/interop/file.ts";
import { publishAssignment } from "@/lib/server/assignment-terms.ts";
import { draftAssignment, readAssignment } from "@/lib/server/assignments.ts";
import { keepAnswer, submitAttempt } from "@/lib/server/attempts.ts";
import { db } from "@/lib/server/db.ts";
import { redraw } from "@/lib/server/draft-slots.ts";
import { readGradebook } from "@/lib/server/gradebook.ts";
import { giveMark } from "@/lib/server/hand-marks.ts";
import { newId } from "@/lib/server/id.ts";
import { moveSlot, rewriteOwn, writeOwn } from "@/lib/server/own-questions.ts";
import { publishPacks } from "@/lib/server/publish.ts";
import { readQuiz } from "@/lib/server/quiz-page.ts";
import { readRemark } from "@/lib/server/remark.ts";
import { resultsCsv } from "@/lib/server/results.ts";
import { settleClosed } from "@/lib/server/settle.ts";
import { readTakeAway } from "@/lib/server/take-away.ts";
import { aClass, begun, type Cast } from "../support/quiz.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 10, minute));
const wall = { opensWall: "2026-05-04T12:00", closesWall: "2026-05-04T12:30" };
const none: Own = { kind: "choice", stem: "", options: [], right: null, accepts: [], why: "" };
const choice: Own = { ...none, stem: "Which is a fruit?", options: ["Stone", "", "Apple"], right: 2 };
const typed: Own = {
  ...none,
  kind: "typed",
  stem: "Name the river.",
  accepts: ["Tigris", "Dijla"],
  why: "On the map.",
};
const text: Own = { ...none, kind: "text", stem: "Why did it begin?", why: "Three reasons" };
let cast: Cast;
let quiz: string;

const slots = async () => (await readAssignment(cast.grace, quiz))!.slots;
const stems = async () => (await slots()).map(({ question }) => question.stem);

beforeAll(async () => {
  await publishPacks(process.env.DATABASE_ADMIN_URL ?? "");
  cast = await aClass(at(-60));
  const plan = { topics: [], kinds: ["choice"] as const, count: 1 };
  const variety = { variants: 2, shuffleQuestions: false, shuffleOptions: true };
  const about = { classId: cast.classId, title: "Own", packId: "nato-mission-iraq" };
  const drafted = await draftAssignment(cast.grace, { ...about, ...plan, variety, ...wall }, at(-5));
  quiz = (drafted as { id: string }).id;
});

test("is refused with all that is wrong with it, by field, and enters the draft when nothing is", async () => {
  const put = (own: Own) => writeOwn(cast.grace, { assignmentId: quiz, own, points: 1 }, at(-4));
  expect(await put({ ...none, options: ["A", "a"] })).toEqual({
    kind: "wrong",
    problems: { stem: "required", options: "twice" },
  });
  expect(await put({ ...choice, right: 1 })).toEqual({ kind: "wrong", problems: { right: "none-right" } });
  expect(await put({ ...typed, accepts: [], why: "x".repeat(3_000) })).toEqual({
    kind: "wrong",
    problems: { accepts: "required", why: "too-long" },
  });
  expect(await stems()).toHaveLength(1);
  for (const own of [choice, typed, text]) expect(await put(own)).toEqual({ kind: "written" });
  expect((await stems()).slice(1)).toEqual([choice.stem, typed.stem, text.stem]);
});

test("is written anew and moved, and stays when others are drawn; what somebody else changed meanwhile is not overwritten", async () => {
  const [, first] = await slots();
  const stem = "Which of these is a fruit?";
  const place = { assignmentId: quiz, slot: first!.slot, hash: first!.hash };
  expect(await rewriteOwn(cast.grace, { ...place, own: { ...choice, stem }, points: 2 })).toEqual({ kind: "written" });
  expect(await rewriteOwn(cast.grace, { ...place, own: choice, points: 1 })).toEqual({ kind: "stale" });
  expect(await moveSlot(cast.grace, { assignmentId: quiz, slot: first!.slot, up: false })).toEqual({ kind: "changed" });
  await redraw(cast.grace, quiz);
  expect((await stems()).slice(1)).toEqual([typed.stem, stem, text.stem]);
  expect((await slots()).map(({ points, pinned }) => [points, pinned])).toEqual([
    [1, false],
    [1, true],
    [2, true],
    [1, true],
  ]);
});

test("is taken, marked and told like the others; a free text waits for its mark; none of it enters memory", async () => {
  const draft = (await readAssignment(cast.grace, quiz))!;
  const terms = { assignmentId: quiz, version: draft.version, title: "Own", ...wall };
  expect(await publishAssignment(cast.grace, terms, at(-3))).toMatchObject({ kind: "published" });
  const attemptId = await begun(cast.ada, quiz, at(5));
  const mine = (await readQuiz(cast.ada, quiz, at(5)))!.attempt!.slots;
  const slotOf = (stem: string) => mine.find(({ question }) => question.stem.endsWith(stem))!.slot;
  for (const [stem, response] of [
    ["is a fruit?", { kind: "choice", value: "v:Apple" }],
    [typed.stem, { kind: "typed", text: "tigriss" }],
    [text.stem, { kind: "text", text: "=Because\nof two." }],
  ] as const)
    await keepAnswer(cast.ada, { attemptId, id: newId(at(6)), slot: slotOf(stem), response }, at(6));
  await submitAttempt(cast.ada, attemptId, at(7));
  expect(JSON.stringify(mine)).not.toContain("Three reasons");
  const cell = async () =>
    (await readGradebook(cast.grace, cast.classId, at(40)))!.students.find(({ name }) => name === "Ada")!.cells[0]!;
  expect(await cell()).toMatchObject({ mark: 3, waits: true });
  const ada = async () =>
    (await resultsCsv(cast.grace, quiz, at(40)))!.text.split("\r\n").find((row) => row.startsWith('"Ada"'));
  expect(await ada()).toMatch(/"tigriss",1,1,.*"Apple",1,2,/);
  await giveMark(
    cast.grace,
    {
      ...{ assignmentId: quiz, userId: cast.ada.userId, number: 1, slot: slotOf(text.stem), after: 0 },
      ...{ points: 0.5, comment: "One is missing.", reason: "Two of three" },
    },
    at(35),
  );
  expect(await cell()).toMatchObject({ mark: 3.5, waits: false });
  const told = (await readQuiz(cast.ada, quiz, at(40)))!.results!;
  expect(told.slots.find(({ posed }) => posed.kind === "text")).toMatchObject({
    ...{ marked: { points: 0.5 }, hand: { comment: "One is missing." }, waits: false },
  });
  await settleClosed(at(36));
  const { rows } = await db().pool.query("select question_hash from event where user_id = $1", [cast.ada.userId]);
  expect(rows).toEqual([]);
  expect((await readRemark(cast.grace, quiz))!.behind).toEqual([]);
});

test("goes into the files with its answers; a free text as an essay", async () => {
  const away = (await readTakeAway(cast.grace, quiz, 1))!;
  const [moodle, gift] = [fileOf(away, "moodle.xml"), fileOf(away, "gift.txt")];
  expect([moodle.left, gift.left]).toEqual([[], []]);
  expect(moodle.text).toContain('<question type="essay">');
  expect(moodle.text).toContain("Dijla");
  expect(gift.text).toMatch(/Why did it begin\?<\/p> ?\{\n\t####/);
});
