"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { readDate } from "@/lib/questions/mark/read-date.ts";
import type { Ends } from "@/lib/questions/question.ts";
import type { QuestionInputProps } from "./input.tsx";

const sides = ["from", "to"] as const;
type Side = (typeof sides)[number];
type Texts = Readonly<Record<Side, string>>;

/** What is wrong with a field: nothing in it, or nothing that is a date. */
type Problem = "missing" | "unreadable";

/** Longest date that is read; marking refuses more. */
const longest = 500;

/** Both ends of a span, each in a field of its own; enter goes from the first to the second, then answers. */
export function SpanInput({
  ends,
  when = "answered",
  onResponse,
  response,
  formId,
  autoFocus = false,
}: QuestionInputProps & { readonly ends: Ends }) {
  const t = useTranslations("question");
  const [texts, setTexts] = useState<Texts>(() =>
    response?.kind === "date" ? { from: response.text, to: response.to ?? "" } : { from: "", to: "" },
  );
  const [problems, setProblems] = useState<Partial<Record<Side, Problem>>>({});
  const fields = useRef<Partial<Record<Side, HTMLInputElement | null>>>({});
  useEffect(() => {
    if (autoFocus) fields.current.from?.focus();
  }, [autoFocus]);
  const faulty = sides.filter((side) => problems[side]);
  const idOf = (side: Side) => `${formId}-${side}`;
  const said = (side: Side) => t(`span.${problems[side]!}`, { end: t(`label.${side}`) });

  function change(side: Side, text: string) {
    const changed = { ...texts, [side]: text };
    setTexts(changed);
    setProblems((before) => ({ ...before, [side]: undefined }));
    if (when === "changed") onResponse({ kind: "date", text: changed.from, to: changed.to });
  }

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (when === "changed") return;
    // All of it in the first field is an answer, too.
    const isWhole = texts.to.trim() === "" && readDate(texts.from, true).kind === "stretch";
    const found = isWhole ? {} : problemsOf(texts);
    const first = sides.find((side) => found[side]);
    // Enter in the first field leads to the second; nothing is wrong with that.
    const goesOn = document.activeElement === fields.current.from && !found.from && found.to === "missing";
    setProblems(goesOn ? {} : found);
    if (first) fields.current[first]?.focus();
    else onResponse({ kind: "date", text: texts.from, to: texts.to });
  }

  return (
    <form id={formId} className="field typed" onSubmit={submit} noValidate>
      <fieldset>
        <legend className="hidden-text">{t("label.span")}</legend>
        <div className="span-fields">
          {sides.map((side) => (
            <div key={side} className="field">
              <label htmlFor={idOf(side)}>{t(`label.${side}`)}</label>
              <input
                ref={(input) => {
                  fields.current[side] = input;
                }}
                id={idOf(side)}
                className="input"
                type="text"
                value={texts[side]}
                maxLength={longest}
                autoComplete="off"
                autoCapitalize="off"
                autoCorrect="off"
                spellCheck={false}
                enterKeyHint={side === "from" ? "next" : "go"}
                aria-describedby={`${idOf(side)}-hint`}
                aria-invalid={problems[side] ? true : undefined}
                onChange={(event) => change(side, event.target.value)}
                onBlur={() => {
                  const isUnreadable = texts[side].trim() !== "" && problemsOf(texts)[side] === "unreadable";
                  if (isUnreadable) setProblems((before) => ({ ...before, [side]: "unreadable" }));
                }}
              />
              <p id={`${idOf(side)}-hint`} className="hint">
                {t(`hint.${ends[side]}`)}
              </p>
            </div>
          ))}
        </div>
      </fieldset>
      <div role="alert" className="span-problems">
        {faulty.length > 0 && (
          <ul className="problems">
            {faulty.map((side) => (
              <li key={side}>
                <a href={`#${idOf(side)}`}>{said(side)}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </form>
  );
}

function problemsOf(texts: Texts): Partial<Record<Side, Problem>> {
  return Object.fromEntries(
    sides.flatMap((side): [Side, Problem][] => {
      if (texts[side].trim() === "") return [[side, "missing"]];
      // A short year is for the marking to judge, which knows the times that are asked about.
      return readDate(texts[side], true).kind === "unreadable" ? [[side, "unreadable"]] : [];
    }),
  );
}
