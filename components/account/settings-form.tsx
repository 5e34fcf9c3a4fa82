"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Field } from "@/components/ui/field.tsx";
import { Form } from "@/components/ui/form.tsx";
import { type FormAction, type FormState, filled } from "@/components/ui/form-state.ts";
import { ZoneField } from "@/components/ui/zone-field.tsx";

/** What is in force now, as the form shows it. */
export type ShownSettings = {
  readonly zone: string;
  readonly rolloverHour: number;
  readonly newPerDay: number;
  /** Per cent. */
  readonly desiredRetention: number;
  readonly caps: boolean;
  readonly fourButtons: boolean;
  /** False until the learner has saved something: then the browser's own zone is proposed. */
  readonly isChosen: boolean;
};

type Props = {
  readonly action: FormAction;
  readonly zones: readonly string[];
  readonly settings: ShownSettings;
  /** The longest intervals, in days, while caps are in force. */
  readonly capDays: { readonly first: number; readonly produced: number };
};

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** How a learner studies: their day, how much is new, how well it should be remembered. */
export function SettingsForm({ action, zones, settings, capDays }: Props) {
  const t = useTranslations("account");
  const zone = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!settings.isChosen && zone.current && zones.includes(own)) zone.current.value = own;
  }, [settings.isChosen, zones]);
  const isTicked = ({ values }: FormState, name: "caps" | "fourButtons") =>
    values.zone === undefined ? settings[name] : values[name] === "on";
  return (
    <Form
      action={action}
      className="grid items-start gap-x-8 gap-y-5 md:grid-cols-2"
      submit={t("saveSettings")}
      tone="secondary"
      done={t("saved")}
    >
      {(state) => (
        <>
          <ZoneField
            state={state}
            label={t("zone")}
            hint={t("zoneHint")}
            zones={zones}
            zone={settings.zone}
            selectRef={zone}
          />
          <Field
            label={t("rolloverHour")}
            problems={state.problems.rolloverHour}
            control={(props) => (
              <select
                className="input"
                name="rolloverHour"
                defaultValue={state.values.rolloverHour ?? settings.rolloverHour}
                {...props}
              >
                {hours.map((hour) => (
                  <option key={hour} value={hour}>
                    {`${String(hour).padStart(2, "0")}:00`}
                  </option>
                ))}
              </select>
            )}
          />
          <Field
            label={t("newPerDay")}
            hint={t("newPerDayHint")}
            {...filled(state, "newPerDay", settings.newPerDay)}
            inputMode="numeric"
            required
          />
          <Field
            label={t("retention")}
            hint={t("retentionHint")}
            {...filled(state, "desiredRetention", settings.desiredRetention)}
            inputMode="numeric"
            required
          />
          <Tick name="caps" label={t("caps")} hint={t("capsHint", capDays)} isTicked={isTicked(state, "caps")} />
          <Tick
            name="fourButtons"
            label={t("fourButtons")}
            hint={t("fourButtonsHint")}
            isTicked={isTicked(state, "fourButtons")}
          />
        </>
      )}
    </Form>
  );
}

function Tick({
  name,
  label,
  hint,
  isTicked,
}: {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint: ReactNode;
  readonly isTicked: boolean;
}) {
  const id = useId();
  return (
    <div className="field">
      <label className="choice-line">
        <input type="checkbox" name={name} defaultChecked={isTicked} aria-describedby={id} />
        <span>{label}</span>
      </label>
      <p id={id} className="hint">
        {hint}
      </p>
    </div>
  );
}
