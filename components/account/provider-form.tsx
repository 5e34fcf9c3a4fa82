"use client";

import { Form } from "@/components/ui/form.tsx";
import type { FormAction } from "@/components/ui/form-state.ts";
import { Bring } from "./bring.tsx";

type Props = {
  readonly action: FormAction;
  readonly callbackUrl: string;
  readonly answers: number;
  readonly label: string;
};

/** Sets out to the OpenID Connect provider. */
export function ProviderForm({ action, callbackUrl, answers, label }: Props) {
  return (
    <Form action={action} hidden={{ callbackUrl }} className="grid gap-4" submit={label} tone="secondary">
      {({ values }) => <Bring answers={answers} chosen={values.bring} />}
    </Form>
  );
}
