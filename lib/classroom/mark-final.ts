import { orMade } from "../base/or-made.ts";
import { mark } from "../questions/mark.ts";
import type { Mark, Question, Response } from "../questions/question.ts";

/**
 * The mark of a response taken as final: a second try has no place in a quiz, what would be asked again earns what it shows. A class of 500 gives few different
 * responses to one question, and each is marked once, as long as the question's object lives.
 */
export function markFinal(question: Question, response: Response): Mark {
  const before = known.get(question);
  const marks = before && before.size < mostRemembered ? before : new Map<string, Mark>();
  if (marks !== before) known.set(question, marks);
  return orMade(marks, JSON.stringify(response), () => mark(question, response, { second: true }));
}

const known = new WeakMap<Question, Map<string, Mark>>();
const mostRemembered = 64;
