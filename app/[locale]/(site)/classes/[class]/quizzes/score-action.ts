"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { action, type Problems } from "@/lib/server/action.ts";
import { setScore } from "@/lib/server/set-scores.ts";
import { reason, typedPoints } from "./fields.ts";

async function words() {
  const t = await getTranslations("gradebook");
  return (field: string, code: string, number: number): string => {
    if (code === "changed") return t("stale");
    if (field === "score") return code === "too-high" ? t("tooHigh", { max: number }) : t("badNumber");
    return code === "too-long" ? t("reasonLong") : t("reasonMissing");
  };
}

/** Puts a score in the place of the counted one. */
export const score = action({
  name: "quizzes/score",
  schema: z.strictObject({
    assignmentId: z.uuid(),
    userId: z.uuid(),
    after: z.coerce.number().int().min(0).max(30_000),
    score: typedPoints,
    reason,
  }),
  keep: ["score"],
  words,
  run: async ({ input, viewer, now }) => {
    if (!viewer) redirect("/sign-in?callbackUrl=/classes");
    const outcome = await setScore(viewer, input, now);
    if (outcome.kind === "not-found") redirect("/classes");
    if (outcome.kind === "stale") return { form: ["changed"] } as Problems;
    if (outcome.kind === "too-high") return { score: [`too-high:${outcome.max}`] } as Problems;
    revalidatePath("/[locale]/classes/[class]/quizzes/[assignment]", "layout");
    return { done: "set" };
  },
});
