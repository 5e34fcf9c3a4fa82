"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { action, type Problems } from "@/lib/server/action.ts";
import { archiveClass, unarchiveClass } from "@/lib/server/archive.ts";
import { copyClass } from "@/lib/server/copy-class.ts";
import { promote, removeInstructor, setTeachCode } from "@/lib/server/instructors.ts";

import { classWords, name } from "../../fields.ts";

const who = z.strictObject({ classId: z.uuid(), userId: z.uuid() });

/** Makes, renews or closes the code by which one joins as an instructor. */
export const changeTeachCode = action({
  name: "classes/teach-code",
  schema: z.strictObject({ classId: z.uuid(), open: z.enum(["yes", "no"]) }),
  run: async ({ input, viewer }) => {
    if (!viewer || !(await setTeachCode(viewer, input.classId, input.open === "yes"))) redirect("/classes");
    revalidatePath("/[locale]/classes/[class]/settings", "page");
    return { done: "changed" };
  },
});

/** Makes a student an instructor. */
export const makeInstructor = action({
  name: "classes/promote",
  schema: who,
  run: async ({ input: { classId, userId }, viewer, now }): Promise<Problems> => {
    const outcome = viewer && (await promote(viewer, classId, userId, now));
    if (!outcome || outcome.kind === "not-found") redirect("/classes");
    if (outcome.kind === "promoted") redirect(`/classes/${classId}/settings`);
    return { form: [(await getTranslations("teaching"))("hasResults", { name: outcome.name })] };
  },
});

/** Ends the teaching of somebody else, or one's own. */
export const endTeaching = action({
  name: "classes/end-teaching",
  schema: who,
  run: async ({ input: { classId, userId }, viewer, now }) => {
    const outcome = viewer && (await removeInstructor(viewer, classId, userId, now));
    if (!outcome || outcome.kind === "not-found") redirect("/classes");
    const t = await getTranslations("teaching");
    if (outcome.kind === "last") return formProblem(t("last"));
    if (userId === viewer.userId) redirect("/classes");
    revalidatePath("/[locale]/classes/[class]/settings", "page");
    return { done: t("removed", { name: outcome.name }) };
  },
});

const formProblem = (sentence: string): Problems => ({ form: [sentence] });

/** Copies a class with its quizzes and goes to the copy. */
export const copy = action({
  name: "classes/copy",
  schema: z.strictObject({
    classId: z.uuid(),
    name: name(80),
    startsOn: z.union([z.literal("").transform(() => null), z.iso.date()], "bad-date"),
  }),
  keep: ["name", "startsOn"],
  words: classWords,
  run: async ({ input, viewer, now }): Promise<Problems> => {
    const outcome = viewer && (await copyClass(viewer, input, now));
    if (!outcome || outcome.kind === "not-found") redirect("/classes");
    if (outcome.kind === "bad-date") return { startsOn: ["bad-date"] };
    redirect(`/classes/${outcome.classId}`);
  },
});

const which = z.strictObject({ classId: z.uuid() });

/** Puts a class into the archive; refused while somebody may still answer a quiz. */
export const archive = action({
  name: "classes/archive",
  schema: which,
  run: async ({ input, viewer, now }) => {
    const outcome = viewer && (await archiveClass(viewer, input.classId, now));
    if (!outcome || outcome.kind === "not-found") redirect("/classes");
    if (outcome.kind === "open-quiz") return formProblem((await getTranslations("copying"))("openQuiz"));
    revalidatePath("/[locale]/classes", "layout");
    return { done: "archived" };
  },
});

/** Takes a class out of the archive. */
export const unarchive = action({
  name: "classes/unarchive",
  schema: which,
  run: async ({ input, viewer }) => {
    if (!viewer || !(await unarchiveClass(viewer, input.classId))) redirect("/classes");
    revalidatePath("/[locale]/classes", "layout");
    return { done: "unarchived" };
  },
});
