"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field.tsx";
import { Form } from "@/components/ui/form.tsx";
import { type FormAction, filled } from "@/components/ui/form-state.ts";
import { sectionForm } from "./section-form.ts";

type Props = {
  readonly action: FormAction;
  readonly classId: string;
  readonly student: {
    readonly userId: string;
    readonly name: string;
    readonly studentNumber: string | null;
    readonly section: string | null;
    readonly version: number;
  };
  /** Offered while one types. */
  readonly sections: readonly string[];
};

/** What a student is called in a class, their number and section. */
export function StudentForm({ action, classId, student, sections }: Props) {
  const t = useTranslations("roster");
  const { userId, name, studentNumber, section, version } = student;
  return (
    <Form
      action={action}
      hidden={{ classId, userId, version }}
      className="grid max-w-md gap-6"
      submit={t("save")}
      done={t("saved")}
    >
      {(state) => (
        <>
          <Field label={t("name")} hint={t("editNameHint")} {...filled(state, "name", name)} required maxLength={60} />
          <Field
            label={t("number")}
            hint={t("numberHint")}
            {...filled(state, "number", studentNumber)}
            maxLength={40}
          />
          <Field
            label={t("section")}
            hint={t("sectionHint")}
            {...filled(state, "section", section)}
            maxLength={40}
            list="sections"
          />
          <Sections of={sections} />
        </>
      )}
    </Form>
  );
}

/** Puts the students who are ticked in a table (`form={sectionForm}`) into a section. */
export function SectionForm({ action, classId, sections }: Omit<Props, "student">) {
  const t = useTranslations("roster");
  return (
    <Form
      action={action}
      id={sectionForm}
      hidden={{ classId }}
      className="mt-6 grid max-w-md gap-4"
      submit={t("setSection")}
      tone="secondary"
      done={t("sectionSet")}
    >
      {(state) => (
        <>
          <Field
            label={t("sectionOf")}
            hint={t("sectionHint")}
            {...filled(state, "section")}
            maxLength={40}
            list="sections"
          />
          <Sections of={sections} />
        </>
      )}
    </Form>
  );
}

function Sections({ of }: { readonly of: readonly string[] }) {
  return (
    <datalist id="sections">
      {of.map((each) => (
        <option key={each}>{each}</option>
      ))}
    </datalist>
  );
}
