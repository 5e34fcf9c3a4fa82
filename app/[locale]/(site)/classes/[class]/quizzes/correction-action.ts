"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { action, type Problems } from "@/lib/server/action.ts";
import { applyRemark } from "@/lib/server/remark.ts";
import { correctionFields, correctionOf } from "./correction-fields.ts";
import { reason } from "./fields.ts";

async function words() {
  const t = await getTranslations("remark");
  return (field: string, code: string): string => {
    if (field === "reason") return code === "too-long" ? t("reasonLong") : t("reasonMissing");
    return code === "nothing" ? t("nothing") : code === "wrong" ? t("wrong") : t("changed");
  };
}

/** Applies a correction that was run dry. */
export const applyCorrection = action({
  name: "quizzes/correct",
  schema: z.strictObject({
    assignmentId: z.uuid(),
    classId: z.uuid(),
    ...correctionFields,
    // It names every attempt that was looked at.
    print: z.string().max(200_000),
    reason,
  }),
  keep: ["reason"],
  words,
  run: async ({ input, viewer, now }) => {
    if (!viewer) redirect("/sign-in?callbackUrl=/classes");
    const { assignmentId, classId, print, given, reason: why, ...rest } = input;
    const correction = correctionOf({ ...rest, given: given.split("\n") });
    if (!correction) return { form: ["wrong"] } as Problems;
    const { wanted, lowers } = correction;
    const outcome = await applyRemark(viewer, assignmentId, wanted, { lowers, reason: why, print }, now);
    if (outcome.kind === "not-found") redirect("/classes");
    if (outcome.kind !== "applied") return { form: [outcome.kind] } as Problems;
    revalidatePath("/[locale]/classes/[class]/quizzes/[assignment]", "layout");
    redirect(`/classes/${classId}/quizzes/${assignmentId}/corrections?applied=${outcome.moved}&since=${outcome.since}`);
  },
});
