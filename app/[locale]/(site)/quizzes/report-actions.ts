"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { action, type Problems } from "@/lib/server/action.ts";
import { answerReport, reportQuestion } from "@/lib/server/reports.ts";

const text = z.string().trim().min(1, "required").max(2_000, "too-long");

async function words() {
  const t = await getTranslations("reports");
  return (_field: string, code: string): string =>
    code === "too-long" ? t("tooLong") : code === "answered" ? t("answeredMeanwhile") : t("required");
}

/** A student's words on a question of a quiz. */
export const report = action({
  name: "quizzes/report",
  schema: z.strictObject({
    assignmentId: z.uuid(),
    attempt: z.coerce.number().int().min(1).max(30_000),
    slot: z.coerce.number().int().min(1).max(100),
    words: text,
  }),
  keep: ["words"],
  words,
  run: async ({ input, viewer, now }) => {
    if (!viewer) redirect("/sign-in?callbackUrl=/classes");
    if ((await reportQuestion(viewer, input, now)).kind === "not-found") redirect("/classes");
    revalidatePath("/[locale]/quizzes/[assignment]", "page");
    return { done: "reported" };
  },
});

/** What the instructor says of it, which closes it. */
export const answer = action({
  name: "quizzes/answer-report",
  schema: z.strictObject({ id: z.uuid(), userId: z.uuid(), answer: text }),
  keep: ["answer"],
  words,
  run: async ({ input, viewer, now }) => {
    if (!viewer) redirect("/sign-in?callbackUrl=/classes");
    const { kind } = await answerReport(viewer, input, now);
    if (kind === "not-found") redirect("/classes");
    if (kind === "answered") return { form: ["answered"] } as Problems;
    revalidatePath("/[locale]/classes/[class]", "layout");
    return { done: "answered" };
  },
});
