"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field.tsx";
import { Form } from "@/components/ui/form.tsx";
import { type FormAction, filled } from "@/components/ui/form-state.ts";
import { ZoneField } from "@/components/ui/zone-field.tsx";

type Props = {
  readonly action: FormAction;
  readonly zones: readonly string[];
  readonly zone: string;
  readonly instructor: string;
  readonly next: string;
};

/** Makes a class: its name, its zone, and what its maker is called there. */
export function ClassForm({ action, zones, zone, instructor, next }: Props) {
  const t = useTranslations("classes");
  return (
    <Form action={action} hidden={{ next }} className="grid max-w-lg gap-6" submit={t("create")}>
      {(state) => (
        <>
          <Field label={t("name")} hint={t("nameHint")} {...filled(state, "name")} required maxLength={80} />
          <ZoneField state={state} label={t("zone")} hint={t("zoneHint")} zones={zones} zone={zone} />
          <Field
            label={t("yourName")}
            hint={t("yourNameHint")}
            {...filled(state, "instructor", instructor)}
            required
            maxLength={60}
          />
        </>
      )}
    </Form>
  );
}
