"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { formatCode } from "@/lib/classroom/code.ts";
import { action, codeOf, type Problems } from "@/lib/server/action.ts";
import { tryCode } from "@/lib/server/join-limit.ts";
import { keepSession } from "@/lib/server/keep-session.ts";
import { addressOf } from "@/lib/server/limit.ts";
import { joinByName, makeReturnCode, returnByCode } from "@/lib/server/return-codes.ts";
import { classWords, label, name } from "../classes/fields.ts";

async function words() {
  const t = await getTranslations("joining");
  const others = await classWords();
  return (field: string, code: string, number: number): string => {
    if (code === "too-many") return t("tooMany", { minutes: number });
    if (code === "unknown") return t("unknown");
    if (code === "disabled") return t("disabled");
    return code === "signed-in" ? t("signedIn") : others(field, code, number);
  };
}

/** Joins a class by name alone, and goes on to the code that brings one back. */
export const joinWithName = action({
  name: "join/by-name",
  schema: z.strictObject({ code: z.string().max(40), name: name(60), number: label }),
  keep: ["name", "number"],
  words,
  run: async ({ input, session, headers, now }): Promise<Problems> => {
    const viewer = session?.viewer ?? null;
    const form = { code: input.code, name: input.name, studentNumber: input.number };
    const tried = await tryCode(viewer, headers, async () => {
      const outcome = await joinByName(session, form, now);
      return outcome.kind === "not-found" ? null : outcome;
    });
    if (tried.kind === "wait") return { name: [codeOf("too-many", tried.retryAfter)] };
    const outcome = tried.opened;
    if (!outcome) return { name: ["code-unknown"] };
    if (outcome.kind === "needs-account") redirect("/sign-up?callbackUrl=/join");
    if (outcome.kind === "signed-in") return { form: ["signed-in"] };
    await keepSession(outcome.grant);
    redirect("/join/return");
  },
});

/** Makes the code that brings the viewer back, and shows it this once. */
export const newReturnCode = action({
  name: "join/return-code",
  schema: z.strictObject({}),
  run: async ({ viewer, now }) => {
    const code = viewer && (await makeReturnCode(viewer, now));
    if (!code) redirect("/classes");
    return { done: formatCode(code) };
  },
});

/** Comes back by a code. */
export const comeBack = action({
  name: "join/return",
  schema: z.strictObject({
    code: z.string().trim().min(1, "required").max(40),
    bring: z.enum(["yes", "no"]).optional(),
  }),
  keep: ["code", "bring"],
  words,
  run: async ({ input, session, headers, now }) => {
    const form = { code: input.code, bring: input.bring === "yes" };
    const grant = await returnByCode(session, form, { now, address: addressOf(headers) });
    if (!grant) return { code: ["unknown"] };
    await keepSession(grant);
    redirect("/classes");
  },
});
