import { z } from "zod";
import { keepFlag } from "@/lib/server/attempts.ts";
import { route } from "@/lib/server/http.ts";
import { refuse } from "@/lib/server/refusal.ts";

/** Keeps that a question of an attempt is flagged, or is not any more. 409 `closed` once the attempt is over. */
export const POST = route({
  method: "POST",
  path: "/api/v1/attempts/[attempt]/flags",
  who: "account",
  body: z.strictObject({ id: z.uuid(), slot: z.int().min(1).max(100), flagged: z.boolean() }),
  run: async ({ viewer, params, body, now }) => {
    const outcome = await keepFlag(viewer, { attemptId: params.attempt ?? "", ...body }, now);
    if (outcome.kind === "not-found") refuse(404, "not-found");
    if (outcome.kind === "closed") refuse(409, "closed");
    return outcome;
  },
});
