/** The fields of a plan beyond topics, kinds and count: as forms send them, as a plan has them, and back. */
import { z } from "zod";
import { closenesses, type Plan, pointsMax } from "@/lib/classroom/plan.ts";
import { variantsOffered } from "@/lib/classroom/variety.ts";
import { parseDate } from "@/lib/facts/dates.ts";
import { forms as formRules } from "@/lib/questions/forms.ts";
import type { Form } from "@/lib/questions/question.ts";

/** Checkboxes of one name: none, one, or several. */
export const several = <T extends z.ZodType<string>>(each: T) =>
  z
    .union([each, z.array(each)])
    .optional()
    .transform((given) => (given === undefined ? [] : [given].flat()) as z.output<T>[]);

/** All forms that there are. */
export const quizForms: readonly Form[] = formRules.map(({ form }) => form);

const day = z
  .string()
  .trim()
  .max(40)
  .refine((text) => text === "" || parseDate(text) !== null, "bad-date")
  .default("");

/** What one question is worth. */
export const points = z.coerce
  .number("bad-points")
  .min(0.5, "bad-points")
  .max(pointsMax, "bad-points")
  .multipleOf(0.5, "bad-points");

/** For a z.strictObject; each may be left out. */
export const planSchema = {
  variants: z.enum(variantsOffered.map(String)).default("1"),
  shuffle: several(z.enum(["questions", "options"])),
  from: day,
  to: day,
  forms: several(z.enum(quizForms as [Form, ...Form[]])),
  closeness: z.enum(["any", ...closenesses]).default("any"),
  points: points.default(1),
};

/** The fields that a refused form shows again. */
export const planKept = Object.keys(planSchema);

type Sent = z.output<z.ZodObject<typeof planSchema>>;

/** What was sent, as a plan has it. One end of a period alone is open at the other. */
export function planOf({ variants, shuffle, from, to, forms, closeness, points }: Sent): Partial<Plan> {
  return {
    variety: {
      variants: variants === "each" ? "each" : Number(variants),
      shuffleQuestions: shuffle.includes("questions"),
      shuffleOptions: shuffle.includes("options"),
    },
    ...(from || to ? { period: { from: from || null, to: to || null } } : {}),
    ...(forms.length > 0 ? { forms } : {}),
    ...(closeness === "any" ? {} : { closeness }),
    points,
  };
}

/** A plan as its form shows it, so that it can be used again. */
export function valuesOf(title: string, plan: Omit<Plan, "seed">): Record<string, string> {
  const { variety, period, points = 1 } = plan;
  const shuffle = [variety?.shuffleQuestions && "questions", variety?.shuffleOptions && "options"];
  return {
    ...{ title, topics: plan.topics.join(" "), kinds: plan.kinds.join(" "), count: String(plan.count) },
    variants: String(variety?.variants ?? 1),
    shuffle: shuffle.filter(Boolean).join(" "),
    from: period?.from ?? "",
    to: period?.to ?? "",
    forms: plan.forms?.join(" ") ?? "",
    closeness: plan.closeness ?? "any",
    points: String(points),
  };
}
