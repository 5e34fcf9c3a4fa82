/** The key stays home: what of a question may be shown before it is answered. */
import type { PosedQuestion, Question } from "./question.ts";

/** The question without key, receipt and anything else that tells the answer. */
export function pose(question: Question): PosedQuestion {
  const { kind, kicker, stem, choose, options, precision } = question;
  return { kind, kicker, stem, choose, options: options.map(({ value, text }) => ({ value, text })), precision };
}
