"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, useRef } from "react";
import type { QuestionInputProps } from "./input.tsx";

type Props = Pick<QuestionInputProps, "question" | "when" | "formId"> & {
  readonly className: string;
  /** Nothing was chosen when the form was to be sent. */
  readonly isMissing: boolean;
  /** What is said below the options while nothing is missing. */
  readonly note?: string | null;
  /** A press on an option is the answer. */
  readonly isPressed?: boolean;
  /** Answers; false where nothing is chosen yet. */
  readonly onSubmit: () => boolean;
  readonly children: ReactNode;
};

/** The form of a question that is answered by radios or checkboxes: enter sends it, and what is missing is said and focused. */
export function OptionsForm({
  question,
  when = "answered",
  formId,
  className,
  isMissing,
  note = null,
  isPressed = false,
  onSubmit,
  children,
}: Props) {
  const t = useTranslations("question");
  const fieldset = useRef<HTMLFieldSetElement>(null);
  return (
    <form
      id={formId}
      onSubmit={(event) => {
        event.preventDefault();
        if (when === "answered" && !onSubmit()) fieldset.current?.querySelector("input")?.focus();
      }}
    >
      <fieldset
        ref={fieldset}
        className={className}
        data-press={isPressed ? "" : undefined}
        aria-describedby={isMissing || note !== null ? `${formId}-note` : undefined}
      >
        <legend className="hidden-text">{question.stem}</legend>
        {children}
      </fieldset>
      <p id={`${formId}-note`} role="status" className="note mt-2 min-h-5">
        {isMissing ? t("chooseFirst") : note}
      </p>
      {when === "answered" && <button type="submit" hidden aria-hidden="true" tabIndex={-1} />}
    </form>
  );
}

/**
 * Whether a click on a label is a press on it. Arrow keys in a group of radios make clicks of their own, on the input: those only move
 * the mark.
 */
export function isPress(event: MouseEvent): boolean {
  return !(event.target instanceof HTMLInputElement);
}
