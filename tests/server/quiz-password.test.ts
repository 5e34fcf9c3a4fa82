/** The password of a quiz: for the start, and not to be guessed. */
import { expect, test } from "vitest";
import { startAttempt } from "@/lib/server/attempts.ts";
import { db } from "@/lib/server/db.ts";
import { readQuiz } from "@/lib/server/quiz-page.ts";
import { aClass, aQuiz, begun } from "../support/quiz.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 10, minute));

test("a password is asked for at the start, not for going on, and cannot be guessed for long", async () => {
  const cast = await aClass(at(-60));
  const quiz = await aQuiz(cast, { opensAt: at(0), closesAt: at(60) }, at(-30), { password: "Löwe 7" });
  expect(await startAttempt(cast.ada, quiz, at(5))).toEqual({ kind: "wrong-password" });
  expect(await startAttempt(cast.ada, quiz, at(5), "löwe 7")).toEqual({ kind: "wrong-password" });
  const id = await begun(cast.ada, quiz, at(5), " Löwe 7 ".normalize("NFD"));
  expect(await begun(cast.ada, quiz, at(6))).toBe(id);
  expect(JSON.stringify(await readQuiz(cast.ada, quiz, at(6)))).not.toContain("Löwe");
  for (let guess = 0; guess < 10; guess++)
    expect(await startAttempt(cast.bo, quiz, at(5), `guess ${guess}`)).toEqual({ kind: "wrong-password" });
  expect((await startAttempt(cast.bo, quiz, at(5), "Löwe 7")).kind).toBe("too-many");
  expect(await db().prisma.attempt.count({ where: { assignmentId: quiz } })).toBe(1);
});
