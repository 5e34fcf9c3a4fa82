"use client";

import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/ui/form-state.ts";
import { Bring } from "./bring.tsx";
import { EntryForm } from "./entry-form.tsx";

type Props = {
  readonly action: FormAction;
  readonly callbackUrl: string;
  /** How many answers were given here as a guest. */
  readonly answers: number;
};

/** Login and password. */
export function SignInForm({ action, callbackUrl, answers }: Props) {
  const t = useTranslations("signIn");
  const labels = { login: t("login"), password: t("password"), submit: t("submit") };
  return (
    <EntryForm action={action} callbackUrl={callbackUrl} labels={labels} password="current-password">
      {({ values }) => <Bring answers={answers} chosen={values.bring} />}
    </EntryForm>
  );
}
