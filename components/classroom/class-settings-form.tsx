"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field.tsx";
import { Form } from "@/components/ui/form.tsx";
import { type FormAction, filled } from "@/components/ui/form-state.ts";

type Props = {
  readonly action: FormAction;
  readonly classId: string;
  readonly name: string;
  readonly needsApproval: boolean;
  readonly version: number;
  /** Nobody joins a class of simulated learners. */
  readonly simulated: boolean;
};

/** What a class is called, and whether people are let in one by one. */
export function ClassSettingsForm({ action, classId, name, needsApproval, version, simulated }: Props) {
  const t = useTranslations("classes");
  return (
    <Form
      action={action}
      hidden={{ classId, version }}
      className="grid max-w-lg gap-6"
      submit={t("save")}
      done={t("saved")}
    >
      {(state) => {
        // After a refusal what had been ticked; else what is stored. Made anew when it is another: a form that is done goes back to what its boxes began with.
        const isOn = "approval" in state.values ? state.values.approval === "on" : needsApproval;
        return (
          <>
            <Field label={t("name")} hint={t("nameHint")} {...filled(state, "name", name)} required maxLength={80} />
            {!simulated && (
              <div className="choices">
                <label>
                  <input
                    key={String(isOn)}
                    type="checkbox"
                    name="approval"
                    aria-describedby="approval-hint"
                    defaultChecked={isOn}
                  />
                  <span>{t("approval")}</span>
                </label>
                <p id="approval-hint" className="hint">
                  {t("approvalHint")}
                </p>
              </div>
            )}
          </>
        );
      }}
    </Form>
  );
}
