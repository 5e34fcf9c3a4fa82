import { timeLeft } from "@/lib/server/attempts.ts";
import { route } from "@/lib/server/http.ts";
import { refuse } from "@/lib/server/refusal.ts";

/** How long an attempt may still be answered, by the server's clock and the terms as they are now. */
export const GET = route({
  method: "GET",
  path: "/api/v1/attempts/[attempt]/time",
  who: "account",
  run: async ({ viewer, params, now }) =>
    (await timeLeft(viewer, params.attempt ?? "", now)) ?? refuse(404, "not-found"),
});
