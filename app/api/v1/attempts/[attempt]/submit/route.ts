import { z } from "zod";
import { submitAttempt } from "@/lib/server/attempts.ts";
import { route } from "@/lib/server/http.ts";
import { refuse } from "@/lib/server/refusal.ts";

/** Hands an attempt in; handing in twice is handing in once. */
export const POST = route({
  method: "POST",
  path: "/api/v1/attempts/[attempt]/submit",
  who: "account",
  body: z.strictObject({}),
  run: async ({ viewer, params, now }) => {
    const outcome = await submitAttempt(viewer, params.attempt ?? "", now);
    if (outcome.kind === "not-found") refuse(404, "not-found");
    if (outcome.kind === "closed") refuse(409, "closed");
    return outcome;
  },
});
