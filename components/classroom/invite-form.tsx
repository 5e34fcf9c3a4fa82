"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/field.tsx";
import { Form } from "@/components/ui/form.tsx";
import type { FormAction } from "@/components/ui/form-state.ts";

type Props = { readonly action: FormAction; readonly classId: string };

/** Takes a list of people, pasted or from a file; what was given stays while something is wrong with it. */
export function InviteForm({ action, classId }: Props) {
  const t = useTranslations("invite");
  const [list, setList] = useState("");
  const [done, setDone] = useState<string>();
  const send: FormAction = async (state, form) => {
    const next = await action(state, form);
    if (next.done !== undefined) setList("");
    setDone(next.done);
    return next;
  };
  return (
    <Form action={send} hidden={{ classId }} submit={t("invite")} done={done ?? ""}>
      {({ problems }) => (
        <>
          <Field
            label={t("file")}
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            onChange={async (event) => {
              const file = event.target.files?.[0];
              if (file) setList(await file.text());
            }}
          />
          <Field
            label={t("list")}
            hint={t("listHint")}
            problems={problems.list}
            control={(props) => (
              <textarea
                className="input"
                name="list"
                rows={8}
                required
                spellCheck={false}
                value={list}
                onChange={(event) => setList(event.target.value)}
                {...props}
              />
            )}
          />
        </>
      )}
    </Form>
  );
}
