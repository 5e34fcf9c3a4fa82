/** What of an attempt its student is shown when: by policy, checked answers, flags. */
import { beforeAll, describe, expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { checkAnswer, keepFlag, submitAttempt } from "@/lib/server/attempts.ts";
import { db } from "@/lib/server/db.ts";
import { newId } from "@/lib/server/id.ts";
import { readQuiz } from "@/lib/server/quiz-page.ts";
import { readReserved } from "@/lib/server/reserved.ts";
import { aPack } from "../support/fictional-pack.ts";
import { aClass, answerChoice as answer, aQuiz, begun, type Cast } from "../support/quiz.ts";

const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 4, 4, 10, minute, second));
const window = { opensAt: at(0), closesAt: at(60) };
const facts = indexPack(aPack({ key: "nato-mission-iraq" }));
let cast: Cast;

beforeAll(async () => {
  cast = await aClass(at(-60));
});

describe("what is released", () => {
  const secrets = ["whyNot", "accepts", "Carignan", '"key"', "commanded NATO Mission Iraq from"];

  test("at once: of a checked answer, which is final, and of no other", async () => {
    const atOnce = { marksShown: "at-once", answersShown: "at-once", whyShown: "after-close" };
    const quiz = await aQuiz(cast, window, at(-30), atOnce);
    const id = await begun(cast.ada, quiz, at(5));
    const check = (slot: number, minute: number) =>
      checkAnswer(cast.ada, { attemptId: id, id: newId(at(minute)), slot }, at(minute));
    expect(await check(1, 6)).toEqual({ kind: "unanswered" });
    await answer(cast.ada, id, "e:fortin", at(6));
    expect(await checkAnswer(cast.bo, { attemptId: id, id: newId(at(6)), slot: 1 }, at(6))).toEqual({
      kind: "not-found",
    });
    await Promise.all([check(1, 7), check(1, 7)]);
    expect(await db().prisma.step.count({ where: { attemptId: id, kind: "check" } })).toBe(1);
    expect(await answer(cast.ada, id, "e:olsen", at(8))).toEqual({ kind: "checked" });
    const { slots } = (await readQuiz(cast.ada, quiz, at(9)))!.attempt!;
    expect(slots[0]).toMatchObject({
      response: { value: "e:fortin" },
      checked: { review: { marked: { fraction: 1, points: 1 }, question: { key: ["e:fortin"], why: "" }, why: false } },
    });
    expect(slots.slice(1).every(({ checked }) => checked === null)).toBe(true);
    for (const secret of ["Carignan", "commanded NATO Mission Iraq from"])
      expect(JSON.stringify(slots)).not.toContain(secret);
    expect(await check(9, 9)).toEqual({ kind: "not-found" });
  });

  test("when finished: marks after each attempt, keys after the last, and nothing to others", async () => {
    const finished = { marksShown: "when-finished", answersShown: "when-finished", whyShown: "when-finished" };
    const quiz = await aQuiz(cast, window, at(-30), { ...finished, attemptsMax: 2 });
    await submitAttempt(cast.ada, await begun(cast.ada, quiz, at(5)), at(6));
    const between = (await readQuiz(cast.ada, quiz, at(7)))!;
    expect(between.results).toMatchObject({ score: 0, slots: [{ marked: { points: 0 }, question: null }, {}, {}] });
    for (const secret of secrets) expect(JSON.stringify(between)).not.toContain(secret);
    await submitAttempt(cast.ada, await begun(cast.ada, quiz, at(8)), at(9));
    const after = (await readQuiz(cast.ada, quiz, at(10), 1))!;
    expect(after.results).toMatchObject({ number: 1, slots: [{ why: true, question: { key: ["e:fortin"] } }, {}, {}] });
    expect((await readQuiz(cast.bo, quiz, at(10)))?.results).toBeNull();
    expect((await readReserved(cast.ada, facts, at(10))).facts, "others have still to answer").toContain("f01");
  });

  test("never: nothing of it, ever; the facts are free after the close all the same", async () => {
    const never = { marksShown: "never", answersShown: "never", whyShown: "never" };
    const own = await aClass(at(-60));
    const quiz = await aQuiz(own, window, at(-30), never);
    await submitAttempt(own.ada, await begun(own.ada, quiz, at(5)), at(6));
    const page = (await readQuiz(own.ada, quiz, at(9000)))!;
    expect(page).toMatchObject({ results: null, counted: null, moreShownAt: null, attempts: [{ score: null }] });
    for (const secret of secrets) expect(JSON.stringify(page)).not.toContain(secret);
    expect((await readReserved(own.ada, facts, at(9000))).facts.size).toBe(0);
  });
});

test("flags are found again on whatever device", async () => {
  const quiz = await aQuiz(cast, window, at(-30));
  const id = await begun(cast.ada, quiz, at(5));
  const flag = (slot: number, flagged: boolean, minute: number) =>
    keepFlag(cast.ada, { attemptId: id, id: newId(at(minute)), slot, flagged }, at(minute));
  expect(await flag(1, true, 6)).toEqual({ kind: "kept" });
  await flag(2, true, 7);
  await flag(1, false, 8);
  expect((await readQuiz(cast.ada, quiz, at(9)))?.attempt?.slots.map(({ flagged }) => flagged)).toEqual([
    false,
    true,
    false,
  ]);
  expect(await keepFlag(cast.bo, { attemptId: id, id: newId(at(9)), slot: 1, flagged: true }, at(9))).toEqual({
    kind: "not-found",
  });
});
