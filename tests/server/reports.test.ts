/** A student reports a question, and who teaches the class answers. */
import { beforeAll, expect, test } from "vitest";
import { submitAttempt } from "@/lib/server/attempts.ts";
import { answerReport, countOpenReports, ownReports, readReports, reportQuestion } from "@/lib/server/reports.ts";
import { aClass, answerChoice, aQuiz, begun, type Cast } from "../support/quiz.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 10, minute));
let cast: Cast;
let quiz: string;

beforeAll(async () => {
  cast = await aClass(at(-60));
  quiz = await aQuiz(cast, { opensAt: at(0), closesAt: at(30) }, at(-30));
  const attempt = await begun(cast.ada, quiz, at(5));
  await answerChoice(cast.ada, attempt, "e:olsen", at(6));
  await submitAttempt(cast.ada, attempt, at(7));
});

const said = { attempt: 1, slot: 1, words: "Both are right." };

test("a question is reported once, by who had it and sees something of its result; nobody else, and not before", async () => {
  const about = { assignmentId: quiz, ...said };
  expect(await reportQuestion(cast.ada, about, at(10))).toEqual({ kind: "not-found" });
  for (const viewer of [cast.bo, cast.bob, cast.grace])
    expect(await reportQuestion(viewer, about, at(40))).toEqual({ kind: "not-found" });
  expect(await reportQuestion(cast.ada, { ...about, slot: 9 }, at(40))).toEqual({ kind: "not-found" });
  for (const words of [said.words, "Again."])
    expect(await reportQuestion(cast.ada, { ...about, words }, at(40))).toEqual({ kind: "reported" });
  expect(await ownReports(cast.ada, quiz)).toEqual([{ ...said, answer: null }]);
  expect(await ownReports(cast.bo, quiz)).toEqual([]);
});

test("it reaches those who teach the class with question, answer and words; the first answer closes it, and the student reads it", async () => {
  expect(await countOpenReports(cast.grace, cast.classId)).toBe(1);
  for (const viewer of [cast.ada, cast.bob]) {
    expect(await readReports(viewer, cast.classId)).toBeNull();
    expect(await countOpenReports(viewer, cast.classId)).toBe(0);
  }
  const [report] = (await readReports(cast.grace, cast.classId))!.reports;
  expect(report).toMatchObject({ name: "Ada", place: 1, response: "e:olsen", words: said.words, answer: null });
  const answered = { id: report!.id, userId: cast.ada.userId, answer: "No: see the page." };
  for (const viewer of [cast.ada, cast.bob])
    expect(await answerReport(viewer, answered, at(50))).toEqual({ kind: "not-found" });
  expect(await answerReport(cast.grace, answered, at(50))).toEqual({ kind: "closed" });
  expect(await answerReport(cast.grace, { ...answered, answer: "Yes" }, at(51))).toEqual({ kind: "answered" });
  expect(await ownReports(cast.ada, quiz)).toEqual([{ ...said, answer: answered.answer }]);
  expect(await countOpenReports(cast.grace, cast.classId)).toBe(0);
});
