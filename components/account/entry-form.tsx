"use client";

import type { ReactNode } from "react";
import { Field } from "@/components/ui/field.tsx";
import { Form } from "@/components/ui/form.tsx";
import { type FormAction, type FormState, filled } from "@/components/ui/form-state.ts";

type Props = {
  readonly action: FormAction;
  readonly callbackUrl: string;
  readonly labels: {
    readonly login: string;
    readonly loginHint?: string;
    readonly password: string;
    readonly passwordHint?: string;
    readonly submit: string;
  };
  /** Tells password managers which it is. */
  readonly password: "current-password" | "new-password";
  /** What more is asked for. */
  readonly children: (state: FormState) => ReactNode;
};

/** Login and password, to sign in or up with. */
export function EntryForm({ action, callbackUrl, labels, password, children }: Props) {
  return (
    <Form action={action} hidden={{ callbackUrl }} className="grid gap-5" submit={labels.submit}>
      {(state) => (
        <>
          <Field
            label={labels.login}
            hint={labels.loginHint}
            {...filled(state, "login")}
            required
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
          <Field
            label={labels.password}
            hint={labels.passwordHint}
            name="password"
            type="password"
            required
            autoComplete={password}
            problems={state.problems.password}
          />
          {children(state)}
        </>
      )}
    </Form>
  );
}
