"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field.tsx";
import { Form } from "@/components/ui/form.tsx";
import { type FormAction, filled } from "@/components/ui/form-state.ts";

type Props = {
  readonly action: FormAction;
  readonly code: string;
  readonly name: string;
  /** An invitation knows who joins; who comes to teach has no number. */
  readonly asks: "nothing" | "name" | "name-and-number";
};

/** Joins the class whose code was found, under a name. */
export function JoinForm({ action, code, name, asks }: Props) {
  const t = useTranslations("classes");
  return (
    <Form
      action={action}
      hidden={{ code, ...(asks === "nothing" && { name }), ...(asks !== "name-and-number" && { number: "" }) }}
      className="grid max-w-md gap-6"
      submit={t("joinNow")}
    >
      {(state) => (
        <>
          {asks !== "nothing" && (
            <Field
              label={t(asks === "name" ? "yourName" : "joinName")}
              {...filled(state, "name", name)}
              required
              maxLength={60}
              autoComplete="name"
            />
          )}
          {asks === "name-and-number" && (
            <Field
              label={t("studentNumber")}
              hint={t("studentNumberHint")}
              {...filled(state, "number")}
              maxLength={40}
              autoComplete="off"
            />
          )}
        </>
      )}
    </Form>
  );
}
