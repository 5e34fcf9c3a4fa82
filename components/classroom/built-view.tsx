import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button.tsx";
import { HiddenFields } from "@/components/ui/form.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import type { Question } from "@/lib/questions/question.ts";
import { KeyCard } from "./key-card.tsx";

/** What became of the last press, and at which place, counted from 1. */
export type Told = { readonly place: number; readonly what: "swapped" | "nothing-else" | "removed" };

type Props = {
  readonly packTitle: string;
  readonly title: string;
  readonly questions: readonly Question[];
  readonly wanted: number;
  readonly gone: number;
  /** What the address says of the quiz, sent along by its buttons. */
  readonly state: Readonly<Record<string, string>>;
  readonly told: Told | null;
  /** The form for another plan. */
  readonly planHref: string;
  readonly takeAway: ReactNode;
  readonly assign: ReactNode;
};

/** A quiz that is not stored, whole: every question with its key, its proof and its source; swap, take out, take away, assign. */
export function BuiltView({
  packTitle,
  title,
  questions,
  wanted,
  gone,
  state,
  told,
  planHref,
  takeAway,
  assign,
}: Props) {
  const t = useTranslations("quiz");
  const b = useTranslations("built");
  const r = useTranslations("results");
  return (
    <>
      <p className="kicker">{packTitle}</p>
      <h1>{title}</h1>
      <p className="lead mt-3">{b("lead", { count: questions.length })}</p>
      {questions.length < wanted && gone === 0 && told === null && (
        <p className="note mt-2" data-tone="due">
          {t("fewer", { count: questions.length, wanted })}
        </p>
      )}
      {gone > 0 && (
        <p className="note mt-2" data-tone="due">
          {b("gone", { count: gone })}
        </p>
      )}
      <p className="note mt-2">
        <a href={planHref} className="link">
          {b("otherPlan")}
        </a>
      </p>
      <div className="my-8">{takeAway}</div>
      <h2 className="hidden-text">{r("questionsTitle")}</h2>
      <form action="/quizzes/new" className="mb-8 grid gap-4">
        <HiddenFields of={state} />
        {questions.map((question, index) => (
          <KeyCard
            key={question.id}
            slot={index + 1}
            number={index + 1}
            question={question}
            points={t("points", { points: 1 })}
            actions={<Acts place={index + 1} told={told} isOnly={questions.length === 1} />}
          />
        ))}
      </form>
      <Panel title={b("assignTitle")}>{assign}</Panel>
    </>
  );
}

type ActsProps = { readonly place: number; readonly told: Told | null; readonly isOnly: boolean };

/** After a press the page is a new one: the button that was pressed has the focus again, and says what became of it. */
function Acts({ place, told, isOnly }: ActsProps) {
  const t = useTranslations("quiz");
  const b = useTranslations("built");
  const isHere = told?.place === place;
  return (
    <span className="inline-flex flex-wrap items-baseline gap-4">
      {isHere && (
        <span id="told" className="note">
          {b(`told.${told.what}`)}
        </span>
      )}
      <Button
        type="submit"
        name="swap"
        value={place}
        tone="quiet"
        aria-label={t("swapName", { slot: place })}
        aria-describedby={isHere ? "told" : undefined}
        // Whoever pressed it goes on from here.
        autoFocus={isHere}
      >
        {t("swap")}
      </Button>
      {!isOnly && (
        <Button type="submit" name="remove" value={place} tone="quiet" aria-label={t("removeName", { slot: place })}>
          {t("remove")}
        </Button>
      )}
    </span>
  );
}
