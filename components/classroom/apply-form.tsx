"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field.tsx";
import { Form } from "@/components/ui/form.tsx";
import { type FormAction, filled } from "@/components/ui/form-state.ts";

type Props = { readonly action: FormAction; readonly hidden: Readonly<Record<string, string>> };

/** A correction that was run dry, for good, with its reason. */
export function ApplyForm({ action, hidden }: Props) {
  const t = useTranslations("remark");
  return (
    <Form action={action} hidden={hidden} submit={t("apply")}>
      {(state) => <Field label={t("reason")} hint={t("reasonHint")} {...filled(state, "reason")} required />}
    </Form>
  );
}
