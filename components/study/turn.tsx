"use client";

import { useTranslations } from "next-intl";
import type { Response } from "@/lib/questions/question.ts";
import type { Session } from "@/lib/study/session.ts";
import { QuestionInput } from "../question/input.tsx";
import { verdictOf } from "../question/verdict.ts";
import { fetchAnswered } from "./answered-part.ts";
import { useLater } from "./use-later.ts";

type Props = { readonly session: Session };

/** The question in front waits for its answer; answered, it shows why, and the verdict is said as it falls. */
export function Turn({ session, onResponse }: Props & { readonly onResponse: (response: Response) => void }) {
  const question = session.queue[0]?.kept.question;
  const later = useAnswered(session);
  return (
    <>
      <VerdictSaid session={session} />
      {question && !session.answered ? (
        <QuestionInput key={session.turn} question={question} formId="answer" onResponse={onResponse} />
      ) : (
        <AnsweredTurn session={session} later={later} />
      )}
    </>
  );
}

/** The verdict and the true sentence, for those who listen. */
export function VerdictSaid({ session: { answered, queue } }: Props) {
  const t = useTranslations("question");
  const verdict = verdictIn(answered);
  return (
    <p role="status" className="hidden-text">
      {verdict && `${t(`verdict.${verdict}`)}. ${queue[0]?.kept.question.why}`}
    </p>
  );
}

/** What shows an answered question, and its Why; null until it has come. */
export const useAnswered = ({ turn, answered }: Session) => useLater(fetchAnswered, `${turn} ${answered !== null}`);

type AnsweredProps = Props & { readonly later: ReturnType<typeof useAnswered> };

/** The answered question; before all of that has come, its verdict and the true sentence. */
export function AnsweredTurn({ session, later }: AnsweredProps) {
  const t = useTranslations("question");
  const { answered, queue } = session;
  const verdict = verdictIn(answered);
  if (later) return <later.Answered session={session} />;
  if (!verdict) return null;
  return (
    <section className="why" data-verdict={verdict} aria-label={t("why")}>
      <h2>{t(`verdict.${verdict}`)}</h2>
      <p className="why-fact">{queue[0]?.kept.question.why}</p>
    </section>
  );
}

/** What a given answer came to; what its learner judged right counts as right. */
const verdictIn = (answered: Session["answered"]) =>
  answered && (answered.overridden ? "right" : verdictOf(answered.response, answered.mark));
