import "server-only";
/** The shape of a response as it arrives from a browser; the same for study and for quizzes. */
import { z } from "zod";
import type { Response } from "../questions/question.ts";

/**
 * What PostgreSQL keeps as JSON: no NUL, no half of a surrogate pair. One of these in one answer would fail the whole batch, now and at every
 * retry.
 */
const isStorable = (given: string) => !given.includes("\0") && given.isWellFormed();
const value = z.string().min(1).max(200).refine(isStorable, "unreadable");
const values = z.array(value).max(20);
/** Of a free text, in characters. */
const longestText = 4_000;
const text = z.string().max(500).refine(isStorable, "unreadable");

/** A response of any kind; unknown fields are refused. */
export const responseSchema: z.ZodType<Response> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("choice"), value }),
  z.strictObject({ kind: z.literal("multi-select"), values }),
  z.strictObject({ kind: z.literal("true-false"), value: z.enum(["t:true", "t:false"]) }),
  z.strictObject({ kind: z.literal("typed"), text }),
  z.strictObject({ kind: z.literal("text"), text: z.string().max(longestText).refine(isStorable, "unreadable") }),
  z.strictObject({ kind: z.literal("number"), text }),
  z.strictObject({ kind: z.literal("date"), text, to: text.optional() }),
  z.strictObject({ kind: z.literal("order"), values }),
  z.strictObject({ kind: z.literal("match"), pairs: z.array(z.strictObject({ prompt: value, value })).max(20) }),
  z.strictObject({ kind: z.literal("timeline"), value }),
  z.strictObject({ kind: z.literal("flashcard"), rating: z.enum(["again", "hard", "good", "easy"]) }),
  z.strictObject({ kind: z.literal("dont-know") }),
]);
