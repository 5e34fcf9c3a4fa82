import { route } from "@/lib/server/http.ts";
import { refuse } from "@/lib/server/refusal.ts";
import { resultsCsv } from "@/lib/server/results.ts";

/** The results of a quiz as a CSV file, for those who teach the class. */
export const GET = route({
  method: "GET",
  path: "/classes/[class]/quizzes/[assignment]/results.csv",
  who: "account",
  run: async ({ viewer, params, now }) => {
    const file = (await resultsCsv(viewer, params.assignment ?? "", now)) ?? refuse(404, "not-found");
    const headers = {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${file.name}"`,
    };
    return new Response(file.text, { headers });
  },
});
