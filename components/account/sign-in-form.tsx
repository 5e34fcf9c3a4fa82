"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { type FormAction, untouched } from "@/components/ui/form-state.ts";
import { Bring } from "./bring.tsx";
import { FormProblems } from "./form-problems.tsx";

type Props = {
  readonly action: FormAction;
  readonly callbackUrl: string;
  /** How many answers were given here as a guest. */
  readonly answers: number;
};

/** Login and password; works without scripts. */
export function SignInForm({ action, callbackUrl, answers }: Props) {
  const t = useTranslations("signIn");
  const [state, submit, pending] = useActionState(action, untouched);
  const { problems, values } = state;
  return (
    <form action={submit} noValidate className="grid gap-5">
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <Field
        label={t("login")}
        name="login"
        required
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={values.login}
        problems={problems.login}
      />
      <Field
        label={t("password")}
        name="password"
        type="password"
        required
        autoComplete="current-password"
        problems={problems.password}
      />
      <Bring answers={answers} chosen={values.bring} />
      <FormProblems state={state} />
      <p>
        <Button type="submit" aria-disabled={pending}>
          {t("submit")}
        </Button>
      </p>
    </form>
  );
}
