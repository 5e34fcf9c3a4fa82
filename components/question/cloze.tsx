"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import type { QuestionInputProps } from "./input.tsx";
import TypedInput from "./typed.tsx";

/** A gap to be filled by typing, with the first letters of the answer: shown at once, or when asked for, which is a hint. */
export default function ClozeInput(props: QuestionInputProps) {
  const t = useTranslations("question");
  const [asked, setAsked] = useState(false);
  const { question, onResponse } = props;
  const { cue } = question;
  const words = cue?.text.split(" ") ?? [];
  return (
    <>
      <TypedInput {...props} onResponse={(response) => onResponse(response, asked)} />
      <div className="cue" role="status">
        {cue && (cue.shown || asked) ? (
          <p>
            <span aria-hidden="true">{cue.text}</span>
            <span className="hidden-text">
              {t("cueSaid", { count: words.length })} {words.map((word) => t("cueWord", said(word))).join("; ")}
            </span>
          </p>
        ) : null}
      </div>
      {cue && !cue.shown && !asked && (
        <Button tone="quiet" onClick={() => setAsked(true)}>
          {t("firstLetters")}
        </Button>
      )}
    </>
  );
}

/** A word of the cue in figures: its first letter, or `none`, and how many letters it has. */
function said(word: string): { readonly first: string; readonly count: number } {
  const letters = word.match(/[\p{L}\p{N}_]\p{M}*/gu) ?? [];
  return { first: letters[0] === "_" ? "none" : (letters[0] ?? "none"), count: letters.length };
}
