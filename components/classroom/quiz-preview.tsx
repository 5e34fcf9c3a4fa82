"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { QuestionInput } from "@/components/question/input.tsx";
import { StemWords } from "@/components/question/stem.tsx";
import type { PosedQuestion, Response } from "@/lib/questions/question.ts";

type Props = {
  readonly slots: readonly { readonly slot: number; readonly points: number; readonly question: PosedQuestion }[];
};

/** The questions of a variant as a student meets them, all on one page; answers live as long as the page does. */
export function QuizPreview({ slots }: Props) {
  const t = useTranslations("quiz");
  const [answers, setAnswers] = useState<ReadonlyMap<number, Response>>(new Map());
  return (
    <ol className="grid gap-10">
      {slots.map(({ slot, points, question }, index) => (
        <li key={slot}>
          <p className="kicker">
            {t("number", { slot: index + 1 })} · {question.kicker} · {t("points", { points })}
          </p>
          <h2 className="stem mb-4 font-serif">
            <StemWords stem={question.stem} />
          </h2>
          <QuestionInput
            question={question}
            when="changed"
            keys={false}
            response={answers.get(slot) ?? null}
            onResponse={(response) => setAnswers((before) => new Map(before).set(slot, response))}
            formId={`preview-${slot}`}
          />
        </li>
      ))}
    </ol>
  );
}
