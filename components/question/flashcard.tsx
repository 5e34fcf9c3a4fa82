"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "../ui/button.tsx";
import type { QuestionInputProps } from "./input.tsx";
import { useKeys } from "./keys.ts";

/** A card with two sides: think, turn it, say how it went. Only for self-study, as its back is in the page. */
export default function FlashcardInput({ onResponse, formId, back, ratings = [], onTurned }: QuestionInputProps) {
  const t = useTranslations("question");
  const [turned, setTurned] = useState(false);
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (turned) region.current?.focus();
  }, [turned]);
  function turn() {
    setTurned(true);
    onTurned?.();
  }
  useKeys(true, (key) => {
    if (!turned) {
      if (key !== " " && key !== "Enter") return false;
      turn();
      return true;
    }
    const chosen = ratings[Number(key) - 1];
    if (!chosen) return false;
    onResponse({ kind: "flashcard", rating: chosen.rating });
    return true;
  });

  if (!turned)
    return (
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          turn();
        }}
      >
        <p className="note">{t("flashcardHint")}</p>
      </form>
    );
  return (
    <div>
      <div ref={region} tabIndex={-1}>
        {back}
      </div>
      <fieldset className="action-bar">
        <legend className="hidden-text">{t("howWell")}</legend>
        {ratings.map((each, place) => (
          <Button
            key={each.rating}
            tone={each.rating === "good" ? "primary" : "secondary"}
            keys={String(place + 1)}
            onClick={() => onResponse({ kind: "flashcard", rating: each.rating })}
          >
            <span>
              {each.label}
              {each.next && <small className="block font-normal">{each.next}</small>}
            </span>
          </Button>
        ))}
      </fieldset>
    </div>
  );
}
