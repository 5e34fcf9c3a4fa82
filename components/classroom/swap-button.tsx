"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { type FormAction, untouched } from "@/components/ui/form-state.ts";

type Props = {
  readonly action: FormAction;
  readonly assignmentId: string;
  readonly slot: number;
  readonly label: string;
  readonly name: string;
};

/** Asks for another question in a place. */
export function SwapButton({ action, assignmentId, slot, label, name }: Props) {
  const [state, submit, pending] = useActionState(action, untouched);
  return (
    <form action={submit} className="inline-flex items-center gap-2">
      <input type="hidden" name="assignmentId" value={assignmentId} />
      <input type="hidden" name="slot" value={slot} />
      <Button type="submit" tone="quiet" aria-label={name} aria-disabled={pending}>
        {label}
      </Button>
      {state.problems.form && (
        <span role="alert" className="note">
          {state.problems.form.join(" ")}
        </span>
      )}
    </form>
  );
}
