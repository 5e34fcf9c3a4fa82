"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { signIn } from "@/lib/server/accounts.ts";
import { action } from "@/lib/server/action.ts";
import { startOidc } from "@/lib/server/auth.ts";
import { keepSession } from "@/lib/server/keep-session.ts";
import { addressOf } from "@/lib/server/limit.ts";
import { safePath } from "@/lib/server/origin.ts";
import { words } from "../account/words.ts";

const callbackUrl = z.string().max(2000).optional();
const bring = z.enum(["yes", "no"]).optional();

/** Signs in with login and password, and goes on to where the person was going. */
export const enterWithPassword = action({
  name: "sign-in",
  schema: z.strictObject({ login: z.string().max(300), password: z.string().max(1000), bring, callbackUrl }),
  keep: ["login", "bring"],
  words,
  run: async ({ input, session, headers, now }) => {
    const form = { login: input.login, password: input.password, bring: input.bring === "yes" };
    const result = await signIn(session, form, { now, address: addressOf(headers) });
    if (result.kind === "wrong") return { form: ["wrong"] };
    await keepSession(result.grant);
    redirect(safePath(input.callbackUrl));
  },
});

/** Sets out to sign in at the OpenID Connect provider. */
export const enterWithProvider = action({
  name: "sign-in/provider",
  schema: z.strictObject({ bring, callbackUrl }),
  keep: ["bring"],
  words,
  run: async ({ input, headers }) => {
    const { url, cookies: awaited } = await startOidc(headers.get("cookie") ?? "", {
      next: safePath(input.callbackUrl),
      intent: input.bring === "yes" ? "bring" : "enter",
    });
    const jar = await cookies();
    for (const { name, value, options } of awaited) jar.set(name, value, options);
    redirect(url);
  },
});
