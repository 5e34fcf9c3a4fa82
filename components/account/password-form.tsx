"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { type FormAction, untouched } from "@/components/ui/form-state.ts";
import { Status } from "@/components/ui/status.tsx";
import { FormProblems } from "./form-problems.tsx";

/** Changes the password; `login` lets a password manager know whose it is. */
export function PasswordForm({ action, login }: { readonly action: FormAction; readonly login: string }) {
  const t = useTranslations("account");
  const [state, submit, pending] = useActionState(action, untouched);
  return (
    <form action={submit} noValidate className="grid items-start gap-x-8 gap-y-4 md:grid-cols-2">
      <input type="text" autoComplete="username" value={login} readOnly hidden />
      <Field
        label={t("current")}
        name="current"
        type="password"
        required
        autoComplete="current-password"
        problems={state.problems.current}
      />
      <Field
        label={t("next")}
        hint={t("nextHint")}
        name="next"
        type="password"
        required
        autoComplete="new-password"
        problems={state.problems.next}
      />
      <FormProblems state={state} />
      <div className="flex flex-wrap items-center gap-3 md:col-span-2">
        <Button type="submit" tone="secondary" aria-disabled={pending}>
          {t("changePassword")}
        </Button>
        <Status>{state.done && t("passwordChanged")}</Status>
      </div>
    </form>
  );
}
