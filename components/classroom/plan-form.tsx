"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Field } from "@/components/ui/field.tsx";
import { Form } from "@/components/ui/form.tsx";
import type { FormAction, FormState } from "@/components/ui/form-state.ts";
import type { Kind } from "@/lib/questions/question.ts";
import { TitleField, WindowFields } from "./quiz-fields.tsx";

type Props = {
  readonly action: FormAction;
  readonly classId: string;
  readonly zone: string;
  readonly title: string;
  readonly packs: readonly {
    readonly key: string;
    readonly title: string;
    readonly topics: readonly { readonly key: string; readonly title: string; readonly facts: number }[];
  }[];
  readonly pack: string;
  readonly kinds: readonly Kind[];
  readonly count: number;
  readonly countMax: number;
  readonly opens: string;
  readonly closes: string;
};

/** The plan of a quiz: from it the questions are drawn. */
export function PlanForm({ action, classId, packs, kinds, ...props }: Props) {
  const t = useTranslations("quiz");
  const q = useTranslations("question");
  const pack = packs.find((each) => each.key === props.pack) ?? packs[0]!;
  return (
    <Form action={action} hidden={{ classId, packId: pack.key }} className="grid max-w-2xl gap-8" submit={t("see")}>
      {(state) => (
        <>
          <TitleField state={state} title={props.title} hint={t("titleHint")} />
          <Choices
            name="topics"
            state={state}
            legend={t("topics")}
            hint={t("topicsHint")}
            choices={pack.topics.map(({ key, title, facts }) => ({
              value: key,
              text: <span className="font-serif">{title}</span>,
              aside: t("topicFacts", { count: facts }),
            }))}
          />
          <Choices
            name="kinds"
            state={state}
            legend={t("kindsTitle")}
            hint={t("kindsHint")}
            chosen
            choices={kinds.map((kind) => ({ value: kind, text: q(`kind.${kind}`) }))}
          />
          <Field
            label={t("count")}
            name="count"
            type="number"
            inputMode="numeric"
            min={1}
            max={props.countMax}
            required
            className="max-w-40"
            defaultValue={state.values.count ?? props.count}
            problems={state.problems.count}
          />
          <WindowFields state={state} opens={props.opens} closes={props.closes} zone={props.zone} />
        </>
      )}
    </Form>
  );
}

type ChoicesProps = {
  readonly name: string;
  readonly state: FormState;
  readonly legend: string;
  readonly hint: string;
  /** Are all chosen at first? */
  readonly chosen?: boolean;
  readonly choices: readonly { readonly value: string; readonly text: ReactNode; readonly aside?: string }[];
};

/** Boxes of one name to tick. */
function Choices({ name, state, legend, hint, chosen = false, choices }: ChoicesProps) {
  const ticked = state.values[name]?.split(" ");
  const problems = state.problems[name] ?? [];
  const invalid = problems.length > 0 || undefined;
  return (
    <fieldset className="choices" aria-describedby={invalid && `${name}-problems`}>
      <legend>{legend}</legend>
      <p className="hint">{hint}</p>
      {choices.map(({ value, text, aside }) => (
        <label key={value}>
          <input
            type="checkbox"
            name={name}
            value={value}
            aria-invalid={invalid}
            defaultChecked={ticked?.includes(value) ?? chosen}
          />
          <span>{text}</span>
          {aside && <small>{aside}</small>}
        </label>
      ))}
      {invalid && (
        <ul id={`${name}-problems`} className="problems">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
