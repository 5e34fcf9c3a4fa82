import { beforeAll, describe, expect, test } from "vitest";
import type { Response } from "@/lib/questions/question.ts";
import { assignmentsOf, openAssignments } from "@/lib/server/assignment-lines.ts";
import { closeNow, publishAssignment } from "@/lib/server/assignment-terms.ts";
import { draftAssignment, readAssignment } from "@/lib/server/assignments.ts";
import { keepAnswer, startAttempt, submitAttempt } from "@/lib/server/attempts.ts";
import { db } from "@/lib/server/db.ts";
import { removeSlot, swapSlot } from "@/lib/server/draft-slots.ts";
import { newId } from "@/lib/server/id.ts";
import { publishPacks } from "@/lib/server/publish.ts";
import { readQuiz } from "@/lib/server/quiz-page.ts";
import { readResults, resultsCsv } from "@/lib/server/results.ts";
import { settleClosed } from "@/lib/server/settle.ts";
import { aClass, begun, type Cast } from "../support/quiz.ts";

const pack = "nato-mission-iraq";
const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 4, 4, 10, minute, second));
// Copenhagen is two hours ahead in May.
const opensWall = "2026-05-04T12:00";
const closesWall = "2026-05-04T13:00";
let cast: Cast;

beforeAll(async () => {
  await publishPacks(process.env.DATABASE_ADMIN_URL!);
  cast = await aClass(at(-60));
});

async function aDraft(count = 6, kinds = ["choice", "true-false", "date"] as const): Promise<string> {
  const plan = { topics: [], kinds: [...kinds], count };
  const outcome = await draftAssignment(
    cast.grace,
    { classId: cast.classId, title: "Quiz", packId: pack, ...plan, opensWall, closesWall },
    at(-50),
  );
  if (outcome.kind !== "drafted") throw new Error(outcome.kind);
  return outcome.id;
}

const publish = (id: string, version: number) =>
  publishAssignment(cast.grace, { assignmentId: id, version, title: "Quiz", opensWall, closesWall }, at(-40));

describe("a draft", () => {
  test("holds as many questions as were asked for, of the kinds asked for, and no fact twice", async () => {
    const draft = (await readAssignment(cast.grace, await aDraft(12)))!;
    expect(draft.slots).toHaveLength(12);
    expect(new Set(draft.slots.map((slot) => slot.question.kind))).toEqual(new Set(["choice", "true-false", "date"]));
    const facts = draft.slots.flatMap((slot) => slot.question.facts);
    expect(new Set(facts).size).toBe(facts.length);
    // Six topics have questions of these kinds; what one of them can ask may rest on a fact of another.
    expect(new Set(draft.slots.map((slot) => slot.question.topic)).size).toBeGreaterThanOrEqual(5);
    expect(draft.opensAt).toEqual(at(0));
  });

  test("is made and read by those who teach the class only", async () => {
    const id = await aDraft();
    for (const viewer of [cast.ada, cast.bob]) {
      expect(await readAssignment(viewer, id)).toBeNull();
      expect(await swapSlot(viewer, { assignmentId: id, slot: 1 })).toEqual({ kind: "not-found" });
      expect(await removeSlot(viewer, { assignmentId: id, slot: 1 })).toEqual({ kind: "not-found" });
      const wanted = {
        classId: cast.classId,
        title: "x",
        packId: pack,
        topics: [],
        kinds: ["choice"] as const,
        count: 1,
        opensWall,
        closesWall,
      };
      expect(await draftAssignment(viewer, wanted, at(-50))).toEqual({ kind: "not-found" });
    }
    expect((await assignmentsOf(cast.ada, cast.classId, at(0)))?.some((line) => line.id === id)).toBe(false);
    expect(await assignmentsOf(cast.bob, cast.classId, at(0))).toBeNull();
  });

  test("swaps a question for a new one each time, never for one whose fact is asked already", async () => {
    const id = await aDraft();
    const seen = new Set<string>();
    for (let turn = 0; turn < 4; turn++) {
      seen.add((await readAssignment(cast.grace, id))!.slots[0]!.question.id);
      expect(await swapSlot(cast.grace, { assignmentId: id, slot: 1 })).toEqual({ kind: "swapped" });
      const facts = (await readAssignment(cast.grace, id))!.slots.flatMap((slot) => slot.question.facts);
      expect(new Set(facts).size).toBe(facts.length);
    }
    expect(seen.size).toBe(4);
  });

  test("is published once, with the version that was read, in a window that makes sense", async () => {
    const id = await aDraft();
    const wanted = { assignmentId: id, version: 1, title: "Quiz", opensWall, closesWall };
    expect(await publishAssignment(cast.grace, { ...wanted, closesWall: opensWall }, at(-40))).toEqual({
      kind: "wrong",
      problems: { closes: "closes-before-it-opens" },
    });
    expect(await publishAssignment(cast.grace, wanted, at(61))).toEqual({
      kind: "wrong",
      problems: { closes: "closes-in-the-past" },
    });
    expect(await publishAssignment(cast.grace, { ...wanted, version: 7 }, at(-40))).toMatchObject({ kind: "stale" });
    expect(await publishAssignment(cast.ada, wanted, at(-40))).toEqual({ kind: "not-found" });
    expect(await publish(id, 1)).toEqual({ kind: "published" });
    expect(await publish(id, 2)).toMatchObject({ kind: "stale" });
    expect(await swapSlot(cast.grace, { assignmentId: id, slot: 1 })).toEqual({ kind: "published" });
    expect(await removeSlot(cast.grace, { assignmentId: id, slot: 1 })).toEqual({ kind: "published" });
    expect((await openAssignments(cast.ada, at(5))).map((line) => line.id)).toContain(id);
    expect(await openAssignments(cast.bob, at(5))).toEqual([]);
  });
});

describe("after the close", () => {
  let id: string;
  const right = (slot: { question: { kind: string; key: readonly string[]; answer: string } }): Response => {
    const { kind, key, answer } = slot.question;
    if (kind === "date") return { kind: "date", text: answer };
    return kind === "true-false"
      ? { kind: "true-false", value: key[0] as "t:true" }
      : { kind: "choice", value: key[0]! };
  };

  beforeAll(async () => {
    id = await aDraft(6);
    await publish(id, 1);
    const { slots } = (await readAssignment(cast.grace, id))!;
    const ada = await begun(cast.ada, id, at(5));
    for (const slot of slots)
      await keepAnswer(cast.ada, { attemptId: ada, id: newId(at(6)), slot: slot.slot, response: right(slot) }, at(6));
    await submitAttempt(cast.ada, ada, at(10));
    const bo = await begun(cast.bo, id, at(5));
    await keepAnswer(
      cast.bo,
      { attemptId: bo, id: newId(at(7)), slot: slots[0]!.slot, response: right(slots[0]!) },
      at(7),
    );
    await keepAnswer(
      cast.bo,
      { attemptId: bo, id: newId(at(8)), slot: slots[1]!.slot, response: { kind: "dont-know" } },
      at(8),
    );
  });

  test("who scored what is right to the point, for those who teach only", async () => {
    const results = (await readResults(cast.grace, id, at(61)))!;
    expect(results.students.map((each) => [each.name, each.result?.score])).toEqual([
      ["Ada", 6],
      ["Bo", 1],
    ]);
    expect(results.meanScore).toBe(3.5);
    expect(results.summary[0]).toEqual({ slot: 1, answered: 2, shareRight: 1 });
    for (const viewer of [cast.ada, cast.bob]) {
      expect(await readResults(viewer, id, at(61))).toBeNull();
      expect(await resultsCsv(viewer, id, at(61))).toBeNull();
    }
    const lines = (await resultsCsv(cast.grace, id, at(61)))!.text.trimEnd().split("\r\n");
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^"Ada","2026-05-04 12:10","student",6,6,/);
  });

  test("settling hands in what is open, stores scores and makes each answer a review, and doing it again changes nothing", async () => {
    const { pool } = db();
    const rows = async () => {
      const events = await pool.query("select user_id, id, fraction from event order by user_id, id");
      const reviews = await pool.query("select user_id, fact_key, rating from review order by user_id, fact_key");
      const attempts = await pool.query(
        "select user_id, submitted_by, score from attempt where assignment_id = $1 order by user_id",
        [id],
      );
      return { events: events.rows, reviews: reviews.rows, attempts: attempts.rows };
    };
    await settleClosed(at(60, 10));
    expect((await rows()).events).toEqual([]);
    expect(await settleClosed(at(60, 11))).toBeGreaterThan(0);
    const once = await rows();
    const of = (who: string, list: { user_id: string }[]) => list.filter((row) => row.user_id === who);
    expect(of(cast.ada.userId, once.events)).toHaveLength(6);
    expect(of(cast.bo.userId, once.events)).toHaveLength(2);
    expect(of(cast.ada.userId, once.reviews).length).toBeGreaterThanOrEqual(6);
    expect(of(cast.ada.userId, once.attempts)).toMatchObject([{ submitted_by: "student", score: "6.00" }]);
    expect(of(cast.bo.userId, once.attempts)).toMatchObject([{ submitted_by: "deadline", score: "1.00" }]);
    expect(await settleClosed(at(62))).toBe(0);
    await pool.query("update assignment set settled_at = null where id = $1", [id]);
    await settleClosed(at(63));
    expect(await rows()).toEqual(once);
    expect((await readQuiz(cast.bo, id, at(64)))?.results).toMatchObject({ score: 1, scoreMax: 6 });
  });

  test("closing a running quiz now shows its results now", async () => {
    const running = await aDraft(3);
    await publish(running, 1);
    expect(await closeNow(cast.ada, running, at(30), "2026-05-04T12:30")).toBe(false);
    expect(await closeNow(cast.grace, running, at(30), "2026-05-04T12:30")).toBe(true);
    expect((await readQuiz(cast.ada, running, at(31)))?.access).toEqual({ kind: "closed", taken: false });
    expect(await startAttempt(cast.ada, running, at(31))).toEqual({ kind: "not-found" });
  });
});
