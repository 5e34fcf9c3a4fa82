"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { type FormAction, untouched } from "@/components/ui/form-state.ts";

type Props = { readonly action: FormAction; readonly code: string; readonly name: string };

/** Joins the class whose code was found, under a name. */
export function JoinForm({ action, code, name }: Props) {
  const t = useTranslations("classes");
  const [{ problems, values }, submit, pending] = useActionState(action, untouched);
  return (
    <form action={submit} className="grid max-w-md gap-6">
      <input type="hidden" name="code" value={code} />
      <Field
        label={t("joinName")}
        name="name"
        required
        maxLength={60}
        autoComplete="name"
        defaultValue={values.name ?? name}
        problems={problems.name}
      />
      <p>
        <Button type="submit" disabled={pending}>
          {t("joinNow")}
        </Button>
      </p>
    </form>
  );
}
