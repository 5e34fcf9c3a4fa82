"use client";

import { useEffect, useRef } from "react";
import type { FormState } from "./form-state.ts";

/** What is wrong with a form as a whole, announced at once; and the focus goes to the first field that has a problem. */
export function FormProblems({ state }: { readonly state: FormState }) {
  const here = useRef<HTMLDivElement>(null);
  const problems = state.problems.form ?? [];
  useEffect(() => {
    if (Object.keys(state.problems).length === 0) return;
    const first = here.current?.closest("form")?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (first ?? here.current)?.focus();
  }, [state]);
  return (
    <div ref={here} tabIndex={-1} role="alert" className="status" data-tone="problem" hidden={problems.length === 0}>
      {problems.map((problem) => (
        <p key={problem}>{problem}</p>
      ))}
    </div>
  );
}
