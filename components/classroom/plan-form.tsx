"use client";

import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form.tsx";
import type { FormAction } from "@/components/ui/form-state.ts";
import type { Kind, Form as QuestionForm } from "@/lib/questions/question.ts";
import { PlanFields } from "./plan-fields.tsx";
import { PlanMore } from "./plan-more.tsx";
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
  readonly forms: readonly QuestionForm[];
  /** A plan that is used again; what was typed goes before it. */
  readonly stored?: Readonly<Record<string, string>>;
  readonly count: number;
  readonly countMax: number;
  readonly opens: string;
  readonly closes: string;
};

/** The plan of a quiz: from it the questions are drawn. */
export function PlanForm({ action, classId, packs, kinds, ...props }: Props) {
  const t = useTranslations("quiz");
  const pack = packs.find((each) => each.key === props.pack) ?? packs[0]!;
  return (
    <Form action={action} hidden={{ classId, packId: pack.key }} className="grid max-w-2xl gap-8" submit={t("see")}>
      {({ problems, values }) => {
        const state = { problems, values: { ...props.stored, ...values } };
        return (
          <>
            <TitleField state={state} title={props.title} hint={t("titleHint")} />
            <PlanFields
              state={state}
              topics={pack.topics}
              kinds={kinds}
              count={props.count}
              countMax={props.countMax}
            />
            <PlanMore state={state} forms={props.forms} />
            <WindowFields state={state} opens={props.opens} closes={props.closes} zone={props.zone} />
          </>
        );
      }}
    </Form>
  );
}
