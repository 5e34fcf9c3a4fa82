/** One section of a class: its marks, what it knows, and how the questions did there; and one variant analysed alone. */
import { beforeAll, expect, test } from "vitest";
import { submitAttempt } from "@/lib/server/attempts.ts";
import { db } from "@/lib/server/db.ts";
import { readGradebook } from "@/lib/server/gradebook.ts";
import { readResults } from "@/lib/server/results.ts";
import type { Viewer } from "@/lib/server/viewer.ts";
import { aClass, answerChoice, aQuiz, begun, type Cast } from "../support/quiz.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 10, minute));
let cast: Cast;
let quiz: string;

async function take(student: Viewer, value: string): Promise<void> {
  const attempt = await begun(student, quiz, at(1));
  await answerChoice(student, attempt, value, at(2));
  await submitAttempt(student, attempt, at(3));
}

beforeAll(async () => {
  cast = await aClass(at(-60));
  quiz = await aQuiz(cast, { opensAt: at(0), closesAt: at(60) }, at(-30));
  await db().pool.query("insert into variant (assignment_id, number) values ($1, 2)", [quiz]);
  await db().pool.query(
    "insert into variant_slot (assignment_id, variant, slot, question_hash, points) select assignment_id, 2, slot, question_hash, points from variant_slot where assignment_id = $1",
    [quiz],
  );
  await db().prisma.member.updateMany({ where: { userId: cast.ada.userId }, data: { section: "B" } });
  await take(cast.ada, "e:fortin");
  await take(cast.bo, "e:olsen");
});

test("the gradebook of a section has its students alone, and means and what is known are theirs; the sections stay to choose from", async () => {
  const book = async (section?: string) => (await readGradebook(cast.grace, cast.classId, at(70), section))!;
  const told = async (section?: string) => {
    const { students, quizzes, mastery, sections } = await book(section);
    const known = mastery.facts.find(({ fact }) => fact === "f01");
    return [students.map(({ name }) => name), quizzes[0]?.mean, known?.students, known?.share.value, sections];
  };
  expect(await told()).toEqual([["Ada", "Bo"], 0.5, 2, 0.5, ["B", ""]]);
  expect(await told("B")).toEqual([["Ada"], 1, 1, 1, ["B", ""]]);
  expect(await told("")).toEqual([["Bo"], 0, 1, 0, ["B", ""]]);
  expect(await told("elsewhere")).toEqual([[], null, undefined, undefined, ["B", ""]]);
  expect(await readGradebook(cast.ada, cast.classId, at(70), "B")).toBeNull();
});

test("the results of a section, and the analysis of one variant, count nobody else", async () => {
  const page = async (looked: { section?: string; variant?: number }) =>
    (await readResults(cast.grace, quiz, at(70), looked))!;
  const told = async (looked: { section?: string; variant?: number }) => {
    const { students, analysis, meanScore, sections } = await page(looked);
    return [students.length, analysis.students, analysis.items[0]?.share.value, meanScore, sections];
  };
  expect(await told({})).toEqual([2, 2, 0.5, 0.5, ["B", ""]]);
  expect(await told({ section: "B" })).toEqual([1, 1, 1, 1, ["B", ""]]);
  expect(await told({ section: "" })).toEqual([1, 1, 0, 0, ["B", ""]]);
  // The table stays whole: the variant says what is analysed, not who is in the class.
  const own = await db().prisma.attempt.findMany({
    where: { assignmentId: quiz },
    select: { userId: true, variant: true },
  });
  expect(own.map(({ variant }) => variant).sort()).toEqual([1, 2]);
  for (const { userId, variant } of own) {
    const share = userId === cast.ada.userId ? 1 : 0;
    expect(await told({ variant })).toEqual([2, 1, share, 0.5, ["B", ""]]);
  }
});
