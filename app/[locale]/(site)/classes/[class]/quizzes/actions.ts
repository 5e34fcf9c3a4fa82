"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { countMax, quizKinds } from "@/lib/classroom/plan.ts";
import { wallOfInstant } from "@/lib/classroom/wall.ts";
import type { Kind } from "@/lib/questions/question.ts";
import { action, type Problems } from "@/lib/server/action.ts";
import { closeNow, publishAssignment } from "@/lib/server/assignment-terms.ts";
import { draftAssignment, readAssignment, removeSlot, swapSlot } from "@/lib/server/assignments.ts";

/** Checkboxes of one name: none, one, or several. */
const several = <T extends z.ZodType<string>>(each: T) =>
  z
    .union([each, z.array(each)])
    .optional()
    .transform((given) => (given === undefined ? [] : [given].flat()) as z.output<T>[]);

const title = z.string().trim().min(1, "required").max(80, "too-long");
const wall = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "bad-time");
const slot = z.coerce.number().int().min(1).max(100);

async function words() {
  const t = await getTranslations("quiz");
  return (field: string, code: string): string => {
    if (code === "too-big" && field === "title") return t("tooLong", { max: 80 });
    if (field === "count") return t("countRange", { max: countMax });
    if (field === "kinds") return t("noKind");
    if (code === "closes-before-it-opens") return t("closesBefore");
    if (code === "closes-in-the-past") return t("closesPast");
    if (code === "nothing-to-ask") return t("nothing");
    if (code === "nothing-else") return t("noSwap");
    if (code === "stale") return t("stale");
    if (code === "published") return t("alreadyPublished");
    if (field === "opens" || field === "closes") return t("badTime");
    return t("required");
  };
}

/** One code for each field, as forms take them. */
const problemsByField = (problems: Readonly<Record<string, string>>): Problems =>
  Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, [code]]));

/** Draws the questions of a plan and shows them. */
export const draft = action({
  name: "quizzes/draft",
  schema: z.strictObject({
    classId: z.uuid(),
    packId: z.string().max(80),
    title,
    topics: several(z.string().max(80)),
    kinds: several(z.enum(quizKinds as [Kind, ...Kind[]])).refine((kinds) => kinds.length > 0, "no-kind"),
    count: z.coerce.number().int().min(1).max(countMax),
    opens: wall,
    closes: wall,
  }),
  keep: ["title", "topics", "kinds", "count", "opens", "closes"],
  words,
  run: async ({ input, viewer, now }) => {
    if (!viewer) redirect("/sign-in?callbackUrl=/classes");
    const { opens: opensWall, closes: closesWall, ...rest } = input;
    const outcome = await draftAssignment(viewer, { ...rest, opensWall, closesWall }, now);
    if (outcome.kind === "not-found") redirect("/classes");
    if (outcome.kind === "nothing-to-ask") return { form: ["nothing-to-ask"] };
    redirect(`/classes/${input.classId}/quizzes/${outcome.id}`);
  },
});

/** Another question in a place of a draft. */
export const swap = action({
  name: "quizzes/swap",
  schema: z.strictObject({ assignmentId: z.uuid(), slot }),
  words,
  run: async ({ input, viewer }) => {
    if (!viewer) redirect("/sign-in?callbackUrl=/classes");
    const outcome = await swapSlot(viewer, input);
    if (outcome.kind === "not-found") redirect("/classes");
    if (outcome.kind !== "swapped") return { form: [outcome.kind] } as Problems;
    revalidatePath("/[locale]/classes/[class]/quizzes/[assignment]", "page");
    return { done: "swapped" };
  },
});

/** Takes a question out of a draft. */
export const takeOut = action({
  name: "quizzes/remove",
  schema: z.strictObject({ assignmentId: z.uuid(), slot }),
  words,
  run: async ({ input, viewer }) => {
    const removed = viewer && (await removeSlot(viewer, input.assignmentId, input.slot));
    if (!removed) redirect("/classes");
    revalidatePath("/[locale]/classes/[class]/quizzes/[assignment]", "page");
    const t = await getTranslations("quiz");
    return { done: t("removed", { slot: removed.place, count: removed.left }) };
  },
});

/** Gives a draft to the class. */
export const publish = action({
  name: "quizzes/publish",
  schema: z.strictObject({
    assignmentId: z.uuid(),
    version: z.coerce.number().int().min(1),
    title,
    opens: wall,
    closes: wall,
  }),
  keep: ["title", "opens", "closes"],
  words,
  run: async ({ input, viewer, now }) => {
    if (!viewer) redirect("/sign-in?callbackUrl=/classes");
    const { opens: opensWall, closes: closesWall, ...rest } = input;
    const outcome = await publishAssignment(viewer, { ...rest, opensWall, closesWall }, now);
    if (outcome.kind === "not-found") redirect("/classes");
    if (outcome.kind === "stale") return { form: ["stale"] } as Problems;
    if (outcome.kind === "wrong") return problemsByField(outcome.problems);
    revalidatePath("/[locale]/classes/[class]/quizzes/[assignment]", "page");
    return { done: "published" };
  },
});

/** Closes a running quiz now. */
export const close = action({
  name: "quizzes/close",
  schema: z.strictObject({ assignmentId: z.uuid() }),
  run: async ({ input, viewer, now }) => {
    const found = viewer && (await readAssignment(viewer, input.assignmentId));
    if (!viewer || !found) redirect("/classes");
    await closeNow(viewer, found.id, now, wallOfInstant(now, found.zone));
    revalidatePath("/[locale]/classes/[class]/quizzes/[assignment]", "page");
    return { done: "closed" };
  },
});
