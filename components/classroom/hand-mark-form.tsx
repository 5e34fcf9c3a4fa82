"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field.tsx";
import { Form } from "@/components/ui/form.tsx";
import { type FormAction, filled } from "@/components/ui/form-state.ts";

type Props = {
  readonly action: FormAction;
  readonly hidden: Readonly<Record<string, string | number>>;
  readonly points: number | null;
  readonly comment: string | null;
  readonly max: number;
};

/** Points and a comment for one answer, with the reason. */
export function HandMarkForm({ action, hidden, points, comment, max }: Props) {
  const t = useTranslations("marking");
  return (
    <Form action={action} hidden={hidden} submit={t("give")} done={t("given")} tone="secondary">
      {(state) => (
        <>
          <div className="grid items-start gap-6 sm:grid-cols-2">
            <Field
              label={t("points", { max })}
              hint={t("pointsHint")}
              {...filled(state, "points", points)}
              inputMode="decimal"
            />
            <Field label={t("reason")} hint={t("reasonHint")} {...filled(state, "reason")} required />
          </div>
          <Field
            label={t("comment")}
            hint={t("commentHint")}
            problems={state.problems.comment}
            control={(props) => (
              <textarea
                {...props}
                name="comment"
                className="input"
                rows={3}
                defaultValue={state.values.comment ?? comment ?? ""}
              />
            )}
          />
        </>
      )}
    </Form>
  );
}
