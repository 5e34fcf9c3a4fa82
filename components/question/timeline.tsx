"use client";

import { useTranslations } from "next-intl";
import { type PointerEvent, useRef, useState } from "react";
import type { PosedQuestion, ValueKey } from "@/lib/questions/question.ts";
import { Kbd } from "../ui/kbd.tsx";
import type { QuestionInputProps } from "./input.tsx";
import { useKeys } from "./keys.ts";
import { isPress, OptionsForm } from "./options-form.tsx";

/**
 * Places one thing on a line of dated anchors: the gaps between them are radios. A press on a gap, its number, or dragging the thing there is
 * the answer; arrows only move the mark, enter answers.
 */
export default function TimelineInput({
  question,
  when = "answered",
  onResponse,
  response,
  formId,
  keys = true,
}: QuestionInputProps) {
  const t = useTranslations("question");
  const [chosen, setChosen] = useState<ValueKey | null>(response?.kind === "timeline" ? response.value : null);
  const [missing, setMissing] = useState(false);
  const [drag, setDrag] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const start = useRef({ x: 0, y: 0 });
  const thing = question.prompts?.[0]?.text ?? "";

  function choose(value: ValueKey, commit: boolean) {
    setChosen(value);
    setMissing(false);
    if (when === "changed" || commit) onResponse({ kind: "timeline", value });
  }

  function onMove(event: PointerEvent) {
    if (!drag) return;
    setDrag({ x: event.clientX - start.current.x, y: event.clientY - start.current.y });
    const value = gapUnder(event);
    if (value !== null) setChosen(value);
  }

  function onDrop(event: PointerEvent) {
    if (!drag) return;
    setDrag(null);
    const value = gapUnder(event);
    if (value !== null) choose(value, true);
  }

  function submit(): boolean {
    setMissing(chosen === null);
    if (chosen !== null) onResponse({ kind: "timeline", value: chosen });
    return chosen !== null;
  }

  useKeys(keys, (key) => {
    const option = question.options[Number(key) - 1];
    if (option) choose(option.value, true);
    return option !== undefined;
  });

  return (
    <OptionsForm question={question} when={when} formId={formId} className="line" isMissing={missing} onSubmit={submit}>
      <p
        className="line-thing"
        data-dragged={drag ? "" : undefined}
        style={drag ? { translate: `${drag.x}px ${drag.y}px` } : undefined}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          start.current = { x: event.clientX, y: event.clientY };
          setDrag({ x: 0, y: 0 });
        }}
        onPointerMove={onMove}
        onPointerUp={onDrop}
        onPointerCancel={() => setDrag(null)}
      >
        <span aria-hidden="true">⠿ </span>
        {thing}
      </p>
      <ol>
        {question.options.map((option, place) => (
          <li key={option.value}>
            {place > 0 && (
              <p className="line-anchor">
                <i aria-hidden="true" />
                <span>{option.when}</span>
                <b>{option.text}</b>
              </p>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the input inside has the keyboard's part. */}
            <label
              className="line-gap"
              data-gap={option.value}
              onClick={(event) => {
                if (when === "changed" || !isPress(event)) return;
                event.preventDefault();
                choose(option.value, true);
              }}
            >
              <input
                type="radio"
                name={formId}
                value={option.value}
                checked={chosen === option.value}
                aria-label={t(`place.${whereOf(question, place)}`, aroundOf(question, place))}
                onChange={() => choose(option.value, false)}
              />
              {keys && <Kbd>{place + 1}</Kbd>}
              <span aria-hidden="true">{chosen === option.value ? thing : t("placeHere")}</span>
            </label>
          </li>
        ))}
      </ol>
    </OptionsForm>
  );
}

/** The gap at a point of the screen; null where there is none. */
function gapUnder({ clientX, clientY }: PointerEvent): ValueKey | null {
  const under = document.elementsFromPoint(clientX, clientY);
  return under.map((each) => each.closest<HTMLElement>("[data-gap]")).find((each) => each)?.dataset.gap ?? null;
}

function whereOf({ options }: PosedQuestion, place: number): "before" | "between" | "after" {
  return place === 0 ? "before" : place === options.length - 1 ? "after" : "between";
}

/** The anchors around a gap, with their dates. */
function aroundOf({ options }: PosedQuestion, place: number): { readonly left: string; readonly right: string } {
  const said = (at: number) => (at > 0 && options[at] ? `${options[at].text}, ${options[at].when ?? ""}` : "");
  return { left: said(place), right: said(place + 1) };
}
