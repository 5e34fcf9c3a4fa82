"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, useState } from "react";
import type { Response, ValueKey } from "@/lib/questions/question.ts";
import { Kbd } from "../ui/kbd.tsx";
import type { QuestionInputProps } from "./input.tsx";
import { optionKeys, useOptionKeys } from "./keys.ts";
import { isPress, OptionsForm } from "./options-form.tsx";

/**
 * Choice, multi-select and true-false: real radios or checkboxes in a fieldset.
 * A press on an option of a single choice is the answer; arrows only move the mark, enter answers.
 */
export function ChoiceInput({
  question,
  when = "answered",
  onResponse,
  response,
  formId,
  keys = true,
}: QuestionInputProps) {
  const t = useTranslations("question");
  const many = question.kind === "multi-select";
  const [chosen, setChosen] = useState<readonly ValueKey[]>(() => valuesOf(response));
  const [missing, setMissing] = useState(false);
  const full = many && question.choose !== null && chosen.length >= question.choose;

  function choose(value: ValueKey, commit: boolean) {
    const next = many ? toggled(chosen, value, question.choose) : [value];
    setChosen(next);
    setMissing(false);
    if (when === "changed" || (commit && !many)) onResponse(responseOf(question.kind, next));
  }

  function submit(): boolean {
    setMissing(chosen.length === 0);
    if (chosen.length > 0) onResponse(responseOf(question.kind, chosen));
    return chosen.length > 0;
  }

  function press(event: MouseEvent, value: ValueKey) {
    if (many || when === "changed" || !isPress(event)) return;
    event.preventDefault();
    choose(value, true);
  }

  const names = optionKeys(question.options.map(({ text }) => text));
  useOptionKeys(keys, names, (place) => {
    const option = question.options[place];
    if (option) choose(option.value, true);
  });

  return (
    <OptionsForm
      question={question}
      when={when}
      formId={formId}
      className="options"
      isMissing={missing}
      note={many ? t("chosen", { count: chosen.length, of: question.choose ?? 0 }) : null}
      isPressed={when === "answered" && !many}
      onSubmit={submit}
    >
      {question.options.map((option, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the input inside has the keyboard's part.
        <label key={option.value} className="option" onClick={(event) => press(event, option.value)}>
          <input
            type={many ? "checkbox" : "radio"}
            name={formId}
            value={option.value}
            checked={chosen.includes(option.value)}
            aria-disabled={full && !chosen.includes(option.value) ? true : undefined}
            onChange={() => choose(option.value, false)}
          />
          {keys && <Kbd>{names[place]}</Kbd>}
          <span>{option.text}</span>
        </label>
      ))}
    </OptionsForm>
  );
}

/** The chosen values with one more or one less; no more than `limit`, when the stem announces how many. */
function toggled(chosen: readonly ValueKey[], value: ValueKey, limit: number | null): readonly ValueKey[] {
  if (chosen.includes(value)) return chosen.filter((each) => each !== value);
  return limit !== null && chosen.length >= limit ? chosen : [...chosen, value];
}

function responseOf(kind: string, values: readonly ValueKey[]): Response {
  if (kind === "multi-select") return { kind: "multi-select", values };
  const value = values[0] ?? "";
  return kind === "true-false"
    ? { kind: "true-false", value: value === "t:true" ? "t:true" : "t:false" }
    : { kind: "choice", value };
}

function valuesOf(response: Response | null | undefined): readonly ValueKey[] {
  if (response?.kind === "multi-select") return response.values;
  return response?.kind === "choice" || response?.kind === "true-false" ? [response.value] : [];
}
