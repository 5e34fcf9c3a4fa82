/** What a class takes for what: wrong answers that name something else, counted by students. */
import type { Question, Response } from "../questions/question.ts";
import { markFinal } from "./mark-final.ts";

/** `taken` was given where `right` is right, by so many students. */
export type Confusion = { readonly right: string; readonly taken: string; readonly students: number };

type Asked = {
  readonly student: string;
  readonly question: Question;
  readonly response: Response | null;
  /** 0..1, as it was marked. */
  readonly fraction: number;
};

/** Confusions of at least two students, the most frequent first; one student's is no pattern, and stays out of sight. */
export function confusionsOf(answers: readonly Asked[]): Confusion[] {
  const byPair = new Map<string, { right: string; taken: string; students: Set<string> }>();
  for (const { student, question, response, fraction } of answers) {
    const taken = response && fraction < 1 ? takenFor(question, response) : null;
    if (!taken) continue;
    const key = JSON.stringify([question.answer, taken]);
    const same = byPair.get(key);
    if (same) same.students.add(student);
    else byPair.set(key, { right: question.answer, taken, students: new Set([student]) });
  }
  return [...byPair.values()]
    .map(({ right, taken, students }) => ({ right, taken, students: students.size }))
    .filter(({ students }) => students > 1)
    .sort((a, b) => b.students - a.students || (a.right + a.taken < b.right + b.taken ? -1 : 1));
}

/** The other thing that a wrong answer names; null where it names none, or where what is chosen was made by rule and is nothing of the pack. */
function takenFor(question: Question, response: Response): string | null {
  switch (response.kind) {
    case "choice": {
      const option = question.options.find(({ value }) => value === response.value);
      return option && !option.right && !option.synthetic ? option.text : null;
    }
    case "typed": {
      const marked = markFinal(question, response);
      const other = marked.kind === "marked" ? marked.mistakenFor : null;
      return question.near.find(({ value }) => value === other)?.text ?? null;
    }
    default:
      return null;
  }
}
