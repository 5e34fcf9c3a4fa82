"use client";

import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form.tsx";
import type { FormAction } from "@/components/ui/form-state.ts";
import { TitleField } from "./quiz-fields.tsx";
import { type ShownTerms, TermsFields } from "./terms-fields.tsx";

type Props = {
  readonly action: FormAction;
  readonly assignmentId: string;
  readonly version: number;
  readonly title: string;
  readonly shown: ShownTerms;
  /** What the button says, and what is said when it is done. */
  readonly submit: string;
  readonly done?: string;
};

/** Title and terms of an assignment: the button gives a draft to the class, or keeps what was changed of a quiz that it has. */
export function PublishForm({ action, assignmentId, version, title, shown, submit, done }: Props) {
  const t = useTranslations("quiz");
  return (
    <Form action={action} hidden={{ assignmentId, version }} submit={submit} {...(done ? { done } : {})}>
      {(state) => (
        <>
          <TitleField state={state} title={title} hint={t("titleHint")} />
          <TermsFields state={state} shown={shown} />
        </>
      )}
    </Form>
  );
}
