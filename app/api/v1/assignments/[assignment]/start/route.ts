import { z } from "zod";
import { startAttempt } from "@/lib/server/attempts.ts";
import { route } from "@/lib/server/http.ts";
import { refuse } from "@/lib/server/refusal.ts";

/** Starts the student's next attempt while the quiz is open; while one is open, starting again gives that one. 403 `wrong-password`, 429 after many guesses. */
export const POST = route({
  method: "POST",
  path: "/api/v1/assignments/[assignment]/start",
  who: "account",
  body: z.strictObject({ password: z.string().max(200).optional() }),
  run: async ({ viewer, params, body, now }) => {
    const outcome = await startAttempt(viewer, params.assignment ?? "", now, body.password);
    switch (outcome.kind) {
      case "started":
        return { attemptId: outcome.attemptId };
      case "wrong-password":
        return refuse(403, "wrong-password");
      case "too-many":
        return refuse(429, "too-many", { retryAfter: outcome.retryAfter });
      case "not-found":
        return refuse(404, "not-found");
    }
  },
});
