"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field.tsx";
import { Form } from "@/components/ui/form.tsx";
import { type FormAction, filled } from "@/components/ui/form-state.ts";

type Props = {
  readonly action: FormAction;
  readonly classId: string;
  readonly name: string;
  readonly quizzes: number;
  /** The date on which its first quiz opens; null without quizzes. */
  readonly firstOpens: string | null;
  /** That date in words. */
  readonly firstOpensText: string;
};

/** Copies a class: what the copy is called, and when its first quiz opens. */
export function CopyClassForm({ action, classId, name, quizzes, firstOpens, firstOpensText }: Props) {
  const t = useTranslations("copying");
  return (
    <Form action={action} hidden={{ classId }} className="grid max-w-lg gap-6" submit={t("copy")} tone="secondary">
      {(state) => (
        <>
          <p className="note">{t("text", { count: quizzes })}</p>
          <Field label={t("name")} {...filled(state, "name", name)} required maxLength={80} />
          {firstOpens === null ? (
            <input type="hidden" name="startsOn" value="" />
          ) : (
            <Field
              label={t("startsOn")}
              hint={t("startsOnHint", { date: firstOpensText })}
              {...filled(state, "startsOn", firstOpens)}
              type="date"
            />
          )}
        </>
      )}
    </Form>
  );
}
