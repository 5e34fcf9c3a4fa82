"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Bring } from "@/components/account/bring.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Form } from "@/components/ui/form.tsx";
import { FormProblems } from "@/components/ui/form-problems.tsx";
import { type FormAction, untouched } from "@/components/ui/form-state.ts";
import { Status } from "@/components/ui/status.tsx";
import { CodeField } from "./code-field.tsx";

/** Makes a return code and shows it, once. */
export function ReturnCode({ action }: { readonly action: FormAction }) {
  const t = useTranslations("joining");
  const [state, send, pending] = useActionState(action, untouched);
  return (
    <form action={send} className="grid gap-5" onSubmit={(event) => pending && event.preventDefault()}>
      <Status>
        {state.done !== undefined && (
          <span className="font-serif text-2xl tracking-wider" data-testid="return-code">
            {state.done}
          </span>
        )}
      </Status>
      <p className="note">{t("keep")}</p>
      <FormProblems state={state} />
      <div className="form-end">
        <Button type="submit" tone={state.done === undefined ? "primary" : "quiet"} aria-disabled={pending}>
          {t(state.done === undefined ? "show" : "showAgain")}
        </Button>
      </div>
    </form>
  );
}

/** Asks for a return code; whoever has answered here as a guest is asked whose the answers are. */
export function ReturnForm({ action, answers }: { readonly action: FormAction; readonly answers: number }) {
  const t = useTranslations("joining");
  return (
    <Form action={action} className="grid gap-5" submit={t("enter")}>
      {(state) => (
        <>
          <CodeField state={state} label={t("code")} hint={t("codeHint")} />
          <Bring answers={answers} chosen={state.values.bring} />
        </>
      )}
    </Form>
  );
}
