/** Plans under a name: what is kept of a quiz, whose they are, and that what is made by one is a quiz of that plan. */
import { beforeAll, expect, test } from "vitest";
import { draftAssignment, readAssignment } from "@/lib/server/assignments.ts";
import { publishPacks } from "@/lib/server/publish.ts";
import { deletePlan, listPlans, plansMax, readPlan, renamePlan, savePlan } from "@/lib/server/saved-plans.ts";
import { aClass, type Cast } from "../support/quiz.ts";

const now = new Date("2026-05-04T10:00:00Z");
const pack = "nato-mission-iraq";
const window = { opensWall: "2026-05-05T10:00", closesWall: "2026-05-06T10:00" };
const plan = {
  ...{ topics: [], kinds: ["choice", "typed"] as const, count: 4, points: 2, closeness: "hard" as const },
  variety: { variants: 2, shuffleQuestions: true, shuffleOptions: false },
};
let cast: Cast;
let quiz: string;

const draft = async (wanted: object) => {
  const made = await draftAssignment(
    cast.grace,
    { classId: cast.classId, title: "Quiz", packId: pack, ...window, ...plan, ...wanted },
    now,
  );
  if (made.kind !== "drafted") throw new Error(made.kind);
  return made.id;
};

beforeAll(async () => {
  await publishPacks(process.env.DATABASE_ADMIN_URL!);
  cast = await aClass(now);
  quiz = await draft({});
});

test("a plan is saved without its seed and questions, under one name once, for its owner alone", async () => {
  const both = await Promise.all([1, 2].map(() => savePlan(cast.grace, { assignmentId: quiz, name: "Weekly" }, now)));
  expect(both.map(({ kind }) => kind).sort()).toEqual(["name-taken", "saved"]);
  const [saved] = await listPlans(cast.grace);
  expect(saved).toMatchObject({ name: "Weekly", packId: pack, plan });
  expect(saved!.plan).not.toHaveProperty("seed");
  for (const viewer of [cast.bob, cast.ada]) {
    expect(await savePlan(viewer, { assignmentId: quiz, name: "Mine" }, now)).toEqual({ kind: "not-found" });
    expect(await listPlans(viewer)).toEqual([]);
    expect(await readPlan(viewer, saved!.id)).toBeNull();
    expect(await readPlan(viewer, quiz)).toBeNull();
    expect(await renamePlan(viewer, { id: saved!.id, name: "Mine" })).toEqual({ kind: "not-found" });
    await deletePlan(viewer, saved!.id);
  }
  expect(await listPlans(cast.grace)).toHaveLength(1);
});

test("used again it makes a quiz of the same plan with questions of its own; the plan of a quiz does as well", async () => {
  const [saved] = await listPlans(cast.grace);
  const used = (await readPlan(cast.grace, saved!.id))!;
  expect(await readPlan(cast.grace, quiz)).toMatchObject({ name: "Quiz", packId: pack, plan });
  const again = (await readAssignment(cast.grace, await draft(used.plan)))!;
  const first = (await readAssignment(cast.grace, quiz))!;
  const { seed, ...same } = again.plan;
  expect(same).toEqual(used.plan);
  expect(seed).not.toBe(first.plan.seed);
});

test("it is renamed to a name that is free, and deleted; the quizzes made by it stay", async () => {
  const second = await savePlan(cast.grace, { assignmentId: quiz, name: "Final" }, now);
  if (second.kind !== "saved") throw new Error(second.kind);
  expect(await renamePlan(cast.grace, { id: second.id, name: "Weekly" })).toEqual({ kind: "name-taken" });
  expect(await renamePlan(cast.grace, { id: second.id, name: "Final" })).toEqual({ kind: "renamed" });
  expect(await renamePlan(cast.grace, { id: second.id, name: "Last of all" })).toEqual({ kind: "renamed" });
  expect((await listPlans(cast.grace)).map(({ name }) => name)).toEqual(["Last of all", "Weekly"]);
  for (const { id } of await listPlans(cast.grace)) await deletePlan(cast.grace, id);
  expect(await listPlans(cast.grace)).toEqual([]);
  expect(await readAssignment(cast.grace, quiz)).not.toBeNull();
});

test("nobody keeps more than there is room for", async () => {
  for (let each = 0; each < plansMax; each++)
    expect((await savePlan(cast.grace, { assignmentId: quiz, name: `Plan ${each}` }, now)).kind).toBe("saved");
  expect(await savePlan(cast.grace, { assignmentId: quiz, name: "One more" }, now)).toEqual({ kind: "too-many" });
});
