"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field.tsx";
import { Form } from "@/components/ui/form.tsx";
import type { FormAction } from "@/components/ui/form-state.ts";
import { sectionForm } from "./section-form.ts";

type Props = {
  readonly action: FormAction;
  readonly classId: string;
  readonly student: {
    readonly userId: string;
    readonly name: string;
    readonly studentNumber: string | null;
    readonly section: string | null;
  };
  /** Offered while one types. */
  readonly sections: readonly string[];
};

/** What a student is called in a class, their number and section. */
export function StudentForm({ action, classId, student, sections }: Props) {
  const t = useTranslations("roster");
  const { userId, name, studentNumber, section } = student;
  return (
    <Form
      action={action}
      hidden={{ classId, userId }}
      className="grid max-w-md gap-6"
      submit={t("save")}
      done={t("saved")}
    >
      {({ problems, values }) => (
        <>
          <Field
            label={t("name")}
            hint={t("editNameHint")}
            name="name"
            required
            maxLength={60}
            defaultValue={values.name ?? name}
            problems={problems.name}
          />
          <Field
            label={t("number")}
            hint={t("numberHint")}
            name="number"
            maxLength={40}
            defaultValue={values.number ?? studentNumber ?? ""}
            problems={problems.number}
          />
          <Field
            label={t("section")}
            hint={t("sectionHint")}
            name="section"
            maxLength={40}
            list="sections"
            defaultValue={values.section ?? section ?? ""}
            problems={problems.section}
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
      {({ problems, values }) => (
        <>
          <Field
            label={t("sectionOf")}
            hint={t("sectionHint")}
            name="section"
            maxLength={40}
            list="sections"
            defaultValue={values.section ?? ""}
            problems={problems.section}
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
