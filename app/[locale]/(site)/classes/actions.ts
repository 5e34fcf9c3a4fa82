"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { isZone } from "@/lib/classroom/wall.ts";
import { action } from "@/lib/server/action.ts";
import { classByCode, createClass, joinClass, removeStudent, renewCode } from "@/lib/server/classes.ts";
import { allowJoin, noteFailedJoin } from "@/lib/server/join-limit.ts";
import { safePath } from "@/lib/server/origin.ts";

const name = (max: number) => z.string().trim().min(1, "required").max(max, "too-long");

async function words() {
  const t = await getTranslations("classes");
  return (field: string, code: string, number: number): string => {
    if (code === "too-big" || code === "too-long") return t("tooLong", { max: field === "name" ? 80 : 60 });
    if (code === "unknown-zone") return t("unknownZone");
    if (code === "too-many") return t("tooMany", { minutes: number });
    if (code === "code-unknown") return t("codeUnknown");
    return t("required");
  };
}

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
  words,
  run: async ({ input, viewer, now }) => {
    if (!viewer) redirect("/sign-in?callbackUrl=/classes/new");
    const outcome = await createClass(viewer, input, now);
    if (outcome.kind === "needs-account") redirect("/sign-up?callbackUrl=/classes/new");
    redirect(safePath(input.next, `/classes/${outcome.classId}`));
  },
});

/** Looks a code up; found, it goes on to the form that asks for a name. */
export const findClass = action({
  name: "classes/find",
  schema: z.strictObject({ code: z.string().trim().min(1, "required").max(40) }),
  keep: ["code"],
  words,
  run: async ({ input, viewer, headers }) => {
    if (!viewer || viewer.guest)
      redirect(`/sign-in?callbackUrl=${encodeURIComponent(safePath(`/join?code=${encodeURIComponent(input.code)}`))}`);
    const allowance = await allowJoin(viewer, headers);
    if (!allowance.ok) return { code: [`too-many:${Math.ceil(allowance.retryAfter / 60)}`] };
    if (await classByCode(input.code)) redirect(`/join?code=${encodeURIComponent(input.code)}`);
    await noteFailedJoin(viewer, headers);
    return { code: ["code-unknown"] };
  },
});

/** Joins a class under a name and goes to it. */
export const join = action({
  name: "classes/join",
  schema: z.strictObject({ code: z.string().max(40), name: name(60) }),
  keep: ["name"],
  words,
  run: async ({ input, viewer, headers, now }) => {
    if (!viewer) redirect("/sign-in?callbackUrl=/join");
    const allowance = await allowJoin(viewer, headers);
    if (!allowance.ok) return { name: [`too-many:${Math.ceil(allowance.retryAfter / 60)}`] };
    const outcome = await joinClass(viewer, input, now);
    if (outcome.kind === "needs-account") redirect("/sign-up?callbackUrl=/join");
    if (outcome.kind === "joined") redirect(`/classes/${outcome.classId}`);
    await noteFailedJoin(viewer, headers);
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

/** Takes a student out of a class. */
export const takeOut = action({
  name: "classes/remove",
  schema: z.strictObject({ classId: z.uuid(), userId: z.uuid() }),
  run: async ({ input, viewer, now }) => {
    const removed = viewer && (await removeStudent(viewer, input.classId, input.userId, now));
    if (!removed) redirect("/classes");
    revalidatePath("/[locale]/classes/[class]", "page");
    const t = await getTranslations("classes");
    return { done: t("removed", { name: removed.name }) };
  },
});
