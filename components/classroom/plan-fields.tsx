import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field.tsx";
import { type FormState, filled } from "@/components/ui/form-state.ts";
import type { Kind } from "@/lib/questions/question.ts";
import { Choices } from "./choices.tsx";

type Props = {
  readonly state: FormState;
  readonly topics: readonly { readonly key: string; readonly title: string; readonly facts: number }[];
  readonly kinds: readonly Kind[];
  readonly count: number;
  readonly countMax: number;
};

/** What questions are drawn by: topics, kinds, how many. */
export function PlanFields({ state, topics, kinds, count, countMax }: Props) {
  const t = useTranslations("quiz");
  const q = useTranslations("question");
  return (
    <>
      <Choices
        name="topics"
        state={state}
        legend={t("topics")}
        hint={t("topicsHint")}
        choices={topics.map(({ key, title, facts }) => ({
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
        {...filled(state, "count", count)}
        type="number"
        inputMode="numeric"
        min={1}
        max={countMax}
        required
        className="max-w-40"
      />
    </>
  );
}
