/** A student is told that their answers are reviews when they are, and not before or otherwise. */
import { expect, test } from "vitest";
import { questionOfOwn } from "@/lib/classroom/own.ts";
import { submitAttempt } from "@/lib/server/attempts.ts";
import { db } from "@/lib/server/db.ts";
import { storeQuestions } from "@/lib/server/questions.ts";
import { readQuiz } from "@/lib/server/quiz-page.ts";
import { applyRemark, dryRun, readRemark } from "@/lib/server/remark.ts";
import { settleClosed } from "@/lib/server/settle.ts";
import { aClass, answerChoice, aQuiz, begun, type Cast } from "../support/quiz.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 10, minute));

/** A quiz whose first question Ada answered, closed; `value`: how. */
async function taken(cast: Cast, value: string, hash?: string): Promise<string> {
  const quiz = await aQuiz(cast, { opensAt: at(0), closesAt: at(30) }, at(-30));
  if (hash) await db().prisma.variantSlot.updateMany({ where: { assignmentId: quiz }, data: { questionHash: hash } });
  const attempt = await begun(cast.ada, quiz, at(5));
  await answerChoice(cast.ada, attempt, value, at(6));
  await submitAttempt(cast.ada, attempt, at(7));
  return quiz;
}

const told = async (cast: Cast, quiz: string) => (await readQuiz(cast.ada, quiz, at(40)))!.inQueue;

test("of questions about facts once the quiz is settled, until what was answered is dropped", async () => {
  const cast = await aClass(at(-60));
  const quiz = await taken(cast, "e:fortin");
  expect(await told(cast, quiz)).toBe(false);
  await settleClosed(at(35));
  expect(await told(cast, quiz)).toBe(true);

  const wanted = { asked: (await readRemark(cast.grace, quiz))!.questions[0]!.hash, by: "dropped" } as const;
  const run = await dryRun(cast.grace, quiz, wanted, false, at(36));
  const print = run.kind === "run" ? run.print : "";
  await applyRemark(cast.grace, quiz, wanted, { lowers: false, reason: "Unclear", print }, at(37));
  await settleClosed(at(38));
  expect(await told(cast, quiz)).toBe(false);
});

test("never of questions that the instructor wrote, which no fact stands behind", async () => {
  const cast = await aClass(at(-60));
  const own = { kind: "choice", stem: "Which is a fruit?", options: ["Stone", "Apple"], right: 1 } as const;
  const about = { id: "own-1", pack: "nato-mission-iraq", revision: "0".repeat(64) };
  const question = questionOfOwn({ ...own, accepts: [], why: "" }, about);
  const [hash] = await storeQuestions([question]);
  const quiz = await taken(cast, question.key[0]!, hash!);
  await settleClosed(at(35));
  expect((await readQuiz(cast.ada, quiz, at(40)))!.results).toMatchObject({ score: 1 });
  expect(await told(cast, quiz)).toBe(false);
});
