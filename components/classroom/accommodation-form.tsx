"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field.tsx";
import { Form } from "@/components/ui/form.tsx";
import { type FormAction, filled } from "@/components/ui/form-state.ts";

type Props = {
  readonly action: FormAction;
  readonly stored: {
    readonly assignmentId: string;
    readonly userId: string;
    readonly version: number;
    readonly timePercent: number;
    readonly opensWall: string | null;
    readonly dueWall: string | null;
    readonly closesWall: string | null;
    readonly moreAttempts: number;
  };
  readonly zone: string;
  /** The times of everybody, in words; null where there is none. */
  readonly forClass: { readonly opens: string | null; readonly due: string | null; readonly closes: string | null };
};

/** What one student has otherwise: more time, another window, more attempts. */
export function AccommodationForm({ action, stored, zone, forClass }: Props) {
  const t = useTranslations("terms");
  const q = useTranslations("quiz");
  const { assignmentId, userId, version } = stored;
  const walls = { opens: stored.opensWall, due: stored.dueWall, closes: stored.closesWall };
  const labels = { opens: t("ownOpens"), due: t("ownDue"), closes: t("ownCloses") };
  return (
    <Form action={action} hidden={{ assignmentId, userId, version }} submit={t("save")} done={t("saved")}>
      {(state) => (
        <>
          <div className="grid items-start gap-6 sm:grid-cols-2">
            <Field
              label={t("time")}
              hint={t("timeHint")}
              {...filled(state, "time", stored.timePercent)}
              inputMode="numeric"
              required
            />
            <Field
              label={t("moreAttempts")}
              hint={t("moreAttemptsHint")}
              {...filled(state, "more", stored.moreAttempts)}
              inputMode="numeric"
              required
            />
          </div>
          <div className="grid items-start gap-6 sm:grid-cols-2 lg:grid-cols-3">
            {(["opens", "due", "closes"] as const).map((end) => (
              <Field
                key={end}
                label={labels[end]}
                hint={forClass[end] ? t("asClass", { at: forClass[end] }) : t("asClassNone")}
                {...filled(state, end, walls[end])}
                type="datetime-local"
              />
            ))}
          </div>
          <p className="note">
            {q("inZone", { zone })} {t("holdsBack")}
          </p>
        </>
      )}
    </Form>
  );
}
