"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { type FormAction, untouched } from "@/components/ui/form-state.ts";

type Props = { readonly action: FormAction; readonly code: string; readonly unknown: boolean };

/** Asks for the code of a class. */
export function CodeForm({ action, code, unknown }: Props) {
  const t = useTranslations("classes");
  const [{ problems, values }, submit, pending] = useActionState(action, untouched);
  return (
    <form action={submit} className="grid max-w-md gap-6">
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
      <p>
        <Button type="submit" disabled={pending}>
          {t("find")}
        </Button>
      </p>
    </form>
  );
}
