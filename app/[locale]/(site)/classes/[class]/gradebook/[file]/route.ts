import { gradeFiles, readGradeFile } from "@/lib/server/grade-files.ts";
import { route } from "@/lib/server/http.ts";
import { refuse } from "@/lib/server/refusal.ts";

/** The gradebook as a CSV file, for those who teach the class. */
export const GET = route({
  method: "GET",
  path: "/classes/[class]/gradebook/[file]",
  who: "account",
  run: async ({ viewer, params, now }) => {
    const wanted = gradeFiles.find((file) => file === params.file) ?? refuse(404, "not-found");
    const file = (await readGradeFile(viewer, params.class ?? "", wanted, now)) ?? refuse(404, "not-found");
    const headers = {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${file.name}"`,
    };
    return new Response(file.text, { headers });
  },
});
