"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { countMax, quizKinds } from "@/lib/classroom/plan.ts";
import { wallOfInstant } from "@/lib/classroom/wall.ts";
import type { Kind } from "@/lib/questions/question.ts";
import { action, type Problems } from "@/lib/server/action.ts";
import { closeNow } from "@/lib/server/assignment-terms.ts";
import { draftAssignment, readAssignment } from "@/lib/server/assignments.ts";
import { excludeSlot, pinSlot, redraw, removeSlot, setPoints, swapSlot } from "@/lib/server/draft-slots.ts";
import { quizWords, title, wall } from "./fields.ts";
import { planKept, planOf, planSchema, points, several } from "./plan-fields.ts";

/** A place of a draft, and the question that was read there. */
const place = {
  assignmentId: z.uuid(),
  slot: z.coerce.number().int().min(1).max(100),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
};

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
    ...planSchema,
  }),
  keep: ["title", "topics", "kinds", "count", "opens", "closes", ...planKept],
  words: quizWords,
  run: async ({ input, viewer, now }) => {
    if (!viewer) redirect("/sign-in?callbackUrl=/classes");
    const { opens: opensWall, closes: closesWall, classId, packId, title, topics, kinds, count } = input;
    const wanted = { classId, packId, title, topics, kinds, count, opensWall, closesWall };
    const outcome = await draftAssignment(viewer, { ...wanted, ...planOf(input) }, now);
    if (outcome.kind === "not-found") redirect("/classes");
    if (outcome.kind === "nothing-to-ask") return { form: ["nothing-to-ask"] };
    redirect(`/classes/${input.classId}/quizzes/${outcome.id}`);
  },
});

/** Another question in a place of a draft. */
export const swap = action({
  name: "quizzes/swap",
  schema: z.strictObject(place),
  words: quizWords,
  run: async ({ input, viewer }) => {
    if (!viewer) redirect("/sign-in?callbackUrl=/classes");
    return changed(await swapSlot(viewer, input));
  },
});

/** Takes a question out of a draft. */
export const takeOut = action({
  name: "quizzes/remove",
  schema: z.strictObject(place),
  words: quizWords,
  run: async ({ input, viewer }) => {
    if (!viewer) redirect("/sign-in?callbackUrl=/classes");
    const removed = await removeSlot(viewer, input);
    if (removed.kind !== "removed") return changed(removed);
    revalidatePath("/[locale]/classes/[class]/quizzes/[assignment]", "page");
    const t = await getTranslations("quiz");
    return { done: t("removed", { slot: removed.place, count: removed.left }) };
  },
});

/** Pins a question of a draft, or lets it go. */
export const pin = action({
  name: "quizzes/pin",
  schema: z.strictObject({ ...place, pinned: z.enum(["yes", "no"]) }),
  words: quizWords,
  run: async ({ input, viewer }) => {
    if (!viewer) redirect("/sign-in?callbackUrl=/classes");
    return changed(await pinSlot(viewer, { ...input, pinned: input.pinned === "yes" }));
  },
});

/** Leaves the facts of a question out of a draft for good. */
export const exclude = action({
  name: "quizzes/exclude",
  schema: z.strictObject(place),
  words: quizWords,
  run: async ({ input, viewer }) => {
    if (!viewer) redirect("/sign-in?callbackUrl=/classes");
    return changed(await excludeSlot(viewer, input));
  },
});

/** Gives a question of a draft its points. */
export const give = action({
  name: "quizzes/points",
  schema: z.strictObject({ ...place, points, was: z.coerce.number() }),
  keep: ["points"],
  words: quizWords,
  run: async ({ input, viewer }) => {
    if (!viewer) redirect("/sign-in?callbackUrl=/classes");
    return changed(await setPoints(viewer, input));
  },
});

/** Draws all questions of a draft anew that are not pinned. */
export const drawAnew = action({
  name: "quizzes/redraw",
  schema: z.strictObject({ assignmentId: z.uuid(), version: z.coerce.number().int() }),
  words: quizWords,
  run: async ({ input, viewer }) => {
    if (!viewer) redirect("/sign-in?callbackUrl=/classes");
    return changed(await redraw(viewer, input.assignmentId, input.version));
  },
});

function changed({ kind }: { readonly kind: string }): Problems | { readonly done: string } {
  if (kind === "not-found") redirect("/classes");
  // Also where somebody else was first: then the page shows what is there now.
  revalidatePath("/[locale]/classes/[class]/quizzes/[assignment]", "page");
  if (kind === "stale") return { form: ["slot-changed"] };
  return kind === "changed" || kind === "swapped" ? { done: kind } : { form: [kind] };
}

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
