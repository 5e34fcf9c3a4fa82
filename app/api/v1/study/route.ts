import { z } from "zod";
import type { Form, Kind } from "@/lib/questions/question.ts";
import { route } from "@/lib/server/http.ts";
import { refuse } from "@/lib/server/refusal.ts";
import { readBundle } from "@/lib/server/study.ts";

const slug = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,99}$/i);
/** "a,b,c" */
const words = z
  .string()
  .max(2_000)
  .transform((text) => text.split(",").filter((part) => part !== ""));
const kinds: readonly Kind[] = [
  ...(["choice", "multi-select", "true-false", "cloze", "typed", "number", "date", "order"] as const),
  ...(["match", "timeline", "flashcard"] as const),
];
const forms = Array.from({ length: 16 }, (_, index) => `Q${index + 1}` as Form);
const query = z.strictObject({
  pack: slug,
  mode: z.enum(["study", "practice"]).default("study"),
  topics: words.pipe(z.array(slug).max(50)).optional(),
  kinds: words.pipe(z.array(z.enum(kinds))).optional(),
  forms: words.pipe(z.array(z.enum(forms))).optional(),
  count: z.coerce.number().int().min(1).max(100).default(20),
  /** The browser's zone; counts until the learner has chosen one. */
  zone: z.string().max(64).optional(),
});

/** What a session needs, to be studied without a connection. Strangers get new cards. */
export const GET = route({
  method: "GET",
  path: "/api/v1/study",
  who: "anyone",
  query,
  run: async ({ viewer, query: options, now }) => (await readBundle(viewer, options, now)) ?? refuse(404, "not-found"),
});
