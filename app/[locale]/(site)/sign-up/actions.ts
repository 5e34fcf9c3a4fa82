"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { signUp } from "@/lib/server/accounts.ts";
import { action } from "@/lib/server/action.ts";
import { keepSession } from "@/lib/server/keep-session.ts";
import { addressOf } from "@/lib/server/limit.ts";
import { safePath } from "@/lib/server/origin.ts";
import { words } from "../account/words.ts";

/** Opens an account; a guest keeps everything and goes on to where they were going. */
export const openAccount = action({
  name: "sign-up",
  schema: z.strictObject({
    login: z.string().max(300),
    name: z.string().max(300),
    password: z.string().max(1000),
    callbackUrl: z.string().max(2000).optional(),
  }),
  keep: ["login", "name"],
  words,
  run: async ({ input, session, headers, now }) => {
    const result = await signUp(session, input, { now, address: addressOf(headers) });
    if (result.kind === "refused") return result.problems;
    await keepSession(result.grant);
    redirect(safePath(input.callbackUrl));
  },
});
