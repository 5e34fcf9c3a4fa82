"use client";

import { useActionState, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button.tsx";
import { HiddenFields } from "@/components/ui/form.tsx";
import { type FormAction, untouched } from "@/components/ui/form-state.ts";

type Props = {
  readonly action: FormAction;
  readonly assignmentId: string;
  /** Is there something to close? */
  readonly open: boolean;
  readonly label: string;
  readonly done: string;
};

/** Closes a running quiz; the line that says so takes the place and the focus of the button. */
export function CloseNow({ action, assignmentId, open, label, done }: Props) {
  const [state, submit, pending] = useActionState(action, untouched);
  const said = useRef<HTMLParagraphElement>(null);
  const closed = state.done !== undefined && !open;
  useEffect(() => {
    if (closed) said.current?.focus();
  }, [closed]);
  if (closed)
    return (
      <p ref={said} tabIndex={-1} className="status self-center">
        {done}
      </p>
    );
  if (!open) return null;
  return (
    <form action={submit} onSubmit={(event) => pending && event.preventDefault()}>
      <HiddenFields of={{ assignmentId }} />
      <Button type="submit" tone="secondary" aria-disabled={pending}>
        {label}
      </Button>
    </form>
  );
}
