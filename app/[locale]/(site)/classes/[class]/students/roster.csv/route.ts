import { route } from "@/lib/server/http.ts";
import { rosterCsv } from "@/lib/server/invitations.ts";
import { refuse } from "@/lib/server/refusal.ts";

/** The roster of a class as a CSV file, for those who teach it. */
export const GET = route({
  method: "GET",
  path: "/classes/[class]/students/roster.csv",
  who: "account",
  run: async ({ viewer, params }) => {
    const text = (await rosterCsv(viewer, params.class ?? "")) ?? refuse(404, "not-found");
    return new Response(text, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="roster.csv"',
      },
    });
  },
});
