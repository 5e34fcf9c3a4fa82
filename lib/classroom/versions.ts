/** The different questions of one place of a quiz, and who had which. */
import type { Question } from "../questions/question.ts";
import type { AttemptResult, Slot } from "./results.ts";

/** A student's result with the questions that it marks; null while there is none. */
export type Taken = { readonly result: AttemptResult | null; readonly questions: readonly Slot[] };

export type Version<Student extends Taken> = { readonly question: Question; readonly students: readonly Student[] };

/**
 * The questions that students had in a place (from 0), each once however its options were shuffled, the one that most had first; where nobody had any, that of the first
 * variant.
 */
export function versionsOf<Student extends Taken>(
  place: number,
  slots: readonly Slot[],
  students: readonly Student[],
): Version<Student>[] {
  const had = students.flatMap((student) => {
    const question = student.questions[place]?.question;
    return question && student.result ? [{ question, student }] : [];
  });
  const versions = [...Map.groupBy(had, ({ question }) => question.id).values()].map((own) => ({
    question: own[0]!.question,
    students: own.map(({ student }) => student),
  }));
  if (versions.length === 0 && slots[place]) return [{ question: slots[place].question, students: [] }];
  return versions.sort((a, b) => b.students.length - a.students.length || (a.question.id < b.question.id ? -1 : 1));
}
