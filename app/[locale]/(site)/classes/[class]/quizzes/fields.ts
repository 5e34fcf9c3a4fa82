/** Fields that several forms of quizzes have, and what is said of them when they are wrong. */
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { countMax, pointsMax } from "@/lib/classroom/plan.ts";
import type { Problems } from "@/lib/server/action.ts";

export const title = z.string().trim().min(1, "required").max(80, "too-long");

/** A wall time as date fields send it. */
export const wall = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "bad-time");

/** A wall time that may be left out. */
export const optionalWall = z.union([z.literal("").transform(() => null), wall]);

/** Points as they are typed, with a comma or a point; nothing takes back what was set. */
export const typedPoints = z
  .string()
  .trim()
  .max(12, "bad-number")
  .regex(/^(\d+([.,]\d{1,2})?)?$/, "bad-number")
  .transform((typed) => (typed === "" ? null : Number(typed.replace(",", "."))));

/** Why something was set, corrected or marked. */
export const reason = z.string().trim().min(1, "required").max(500, "too-long");

/** The ranges of whole numbers, by field. */
export const ranges = {
  limit: [1, 1440],
  deduction: [0, 100],
  grace: [0, 600],
  time: [100, 400],
  more: [0, 20],
} as const;

/** A whole number of a field's range. */
export const figure = (field: keyof typeof ranges) =>
  z.coerce
    .number("bad-number")
    .int("bad-number")
    .min(ranges[field][0], "bad-number")
    .max(ranges[field][1], "bad-number");

/** The same, or nothing. */
export const optionalFigure = (field: keyof typeof ranges) =>
  z.union([z.literal("").transform(() => null), figure(field)]);

/** One code for each field, as forms take them. */
export const byField = (problems: Readonly<Record<string, string>>): Problems =>
  Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, [code]]));

/** What is said of a field, by its code. */
export async function quizWords() {
  const t = await getTranslations("quiz");
  const terms = await getTranslations("terms");
  const plan = await getTranslations("plan");
  const meanwhile = await getTranslations("meanwhile");
  return (field: string, code: string): string => {
    if (field in ranges) {
      const [min, max] = ranges[field as keyof typeof ranges];
      return terms("wholeNumber", { min, max });
    }
    if (code === "too-big" && field === "title") return t("tooLong", { max: 80 });
    if (field === "count") return t("countRange", { max: countMax });
    if (code === "bad-date") return plan("badDate");
    if (field === "points") return plan("badPoints", { max: pointsMax });
    if (field === "kinds") return t("noKind");
    if (code === "closes-before-it-opens") return t("closesBefore");
    if (code === "closes-in-the-past") return t("closesPast");
    if (code === "due-outside") return terms("dueOutside");
    if (code === "why-before-answers") return terms("whyBeforeAnswers");
    if (code === "nothing-to-ask") return t("nothing");
    if (code === "nothing-else") return t("noSwap");
    if (code === "stale") return t("stale");
    if (code === "slot-changed") return meanwhile("slot");
    if (code === "archived") return meanwhile("archived");
    if (code === "published") return t("alreadyPublished");
    if (field === "opens" || field === "due" || field === "closes") return t("badTime");
    return t("required");
  };
}
