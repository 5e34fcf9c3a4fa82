"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { PosedQuestion, Response } from "@/lib/questions/question.ts";
import type { QuestionInputProps } from "./input.tsx";
import { SpanInput } from "./span.tsx";

/** Longest answer that is read; marking refuses more. */
const longest = 500;

/** Typed names, numbers and dates: one line of text, answered with enter; of a span two. */
export default function TypedInput(props: QuestionInputProps) {
  const { span } = props.question;
  return span ? <SpanInput {...props} ends={span} /> : <LineInput {...props} />;
}

function LineInput({
  question,
  when = "answered",
  onResponse,
  response,
  formId,
  autoFocus = false,
}: QuestionInputProps) {
  const t = useTranslations("question");
  const [text, setText] = useState(() => (response && "text" in response ? response.text : ""));
  const [missing, setMissing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);
  const hint = hintOf(question);

  return (
    <form
      id={formId}
      className="field typed"
      onSubmit={(event) => {
        event.preventDefault();
        if (when === "changed") return;
        if (text.trim()) onResponse(responseOf(question, text));
        else {
          setMissing(true);
          input.current?.focus();
        }
      }}
    >
      <label htmlFor={`${formId}-text`}>{t(`label.${labelOf(question)}`)}</label>
      <input
        ref={input}
        id={`${formId}-text`}
        className="input"
        type="text"
        value={text}
        maxLength={longest}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="go"
        aria-describedby={`${formId}-note`}
        onChange={(event) => {
          setText(event.target.value);
          setMissing(false);
          if (when === "changed") onResponse(responseOf(question, event.target.value));
        }}
      />
      <p id={`${formId}-note`} role="status" className="hint min-h-5">
        {missing ? t("writeFirst") : hint && t(`hint.${hint}`)}
      </p>
    </form>
  );
}

function responseOf(question: PosedQuestion, text: string): Response {
  const kind = question.kind === "date" || question.kind === "number" ? question.kind : "typed";
  return { kind, text };
}

function labelOf(question: PosedQuestion): "date" | "number" | "typed" {
  return question.kind === "date" || question.kind === "number" ? question.kind : "typed";
}

/** How exact an answer is wanted; a name needs no hint. */
function hintOf(question: PosedQuestion): "day" | "month" | "year" | "between" | "number" | null {
  if (question.kind === "number") return "number";
  return question.kind === "date" ? question.precision : null;
}
