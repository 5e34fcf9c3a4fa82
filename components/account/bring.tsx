"use client";

import { useTranslations } from "next-intl";

/** Asks whose the answers are that were given here without an account; nothing when there are none. */
export function Bring({ answers, chosen = "yes" }: { readonly answers: number; readonly chosen?: string | undefined }) {
  const t = useTranslations("signIn");
  if (answers === 0) return null;
  return (
    <fieldset className="field grid gap-2">
      <legend className="label mb-2">{t("bringTitle", { count: answers })}</legend>
      {(["yes", "no"] as const).map((value) => (
        <label key={value} className="choice-line">
          <input type="radio" name="bring" value={value} defaultChecked={(chosen || "yes") === value} />
          <span>{value === "yes" ? t("bringYes") : t("bringNo")}</span>
        </label>
      ))}
    </fieldset>
  );
}
