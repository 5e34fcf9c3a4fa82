"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field.tsx";
import { Form } from "@/components/ui/form.tsx";
import type { FormAction } from "@/components/ui/form-state.ts";

/** Changes the password; `login` lets a password manager know whose it is. */
export function PasswordForm({ action, login }: { readonly action: FormAction; readonly login: string }) {
  const t = useTranslations("account");
  return (
    <Form
      action={action}
      className="grid items-start gap-x-8 gap-y-4 md:grid-cols-2"
      submit={t("changePassword")}
      tone="secondary"
      done={t("passwordChanged")}
    >
      {({ problems }) => (
        <>
          <input type="text" autoComplete="username" value={login} readOnly hidden />
          <Field
            label={t("current")}
            name="current"
            type="password"
            required
            autoComplete="current-password"
            problems={problems.current}
          />
          <Field
            label={t("next")}
            hint={t("nextHint")}
            name="next"
            type="password"
            required
            autoComplete="new-password"
            problems={problems.next}
          />
        </>
      )}
    </Form>
  );
}
