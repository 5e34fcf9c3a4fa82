"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { type FormAction, untouched } from "@/components/ui/form-state.ts";
import { Status } from "@/components/ui/status.tsx";
import { FormProblems } from "./form-problems.tsx";

/** Changes the name that others see. */
export function NameForm({ action, name }: { readonly action: FormAction; readonly name: string }) {
  const t = useTranslations("account");
  const [state, submit, pending] = useActionState(action, untouched);
  return (
    <form action={submit} noValidate className="grid max-w-md gap-4">
      <Field
        label={t("name")}
        hint={t("nameHint")}
        name="name"
        autoComplete="name"
        // After saving, what was saved; after a refusal, what had been typed.
        key={state.done}
        defaultValue={state.values.name ?? name}
        problems={state.problems.name}
      />
      <FormProblems state={state} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" tone="secondary" aria-disabled={pending}>
          {t("saveName")}
        </Button>
        <Status>{state.done && t("saved")}</Status>
      </div>
    </form>
  );
}
