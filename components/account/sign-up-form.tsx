"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field.tsx";
import { type FormAction, filled } from "@/components/ui/form-state.ts";
import { EntryForm } from "./entry-form.tsx";

type Props = { readonly action: FormAction; readonly callbackUrl: string };

/** Login, password and name of a new account. */
export function SignUpForm({ action, callbackUrl }: Props) {
  const t = useTranslations("signUp");
  const labels = {
    ...{ login: t("login"), loginHint: t("loginHint") },
    ...{ password: t("password"), passwordHint: t("passwordHint"), submit: t("submit") },
  };
  return (
    <EntryForm action={action} callbackUrl={callbackUrl} labels={labels} password="new-password">
      {(state) => <Field label={t("name")} hint={t("nameHint")} {...filled(state, "name")} autoComplete="name" />}
    </EntryForm>
  );
}
