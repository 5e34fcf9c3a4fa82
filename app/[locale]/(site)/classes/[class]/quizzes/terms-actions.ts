"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { countings, whens } from "@/lib/classroom/terms.ts";
import { saveAccommodation } from "@/lib/server/accommodations.ts";
import { action } from "@/lib/server/action.ts";
import { publishAssignment, saveTerms } from "@/lib/server/assignment-terms.ts";
import { byField, figure, optionalFigure, optionalWall, quizWords, title, wall } from "./fields.ts";

const version = z.coerce.number().int().min(0);
const when = z.enum(whens);

const termsSchema = z.strictObject({
  assignmentId: z.uuid(),
  version,
  title,
  opens: wall,
  due: optionalWall,
  closes: wall,
  limit: optionalFigure("limit"),
  attempts: z.union([z.literal("any").transform(() => null), z.coerce.number().int().min(1).max(100)]),
  counts: z.enum(countings),
  deduction: figure("deduction"),
  grace: figure("grace"),
  password: z
    .string()
    .trim()
    .max(80)
    .transform((text) => text || null),
  marks: when,
  answers: when,
  why: when,
});

const kept = [
  ...["title", "opens", "due", "closes", "limit", "attempts", "counts", "deduction"],
  ...["grace", "password", "marks", "answers", "why"],
];

/** The fields of the form as lib/server takes them. */
function wantedOf(input: z.output<typeof termsSchema>) {
  const { assignmentId, version, title, counts, password, marks, answers, why } = input;
  return {
    ...{ assignmentId, version, title, counts, password, release: { marks, answers, why } },
    ...{ opensWall: input.opens, dueWall: input.due, closesWall: input.closes },
    ...{ limitMinutes: input.limit, attemptsMax: input.attempts },
    ...{ lateDeduction: input.deduction, graceSeconds: input.grace },
  };
}

/** Gives a draft to the class. */
export const publish = action({
  name: "quizzes/publish",
  schema: termsSchema,
  keep: kept,
  words: quizWords,
  run: async ({ input, viewer, now }) => {
    if (!viewer) redirect("/sign-in?callbackUrl=/classes");
    const outcome = await publishAssignment(viewer, wantedOf(input), now);
    if (outcome.kind === "not-found") redirect("/classes");
    if (outcome.kind === "stale") return { form: ["stale"] };
    if (outcome.kind === "wrong") return byField(outcome.problems);
    revalidatePath("/[locale]/classes/[class]/quizzes/[assignment]", "page");
    return { done: "published" };
  },
});

/** Sets the terms of a quiz that the class has. */
export const save = action({
  name: "quizzes/settings",
  schema: termsSchema,
  keep: kept,
  words: quizWords,
  run: async ({ input, viewer, now }) => {
    if (!viewer) redirect("/sign-in?callbackUrl=/classes");
    const outcome = await saveTerms(viewer, wantedOf(input), now);
    if (outcome.kind === "not-found") redirect("/classes");
    if (outcome.kind === "stale") return { form: ["changed"] };
    if (outcome.kind === "wrong") return byField(outcome.problems);
    revalidatePath("/[locale]/classes/[class]/quizzes/[assignment]", "layout");
    return { done: "saved" };
  },
});

/** Sets what one student has otherwise. */
export const accommodate = action({
  name: "quizzes/accommodation",
  schema: z.strictObject({
    assignmentId: z.uuid(),
    userId: z.uuid(),
    version,
    time: figure("time"),
    opens: optionalWall,
    due: optionalWall,
    closes: optionalWall,
    more: figure("more"),
  }),
  keep: ["time", "opens", "due", "closes", "more"],
  words: quizWords,
  run: async ({ input, viewer, now }) => {
    if (!viewer) redirect("/sign-in?callbackUrl=/classes");
    const {
      time: timePercent,
      opens: opensWall,
      due: dueWall,
      closes: closesWall,
      more: moreAttempts,
      ...which
    } = input;
    const outcome = await saveAccommodation(
      viewer,
      { ...which, timePercent, opensWall, dueWall, closesWall, moreAttempts },
      now,
    );
    if (outcome.kind === "not-found") redirect("/classes");
    if (outcome.kind === "stale") return { form: ["changed"] };
    if (outcome.kind === "wrong") return byField(outcome.problems);
    revalidatePath("/[locale]/classes/[class]/quizzes/[assignment]", "layout");
    return { done: "saved" };
  },
});
