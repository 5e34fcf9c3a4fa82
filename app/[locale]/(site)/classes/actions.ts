"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { isZone } from "@/lib/classroom/wall.ts";
import { action, codeOf, type Problems, type Said } from "@/lib/server/action.ts";
import { createClass, renewCode, saveClass } from "@/lib/server/classes.ts";
import { setExam } from "@/lib/server/exam.ts";
import { tryCode } from "@/lib/server/join-limit.ts";
import { classByCode, joinClass } from "@/lib/server/joining.ts";
import { safePath } from "@/lib/server/origin.ts";
import { leaveClass } from "@/lib/server/roster.ts";
import { deleteSampleClass, openSampleClass } from "@/lib/server/sample-class.ts";
import { classWords, label, name, sampleWords, version } from "./fields.ts";
import { meanwhile } from "./meanwhile.ts";

/** Makes a class and goes to it, or on to what it was wanted for. */
export const makeClass = action({
  name: "classes/make",
  schema: z.strictObject({
    name: name(80),
    zone: z.string().max(64).refine(isZone, "unknown-zone"),
    instructor: name(60),
    next: z.string().max(2000),
  }),
  keep: ["name", "zone", "instructor"],
  words: classWords,
  run: async ({ input, viewer, now }) => {
    if (!viewer) redirect("/sign-in?callbackUrl=/classes/new");
    const outcome = await createClass(viewer, input, now);
    if (outcome.kind === "needs-account") redirect("/sign-up?callbackUrl=/classes/new");
    redirect(safePath(input.next, `/classes/${outcome.classId}`));
  },
});

/** Opens the viewer's sample class, which is made when there is none, and goes to it. */
export const openSample = action({
  name: "classes/open-sample",
  schema: z.strictObject({}),
  words: sampleWords,
  run: async ({ viewer, now }) => {
    if (!viewer) redirect("/sign-in?callbackUrl=/classes");
    const t = await getTranslations("sample");
    const outcome = await openSampleClass(
      viewer,
      { name: t("className"), instructor: viewer.name ?? t("instructor") },
      now,
    );
    if (outcome.kind === "needs-account") redirect("/sign-up?callbackUrl=/classes");
    redirect(`/classes/${outcome.classId}`);
  },
});

/** Deletes a sample class and goes to the classes. */
export const removeSample = action({
  name: "classes/delete-sample",
  schema: z.strictObject({ classId: z.uuid() }),
  run: async ({ input, viewer }) => {
    if (viewer) await deleteSampleClass(viewer, input.classId);
    revalidatePath("/[locale]/classes", "layout");
    redirect("/classes");
  },
});

/** Sets the day of a class's exam, or takes it back. */
export const changeExam = action({
  name: "classes/exam",
  schema: z.strictObject({
    classId: z.uuid(),
    version,
    examOn: z.union([z.literal("").transform(() => null), z.iso.date()], "bad-date"),
  }),
  keep: ["examOn"],
  words: classWords,
  run: async ({ input, viewer, now }): Promise<Problems | Said | { done: string }> => {
    const outcome = viewer && (await setExam(viewer, input, now));
    if (!outcome || outcome.kind === "not-found") redirect("/classes");
    if (outcome.kind === "over") return { examOn: ["exam-over"] };
    revalidatePath("/[locale]/classes/[class]", "layout");
    if (outcome.kind === "saved") return { done: "saved" };
    return meanwhile([[(await getTranslations("exam"))("day"), outcome.examOn, input.examOn]]);
  },
});

/** Looks a code up; found, it goes on to the form that asks for a name. */
export const findClass = action({
  name: "classes/find",
  schema: z.strictObject({ code: z.string().trim().min(1, "required").max(40) }),
  keep: ["code"],
  words: classWords,
  run: async ({ input, viewer, headers }) => {
    if (!viewer || viewer.guest)
      redirect(`/sign-in?callbackUrl=${encodeURIComponent(safePath(`/join?code=${encodeURIComponent(input.code)}`))}`);
    const tried = await tryCode(viewer, headers, () => classByCode(input.code));
    if (tried.kind === "wait") return { code: [codeOf("too-many", tried.retryAfter)] };
    if (tried.opened) redirect(`/join?code=${encodeURIComponent(input.code)}`);
    return { code: ["code-unknown"] };
  },
});

/** Joins a class under a name, or asks to be let in, and goes to it. */
export const join = action({
  name: "classes/join",
  schema: z.strictObject({ code: z.string().max(40), name: name(60), number: label }),
  keep: ["name", "number"],
  words: classWords,
  run: async ({ input, viewer, headers, now }) => {
    if (!viewer) redirect("/sign-in?callbackUrl=/join");
    const wanted = { code: input.code, name: input.name, studentNumber: input.number };
    const tried = await tryCode(viewer, headers, async () => {
      const outcome = await joinClass(viewer, wanted, now);
      return outcome.kind === "not-found" ? null : outcome;
    });
    if (tried.kind === "wait") return { name: [codeOf("too-many", tried.retryAfter)] };
    if (tried.opened?.kind === "needs-account") redirect("/sign-up?callbackUrl=/join");
    if (tried.opened) redirect(`/classes/${tried.opened.classId}`);
    return { name: ["code-unknown"] };
  },
});

/** Gives a class a new code. */
export const changeCode = action({
  name: "classes/code",
  schema: z.strictObject({ classId: z.uuid() }),
  run: async ({ input, viewer }) => {
    if (!viewer || !(await renewCode(viewer, input.classId))) redirect("/classes");
    revalidatePath("/[locale]/classes/[class]", "page");
    return { done: "changed" };
  },
});

/** The student leaves a class. */
export const leave = action({
  name: "classes/leave",
  schema: z.strictObject({ classId: z.uuid() }),
  run: async ({ input, viewer, now }) => {
    if (viewer) await leaveClass(viewer, input.classId, now);
    redirect("/classes");
  },
});

/** Renames a class and says whether who joins is let in one by one. */
export const changeClass = action({
  name: "classes/settings",
  schema: z.strictObject({ classId: z.uuid(), version, name: name(80), approval: z.literal("on").optional() }),
  keep: ["name", "approval"],
  words: classWords,
  run: async ({ input, viewer }) => {
    const { classId, version, name, approval } = input;
    const needsApproval = approval === "on";
    const outcome = viewer && (await saveClass(viewer, { classId, version, name, needsApproval }));
    if (!outcome || outcome.kind === "not-found") redirect("/classes");
    revalidatePath("/[locale]/classes/[class]", "layout");
    if (outcome.kind === "saved") return { done: "saved" };
    const [t, m] = [await getTranslations("classes"), await getTranslations("meanwhile")];
    const { stored } = outcome;
    return meanwhile([
      [t("name"), stored.name, name],
      [t("approval"), stored.needsApproval ? m("yes") : m("no"), needsApproval ? m("yes") : m("no")],
    ]);
  },
});
