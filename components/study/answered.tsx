import type { Session } from "@/lib/study/session.ts";
import { QuestionReview } from "../question/review.tsx";
import { Due } from "./due.tsx";

export { Why } from "../question/why.tsx";

/** What was answered, what is right and why, and when it comes back; what its learner judged right counts as right. Nothing before an answer. */
export function Answered({ session }: { readonly session: Session }) {
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
