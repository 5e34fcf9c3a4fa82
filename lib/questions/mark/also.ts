/** Marks against a key and against what is accepted beside it: whichever of them the response comes nearest to. */
import type { Keyed, Mark, Question, Response } from "../question.ts";

/** The best of the marks by each key; of equal ones the first. Asked again is only what no key takes as it is. */
export function markAgainst(question: Question, by: (question: Question) => Mark): Mark {
  const { question: judged, mark } = bestOf(question, by);
  if (mark.kind !== "marked" || !question.span) return mark;
  // An end of a span is the same end by whichever key.
  const wrongParts = mark.wrongParts.map((value) => question.key[judged.key.indexOf(value)] ?? value);
  return { ...mark, wrongParts };
}

/** The question with that of its keys by which a response is marked; itself without others. */
export function judgedBy(question: Question, response: Response | null, by: (question: Question) => Mark): Question {
  return response && question.also ? bestOf(question, by).question : question;
}

function bestOf(question: Question, by: (question: Question) => Mark): { question: Question; mark: Mark } {
  const { also = [], ...alone } = question;
  const marks = [alone, ...also.map((keyed) => withKeyed(alone, keyed))].map((one) => ({
    question: one,
    mark: by(one),
  }));
  const worth = ({ mark }: { mark: Mark }) => (mark.kind === "marked" ? mark.fraction : 0.5);
  return marks.reduce((best, each) => (worth(each) > worth(best) ? each : best));
}

/** The same question with another key, and nothing accepted beside it. The ends of a span keep what they are called among its parts. */
export function withKeyed({ also: _, ...question }: Question, { key, answer }: Keyed): Question {
  const written = question.kind === "number" || question.kind === "date";
  return {
    ...question,
    ...{ key, answer, accepts: written ? [answer] : question.accepts },
    parts: question.span
      ? question.parts.map((part) => ({ ...part, value: key[question.key.indexOf(part.value)] ?? part.value }))
      : question.parts,
    // Of what is matched, the one to spare may be another.
    options: question.options.map((option) =>
      key.includes(option.value) ? { ...option, right: true, whyNot: null } : { ...option, right: false },
    ),
  };
}
