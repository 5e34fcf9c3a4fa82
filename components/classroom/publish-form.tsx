"use client";

import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form.tsx";
import type { FormAction } from "@/components/ui/form-state.ts";
import { TitleField, WindowFields } from "./quiz-fields.tsx";

type Props = {
  readonly action: FormAction;
  readonly assignmentId: string;
  readonly version: number;
  readonly title: string;
  readonly opens: string;
  readonly closes: string;
  readonly zone: string;
};

/** Title and window of a draft, and the button that gives it to the class. */
export function PublishForm({ action, assignmentId, version, title, opens, closes, zone }: Props) {
  const t = useTranslations("quiz");
  return (
    <Form action={action} hidden={{ assignmentId, version }} submit={t("publish")}>
      {(state) => (
        <>
          <TitleField state={state} title={title} />
          <WindowFields state={state} opens={opens} closes={closes} zone={zone} />
        </>
      )}
    </Form>
  );
}
