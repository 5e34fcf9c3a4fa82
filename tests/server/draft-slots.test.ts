/** What is done to single places of a draft, by whom, and until when. */
import { beforeAll, expect, test } from "vitest";
import { publishAssignment } from "@/lib/server/assignment-terms.ts";
import { draftAssignment, readAssignment } from "@/lib/server/assignments.ts";
import { db } from "@/lib/server/db.ts";
import { excludeSlot, pinSlot, redraw, setPoints } from "@/lib/server/draft-slots.ts";
import { publishPacks } from "@/lib/server/publish.ts";
import { previewVariant } from "@/lib/server/variants.ts";
import { aClass, type Cast } from "../support/quiz.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 10, minute));
const [opensWall, closesWall] = ["2026-05-04T12:00", "2026-05-04T13:00"];
let cast: Cast;

beforeAll(async () => {
  await publishPacks(process.env.DATABASE_ADMIN_URL!);
  cast = await aClass(at(-60));
});

async function aDraft(more: { points?: number } = {}): Promise<string> {
  const variety = { variants: 3, shuffleQuestions: true, shuffleOptions: true };
  const plan = { topics: [], kinds: ["choice", "typed"] as const, count: 6, variety, ...more };
  const wanted = { classId: cast.classId, title: "Quiz", packId: "nato-mission-iraq", ...plan, opensWall, closesWall };
  const outcome = await draftAssignment(cast.grace, wanted, at(-50));
  if (outcome.kind !== "drafted") throw new Error(outcome.kind);
  return outcome.id;
}
const read = async (id: string) => (await readAssignment(cast.grace, id))!;

test("what is pinned stays when the rest is drawn anew, and stands in every variant", async () => {
  const assignmentId = await aDraft();
  const before = await read(assignmentId);
  expect(await pinSlot(cast.grace, { assignmentId, slot: 2, pinned: true })).toEqual({ kind: "changed" });
  expect(await redraw(cast.grace, assignmentId)).toEqual({ kind: "changed" });
  const after = await read(assignmentId);
  expect(after.slots[1]!.question).toEqual(before.slots[1]!.question);
  expect(after.slots.map(({ hash }) => hash)).not.toEqual(before.slots.map(({ hash }) => hash));
  const facts = after.slots.flatMap(({ question }) => question.facts);
  expect(new Set(facts).size).toBe(facts.length);
  for (const number of [1, 2, 3]) {
    const stems = (await previewVariant(cast.grace, assignmentId, number))!.slots.map(({ question }) => question.stem);
    expect(stems).toContain(before.slots[1]!.question.stem);
  }
});

test("a fact that is left out does not come back, by no draw", async () => {
  const assignmentId = await aDraft();
  const [first] = (await read(assignmentId)).slots;
  expect(await excludeSlot(cast.grace, { assignmentId, slot: 1 })).toEqual({ kind: "changed" });
  for (let draw = 0; draw < 3; draw++) {
    const { slots, plan } = await read(assignmentId);
    expect(plan.excluded).toEqual(first!.question.facts);
    expect(slots.flatMap(({ question }) => question.facts)).not.toContain(first!.question.facts[0]);
    await redraw(cast.grace, assignmentId);
  }
});

test("points are those of the plan until a question is given its own", async () => {
  const assignmentId = await aDraft({ points: 2 });
  await setPoints(cast.grace, { assignmentId, slot: 3, points: 5 });
  expect((await read(assignmentId)).slots.map(({ points }) => points)).toEqual([2, 2, 5, 2, 2, 2]);
});

test("who does not teach the class changes and sees nothing, and a published quiz is changed by nobody", async () => {
  const assignmentId = await aDraft();
  const edits = (viewer = cast.grace) => [
    pinSlot(viewer, { assignmentId, slot: 1, pinned: true }),
    setPoints(viewer, { assignmentId, slot: 1, points: 9 }),
    excludeSlot(viewer, { assignmentId, slot: 1 }),
    redraw(viewer, assignmentId),
  ];
  const before = await read(assignmentId);
  for (const viewer of [cast.ada, cast.bob]) {
    for (const edit of edits(viewer)) expect(await edit).toEqual({ kind: "not-found" });
    expect(await previewVariant(viewer, assignmentId, 1)).toBeNull();
  }
  expect(await read(assignmentId)).toEqual(before);
  const wanted = { assignmentId, version: before.version, title: "Quiz", opensWall, closesWall };
  const foretold = await previewVariant(cast.grace, assignmentId, 2);
  expect(await publishAssignment(cast.grace, wanted, at(-40))).toEqual({ kind: "published" });
  const stored = await read(assignmentId);
  for (const edit of edits()) expect(await edit).toEqual({ kind: "published" });
  expect(await read(assignmentId)).toEqual(stored);
  expect(await previewVariant(cast.grace, assignmentId, 2)).toEqual(foretold);
  expect(await previewVariant(cast.grace, assignmentId, 4)).toBeNull();
  expect(await db().prisma.attempt.count({ where: { assignmentId } })).toBe(0);
});

test("a preview holds no key", async () => {
  const assignmentId = await aDraft();
  const preview = JSON.stringify(await previewVariant(cast.grace, assignmentId, 2));
  for (const word of ["right", "whyNot", "accepts", "citations", "answer", "strip"])
    expect(preview).not.toContain(`"${word}":`);
});
