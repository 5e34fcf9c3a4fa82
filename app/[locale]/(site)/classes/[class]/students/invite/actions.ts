"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { action, type Problems } from "@/lib/server/action.ts";
import { invite, uninvite } from "@/lib/server/invitations.ts";

async function listWords() {
  const t = await getTranslations("invite");
  return (_field: string, code: string, line: number): string => {
    const what = `wrong.${code}` as "wrong.nobody";
    return t.has(what) ? t("wrongLine", { line, what: t(what) }) : t("wrong.nobody");
  };
}

/** Invites everybody on a list, or says everything that is wrong with it. */
export const inviteList = action({
  name: "classes/invite",
  schema: z.strictObject({ classId: z.uuid(), list: z.string().min(1).max(200_000) }),
  words: listWords,
  run: async ({ input, viewer, now }) => {
    const outcome = viewer && (await invite(viewer, input, now));
    if (!outcome || outcome.kind === "not-found") redirect("/classes");
    if (outcome.kind === "wrong") return problemsOf(outcome.wrong);
    revalidatePath("/[locale]/classes/[class]", "layout");
    return { done: (await getTranslations("invite"))("invited", { count: outcome.count }) };
  },
});

const problemsOf = (wrong: readonly { readonly line: number; readonly code: string }[]): Problems => ({
  list: wrong.map(({ line, code }) => `${code}:${line}`),
});

/** Takes an invitation back. */
export const takeInvitationBack = action({
  name: "classes/uninvite",
  schema: z.strictObject({ classId: z.uuid(), code: z.string().max(20) }),
  run: async ({ input, viewer }) => {
    const name = viewer && (await uninvite(viewer, input.classId, input.code));
    // Somebody may just have come by it: the page then shows it no more.
    revalidatePath("/[locale]/classes/[class]", "layout");
    const t = await getTranslations("invite");
    return { done: name === null ? t("goneAlready") : t("takenBack", { name }) };
  },
});
