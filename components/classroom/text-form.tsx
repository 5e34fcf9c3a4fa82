"use client";

import { Field } from "@/components/ui/field.tsx";
import { Form } from "@/components/ui/form.tsx";
import type { FormAction } from "@/components/ui/form-state.ts";

type Props = {
  readonly action: FormAction;
  readonly hidden: Readonly<Record<string, string | number>>;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly submit: string;
};

/** One text of several lines to be sent. */
export function TextForm({ action, hidden, name, label, hint, submit }: Props) {
  return (
    <Form action={action} hidden={hidden} submit={submit} tone="secondary">
      {(state) => (
        <Field
          label={label}
          hint={hint}
          problems={state.problems[name]}
          control={(props) => (
            <textarea
              className="input"
              name={name}
              rows={3}
              required
              defaultValue={state.values[name] ?? ""}
              {...props}
            />
          )}
        />
      )}
    </Form>
  );
}
