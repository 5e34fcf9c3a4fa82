import { beforeAll, describe, expect, test } from "vitest";
import { indexPack } from "@/lib/facts/facts.ts";
import { keepAnswer, startAttempt, submitAttempt } from "@/lib/server/attempts.ts";
import { db } from "@/lib/server/db.ts";
import { newId } from "@/lib/server/id.ts";
import { readQuiz } from "@/lib/server/quiz-page.ts";
import { readReserved } from "@/lib/server/reserved.ts";
import { aPack } from "../support/fictional-pack.ts";
import { aClass, aQuiz, begun, type Cast } from "../support/quiz.ts";

const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 4, 4, 10, minute, second));
const window = { opensAt: at(0), closesAt: at(60) };
let cast: Cast;
let quiz: string;

beforeAll(async () => {
  cast = await aClass(at(-60));
  quiz = await aQuiz(cast, window, at(-30));
});

const answer = (attemptId: string, slot: number, value: string, id = newId(at(5))) => ({
  attemptId,
  id,
  slot,
  response: { kind: "choice", value } as const,
});

describe("starting", () => {
  test.each([
    ["before the opening", -1],
    ["at the close", 60],
  ])("is refused %s", async (_name, minute) => {
    expect(await startAttempt(cast.ada, quiz, at(minute))).toEqual({ kind: "not-found" });
  });

  test("is refused to a stranger, to the instructor and for a draft", async () => {
    expect(await startAttempt(cast.bob, quiz, at(5))).toEqual({ kind: "not-found" });
    expect(await startAttempt(cast.grace, quiz, at(5))).toEqual({ kind: "not-found" });
    const draft = await aQuiz(cast, window, null);
    expect(await startAttempt(cast.ada, draft, at(5))).toEqual({ kind: "not-found" });
    expect(await readQuiz(cast.ada, draft, at(5))).toBeNull();
  });

  test("twenty times at once is starting once", async () => {
    const started = await Promise.all(Array.from({ length: 20 }, () => begun(cast.ada, quiz, at(5))));
    expect(new Set(started).size).toBe(1);
    expect(await db().prisma.attempt.count({ where: { userId: cast.ada.userId, assignmentId: quiz } })).toBe(1);
  });
});

describe("answering", () => {
  test("keeps the last answer of each question and never tells the key", async () => {
    const attemptId = await begun(cast.bo, quiz, at(5));
    expect(await keepAnswer(cast.bo, answer(attemptId, 1, "e:olsen"), at(6))).toEqual({ kind: "kept" });
    expect(await keepAnswer(cast.bo, answer(attemptId, 1, "e:fortin"), at(7))).toEqual({ kind: "kept" });
    const page = (await readQuiz(cast.bo, quiz, at(8)))!;
    expect(page.attempt?.slots[0]?.response).toEqual({ kind: "choice", value: "e:fortin" });
    expect(page.results).toBeNull();
    const told = JSON.stringify(page);
    for (const secret of ["right", "whyNot", "accepts", "Carignan", '"key"', "commanded NATO Mission Iraq from"])
      expect(told).not.toContain(secret);
  });

  test("sent twice is kept once", async () => {
    const attemptId = await begun(cast.bo, quiz, at(9));
    const same = answer(attemptId, 2, "e:olsen");
    await keepAnswer(cast.bo, same, at(9));
    await keepAnswer(cast.bo, same, at(10));
    expect(await db().prisma.step.count({ where: { userId: cast.bo.userId, attemptId, id: same.id } })).toBe(1);
  });

  test("another's attempt, an unknown question and no id at all are not found", async () => {
    const attemptId = await begun(cast.bo, quiz, at(9));
    expect(await keepAnswer(cast.ada, answer(attemptId, 1, "e:olsen"), at(10))).toEqual({ kind: "not-found" });
    expect(await keepAnswer(cast.bo, answer(attemptId, 9, "e:olsen"), at(10))).toEqual({ kind: "not-found" });
    expect(await keepAnswer(cast.bo, answer("nonsense", 1, "e:olsen"), at(10))).toEqual({ kind: "not-found" });
  });

  test("what arrives within the grace counts, what arrives later is refused", async () => {
    const attemptId = await begun(cast.bo, quiz, at(9));
    expect(await keepAnswer(cast.bo, answer(attemptId, 1, "e:fortin"), at(60, 5))).toEqual({ kind: "kept" });
    expect(await keepAnswer(cast.bo, answer(attemptId, 1, "e:olsen"), at(60, 6))).toEqual({ kind: "closed" });
  });
});

describe("handing in", () => {
  test("is final, and doing it twice is doing it once", async () => {
    const attemptId = await begun(cast.ada, quiz, at(5));
    await keepAnswer(cast.ada, answer(attemptId, 1, "e:fortin"), at(20));
    expect(await submitAttempt(cast.ada, attemptId, at(21))).toEqual({ kind: "handed-in" });
    expect(await submitAttempt(cast.ada, attemptId, at(22))).toEqual({ kind: "handed-in" });
    expect(await keepAnswer(cast.ada, answer(attemptId, 1, "e:olsen"), at(23))).toEqual({ kind: "closed" });
    expect((await readQuiz(cast.ada, quiz, at(24)))?.access).toEqual({ kind: "handed-in" });
    expect(await db().prisma.step.count({ where: { attemptId, kind: "submit" } })).toBe(1);
  });

  test("of another's attempt is not found, after the close is too late", async () => {
    const attemptId = await begun(cast.bo, quiz, at(5));
    expect(await submitAttempt(cast.ada, attemptId, at(21))).toEqual({ kind: "not-found" });
    expect(await submitAttempt(cast.bo, attemptId, at(61))).toEqual({ kind: "closed" });
  });
});

test("while an answer can still arrive in time, nobody is shown a key", async () => {
  const facts = indexPack(aPack({ key: "nato-mission-iraq" }));
  for (const moment of [at(60), at(60, 5)]) {
    const page = (await readQuiz(cast.ada, quiz, moment))!;
    expect(page).toMatchObject({ access: { kind: "closed" }, moreShownAt: at(60, 5), attempt: null, results: null });
    expect((await readReserved(cast.ada, facts, moment)).facts).toContain("f01");
  }
  expect((await readReserved(cast.ada, facts, at(60, 6))).facts.size).toBe(0);
});

test("after the close a student sees points, keys and Why; a stranger sees nothing", async () => {
  const page = (await readQuiz(cast.ada, quiz, at(61)))!;
  expect(page.results).toMatchObject({ score: 1, scoreMax: 3 });
  expect(page.results?.slots[1]).toMatchObject({ response: null, marked: { points: 0 } });
  expect(page.results?.slots[1]?.question?.answer).toBe("Jennie Carignan");
  expect(await readQuiz(cast.bob, quiz, at(61))).toBeNull();
});
