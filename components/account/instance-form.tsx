"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field.tsx";
import { Form } from "@/components/ui/form.tsx";
import { type FormAction, type FormState, filled } from "@/components/ui/form-state.ts";

/** Takes the token that a start has printed. */
export function SetupForm({ action }: { readonly action: FormAction }) {
  const t = useTranslations("admin");
  return (
    <Form action={action} className="grid max-w-lg gap-6" submit={t("setupSubmit")}>
      {(state) => (
        <Field
          label={t("token")}
          hint={t("tokenHint")}
          {...filled(state, "token")}
          required
          autoComplete="off"
          spellCheck={false}
        />
      )}
    </Form>
  );
}

type Props = {
  readonly action: FormAction;
  readonly stored: {
    readonly name: string | null;
    readonly signUpOpen: boolean;
    readonly guests: boolean;
    readonly version: number;
  };
};

/** What holds for the whole instance. */
export function InstanceForm({ action, stored }: Props) {
  const t = useTranslations("admin");
  const { version } = stored;
  return (
    <Form action={action} hidden={{ version }} className="grid max-w-lg gap-6" submit={t("save")} done={t("saved")}>
      {(state) => (
        <>
          <Field label={t("name")} hint={t("nameHint")} {...filled(state, "name", stored.name)} maxLength={60} />
          <Tick name="signUpOpen" state={state} stored={stored.signUpOpen} />
          <Tick name="guests" state={state} stored={stored.guests} />
        </>
      )}
    </Form>
  );
}

/** After a refusal what had been ticked; else what is stored. Made anew when it is another: a form that is done goes back to what its boxes began with. */
function Tick({ name, state, stored }: { name: "signUpOpen" | "guests"; state: FormState; stored: boolean }) {
  const t = useTranslations("admin");
  const isOn = name in state.values ? state.values[name] === "on" : stored;
  return (
    <div className="choices">
      <label>
        <input key={String(isOn)} type="checkbox" name={name} aria-describedby={`${name}-hint`} defaultChecked={isOn} />
        <span>{t(name)}</span>
      </label>
      <p id={`${name}-hint`} className="hint">
        {t(`${name}Hint`)}
      </p>
    </div>
  );
}
