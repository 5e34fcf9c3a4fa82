import { z } from "zod";
import { checkAnswer } from "@/lib/server/attempts.ts";
import { route } from "@/lib/server/http.ts";
import { refuse } from "@/lib/server/refusal.ts";

/** Makes an answer final where something of it is shown at once; what is shown stands on the page. 409 `closed`, 422 `unanswered`. */
export const POST = route({
  method: "POST",
  path: "/api/v1/attempts/[attempt]/checks",
  who: "account",
  body: z.strictObject({ id: z.uuid(), slot: z.int().min(1).max(100) }),
  run: async ({ viewer, params, body, now }) => {
    const outcome = await checkAnswer(viewer, { attemptId: params.attempt ?? "", ...body }, now);
    if (outcome.kind === "not-found") refuse(404, "not-found");
    if (outcome.kind === "closed") refuse(409, "closed");
    if (outcome.kind === "unanswered") refuse(422, "unanswered");
    return outcome;
  },
});
