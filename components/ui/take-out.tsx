"use client";

import { createContext, type ReactNode, use, useActionState, useEffect, useRef } from "react";
import { Button } from "./button.tsx";
import { HiddenFields } from "./form.tsx";
import { type FormAction, untouched } from "./form-state.ts";
import { Status } from "./status.tsx";

type Taking = { readonly submit: (form: FormData) => void; readonly pending: boolean };

const TakingContext = createContext<Taking | null>(null);

type ListProps = {
  /** Takes one out; answers with a sentence that says so. */
  readonly action: FormAction;
  readonly className?: string;
  /** In each thing a `TakeOutButton`, and something marked `data-takes-focus` that can hold the focus. */
  readonly children: ReactNode;
};

/**
 * A list from which things are taken out by a button in each. The button goes with its thing, so the list remembers: the focus comes
 * to what follows (to the last one, at the end; to the list, when nothing is left), and a line says what happened.
 */
export function TakeOutList({ action, className = "", children }: ListProps) {
  const [state, submit, pending] = useActionState(action, untouched);
  const list = useRef<HTMLDivElement>(null);
  const place = useRef(0);

  useEffect(() => {
    if (state.done === undefined) return;
    const holders = list.current?.querySelectorAll<HTMLElement>("[data-takes-focus]") ?? [];
    (holders[Math.min(place.current, holders.length - 1)] ?? list.current)?.focus();
  }, [state]);

  const said = state.problems.form?.join(" ") ?? state.done;
  return (
    <TakingContext value={{ submit, pending }}>
      <Status tone={state.problems.form ? "problem" : "quiet"} className="said">
        {said && <span key={said}>{said}</span>}
      </Status>
      <div
        ref={list}
        tabIndex={-1}
        className={className}
        onSubmit={(event) => {
          const forms = list.current?.querySelectorAll("form[data-takes-out]") ?? [];
          place.current = Math.max(0, [...forms].indexOf(event.target as HTMLFormElement));
        }}
      >
        {children}
      </div>
    </TakingContext>
  );
}

type ButtonProps = {
  /** Hidden fields that say what is taken out. */
  readonly fields: Readonly<Record<string, string | number>>;
  readonly label: string;
  /** The full name for those who hear it without its surroundings. */
  readonly name: string;
};

/** Takes the thing in which it stands out of its `TakeOutList`. */
export function TakeOutButton({ fields, label, name }: ButtonProps) {
  const taking = use(TakingContext);
  if (!taking) throw new Error("A TakeOutButton stands in a TakeOutList.");
  return (
    <form action={taking.submit} data-takes-out className="inline-flex">
      <HiddenFields of={fields} />
      <Button type="submit" tone="quiet" aria-label={name} aria-disabled={taking.pending}>
        {label}
      </Button>
    </form>
  );
}
