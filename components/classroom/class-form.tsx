"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field.tsx";
import { Form } from "@/components/ui/form.tsx";
import type { FormAction } from "@/components/ui/form-state.ts";

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
      {({ problems, values }) => (
        <>
          <Field
            label={t("name")}
            hint={t("nameHint")}
            name="name"
            required
            maxLength={80}
            defaultValue={values.name}
            problems={problems.name}
          />
          <Field
            label={t("zone")}
            hint={t("zoneHint")}
            problems={problems.zone}
            control={(props) => (
              <select className="input" name="zone" defaultValue={values.zone ?? zone} {...props}>
                {zones.map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </select>
            )}
          />
          <Field
            label={t("yourName")}
            hint={t("yourNameHint")}
            name="instructor"
            required
            maxLength={60}
            defaultValue={values.instructor ?? instructor}
            problems={problems.instructor}
          />
        </>
      )}
    </Form>
  );
}
