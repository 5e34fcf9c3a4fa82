"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field.tsx";
import { type FormState, filled } from "@/components/ui/form-state.ts";
import { countings, type Terms, whens } from "@/lib/classroom/terms.ts";

/** The terms of an assignment as its form shows them; wall times of its zone. */
export type ShownTerms = {
  readonly opensWall: string;
  readonly dueWall: string | null;
  readonly closesWall: string;
  readonly zone: string;
  readonly password: string | null;
  readonly terms: Pick<Terms, "limitMinutes" | "attemptsMax" | "counts" | "lateDeduction" | "graceSeconds" | "release">;
};

type Props = { readonly state: FormState; readonly shown: ShownTerms };

/** When it opens, is due and closes; everything else behind one line, as most quizzes do without. */
export function TermsFields({ state, shown }: Props) {
  const t = useTranslations("terms");
  const q = useTranslations("quiz");
  const { terms } = shown;
  const wall = (name: "opens" | "due" | "closes", stored: string, hint: string | undefined) => (
    <Field
      label={name === "due" ? t("due") : q(name)}
      hint={hint}
      {...filled(state, name, stored)}
      type="datetime-local"
      required={name !== "due"}
    />
  );
  const more = ["limit", "attempts", "counts", "deduction", "grace", "password", "marks", "answers", "why"];
  const isWrong = more.some((name) => state.problems[name]);
  return (
    <>
      <div className="grid items-start gap-6 sm:grid-cols-2 lg:grid-cols-3">
        {wall("opens", shown.opensWall, q("inZone", { zone: shown.zone }))}
        {wall("due", shown.dueWall ?? "", t("dueHint"))}
        {wall("closes", shown.closesWall, undefined)}
      </div>
      {/* A field that cannot be seen cannot be mended. */}
      <details className="terms-more" open={isWrong || undefined}>
        <summary>{t("more")}</summary>
        <div className="grid items-start gap-x-8 gap-y-6 pt-5 sm:grid-cols-2">
          <Figure name="limit" state={state} stored={terms.limitMinutes} hint={t("limitHint")} />
          <Select
            name="attempts"
            state={state}
            stored={terms.attemptsMax === null ? "any" : String(terms.attemptsMax)}
            options={[...attemptsOffered(terms.attemptsMax), "any"].map((value) => {
              return { value: String(value), text: value === "any" ? t("attemptsAny") : String(value) };
            })}
          />
          <Select
            name="counts"
            state={state}
            stored={terms.counts}
            options={countings.map((value) => ({ value, text: t(`countsAs.${value}`) }))}
          />
          <Figure name="deduction" state={state} stored={terms.lateDeduction} hint={t("deductionHint")} />
          <Figure name="grace" state={state} stored={terms.graceSeconds} hint={t("graceHint")} />
          <Field
            label={t("password")}
            hint={t("passwordHint")}
            {...filled(state, "password", shown.password)}
            maxLength={80}
            autoComplete="off"
            spellCheck={false}
          />
          <fieldset className="terms-shown sm:col-span-2">
            <legend>{t("shown")}</legend>
            <p className="note mb-4">{t("shownHint")}</p>
            <div className="grid items-start gap-x-8 gap-y-4 sm:grid-cols-3">
              {(["marks", "answers", "why"] as const).map((part) => (
                <Select
                  key={part}
                  name={part}
                  state={state}
                  stored={terms.release[part]}
                  options={whens.map((value) => ({ value, text: t(`when.${value}`) }))}
                />
              ))}
            </div>
          </fieldset>
        </div>
      </details>
    </>
  );
}

type Named<Name extends string> = { readonly name: Name; readonly state: FormState };

/** A whole number, or nothing. */
function Figure({
  name,
  state,
  stored,
  hint,
}: Named<"limit" | "deduction" | "grace"> & { readonly stored: number | null; readonly hint: string }) {
  const t = useTranslations("terms");
  return <Field label={t(name)} hint={hint} {...filled(state, name, stored)} inputMode="numeric" autoComplete="off" />;
}

function Select({
  name,
  state,
  stored,
  options,
}: Named<"attempts" | "counts" | "marks" | "answers" | "why"> & {
  readonly stored: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}) {
  const t = useTranslations("terms");
  const chosen = state.values[name] ?? stored;
  return (
    <Field
      label={t(name)}
      problems={state.problems[name]}
      control={(props) => (
        // Made anew where another value is stored: a form that is done goes back to what its selects began with.
        <select key={chosen} className="input" name={name} defaultValue={chosen} {...props}>
          {options.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    />
  );
}

/** Up to ten attempts, and however many there are. */
function attemptsOffered(stored: number | null): (number | "any")[] {
  const few = Array.from({ length: 10 }, (_, index) => index + 1);
  return stored !== null && stored > 10 ? [...few, stored] : few;
}
