"use client";

import { useActionState } from "react";
import { Button, type Tone } from "@/components/ui/button.tsx";
import { type FormAction, untouched } from "@/components/ui/form-state.ts";
import { FormProblems } from "./form-problems.tsx";

type Props = {
  readonly action: FormAction;
  readonly label: string;
  /** The whole name for those who hear it without its surroundings. */
  readonly name?: string;
  readonly tone?: Tone;
  readonly id?: string;
};

/** A form of one button, about the thing with this id if there is one; works without scripts. */
export function OneButton({ action, label, name, tone = "secondary", id }: Props) {
  const [state, submit] = useActionState(action, untouched);
  return (
    <form action={submit} className="inline-block">
      {id !== undefined && <input type="hidden" name="id" value={id} />}
      <Button type="submit" tone={tone} aria-label={name}>
        {label}
      </Button>
      <FormProblems state={state} />
    </form>
  );
}
