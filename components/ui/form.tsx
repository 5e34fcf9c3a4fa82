"use client";

import { Fragment, type ReactNode, useActionState } from "react";
import { Button, type Tone } from "./button.tsx";
import { FormProblems } from "./form-problems.tsx";
import { type FormAction, type FormState, untouched } from "./form-state.ts";
import { Status } from "./status.tsx";

type Props = {
  readonly action: FormAction;
  /** Fields that nobody fills in: what it is about, where to go on to. */
  readonly hidden?: Readonly<Record<string, string | number>>;
  readonly className?: string;
  /** For controls outside of it that belong to it. */
  readonly id?: string;
  /** What its button says. */
  readonly submit: string;
  readonly tone?: Tone;
  /** Said beside the button once it is done, where the form stays. */
  readonly done?: string;
  /** What is filled in, given what was typed and what is wrong with it. */
  readonly children: (state: FormState) => ReactNode;
};

/** A form of a server action with its button and its problems; the server checks it, and it works without scripts. */
export function Form({
  action,
  hidden = {},
  className = "grid gap-6",
  id,
  submit,
  tone = "primary",
  done,
  children,
}: Props) {
  const [state, send, pending] = useActionState(action, untouched);
  return (
    // A button at work is not disabled, so that it keeps the focus: it is the second press that does nothing.
    <form
      id={id}
      action={send}
      noValidate
      className={className}
      onSubmit={(event) => pending && event.preventDefault()}
    >
      <HiddenFields of={hidden} />
      {children(state)}
      <FormProblems state={state} />
      <div className="form-end">
        <Button type="submit" tone={tone} aria-disabled={pending}>
          {submit}
        </Button>
        {done !== undefined && <Status>{state.done !== undefined && done}</Status>}
      </div>
    </form>
  );
}

/** Fields that a form sends and does not show. */
export function HiddenFields({ of }: { readonly of: Readonly<Record<string, string | number>> }) {
  return (
    <Fragment>
      {Object.entries(of).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </Fragment>
  );
}
