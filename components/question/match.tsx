"use client";

import { useTranslations } from "next-intl";
import { type PointerEvent, useRef, useState } from "react";
import type { Pair, ValueKey } from "@/lib/questions/question.ts";
import type { QuestionInputProps } from "./input.tsx";

/** What is being dragged: from where, how far, and over which prompt it is. */
type Drag = { readonly value: ValueKey; readonly x: number; readonly y: number; readonly over: ValueKey | null };

/**
 * Matches one to one: a list beside each prompt to choose from, or the options themselves, to be dragged onto a prompt or pressed into the
 * first empty one; all do the same. What is given twice is said, and has to be mended.
 */
export default function MatchInput({ question, when = "answered", onResponse, response, formId }: QuestionInputProps) {
  const t = useTranslations("question");
  const prompts = question.prompts ?? [];
  const [pairs, setPairs] = useState<readonly Pair[]>(() => (response?.kind === "match" ? response.pairs : []));
  const [said, setSaid] = useState("");
  const [missing, setMissing] = useState(false);
  const [drag, setDrag] = useState<Drag | null>(null);
  const start = useRef({ x: 0, y: 0 });
  const form = useRef<HTMLFormElement>(null);
  const optionOf = (prompt: ValueKey) => pairs.find((pair) => pair.prompt === prompt)?.value ?? "";
  const textOf = (value: ValueKey) =>
    [...prompts, ...question.options].find((each) => each.value === value)?.text ?? value;
  const isTwice = (value: ValueKey) => value !== "" && pairs.filter((pair) => pair.value === value).length > 1;
  const free = question.options.filter((option) => !pairs.some((pair) => pair.value === option.value));

  function put(prompt: ValueKey, value: ValueKey) {
    // What another prompt has stays there: arrow keys go through a list one by one, and must not empty others on the way.
    const rest = pairs.filter((pair) => pair.prompt !== prompt);
    const next = value === "" ? rest : [...rest, { prompt, value }];
    setPairs(next);
    setMissing(false);
    setSaid(value === "" ? "" : t("matched", { prompt: textOf(prompt), option: textOf(value) }));
    if (when === "changed") onResponse({ kind: "match", pairs: next });
  }

  function submit() {
    if (when === "changed") return;
    const open = prompts.find(({ value }) => optionOf(value) === "" || isTwice(optionOf(value)));
    if (!open) return onResponse({ kind: "match", pairs });
    setMissing(true);
    form.current?.querySelectorAll("select")[prompts.indexOf(open)]?.focus();
  }

  function onMove(event: PointerEvent, value: ValueKey) {
    if (drag?.value !== value) return;
    const under = document.elementsFromPoint(event.clientX, event.clientY);
    const row = under.map((each) => each.closest<HTMLElement>("[data-prompt]")).find((each) => each !== null);
    const [x, y] = [event.clientX - start.current.x, event.clientY - start.current.y];
    setDrag({ value, x, y, over: row?.dataset.prompt ?? null });
  }

  function drop(value: ValueKey) {
    if (!drag) return;
    setDrag(null);
    // Pressed rather than dragged: the first prompt that has none.
    const isPress = Math.abs(drag.x) + Math.abs(drag.y) < 6;
    const target = isPress ? prompts.find((prompt) => optionOf(prompt.value) === "")?.value : drag.over;
    if (target) put(target, value);
  }

  const twice = pairs.find((pair) => isTwice(pair.value));
  const note = twice
    ? t("matchTwice", { option: textOf(twice.value) })
    : missing
      ? t("matchAll")
      : t("matchHint", { count: question.options.length - prompts.length });
  return (
    <form
      ref={form}
      id={formId}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <fieldset className="match">
        <legend className="hidden-text">{question.stem}</legend>
        <div className="match-bank" aria-hidden="true">
          {free.map(({ value, text }) => (
            <button
              key={value}
              type="button"
              tabIndex={-1}
              data-dragged={drag?.value === value || undefined}
              style={drag?.value === value ? { translate: `${drag.x}px ${drag.y}px` } : undefined}
              onPointerDown={(event) => {
                event.preventDefault();
                event.currentTarget.setPointerCapture(event.pointerId);
                start.current = { x: event.clientX, y: event.clientY };
                setDrag({ value, x: 0, y: 0, over: null });
              }}
              onPointerMove={(event) => onMove(event, value)}
              onPointerUp={() => drop(value)}
              onPointerCancel={() => setDrag(null)}
            >
              {text}
            </button>
          ))}
        </div>
        <ol>
          {prompts.map(({ value, text }, place) => (
            <li key={value} data-prompt={value} data-over={drag?.over === value || undefined}>
              <label htmlFor={`${formId}-${place}`}>{text}</label>
              <select
                id={`${formId}-${place}`}
                value={optionOf(value)}
                data-empty={optionOf(value) === "" || undefined}
                aria-invalid={isTwice(optionOf(value)) || undefined}
                onChange={(event) => put(value, event.target.value)}
              >
                <option value="">{t("matchWith")}</option>
                {question.options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.text}
                  </option>
                ))}
              </select>
            </li>
          ))}
        </ol>
      </fieldset>
      <p role="status" className="note mt-2 min-h-5">
        {note}
      </p>
      <p role="status" className="hidden-text">
        {said}
      </p>
    </form>
  );
}
