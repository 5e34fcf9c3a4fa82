"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { type Own, optionsMax, ownKinds } from "@/lib/classroom/own.ts";
import { action, type Problems } from "@/lib/server/action.ts";
import { moveSlot, rewriteOwn, writeOwn } from "@/lib/server/own-questions.ts";
import { byField, quizWords } from "./fields.ts";
import { points } from "./plan-fields.ts";

const text = z
  .string()
  .max(10_000, "too-long")
  .transform((typed) => typed.replaceAll("\r\n", "\n").trim())
  .default("");
const options = Object.fromEntries(Array.from({ length: optionsMax }, (_, place) => [`option${place}`, text]));
const written = z.strictObject({
  assignmentId: z.uuid(),
  classId: z.uuid(),
  /** Of a question that is written anew: its place, and what was read there. */
  slot: z.coerce.number().int().min(1).max(1_000).optional(),
  hash: z.string().max(64).optional(),
  kind: z.enum(ownKinds),
  stem: text,
  right: z.coerce
    .number()
    .int()
    .min(0)
    .max(optionsMax - 1)
    .optional(),
  accepts: text,
  why: text,
  points,
  ...options,
});

const wrongs = ["too-long", "too-few", "twice", "none-right", "too-many"] as const;

async function words() {
  const t = await getTranslations("own");
  return (field: string, code: string): string => {
    if (field === "points") return t("badPoints");
    if (code === "full" || code === "stale" || code === "published") return t(code);
    return t(`wrong.${wrongs.find((each) => each === code) ?? "required"}`);
  };
}

/** Puts a question that is written into a draft, or writes one anew. */
export const write = action({
  name: "quizzes/own",
  schema: written,
  keep: ["stem", "right", "accepts", "why", "points", ...Object.keys(options)],
  words,
  run: async ({ input, viewer, now }) => {
    if (!viewer) redirect("/sign-in?callbackUrl=/classes");
    const { assignmentId, classId, slot, hash, kind, stem, right, accepts, why } = input;
    const own: Own = {
      ...{ kind, stem, why, right: right ?? null },
      options: Object.keys(options).map((name) => String((input as Record<string, unknown>)[name] ?? "")),
      accepts: accepts
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    };
    const place = slot === undefined ? null : { assignmentId, slot, ...(hash && { hash }) };
    const outcome = place
      ? await rewriteOwn(viewer, { ...place, own, points: input.points })
      : await writeOwn(viewer, { assignmentId, own, points: input.points }, now);
    if (outcome.kind === "not-found") redirect("/classes");
    if (outcome.kind === "wrong") return byField(outcome.problems);
    if (outcome.kind !== "written") return { form: [outcome.kind] } as Problems;
    revalidatePath("/[locale]/classes/[class]/quizzes/[assignment]", "layout");
    redirect(`/classes/${classId}/quizzes/${assignmentId}`);
  },
});

/** Moves a question of a draft up or down. */
export const move = action({
  name: "quizzes/move",
  schema: z.strictObject({
    assignmentId: z.uuid(),
    slot: z.coerce.number().int().min(1).max(1_000),
    hash: z.string().max(64),
    way: z.enum(["up", "down"]),
  }),
  words: quizWords,
  run: async ({ input: { way, ...place }, viewer }) => {
    if (!viewer) redirect("/sign-in?callbackUrl=/classes");
    const { kind } = await moveSlot(viewer, { ...place, up: way === "up" });
    if (kind === "not-found") redirect("/classes");
    if (kind !== "changed") return { form: [kind] } as Problems;
    revalidatePath("/[locale]/classes/[class]/quizzes/[assignment]", "page");
    return { done: "moved" };
  },
});
