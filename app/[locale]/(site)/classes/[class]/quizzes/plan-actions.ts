"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { action, type Problems } from "@/lib/server/action.ts";
import { deletePlan, plansMax, renamePlan, savePlan } from "@/lib/server/saved-plans.ts";
import { name } from "../../fields.ts";

async function planWords() {
  const t = await getTranslations("savedPlans");
  return (_field: string, code: string): string => {
    if (code === "too-long" || code === "too-big") return t("tooLong", { max: 80 });
    if (code === "name-taken") return t("nameTaken");
    if (code === "too-many") return t("tooMany", { max: plansMax });
    return t("required");
  };
}

/** Keeps the plan of a quiz under a name. */
export const keepPlan = action({
  name: "plans/save",
  schema: z.strictObject({ assignmentId: z.uuid(), name: name(80) }),
  keep: ["name"],
  words: planWords,
  run: async ({ input, viewer, now }): Promise<Problems | { done: string }> => {
    const outcome = viewer && (await savePlan(viewer, input, now));
    if (!outcome || outcome.kind === "not-found") redirect("/classes");
    return outcome.kind === "saved" ? { done: "saved" } : { name: [outcome.kind] };
  },
});

/** Gives a plan another name. */
export const namePlan = action({
  name: "plans/rename",
  schema: z.strictObject({ id: z.uuid(), name: name(80) }),
  keep: ["name"],
  words: planWords,
  run: async ({ input, viewer }): Promise<Problems | { done: string }> => {
    const outcome = viewer && (await renamePlan(viewer, input));
    if (!outcome || outcome.kind === "not-found") redirect("/classes");
    if (outcome.kind === "name-taken") return { name: [outcome.kind] };
    revalidatePath("/[locale]/classes/[class]/quizzes/new", "page");
    return { done: "renamed" };
  },
});

/** Deletes a plan. */
export const removePlan = action({
  name: "plans/delete",
  schema: z.strictObject({ id: z.uuid() }),
  run: async ({ input, viewer }) => {
    if (!viewer) redirect("/classes");
    await deletePlan(viewer, input.id);
    revalidatePath("/[locale]/classes/[class]/quizzes/new", "page");
    return { done: "deleted" };
  },
});
