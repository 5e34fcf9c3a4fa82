"use client";

import { useTranslations } from "next-intl";
import type { Response } from "@/lib/questions/question.ts";
import type { Session } from "@/lib/study/session.ts";
import { QuestionInput } from "../question/input.tsx";
import { verdictOf } from "../question/verdict.ts";
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
  const verdict = answered && (answered.overridden ? "right" : verdictOf(answered.response, answered.mark));
  return (
    <p role="status" className="hidden-text">
      {verdict && `${t(`verdict.${verdict}`)}. ${queue[0]?.kept.question.why}`}
    </p>
  );
}

const fetchAnswered = () => import("./answered.tsx");

/** What shows an answered question, and its Why; null until it has come. */
export const useAnswered = ({ turn, answered }: Session) => useLater(fetchAnswered, `${turn} ${answered !== null}`);

type AnsweredProps = Props & { readonly later: ReturnType<typeof useAnswered> };

/** The answered question; for whoever answers before all has come, the true sentence. */
export function AnsweredTurn({ session, later }: AnsweredProps) {
  if (later) return <later.Answered session={session} />;
  return <p className="lead mt-6">{session.queue[0]?.kept.question.why}</p>;
}
