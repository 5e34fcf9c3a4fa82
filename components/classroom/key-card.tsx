import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { unbroken } from "@/components/question/unbroken.ts";
import { Citations } from "@/components/question/why.tsx";
import { choicesOf } from "@/lib/classroom/correction.ts";
import type { Given } from "@/lib/classroom/given.ts";
import { isOwn } from "@/lib/classroom/own.ts";
import type { Question } from "@/lib/questions/question.ts";
import { GivenAnswers } from "./given-answers.tsx";
import { MatchKey } from "./match-key.tsx";

type Props = {
  /** Names the card on its page. */
  readonly slot: number | string;
  /** Its place in the quiz, from 1. */
  readonly number: number;
  readonly question: Question;
  readonly points: ReactNode;
  readonly actions?: ReactNode;
  /** How many chose each value, once there are answers. */
  readonly chosen?: ReadonlyMap<string, number>;
  /** What was written or put in order, once there are answers; null where options are chosen. */
  readonly given?: readonly Given[] | null;
};

/** A question as its instructor checks it: every option, the key, why it is right, why the others are wrong, and where it is written. */
export function KeyCard({ slot, number, question, points, actions, chosen, given }: Props) {
  const t = useTranslations("quiz");
  const q = useTranslations("question");
  const r = useTranslations("results");
  const o = useTranslations("own");
  const kind = q(`kind.${question.kind}`);
  const choices = choicesOf(question);
  const ordered =
    question.kind === "order"
      ? question.key.map((value) => question.options.find((each) => each.value === value)!)
      : null;
  return (
    <article className="panel key-card" id={`slot-${slot}`} aria-labelledby={`stem-${slot}`}>
      <header>
        <p className="kicker">
          <span>{t("number", { slot: number })}</span>
          {question.kicker !== kind && ` · ${question.kicker}`} · {kind} · {points}
        </p>
        {actions}
      </header>
      <h3 id={`stem-${slot}`} tabIndex={-1} data-takes-focus>
        {unbroken(question.stem)}
      </h3>
      {ordered && (
        <ol className="key-order">
          {ordered.map((option) => (
            <li key={option.value}>{unbroken(option.text)}</li>
          ))}
        </ol>
      )}
      {question.kind === "match" && <MatchKey question={question} />}
      {!ordered && question.kind !== "match" && question.options.length > 0 && (
        <ul className="key-options">
          {question.options.map((option, place) => (
            <li key={option.value} data-right={option.right || undefined}>
              <span aria-hidden="true">{option.right ? "●" : "○"}</span>
              <div>
                <b>{unbroken(choices[place]!.text)}</b>
                {option.right && <span className="tag ms-2">{t("key")}</span>}
                {chosen && <small className="ms-2">{r("chosen", { count: chosen.get(option.value) ?? 0 })}</small>}
                {option.whyNot && <p className="note">{unbroken(option.whyNot)}</p>}
              </div>
            </li>
          ))}
        </ul>
      )}
      {question.kind === "text" && <p className="tag">{o("byHand")}</p>}
      {question.options.length === 0 && question.kind !== "text" && (
        <p className="key-answer">
          <span className="tag">{t("key")}</span> {question.answer}
        </p>
      )}
      {isOwn(question) && question.accepts.length > 1 && (
        <p className="note">{o("also", { answers: question.accepts.slice(1).join("; ") })}</p>
      )}
      {question.also && (
        <p className="note">{o("also", { answers: question.also.map(({ answer }) => answer).join("; ") })}</p>
      )}
      {given && <GivenAnswers given={given} />}
      <p className="key-why">{unbroken(question.why)}</p>
      <Citations receipts={question.citations} />
    </article>
  );
}
