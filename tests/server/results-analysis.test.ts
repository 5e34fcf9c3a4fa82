/** What the answers of a class say of its questions, from the tables to the instructor's page. */
import { expect, test } from "vitest";
import { itemOf } from "@/lib/classroom/analysed.ts";
import { submitAttempt } from "@/lib/server/attempts.ts";
import { readClass } from "@/lib/server/classes.ts";
import { joinClass } from "@/lib/server/joining.ts";
import { readResults } from "@/lib/server/results.ts";
import { viewerNamed } from "../support/people.ts";
import { aClass, answerChoice, aQuiz, begun, questions } from "../support/quiz.ts";

const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 4, 4, 10, minute, second));

test("one attempt of each student is analysed, those that run are not, and only who teaches the class reads it", async () => {
  const cast = await aClass(at(-60));
  const code = (await readClass(cast.grace, cast.classId))!.joinCode!;
  const quiz = await aQuiz(cast, { opensAt: at(0), closesAt: at(60) }, at(-30), { attemptsMax: 2 });
  for (let each = 0; each < 12; each++) {
    const student = await viewerNamed(`student-${each}`, at(-50));
    await joinClass(student, { code, name: `Student ${each}` }, at(-40));
    const attempt = await begun(student, quiz, at(1));
    await answerChoice(student, attempt, each < 8 ? "e:fortin" : "e:olsen", at(1, 30));
    await submitAttempt(student, attempt, at(2));
    // A second try that is worse: the first counts.
    if (each === 0) await submitAttempt(student, await begun(student, quiz, at(3)), at(4));
  }
  await begun(cast.ada, quiz, at(5));
  const page = (await readResults(cast.grace, quiz, at(6)))!;
  expect(page.analysis.students).toBe(12);
  const [choice, typed] = page.analysis.items;
  expect(choice).toMatchObject({ item: itemOf(questions[0]!), answers: 12, share: { value: 8 / 12 }, took: 30_000 });
  expect(choice?.options.map(({ value, chosen, works }) => [value, chosen, works])).toEqual([
    ["e:fortin", 8, null],
    ["e:olsen", 4, "works"],
    ["e:iannucci", 0, "idle"],
  ]);
  expect(typed).toMatchObject({ share: { value: 0 }, discrimination: "all-alike", flags: [{ kind: "nobody-right" }] });
  expect([...page.asked.keys()]).toEqual(page.analysis.items.map(({ item }) => item));
  for (const viewer of [cast.ada, cast.bob, await viewerNamed("stranger", at(0))])
    expect(await readResults(viewer, quiz, at(6))).toBeNull();
});
