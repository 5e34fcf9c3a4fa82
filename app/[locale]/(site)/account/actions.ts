"use server";

import { refresh } from "next/cache";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { endSessionLine } from "@/lib/server/account-page.ts";
import { changeName, changePassword } from "@/lib/server/accounts.ts";
import { action } from "@/lib/server/action.ts";
import { startOidc } from "@/lib/server/auth.ts";
import { keepSession } from "@/lib/server/keep-session.ts";
import { saveSettings } from "@/lib/server/save-settings.ts";
import { words } from "./words.ts";

const over = { form: ["session-over"] };

export const saveName = action({
  name: "account/name",
  schema: z.strictObject({ name: z.string().max(300) }),
  keep: ["name"],
  words,
  run: async ({ input, viewer }) => {
    if (!viewer) return over;
    const result = await changeName(viewer, input.name);
    if (result.kind === "refused") return result.problems;
    // The header shows the name too.
    refresh();
    return { done: "saved" };
  },
});

/** What is no whole number is out of every range, and said together with whatever else is. */
const digits = z
  .string()
  .max(20)
  .transform((typed) => (/^\s*\d+\s*$/.test(typed) ? Number(typed) : Number.NaN));
const tick = z.literal("on").optional();

export const saveLearning = action({
  name: "account/settings",
  schema: z.strictObject({
    zone: z.string().max(64),
    rolloverHour: digits,
    newPerDay: digits,
    desiredRetention: digits,
    caps: tick,
    fourButtons: tick,
  }),
  keep: ["zone", "rolloverHour", "newPerDay", "desiredRetention", "caps", "fourButtons"],
  words,
  run: async ({ input, viewer }) => {
    if (!viewer) return over;
    const { caps, fourButtons, desiredRetention, ...rest } = input;
    const choice = {
      ...rest,
      desiredRetention: desiredRetention / 100,
      caps: caps === "on",
      fourButtons: fourButtons === "on",
    };
    const result = await saveSettings(viewer, choice);
    return result.kind === "saved" ? { done: "saved" } : result.problems;
  },
});

export const savePassword = action({
  name: "account/password",
  schema: z.strictObject({ current: z.string().max(1000), next: z.string().max(1000) }),
  words,
  run: async ({ input, viewer, now }) => {
    if (!viewer) return over;
    const result = await changePassword(viewer, input, now);
    if (result.kind === "refused") {
      const { next, ...others } = result.problems;
      // Said in the words of every new password.
      return next ? { ...others, next: next.map((code) => `password-${code}`) } : others;
    }
    await keepSession(result.grant);
    return { done: "changed" };
  },
});

/** Sets out to link the provider to this account. */
export const linkProvider = action({
  name: "account/link",
  schema: z.strictObject({ callbackUrl: z.string().optional() }),
  words,
  run: async ({ viewer, headers }) => {
    if (!viewer || viewer.guest) return over;
    const { url, cookies: awaited } = await startOidc(headers.get("cookie") ?? "", {
      next: "/account",
      intent: "link",
    });
    const jar = await cookies();
    for (const { name, value, options } of awaited) jar.set(name, value, options);
    redirect(url);
  },
});

/** Signs out one browser of the viewer's own; this one goes to the start. */
export const signOutThere = action({
  name: "account/sign-out-there",
  schema: z.strictObject({ id: z.string().max(64) }),
  words,
  run: async ({ input, viewer }) => {
    if (!viewer) return over;
    await endSessionLine(viewer, input.id);
    refresh();
    return { done: (await getTranslations("account"))("ended") };
  },
});
