"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { action, type Problems } from "@/lib/server/action.ts";
import { setDisabled } from "@/lib/server/admin.ts";
import { saveInstance } from "@/lib/server/instance.ts";
import { claimSetup } from "@/lib/server/setup.ts";
import { version } from "../classes/fields.ts";
import { meanwhile } from "../classes/meanwhile.ts";

async function words() {
  const t = await getTranslations("admin");
  return (_field: string, code: string, number: number): string => {
    if (code === "too-many") return t("tooMany", { minutes: number });
    if (code === "wrong") return t("wrongToken");
    if (code === "needs-account") return t("needsAccount");
    if (code === "too-long") return t("nameLong");
    return t("required");
  };
}

/** Makes who sends the token of the start the admin. */
export const claim = action({
  name: "admin/setup",
  schema: z.strictObject({ token: z.string().trim().min(1, "required").max(200) }),
  words,
  run: async ({ input, viewer, now }): Promise<Problems> => {
    if (!viewer) redirect("/sign-in?callbackUrl=/admin/setup");
    const outcome = await claimSetup(viewer, input.token, now);
    if (outcome.kind === "claimed") redirect("/admin");
    return outcome.kind === "wrong" ? { token: ["wrong"] } : { form: ["needs-account"] };
  },
});

/** Shuts somebody out, or lets them in again. */
export const setAccess = action({
  name: "admin/access",
  schema: z.strictObject({ userId: z.uuid(), disabled: z.enum(["yes", "no"]) }),
  run: async ({ input: { userId, disabled }, viewer, now }) => {
    const outcome = viewer && (await setDisabled(viewer, { userId, disabled: disabled === "yes" }, now));
    if (!outcome || outcome.kind === "not-found") notFound();
    const t = await getTranslations("admin");
    if (outcome.kind === "last") return { said: { form: [t("last")] } };
    revalidatePath("/[locale]/admin", "page");
    return { done: t(disabled === "yes" ? "isDisabled" : "isEnabled", { name: outcome.name }) };
  },
});

const tick = z.literal("on").optional();

/** Sets what holds for the instance. */
export const changeInstance = action({
  name: "admin/instance",
  schema: z.strictObject({ version, name: z.string().trim().max(60, "too-long"), signUpOpen: tick, guests: tick }),
  keep: ["name", "signUpOpen", "guests"],
  words,
  run: async ({ input, viewer }) => {
    const fields = { name: input.name || null, signUpOpen: input.signUpOpen === "on", guests: input.guests === "on" };
    const outcome = viewer && (await saveInstance(viewer, { ...fields, version: input.version }));
    if (!outcome || outcome.kind === "not-found") notFound();
    revalidatePath("/", "layout");
    if (outcome.kind === "saved") return { done: "saved" };
    const [t, m] = [await getTranslations("admin"), await getTranslations("meanwhile")];
    const { stored } = outcome;
    const said = (is: boolean) => (is ? m("yes") : m("no"));
    return meanwhile([
      [t("name"), stored.name, fields.name],
      [t("signUpOpen"), said(stored.signUpOpen), said(fields.signUpOpen)],
      [t("guests"), said(stored.guests), said(fields.guests)],
    ]);
  },
});
