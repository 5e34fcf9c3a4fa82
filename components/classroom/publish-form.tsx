"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { type FormAction, untouched } from "@/components/ui/form-state.ts";

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
  const [{ problems, values }, submit, pending] = useActionState(action, untouched);
  return (
    <form action={submit} className="grid gap-6">
      <input type="hidden" name="assignmentId" value={assignmentId} />
      <input type="hidden" name="version" value={version} />
      <Field
        label={t("title")}
        name="title"
        required
        maxLength={80}
        defaultValue={values.title ?? title}
        problems={problems.title}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <Field
          label={t("opens")}
          name="opens"
          type="datetime-local"
          required
          defaultValue={values.opens ?? opens}
          problems={problems.opens}
          hint={t("inZone", { zone })}
        />
        <Field
          label={t("closes")}
          name="closes"
          type="datetime-local"
          required
          defaultValue={values.closes ?? closes}
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
          {t("publish")}
        </Button>
      </p>
    </form>
  );
}
