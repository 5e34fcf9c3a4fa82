import type { useTranslations } from "next-intl";

/** "Per Olsen or Michael Lollesgaard"; one name by itself. */
export function eitherOf(names: readonly string[], t: ReturnType<typeof useTranslations<"play.day">>): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : t("either", { names: names.slice(0, -1).join(", "), last });
}
