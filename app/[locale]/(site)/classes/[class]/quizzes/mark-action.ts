"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { action, type Problems } from "@/lib/server/action.ts";
import { giveMark } from "@/lib/server/hand-marks.ts";
import { reason, typedPoints } from "./fields.ts";

async function words() {
  const t = await getTranslations("marking");
  return (field: string, code: string, number: number): string => {
    if (code === "changed") return t("stale");
    if (field === "points") return code === "too-high" ? t("tooHigh", { max: number }) : t("badNumber");
    if (field === "comment") return t("commentLong");
    return code === "too-long" ? t("reasonLong") : t("reasonMissing");
  };
}

/** Marks one answer by hand. */
export const giveHandMark = action({
  name: "quizzes/mark",
  schema: z.strictObject({
    assignmentId: z.uuid(),
    userId: z.uuid(),
    number: z.coerce.number().int().min(1).max(30_000),
    slot: z.coerce.number().int().min(1).max(100),
    after: z.coerce.number().int().min(0).max(30_000),
    points: typedPoints,
    comment: z
      .string()
      .trim()
      .max(2_000, "too-long")
      .transform((text) => text || null),
    reason,
  }),
  keep: ["points", "comment", "reason"],
  words,
  run: async ({ input, viewer, now }) => {
    if (!viewer) redirect("/sign-in?callbackUrl=/classes");
    const outcome = await giveMark(viewer, input, now);
    if (outcome.kind === "not-found") redirect("/classes");
    if (outcome.kind === "stale") return { form: ["changed"] } as Problems;
    if (outcome.kind === "too-high") return { points: [`too-high:${outcome.max}`] } as Problems;
    revalidatePath("/[locale]/classes/[class]/quizzes/[assignment]", "layout");
    return { done: "given" };
  },
});
