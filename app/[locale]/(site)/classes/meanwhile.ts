/** What is said when somebody else has saved since a form was read. */
import { getTranslations } from "next-intl/server";
import type { Said } from "@/lib/server/action.ts";

/** A field by its name on the screen, what is stored of it now, and what was sent. */
export type FieldNow = readonly [label: string, stored: string | number | null, sent: string | number | null];

/** Tells what is stored now of the fields that differ; what was typed stays in the form, and saving again puts it in its place. */
export async function meanwhile(fields: readonly FieldNow[]): Promise<Said> {
  const t = await getTranslations("meanwhile");
  const differing = fields.filter(([, stored, sent]) => stored !== sent);
  const now = differing.map(([field, stored]) =>
    stored === null || stored === "" ? t("empty", { field }) : t("is", { field, value: String(stored) }),
  );
  return { said: { form: [now.length === 0 ? t("same") : t("told", { now: now.join("; ") })] } };
}
