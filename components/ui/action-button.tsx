"use client";

import { useActionState } from "react";
import { Button, type Tone } from "./button.tsx";
import { HiddenFields } from "./form.tsx";
import { FormProblems } from "./form-problems.tsx";
import { type FormAction, untouched } from "./form-state.ts";

type Props = {
  readonly action: FormAction;
  /** Hidden fields that say what it is about. */
  readonly fields?: Readonly<Record<string, string | number>>;
  readonly label: string;
  /** The full name for those who hear it without its surroundings. */
  readonly name?: string;
  readonly tone?: Tone;
};

/** A form of one button; what is refused is said beside it. Works without scripts. */
export function ActionButton({ action, fields = {}, label, name, tone = "secondary" }: Props) {
  const [state, send, pending] = useActionState(action, untouched);
  return (
    <form
      action={send}
      className="inline-flex flex-wrap items-center gap-2"
      onSubmit={(event) => pending && event.preventDefault()}
    >
      <HiddenFields of={fields} />
      <Button type="submit" tone={tone} aria-label={name} aria-disabled={pending}>
        {label}
      </Button>
      <FormProblems state={state} />
    </form>
  );
}
