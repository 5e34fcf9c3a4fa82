import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { HiddenFields } from "@/components/ui/form.tsx";
import { FormProblems } from "@/components/ui/form-problems.tsx";
import type { FormState } from "@/components/ui/form-state.ts";
import type { Kind } from "@/lib/questions/question.ts";
import { PlanFields } from "./plan-fields.tsx";

type Props = {
  readonly pack: {
    readonly key: string;
    readonly title: string;
    readonly topics: readonly { readonly key: string; readonly title: string; readonly facts: number }[];
  };
  readonly kinds: readonly Kind[];
  readonly count: number;
  readonly countMax: number;
  readonly titleMax: number;
  /** What was sent, and what is wrong with it. */
  readonly state: FormState;
};

/** The plan of a quiz that is not stored: it is sent as an address, by whomever. */
export function BuildForm({ pack, kinds, count, countMax, titleMax, state }: Props) {
  const t = useTranslations("quiz");
  const b = useTranslations("built");
  return (
    <form action="/quizzes/new" noValidate className="grid max-w-2xl gap-8">
      <HiddenFields of={{ pack: pack.key }} />
      <Field
        label={t("title")}
        hint={b("titleHint")}
        name="title"
        maxLength={titleMax}
        defaultValue={state.values.title ?? pack.title}
      />
      <PlanFields state={state} topics={pack.topics} kinds={kinds} count={count} countMax={countMax} />
      <FormProblems state={state} />
      <div className="form-end">
        <Button type="submit">{t("see")}</Button>
      </div>
    </form>
  );
}
