/** A key is corrected after the fact: first dry, then applied, once for everybody. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { quizKinds } from "@/lib/classroom/plan.ts";
import { questionsOf } from "@/lib/questions/bank.ts";
import { publishAssignment } from "@/lib/server/assignment-terms.ts";
import { draftAssignment, readAssignment } from "@/lib/server/assignments.ts";
import { keepAnswer, submitAttempt } from "@/lib/server/attempts.ts";
import { db } from "@/lib/server/db.ts";
import { readGradebook } from "@/lib/server/gradebook.ts";
import { newId } from "@/lib/server/id.ts";
import { factsFor } from "@/lib/server/packs.ts";
import { publishPacks } from "@/lib/server/publish.ts";
import { readQuiz } from "@/lib/server/quiz-page.ts";
import { applyRemark, dryRun, readRemark, type Wanted } from "@/lib/server/remark.ts";
import { resultsCsv } from "@/lib/server/results.ts";
import { settleClosed } from "@/lib/server/settle.ts";
import { driftAt } from "../support/drift.ts";
import { rightResponse } from "../support/question.ts";
import { aClass, answerChoice, aQuiz, begun, type Cast, ratings } from "../support/quiz.ts";

const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 4, 4, 10, minute, second));
const window = { opensAt: at(0), closesAt: at(30) };
let cast: Cast;
let quiz: string;

/** Ada is right by the key as it was asked, Bo by the one that it should have been. */
beforeEach(async () => {
  cast = await aClass(at(-60));
  quiz = await aQuiz(cast, window, at(-30));
  for (const [student, value] of [
    [cast.ada, "e:fortin"],
    [cast.bo, "e:olsen"],
  ] as const) {
    const attempt = await begun(student, quiz, at(5));
    await answerChoice(student, attempt, value, at(6));
    await submitAttempt(student, attempt, at(7));
  }
});

const choiceOf = async () =>
  (await readRemark(cast.grace, quiz))!.questions.find(({ places }) => places[0] === 1)!.hash;
const other = async (): Promise<Wanted> => ({ asked: await choiceOf(), by: "key", given: ["e:olsen"] });

async function run(wanted: Wanted, lowers = false) {
  const made = await dryRun(cast.grace, quiz, wanted, lowers, at(40));
  if (made.kind !== "run") throw new Error(made.kind);
  return made;
}

const apply = async (wanted: Wanted, lowers = false, print?: string) =>
  applyRemark(
    cast.grace,
    quiz,
    wanted,
    { lowers, reason: "Misread", print: print ?? (await run(wanted, lowers)).print },
    at(41),
  );

const marks = async () =>
  (await readGradebook(cast.grace, cast.classId, at(42)))!.students.map(({ cells }) => cells[0]!.mark);

test("a dry run says whose mark moves, by how much, where and why, and changes nothing; applied, it does what it said", async () => {
  const { moves } = await run(await other());
  expect(moves.map(({ name, from, to, places }) => [name, from, to, places.map(({ why }) => why)])).toEqual([
    ["Ada", 1, 1, ["kept"]],
    ["Bo", 0, 1, ["right"]],
  ]);
  expect(moves[1]!.places).toEqual([{ attempt: 1, place: 1, from: 0, to: 1, why: "right" }]);
  expect(await marks()).toEqual([1, 0]);
  expect(await apply(await other())).toEqual({ kind: "applied", moved: 1, since: 0 });
  expect(await marks()).toEqual([1, 1]);
  expect((await resultsCsv(cast.grace, quiz, at(42)))!.text.split("\r\n")[2]).toMatch(
    /^"Bo",.*,"student",1,3,"e:olsen",1,1,/,
  );
  const mine = (await readQuiz(cast.bo, quiz, at(42)))!.results!;
  expect(mine).toMatchObject({ score: 1 });
  expect(mine.slots[0]).toMatchObject({ marked: { fraction: 1, points: 1 }, question: { key: ["e:olsen"] } });
});

test("where marks may fall they do, and twice is once", async () => {
  expect((await run(await other(), true)).moves.map(({ from, to }) => [from, to])).toEqual([
    [1, 0],
    [0, 1],
  ]);
  await apply(await other(), true);
  expect(await marks()).toEqual([0, 1]);
  expect(await dryRun(cast.grace, quiz, await other(), true, at(43))).toEqual({ kind: "nothing" });
  expect(await dryRun(cast.grace, quiz, await other(), false, at(43))).toEqual({ kind: "nothing" });
  await apply({ asked: await choiceOf(), by: "as-asked" }, true);
  expect(await marks()).toEqual([1, 0]);
  expect((await readRemark(cast.grace, quiz))!.made.map(({ number, by }) => [number, by])).toEqual([
    [2, "as-asked"],
    [1, "key"],
  ]);
});

test("everybody has all points of a question, blanks included; a dropped one earns what the others earned of theirs", async () => {
  const { questions } = (await readRemark(cast.grace, quiz))!;
  const place = (number: number) => questions.find(({ places }) => places[0] === number)!.hash;
  await apply({ asked: place(2), by: "everybody" });
  expect(await marks()).toEqual([2, 1]);
  await apply({ asked: place(3), by: "dropped" });
  expect(await marks()).toEqual([3, 1.5]);
});

test("what was run dry and is otherwise by then is refused; of two who apply at once one does", async () => {
  const wanted = await other();
  const { print } = await run(wanted);
  await apply({ asked: await choiceOf(), by: "accept", given: ["e:iannucci"] });
  expect(await apply(wanted, false, print)).toEqual({ kind: "changed" });
  const again = await run(wanted);
  const both = await Promise.all([apply(wanted, false, again.print), apply(wanted, false, again.print)]);
  expect(both.map(({ kind }) => kind).toSorted()).toEqual(["applied", expect.stringMatching(/changed|nothing/)]);
  expect(await db().prisma.correction.count({ where: { assignmentId: quiz } })).toBe(2);
});

test("who does not teach the class corrects nothing, and nothing is corrected that cannot be", async () => {
  const wanted = await other();
  for (const viewer of [cast.ada, cast.bob]) {
    expect(await readRemark(viewer, quiz)).toBeNull();
    expect(await dryRun(viewer, quiz, wanted, false, at(40))).toEqual({ kind: "not-found" });
    const how = { lowers: false, reason: "x", print: "" };
    expect(await applyRemark(viewer, quiz, wanted, how, at(40))).toEqual({ kind: "not-found" });
  }
  for (const wrong of [
    { asked: "no such", by: "everybody" },
    { asked: await choiceOf(), by: "key", given: ["e:nobody"] },
  ] as const)
    expect(await dryRun(cast.grace, quiz, wrong, false, at(40))).toEqual({ kind: "wrong" });
});

test("reviews follow the key: sent right after the close, taken back and sent anew when it is corrected later", async () => {
  await settleClosed(at(35));
  expect([await ratings(cast.ada), await ratings(cast.bo)]).toEqual([["f01 good"], ["f01 again"]]);
  await apply(await other());
  await settleClosed(at(45));
  await settleClosed(at(46));
  // Ada keeps her point, but what she knows is not so.
  expect([await ratings(cast.ada), await ratings(cast.bo)]).toEqual([["f01 again"], ["f01 good"]]);
  await apply({ asked: await choiceOf(), by: "dropped" });
  await settleClosed(at(47));
  expect([await ratings(cast.ada), await ratings(cast.bo)]).toEqual([[], []]);
  for (const student of [cast.ada, cast.bo]) expect(await driftAt(student)).toEqual({ cards: 0, days: 0 });
});

test("over all stored responses unchanged facts change nothing; a fact that is corrected moves the marks it should, and no other", async () => {
  const admin = process.env.DATABASE_ADMIN_URL ?? "";
  const folder = mkdtempSync(path.join(tmpdir(), "packs-"));
  const isles = path.join(folder, "lantern-isles");
  cpSync(path.resolve("tests/support/packs"), folder, { recursive: true });
  await publishPacks(admin, folder);
  const wall = { opensWall: "2026-05-04T12:00", closesWall: "2026-05-04T12:30" };
  const plan = { topics: ["lights"], kinds: quizKinds, count: 20 };
  const about = { classId: cast.classId, title: "Lights", packId: "lantern-isles" };
  // Drawn by no chance: who kept the light, and one of each kind of what else there is to ask.
  const all = [...questionsOf((await factsFor("lantern-isles"))!, { seed: "remark", kinds: quizKinds })];
  const keeper = all.find(
    ({ card, kind }) => card?.fact === "kept-brandt" && card.direction === "subject" && kind === "choice",
  )!;
  const others = quizKinds.flatMap(
    (kind) => all.find((each) => each.kind === kind && !each.facts.includes("kept-brandt")) ?? [],
  );
  const drawn = [keeper, ...others];
  const drafted = await draftAssignment(cast.grace, { ...about, ...plan, ...wall, drawn }, at(-5));
  quiz = (drafted as { id: string }).id;
  await publishAssignment(cast.grace, { assignmentId: quiz, version: 1, title: "Lights", ...wall }, at(-4));
  const { slots } = (await readAssignment(cast.grace, quiz))!;
  const attemptId = await begun(cast.ada, quiz, at(5));
  for (const { slot, question } of slots)
    await keepAnswer(cast.ada, { attemptId, id: newId(at(6)), slot, response: rightResponse(question) }, at(6));
  await submitAttempt(cast.ada, attemptId, at(8));
  expect(await dryRun(cast.grace, quiz, { by: "pack" }, true, at(40))).toEqual({ kind: "nothing" });

  const facts = path.join(isles, "facts.yaml");
  const text = readFileSync(facts, "utf8");
  // Words that no question asks for: a new revision in which every key is what it was.
  writeFileSync(facts, text.replace("at: Gull Rock }", "at: Gull Rock and its light }"));
  expect((await publishPacks(admin, folder)).published).toHaveLength(1);
  expect((await readRemark(cast.grace, quiz))!.behind).toEqual([]);
  expect(await dryRun(cast.grace, quiz, { by: "pack" }, true, at(40))).toEqual({ kind: "nothing" });

  writeFileSync(
    facts,
    text
      .replace("s: brandt, r: kept", "s: BRAND, r: kept")
      .replace("s: brand, r: kept", "s: brandt, r: kept")
      .replace("BRAND", "brand"),
  );
  await publishPacks(admin, folder);
  const { behind } = (await readRemark(cast.grace, quiz))!;
  expect(behind.length).toBeGreaterThan(0);
  for (const { given } of behind)
    expect(
      given.asked.facts.some((fact) => fact.startsWith("kept-")),
      given.asked.stem,
    ).toBe(true);
  const { moves } = await run({ by: "pack" }, true);
  const moved = moves[0]!.places.filter(({ from, to }) => from !== to).map(({ place }) => place);
  expect(moved.length).toBeGreaterThan(0);
  for (const place of moved) expect(behind.flatMap(({ given }) => given.places)).toContain(place);
  await apply({ by: "pack" }, true);
  expect((await readRemark(cast.grace, quiz))!.behind.filter(({ now }) => now)).toEqual([]);
});
