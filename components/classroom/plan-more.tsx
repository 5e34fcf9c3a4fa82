import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field.tsx";
import { type FormState, filled } from "@/components/ui/form-state.ts";
import { closenesses } from "@/lib/classroom/plan.ts";
import { variantsOffered } from "@/lib/classroom/variety.ts";
import type { Form } from "@/lib/questions/question.ts";
import { Choices } from "./choices.tsx";
import { PointsField } from "./points-field.tsx";

type Props = { readonly state: FormState; readonly forms: readonly Form[] };

/** How many versions there are, and, behind one line, what most quizzes do without: the time asked about, forms, closeness, points. */
export function PlanMore({ state, forms }: Props) {
  const t = useTranslations("plan");
  const f = useTranslations("facts");
  const { values, problems } = state;
  const select = (name: "variants" | "closeness", options: readonly string[], text: (value: string) => string) => (
    <Field
      label={t(name)}
      hint={t(`${name}Hint`)}
      problems={problems[name]}
      className="max-w-lg"
      control={(props) => (
        <select key={values[name]} className="input" name={name} defaultValue={values[name] ?? options[0]} {...props}>
          {options.map((value) => (
            <option key={value} value={value}>
              {text(value)}
            </option>
          ))}
        </select>
      )}
    />
  );
  const day = (name: "from" | "to") => (
    <Field
      label={t(name)}
      hint={name === "to" ? t("toHint") : t("fromHint")}
      {...filled(state, name)}
      autoComplete="off"
    />
  );
  const more = ["from", "to", "forms", "closeness", "points"];
  const isOpen = more.some((name) => problems[name] || values[name]);
  return (
    <>
      {select("variants", variantsOffered.map(String), (value) =>
        value === "1" ? t("oneForAll") : value === "each" ? t("oneEach") : t("versions", { count: Number(value) }),
      )}
      <Choices
        name="shuffle"
        state={state}
        legend={t("shuffle")}
        hint={t("shuffleHint")}
        choices={(["questions", "options"] as const).map((value) => ({ value, text: t(`shuffled.${value}`) }))}
      />
      <details className="terms-more" open={isOpen || undefined}>
        <summary>{t("more")}</summary>
        <div className="grid gap-8 pt-5">
          <div className="grid items-start gap-6 sm:grid-cols-2">
            {day("from")}
            {day("to")}
          </div>
          {select("closeness", ["any", ...closenesses], (value) => t(`close.${value as "any"}`))}
          <Choices
            name="forms"
            state={state}
            legend={t("forms")}
            hint={t("formsHint")}
            choices={forms.map((form) => ({ value: form, text: f(`form.${form}`) }))}
          />
          <PointsField state={state} label={t("points")} points={1} className="max-w-60" />
        </div>
      </details>
    </>
  );
}
