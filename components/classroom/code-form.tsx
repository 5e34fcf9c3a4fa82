"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field.tsx";
import { Form } from "@/components/ui/form.tsx";
import type { FormAction } from "@/components/ui/form-state.ts";

type Props = { readonly action: FormAction; readonly code: string; readonly unknown: boolean };

/** Asks for the code of a class. */
export function CodeForm({ action, code, unknown }: Props) {
  const t = useTranslations("classes");
  return (
    <Form action={action} className="grid max-w-md gap-6" submit={t("find")}>
      {({ problems, values }) => (
        <Field
          label={t("code")}
          hint={t("codeHint")}
          name="code"
          required
          maxLength={20}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          defaultValue={values.code ?? code}
          problems={problems.code ?? (unknown ? [t("codeUnknown")] : undefined)}
        />
      )}
    </Form>
  );
}
