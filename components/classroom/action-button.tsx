"use client";

import { useActionState } from "react";
import { Button, type Tone } from "@/components/ui/button.tsx";
import { type FormAction, untouched } from "@/components/ui/form-state.ts";

type Props = {
  readonly action: FormAction;
  /** Hidden fields that say what it is about. */
  readonly fields: Readonly<Record<string, string | number>>;
  readonly label: string;
  /** The full name for those who hear it without its surroundings. */
  readonly name?: string;
  readonly tone?: Tone;
};

/** A form of one button; what is refused is said beside it. */
export function ActionButton({ action, fields, label, name, tone = "secondary" }: Props) {
  const [{ problems }, submit, pending] = useActionState(action, untouched);
  return (
    <form action={submit} className="inline-flex items-center gap-2">
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <Button type="submit" tone={tone} aria-label={name} aria-disabled={pending}>
        {label}
      </Button>
      {problems.form && (
        <span role="alert" className="note">
          {problems.form.join(" ")}
        </span>
      )}
    </form>
  );
}
