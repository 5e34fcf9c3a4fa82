"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field.tsx";
import { Form } from "@/components/ui/form.tsx";
import { type FormAction, filled } from "@/components/ui/form-state.ts";

type Props = {
  readonly action: FormAction;
  readonly assignmentId: string;
  readonly userId: string;
  /** The number of what was set last; 0: nothing yet. */
  readonly after: number;
  readonly score: number | null;
  readonly max: number;
};

/** A score in the place of the counted one, with the reason. */
export function ScoreForm({ action, assignmentId, userId, after, score, max }: Props) {
  const t = useTranslations("gradebook");
  return (
    <Form
      action={action}
      hidden={{ assignmentId, userId, after }}
      submit={t("setScore")}
      tone="secondary"
      done={t("scoreSet")}
    >
      {(state) => (
        <div className="grid items-start gap-6 sm:grid-cols-2">
          <Field
            label={t("score", { max })}
            hint={t("scoreHint")}
            {...filled(state, "score", score)}
            inputMode="decimal"
          />
          <Field label={t("reason")} hint={t("reasonHint")} {...filled(state, "reason")} required />
        </div>
      )}
    </Form>
  );
}
