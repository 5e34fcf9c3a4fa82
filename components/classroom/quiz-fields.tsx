"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field.tsx";
import { type FormState, filled } from "@/components/ui/form-state.ts";

/** Longest title of a quiz. */
const titleMax = 80;

type TitleProps = { readonly state: FormState; readonly title: string; readonly hint: string };

/** What a quiz is called. */
export function TitleField({ state, title, hint }: TitleProps) {
  const t = useTranslations("quiz");
  return <Field label={t("title")} hint={hint} {...filled(state, "title", title)} required maxLength={titleMax} />;
}

/** Wall times in the class's zone, as date fields write them. */
type WindowProps = {
  readonly state: FormState;
  readonly opens: string;
  readonly closes: string;
  readonly zone: string;
};

/** When a quiz opens and closes. */
export function WindowFields({ state, opens, closes, zone }: WindowProps) {
  const t = useTranslations("quiz");
  const hints = { opens: t("inZone", { zone }), closes: undefined };
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      {(["opens", "closes"] as const).map((end) => (
        <Field
          key={end}
          label={t(end)}
          hint={hints[end]}
          {...filled(state, end, { opens, closes }[end])}
          type="datetime-local"
          required
        />
      ))}
    </div>
  );
}
