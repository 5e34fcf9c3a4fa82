"use client";

import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form.tsx";
import type { FormAction } from "@/components/ui/form-state.ts";
import { CodeField } from "./code-field.tsx";

type Props = { readonly action: FormAction; readonly code: string; readonly unknown: boolean };

/** Asks for the code of a class. */
export function CodeForm({ action, code, unknown }: Props) {
  const t = useTranslations("classes");
  return (
    <Form action={action} className="grid max-w-md gap-6" submit={t("find")}>
      {(state) => (
        <CodeField
          state={state}
          label={t("code")}
          hint={t("codeHint")}
          code={code}
          {...(unknown && { problems: [t("codeUnknown")] })}
        />
      )}
    </Form>
  );
}
