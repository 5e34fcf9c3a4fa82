"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field.tsx";
import { Form } from "@/components/ui/form.tsx";
import { type FormAction, filled } from "@/components/ui/form-state.ts";

type Props = {
  readonly action: FormAction;
  readonly hidden: Readonly<Record<string, string>>;
  readonly name: string;
  readonly submit: string;
  readonly done: string;
};

/** The name of a plan: for one that is to be saved, or for another name of one that is. */
export function PlanNameForm({ action, hidden, name, submit, done }: Props) {
  const t = useTranslations("savedPlans");
  return (
    <Form
      action={action}
      hidden={hidden}
      className="mt-3 grid max-w-md gap-3"
      submit={submit}
      tone="secondary"
      done={done}
    >
      {(state) => <Field label={t("name")} {...filled(state, "name", name)} required maxLength={80} />}
    </Form>
  );
}
