"use client";

import { useTranslations } from "next-intl";
import type { Response } from "@/lib/questions/question.ts";
import type { Session } from "@/lib/study/session.ts";
import { QuestionInput } from "../question/input.tsx";
import { QuestionReview } from "../question/review.tsx";
import { verdictOf } from "../question/why.tsx";
import { Due } from "./due.tsx";

type Props = { readonly session: Session };

/** The question in front waits for its answer; answered, it shows why, and the verdict is said as it falls. */
export function Turn({ session, onResponse }: Props & { readonly onResponse: (response: Response) => void }) {
  const question = session.queue[0]?.kept.question;
  return (
    <>
      <VerdictSaid session={session} />
      {question && !session.answered ? (
        <QuestionInput key={session.turn} question={question} formId="answer" onResponse={onResponse} />
      ) : (
        <Answered session={session} />
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

/** What was answered, what is right and why, and when it comes back; what its learner judged right counts as right. Nothing before an answer. */
export function Answered({ session }: Props) {
  const { answered, queue } = session;
  const question = queue[0]?.kept.question;
  if (!answered || !question) return null;
  return (
    <QuestionReview
      question={question}
      response={answered.response}
      mark={answered.overridden ? { ...answered.mark, fraction: 1, notes: [] } : answered.mark}
      aside={<Due session={session} />}
    />
  );
}
