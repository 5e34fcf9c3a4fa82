import "server-only";
/** Plans that an instructor keeps under a name: what a quiz was drawn by, never its questions. Each is its owner's alone. */
import type { Plan } from "../classroom/plan.ts";
import { readAssignment } from "./assignments.ts";
import { isUuid } from "./classes.ts";
import { db } from "./db.ts";
import { newId } from "./id.ts";
import type { Viewer } from "./viewer.ts";

export type SavedPlan = {
  readonly id: string;
  readonly name: string;
  readonly packId: string;
  readonly plan: Omit<Plan, "seed" | "excluded">;
};

/** So many plans one person may keep. */
export const plansMax = 100;

/** The viewer's plans, by name. */
export async function listPlans(viewer: Viewer): Promise<SavedPlan[]> {
  const rows = await db().prisma.savedPlan.findMany({ where: { userId: viewer.userId }, orderBy: { name: "asc" } });
  return rows.map(({ id, name, packId, plan }) => ({ id, name, packId, plan: plan as unknown as SavedPlan["plan"] }));
}

/** A plan to begin a quiz with: a saved one, or that of a quiz that the viewer teaches, under its title. Null for anything else. */
export async function readPlan(viewer: Viewer, id: string): Promise<Omit<SavedPlan, "id"> | null> {
  if (!isUuid(id)) return null;
  const saved = (await listPlans(viewer)).find((each) => each.id === id);
  if (saved) return saved;
  const quiz = await readAssignment(viewer, id);
  return quiz && { name: quiz.title, packId: quiz.packId, plan: quiz.plan };
}

/** Keeps the plan of a quiz under a name; under a name that there is already nothing is put in its place. */
export async function savePlan(
  viewer: Viewer,
  wanted: { readonly assignmentId: string; readonly name: string },
  now: Date,
): Promise<{ kind: "saved"; id: string } | { kind: "name-taken" } | { kind: "too-many" } | { kind: "not-found" }> {
  const quiz = await readAssignment(viewer, wanted.assignmentId);
  if (!quiz) return { kind: "not-found" };
  const { seed: _seed, excluded: _excluded, ...plan } = quiz.plan;
  const id = newId(now);
  const { rows } = await db().pool.query<{ id: string | null; filled: boolean }>(
    `with kept as (select count(*) >= $7 as filled from saved_plan where user_id = $1),
     made as (
       insert into saved_plan (user_id, id, name, pack_id, plan, saved_at) select $1, $2, $3, $4, $5, $6 from kept where not filled
       on conflict (user_id, name) do nothing returning id)
     select (select id from made) as id, filled from kept`,
    [viewer.userId, id, wanted.name, quiz.packId, JSON.stringify(plan), now, plansMax],
  );
  if (rows[0]?.id) return { kind: "saved", id };
  return { kind: rows[0]?.filled ? "too-many" : "name-taken" };
}

/** Gives a plan another name. */
export async function renamePlan(
  viewer: Viewer,
  wanted: { readonly id: string; readonly name: string },
): Promise<{ kind: "renamed" } | { kind: "name-taken" } | { kind: "not-found" }> {
  const { rows } = await db().pool.query<{ there: boolean; taken: boolean }>(
    `with named as (select exists (select from saved_plan where user_id = $1 and name = $3 and id <> $2) as taken),
     done as (update saved_plan set name = $3 from named where user_id = $1 and id = $2 and not taken returning 1)
     select exists (select from saved_plan where user_id = $1 and id = $2) as there, taken from named`,
    [viewer.userId, wanted.id, wanted.name],
  );
  if (!rows[0]?.there) return { kind: "not-found" };
  return { kind: rows[0].taken ? "name-taken" : "renamed" };
}

/** Deletes a plan; quizzes that were made by it stay. Deleting twice is deleting once. */
export async function deletePlan(viewer: Viewer, id: string): Promise<void> {
  await db().prisma.savedPlan.deleteMany({ where: { userId: viewer.userId, id } });
}
