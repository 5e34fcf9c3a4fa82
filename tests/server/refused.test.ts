/** What a plan asks for and the pack cannot give is told with its reason. */
import { beforeAll, expect, test } from "vitest";
import type { Plan } from "@/lib/classroom/plan.ts";
import { db } from "@/lib/server/db.ts";
import { readRefused } from "@/lib/server/refused.ts";
import { aWorld, prepareWorlds, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  await prepareWorlds();
  world = await aWorld();
});

const refusedFor = async (plan: Partial<Plan>) => {
  const id = world.target.draftId;
  const whole: Plan = { topics: [], kinds: ["choice"], count: 3, seed: "world", ...plan };
  await db().pool.query("update assignment set plan = $2 where id = $1", [id, whole]);
  return (await readRefused(world.teacher, id))!.groups;
};

test("every refusal of what is planned is counted under its reason, in words; what is not planned is not told", async () => {
  const all = await refusedFor({});
  const count = (groups: typeof all) => groups.reduce((sum, each) => sum + each.count, 0);
  expect(count(all)).toBeGreaterThan(20);
  expect(all.map(({ reason }) => reason)).toContain("no_distractor");
  for (const { lines, count } of all) expect(lines.length).toBe(Math.min(count, 40));
  const told = all.flatMap(({ lines }) => lines);
  expect([...new Set(told.map(({ kind }) => kind))].sort()).toEqual(["choice", null]);
  expect(told.every(({ text }) => text.length > 10)).toBe(true);
  const dates = await refusedFor({ forms: ["Q10"] });
  expect(new Set(dates.flatMap(({ lines }) => lines.map(({ form }) => form)))).toEqual(new Set(["Q10"]));
  expect(count(dates)).toBeLessThan(count(all));
});
