/** What the forms of classes have in common. */
import { getTranslations } from "next-intl/server";
import { z } from "zod";

/** A text that must be there, of at most so many characters. */
export const name = (max: number) => z.string().trim().min(1, "required").max(max, "too-long");

/** The version of a row as the form has read it. */
export const version = z.coerce.number().int().min(0);

/** A label of at most 40 characters; an empty one is none. */
export const label = z
  .string()
  .trim()
  .max(40, "too-long")
  .transform((text) => text || null);

/** What is wrong with a field, as a sentence. */
export async function classWords() {
  const t = await getTranslations("classes");
  const longest: Readonly<Record<string, number>> = { name: 80, number: 40, section: 40 };
  return (field: string, code: string, number: number): string => {
    if (code === "too-big" || code === "too-long") return t("tooLong", { max: longest[field] ?? 60 });
    if (code === "unknown-zone") return t("unknownZone");
    if (code === "too-many") return t("tooMany", { minutes: number });
    if (code === "code-unknown") return t("codeUnknown");
    if (code === "bad-date") return t("badDate");
    if (code === "exam-over") return t("examOver");
    if (code === "nobody-chosen") return t("nobodyChosen");
    return t("required");
  };
}

/** Why no sample class was opened. */
export async function sampleWords() {
  const t = await getTranslations("sample");
  return (_field: string, _code: string, number: number): string => t("tooMany", { minutes: number });
}
