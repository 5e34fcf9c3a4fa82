"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field.tsx";
import { Form } from "@/components/ui/form.tsx";
import { type FormAction, type FormState, filled } from "@/components/ui/form-state.ts";
import { type Own, optionsMax } from "@/lib/classroom/own.ts";
import { PointsField } from "./points-field.tsx";

type Props = {
  readonly action: FormAction;
  readonly ids: { readonly assignmentId: string; readonly classId: string };
  /** Of a question that is written anew. */
  readonly place: { readonly slot: number; readonly hash: string } | null;
  readonly own: Own;
  readonly points: number;
};

/** A question that somebody writes: what its kind needs, and nothing else. */
export function OwnForm({ action, ids, place, own, points }: Props) {
  const t = useTranslations("own");
  const { kind } = own;
  return (
    <Form action={action} hidden={{ ...ids, ...place, kind }} submit={place ? t("rewrite") : t("write")}>
      {(state) => (
        <>
          <TextField state={state} name="stem" label={t("stem")} hint={t("stemHint")} stored={own.stem} rows={3} />
          {kind === "choice" && <Options state={state} own={own} />}
          {kind === "typed" && (
            <TextField
              state={state}
              name="accepts"
              label={t("accepts")}
              hint={t("acceptsHint")}
              stored={own.accepts.join("\n")}
              rows={4}
            />
          )}
          <TextField
            state={state}
            name="why"
            label={t(kind === "text" ? "whyText" : "why")}
            hint={t(kind === "text" ? "whyTextHint" : "whyHint")}
            stored={own.why}
            rows={3}
          />
          <PointsField state={state} label={t("points")} points={points} />
        </>
      )}
    </Form>
  );
}

type TextProps = {
  readonly state: FormState;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly stored: string;
  readonly rows: number;
};

function TextField({ state, name, label, hint, stored, rows }: TextProps) {
  const { problems, ...field } = filled(state, name, stored);
  return (
    <Field
      label={label}
      hint={hint}
      problems={problems}
      control={(props) => <textarea className="input" rows={rows} {...field} {...props} />}
    />
  );
}

/** Options with the right one marked; what is wrong with them stands below all. */
function Options({ state, own }: { readonly state: FormState; readonly own: Own }) {
  const t = useTranslations("own");
  const problems = [...(state.problems.options ?? []), ...(state.problems.right ?? [])];
  const right = state.values.right ?? (own.right === null ? "" : String(own.right));
  const invalid = problems.length > 0 || undefined;
  return (
    <fieldset className="field" aria-describedby="options-hint options-problems">
      <legend className="text-sm font-semibold">{t("options")}</legend>
      <p className="hint mb-2" id="options-hint">
        {t("optionsHint")}
      </p>
      <div className="grid gap-2">
        {Array.from({ length: optionsMax }, (_, place) => `option${place}`).map((name, place) => (
          <div key={name} className="flex items-center gap-3">
            <input
              type="radio"
              name="right"
              value={place}
              defaultChecked={right === String(place)}
              aria-label={t("isRight", { number: place + 1 })}
              aria-invalid={invalid}
            />
            <input
              className="input"
              name={name}
              defaultValue={state.values[name] ?? own.options[place] ?? ""}
              aria-label={t("option", { number: place + 1 })}
              aria-invalid={invalid}
            />
          </div>
        ))}
      </div>
      {invalid && (
        <ul className="problems" id="options-problems">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
