import { z } from "zod";
import { startAttempt } from "@/lib/server/attempts.ts";
import { route } from "@/lib/server/http.ts";
import { refuse } from "@/lib/server/refusal.ts";

/** Starts the student's attempt while the quiz is open; starting again gives the same one. */
export const POST = route({
  method: "POST",
  path: "/api/v1/assignments/[assignment]/start",
  who: "account",
  body: z.strictObject({}),
  run: async ({ viewer, params, now }) =>
    (await startAttempt(viewer, params.assignment ?? "", now)) ?? refuse(404, "not-found"),
});
