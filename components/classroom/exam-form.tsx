"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field.tsx";
import { Form } from "@/components/ui/form.tsx";
import { type FormAction, filled } from "@/components/ui/form-state.ts";

type Props = {
  readonly action: FormAction;
  readonly classId: string;
  /** YYYY-MM-DD; null while none is set. */
  readonly examOn: string | null;
  readonly version: number;
};

/** The day of the exam; an empty one takes it back. */
export function ExamForm({ action, classId, examOn, version }: Props) {
  const t = useTranslations("exam");
  const c = useTranslations("classes");
  return (
    <Form
      action={action}
      hidden={{ classId, version }}
      className="grid max-w-lg gap-6"
      submit={c("save")}
      done={c("saved")}
    >
      {(state) => (
        <Field
          label={t("day")}
          hint={t("dayHint")}
          {...filled(state, "examOn", examOn)}
          type="date"
          className="max-w-60"
        />
      )}
    </Form>
  );
}
