/** Every policy of release at every moment: words planted in the keys are in what a student is sent when, and only when, the policy says so. */
import { beforeAll, expect, test } from "vitest";
import { type When, whens } from "@/lib/classroom/terms.ts";
import { saveAccommodation } from "@/lib/server/accommodations.ts";
import { checkAnswer, submitAttempt } from "@/lib/server/attempts.ts";
import { db } from "@/lib/server/db.ts";
import { newId } from "@/lib/server/id.ts";
import { storeQuestions } from "@/lib/server/questions.ts";
import { readQuiz } from "@/lib/server/quiz-page.ts";
import { anOption, aQuestion } from "../support/question.ts";
import { aClass, answerChoice, aQuiz, begun, type Cast } from "../support/quiz.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 10, minute));
const places = [1, 2] as const;
let cast: Cast;
let hashes: string[];

beforeAll(async () => {
  cast = await aClass(at(-60));
  // Which of the options is right is no word; the key's own text and what explains it are.
  hashes = await storeQuestions(
    places.map((place) =>
      aQuestion({
        id: `planted-${place}`,
        kind: "choice",
        card: { fact: `f9${place}`, direction: "subject" },
        facts: [`f9${place}`],
        options: [anOption("e:one", true), { ...anOption("e:two", false), whyNot: `WHY-${place} of an option` }],
        key: ["e:one"],
        answer: `ANSWER-${place}`,
        why: `WHY-${place} of the key`,
      }),
    ),
  );
});

/** A quiz of the planted questions, open to everybody until 11:00 and to Bo until noon. */
async function quizWith(marks: When, answers: When, why: When): Promise<string> {
  const shown = { marksShown: marks, answersShown: answers, whyShown: why };
  const quiz = await aQuiz(cast, { opensAt: at(0), closesAt: at(60) }, at(-30), shown);
  await db().pool.query("delete from variant_slot where assignment_id = $1", [quiz]);
  for (const [index, hash] of hashes.entries())
    await db().pool.query("insert into variant_slot values ($1, 1, $2, $3, 1)", [quiz, index + 1, hash]);
  const bo = { userId: cast.bo.userId, opensWall: null, dueWall: null, closesWall: "2026-05-04T14:00" };
  await saveAccommodation(
    cast.grace,
    { ...bo, assignmentId: quiz, version: 0, timePercent: 100, moreAttempts: 0 },
    at(-20),
  );
  return quiz;
}

/** Which parts of which questions Ada is sent: "marks 1", "answers 1", "why 1". */
async function toldAt(quiz: string, moment: Date): Promise<string[]> {
  const page = await readQuiz(cast.ada, quiz, moment);
  const text = JSON.stringify(page);
  const reviews = [
    ...(page?.results?.slots ?? []),
    ...(page?.attempt?.slots ?? []).map(({ checked }) => checked?.review),
  ];
  return places.flatMap((place) => [
    ...(reviews.some((review) => review?.slot === place && review.marked) ? [`marks ${place}`] : []),
    ...(text.includes(`ANSWER-${place}`) ? [`answers ${place}`] : []),
    ...(text.includes(`WHY-${place}`) ? [`why ${place}`] : []),
  ]);
}

const policies = whens.flatMap((marks) =>
  whens.flatMap((answers, index) => whens.slice(index).map((why) => [marks, answers, why] as const)),
);

test.each(policies)("marks %s, answers %s, why %s", async (marks, answers, why) => {
  const quiz = await quizWith(marks, answers, why);
  const parts = { marks, answers, why };
  /** What these policies let out of these questions. */
  const out = (released: readonly When[], of: readonly number[]) =>
    of.flatMap((place) =>
      (["marks", "answers", "why"] as const)
        .filter((part) => released.includes(parts[part]))
        .map((part) => `${part} ${place}`),
    );
  expect(await toldAt(quiz, at(1)), "before the start").toEqual([]);
  const id = await begun(cast.ada, quiz, at(5));
  for (const place of places) await answerChoice(cast.ada, id, "e:two", at(6), place);
  expect(await toldAt(quiz, at(7)), "answered, not checked").toEqual([]);
  const checks = Object.values(parts).includes("at-once");
  const checked = await checkAnswer(cast.ada, { attemptId: id, id: newId(at(8)), slot: 1 }, at(8));
  expect(checked.kind).toBe(checks ? "checked" : "not-found");
  expect(await toldAt(quiz, at(9)), "one of two checked").toEqual(out(["at-once"], [1]));
  await submitAttempt(cast.ada, id, at(20));
  for (const moment of [at(21), at(61), at(119)])
    expect(await toldAt(quiz, moment), "while Bo may answer").toEqual(out(["at-once", "when-finished"], places));
  expect(await toldAt(quiz, at(121)), "when nobody can").toEqual(
    out(["at-once", "when-finished", "after-close"], places),
  );
  expect(JSON.stringify(await readQuiz(cast.bo, quiz, at(119))), "to who has not begun").not.toMatch(/ANSWER|WHY/);
});
