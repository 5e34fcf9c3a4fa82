"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { countings, whens } from "@/lib/classroom/terms.ts";
import { saveAccommodation } from "@/lib/server/accommodations.ts";
import { action } from "@/lib/server/action.ts";
import { publishAssignment, saveTerms, type WantedTerms } from "@/lib/server/assignment-terms.ts";
import { version } from "../../fields.ts";
import { type FieldNow, meanwhile } from "../../meanwhile.ts";
import { byField, figure, optionalFigure, optionalWall, quizWords, title, wall } from "./fields.ts";

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

const wallText = (wall: string | null) => wall?.replace("T", " ") ?? null;

/** Tells what somebody else has stored of the terms. */
async function staleTerms(stored: WantedTerms, sent: WantedTerms) {
  const [t, q] = [await getTranslations("terms"), await getTranslations("quiz")];
  const fieldsOf = (terms: WantedTerms) =>
    [
      [q("title"), terms.title],
      [q("opens"), wallText(terms.opensWall)],
      [t("due"), wallText(terms.dueWall)],
      [q("closes"), wallText(terms.closesWall)],
      [t("limit"), terms.limitMinutes],
      [t("attempts"), terms.attemptsMax ?? t("attemptsAny")],
      [t("counts"), t(`countsAs.${terms.counts}`)],
      [t("deduction"), terms.lateDeduction],
      [t("grace"), terms.graceSeconds],
      [t("password"), terms.password],
      [t("marks"), t(`when.${terms.release.marks}`)],
      [t("answers"), t(`when.${terms.release.answers}`)],
      [t("why"), t(`when.${terms.release.why}`)],
    ] as const;
  const [now, typed] = [fieldsOf(stored), fieldsOf(sent)];
  return meanwhile(now.map(([label, value], index): FieldNow => [label, value, typed[index]![1]]));
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
    if (outcome.kind === "wrong") return byField(outcome.problems);
    if (outcome.kind === "archived") return { form: ["archived"] };
    revalidatePath("/[locale]/classes/[class]/quizzes/[assignment]", "page");
    if (outcome.kind === "stale") return { form: ["stale"] };
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
    if (outcome.kind === "wrong") return byField(outcome.problems);
    if (outcome.kind === "archived") return { form: ["archived"] };
    revalidatePath("/[locale]/classes/[class]/quizzes/[assignment]", "layout");
    return outcome.kind === "saved" ? { done: "saved" } : staleTerms(outcome.stored, wantedOf(input));
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
    const sent = { timePercent, opensWall, dueWall, closesWall, moreAttempts };
    const outcome = await saveAccommodation(viewer, { ...which, ...sent }, now);
    if (outcome.kind === "not-found") redirect("/classes");
    if (outcome.kind === "wrong") return byField(outcome.problems);
    if (outcome.kind === "archived") return { form: ["archived"] };
    revalidatePath("/[locale]/classes/[class]/quizzes/[assignment]", "layout");
    if (outcome.kind === "saved") return { done: "saved" };
    const [t, { stored }] = [await getTranslations("terms"), outcome];
    return meanwhile([
      [t("time"), stored.timePercent, timePercent],
      [t("ownOpens"), wallText(stored.opensWall), wallText(opensWall)],
      [t("ownDue"), wallText(stored.dueWall), wallText(dueWall)],
      [t("ownCloses"), wallText(stored.closesWall), wallText(closesWall)],
      [t("moreAttempts"), stored.moreAttempts, moreAttempts],
    ]);
  },
});
