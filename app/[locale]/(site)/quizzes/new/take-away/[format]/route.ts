import { z } from "zod";
import { askedIn } from "@/lib/classroom/built.ts";
import { builtAsQuiz } from "@/lib/server/built-quiz.ts";
import { download, formatIn } from "@/lib/server/download.ts";
import { route } from "@/lib/server/http.ts";
import { refuse } from "@/lib/server/refusal.ts";

const text = z.string().max(2000).optional();

/** A quiz that stands in its address as a file, for anybody: it is made of a pack that anybody may read. */
export const GET = route({
  method: "GET",
  path: "/quizzes/new/take-away/[format]",
  who: "anyone",
  query: z.strictObject({ pack: text, title: text, topics: text, kinds: text, count: text, seed: text, q: text }),
  run: async ({ viewer, params, query, now }) => {
    const format = formatIn(params.format) ?? refuse(404, "not-found");
    return download((await builtAsQuiz(viewer, askedIn(query), now)) ?? refuse(404, "not-found"), format);
  },
});
