"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { QuestionInputProps } from "./input.tsx";

/** Longest text that is kept. */
const longest = 4_000;

/** A free text of several lines, which somebody reads and marks. */
export default function FreeTextInput({
  when = "answered",
  onResponse,
  response,
  formId,
  autoFocus = false,
}: QuestionInputProps) {
  const t = useTranslations("question");
  const [text, setText] = useState(() => (response && "text" in response ? response.text : ""));
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);
  return (
    <form
      id={formId}
      className="field"
      onSubmit={(event) => {
        event.preventDefault();
        if (when === "answered" && text.trim()) onResponse({ kind: "text", text });
      }}
    >
      <label htmlFor={`${formId}-text`}>{t("label.text")}</label>
      <textarea
        ref={input}
        id={`${formId}-text`}
        className="input"
        rows={8}
        maxLength={longest}
        value={text}
        aria-describedby={`${formId}-note`}
        onChange={(event) => {
          setText(event.target.value);
          if (when === "changed") onResponse({ kind: "text", text: event.target.value });
        }}
      />
      <p id={`${formId}-note`} className="hint">
        {t("hint.text", { max: longest })}
      </p>
    </form>
  );
}
