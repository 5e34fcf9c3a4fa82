"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { type FormAction, untouched } from "@/components/ui/form-state.ts";
import { FormProblems } from "./form-problems.tsx";

type Props = { readonly action: FormAction; readonly callbackUrl: string };

/** Login, name and password of a new account; works without scripts. */
export function SignUpForm({ action, callbackUrl }: Props) {
  const t = useTranslations("signUp");
  const [state, submit, pending] = useActionState(action, untouched);
  const { problems, values } = state;
  return (
    <form action={submit} noValidate className="grid gap-5">
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <Field
        label={t("login")}
        hint={t("loginHint")}
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
        hint={t("passwordHint")}
        name="password"
        type="password"
        required
        autoComplete="new-password"
        problems={problems.password}
      />
      <Field
        label={t("name")}
        hint={t("nameHint")}
        name="name"
        autoComplete="name"
        defaultValue={values.name}
        problems={problems.name}
      />
      <FormProblems state={state} />
      <p>
        <Button type="submit" aria-disabled={pending}>
          {t("submit")}
        </Button>
      </p>
    </form>
  );
}
