"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field.tsx";
import { Form } from "@/components/ui/form.tsx";
import type { FormAction } from "@/components/ui/form-state.ts";

type Props = {
  readonly action: FormAction;
  /** The quiz as its address has it. */
  readonly quiz: string;
  readonly classes: readonly { readonly id: string; readonly name: string }[];
};

/** Makes a draft for a class of the questions that are on the screen. */
export function AssignForm({ action, quiz, classes }: Props) {
  const t = useTranslations("built");
  return (
    <Form action={action} hidden={{ quiz }} submit={t("assign")}>
      {({ values, problems }) => (
        <Field
          label={t("class")}
          problems={problems.classId}
          className="max-w-lg"
          control={(props) => (
            <select className="input" name="classId" defaultValue={values.classId} {...props}>
              {classes.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        />
      )}
    </Form>
  );
}
