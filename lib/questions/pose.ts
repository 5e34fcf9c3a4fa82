/** The key stays home: what of a question may be shown before it is answered. */
import type { PosedQuestion, Question } from "./question.ts";

/** The question without key, receipt and anything else that tells the answer. */
export function pose(question: Question): PosedQuestion {
  const { kind, kicker, stem, choose, options, prompts, cue, precision, span } = question;
  return {
    kind,
    kicker,
    stem,
    choose,
    options: options.map(({ value, text, when, title }) => ({
      value,
      text,
      ...(when === undefined ? {} : { when }),
      ...(title ? { title } : {}),
    })),
    ...(prompts ? { prompts: prompts.map(({ value, text }) => ({ value, text })) } : {}),
    // Letters that are given only when asked for would tell without being asked.
    ...(cue?.shown ? { cue: { text: cue.text, shown: true } } : {}),
    precision,
    ...(span ? { span: { from: span.from, to: span.to } } : {}),
  };
}
