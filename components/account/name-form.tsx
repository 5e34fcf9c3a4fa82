"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field.tsx";
import { Form } from "@/components/ui/form.tsx";
import { type FormAction, filled } from "@/components/ui/form-state.ts";

/** Changes the name that others see. */
export function NameForm({ action, name }: { readonly action: FormAction; readonly name: string }) {
  const t = useTranslations("account");
  return (
    <Form action={action} className="grid max-w-md gap-4" submit={t("saveName")} tone="secondary" done={t("saved")}>
      {(state) => (
        <Field
          label={t("name")}
          hint={t("nameHint")}
          {...filled(state, "name", name)}
          autoComplete="name"
          // After saving, what was saved; after a refusal, what had been typed.
          key={state.done}
        />
      )}
    </Form>
  );
}
