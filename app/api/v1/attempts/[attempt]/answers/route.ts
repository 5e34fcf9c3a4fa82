import { z } from "zod";
import { keepAnswer } from "@/lib/server/attempts.ts";
import { route } from "@/lib/server/http.ts";
import { refuse } from "@/lib/server/refusal.ts";
import { responseSchema } from "@/lib/server/response-schema.ts";

/** Keeps one answer of an attempt. 409 `closed` once its time is over or it is handed in, 423 `checked` when that answer is final. Nothing in the reply tells whether it is right. */
export const POST = route({
  method: "POST",
  path: "/api/v1/attempts/[attempt]/answers",
  who: "account",
  body: z.strictObject({ id: z.uuid(), slot: z.int().min(1).max(100), response: responseSchema }),
  run: async ({ viewer, params, body, now }) => {
    const outcome = await keepAnswer(viewer, { attemptId: params.attempt ?? "", ...body }, now);
    if (outcome.kind === "not-found") refuse(404, "not-found");
    if (outcome.kind === "closed") refuse(409, "closed");
    if (outcome.kind === "checked") refuse(423, "checked");
    return outcome;
  },
});
