import { z } from "zod";
import { download, formatIn } from "@/lib/server/download.ts";
import { route } from "@/lib/server/http.ts";
import { refuse } from "@/lib/server/refusal.ts";
import { readTakeAway } from "@/lib/server/take-away.ts";

/** A variant of a quiz as a file with every key, for those who teach the class. */
export const GET = route({
  method: "GET",
  path: "/classes/[class]/quizzes/[assignment]/take-away/[format]",
  who: "account",
  query: z.strictObject({ variant: z.coerce.number().int().min(1).max(10_000).default(1) }),
  run: async ({ viewer, params, query }) => {
    const format = formatIn(params.format) ?? refuse(404, "not-found");
    const quiz = await readTakeAway(viewer, params.assignment ?? "", query.variant);
    return download(quiz?.classId === params.class && quiz ? quiz : refuse(404, "not-found"), format);
  },
});
