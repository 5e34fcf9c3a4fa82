"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { type FormAction, untouched } from "@/components/ui/form-state.ts";
import type { Kind } from "@/lib/questions/question.ts";

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
export function PlanForm(props: Props) {
  const t = useTranslations("quiz");
  const [{ problems, values }, submit, pending] = useActionState(props.action, untouched);
  const pack = props.packs.find((each) => each.key === props.pack) ?? props.packs[0]!;
  const chosen = (name: string) => values[name]?.split(" ");
  return (
    <form action={submit} className="grid max-w-2xl gap-8">
      <input type="hidden" name="classId" value={props.classId} />
      <input type="hidden" name="packId" value={pack.key} />
      <Field
        label={t("title")}
        hint={t("titleHint")}
        name="title"
        required
        maxLength={80}
        defaultValue={values.title ?? props.title}
        problems={problems.title}
      />
      <fieldset className="choices">
        <legend>{t("topics")}</legend>
        <p className="hint">{t("topicsHint")}</p>
        {pack.topics.map((topic) => (
          <label key={topic.key}>
            <input
              type="checkbox"
              name="topics"
              value={topic.key}
              defaultChecked={chosen("topics")?.includes(topic.key)}
            />
            <span className="font-serif">{topic.title}</span>
            <small>{t("topicFacts", { count: topic.facts })}</small>
          </label>
        ))}
      </fieldset>
      <fieldset className="choices" aria-describedby={problems.kinds ? "kinds-problems" : undefined}>
        <legend>{t("kindsTitle")}</legend>
        <p className="hint">{t("kindsHint")}</p>
        {props.kinds.map((kind) => (
          <label key={kind}>
            <input type="checkbox" name="kinds" value={kind} defaultChecked={chosen("kinds")?.includes(kind) ?? true} />
            <span>{t(`kinds.${kind}`)}</span>
          </label>
        ))}
        {problems.kinds && (
          <ul id="kinds-problems" className="problems">
            {problems.kinds.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        )}
      </fieldset>
      <Field
        label={t("count")}
        name="count"
        type="number"
        inputMode="numeric"
        min={1}
        max={props.countMax}
        required
        className="max-w-40"
        defaultValue={values.count ?? props.count}
        problems={problems.count}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <Field
          label={t("opens")}
          name="opens"
          type="datetime-local"
          required
          defaultValue={values.opens ?? props.opens}
          problems={problems.opens}
          hint={t("inZone", { zone: props.zone })}
        />
        <Field
          label={t("closes")}
          name="closes"
          type="datetime-local"
          required
          defaultValue={values.closes ?? props.closes}
          problems={problems.closes}
        />
      </div>
      {problems.form && (
        <p role="alert" className="status" data-tone="problem">
          {problems.form.join(" ")}
        </p>
      )}
      <p>
        <Button type="submit" disabled={pending}>
          {t("see")}
        </Button>
      </p>
    </form>
  );
}
