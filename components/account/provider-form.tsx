"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { type FormAction, untouched } from "@/components/ui/form-state.ts";
import { Bring } from "./bring.tsx";
import { FormProblems } from "./form-problems.tsx";

type Props = {
  readonly action: FormAction;
  readonly callbackUrl: string;
  readonly answers: number;
  readonly label: string;
};

/** Sets out to the OpenID Connect provider; works without scripts. */
export function ProviderForm({ action, callbackUrl, answers, label }: Props) {
  const [state, submit] = useActionState(action, untouched);
  return (
    <form action={submit} className="grid gap-4">
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <Bring answers={answers} chosen={state.values.bring} />
      <FormProblems state={state} />
      <p>
        <Button type="submit" tone="secondary">
          {label}
        </Button>
      </p>
    </form>
  );
}
