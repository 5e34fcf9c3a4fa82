"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field.tsx";
import { Form } from "@/components/ui/form.tsx";
import type { FormAction } from "@/components/ui/form-state.ts";

type Props = {
  readonly action: FormAction;
  readonly code: string;
  readonly name: string;
  /** Is it the code by which one joins as an instructor? */
  readonly teaches: boolean;
};

/** Joins the class whose code was found, under a name. */
export function JoinForm({ action, code, name, teaches }: Props) {
  const t = useTranslations("classes");
  return (
    <Form action={action} hidden={{ code }} className="grid max-w-md gap-6" submit={t("joinNow")}>
      {({ problems, values }) => (
        <>
          <Field
            label={t(teaches ? "yourName" : "joinName")}
            name="name"
            required
            maxLength={60}
            autoComplete="name"
            defaultValue={values.name ?? name}
            problems={problems.name}
          />
          {teaches ? (
            <input type="hidden" name="number" value="" />
          ) : (
            <Field
              label={t("studentNumber")}
              hint={t("studentNumberHint")}
              name="number"
              maxLength={40}
              autoComplete="off"
              defaultValue={values.number ?? ""}
              problems={problems.number}
            />
          )}
        </>
      )}
    </Form>
  );
}
