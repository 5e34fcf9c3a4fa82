/** Grades in the tables that the grade imports of other systems take as they are. */
import type { Cell } from "./csv.ts";

export type GradeLine = {
  readonly name: string;
  /** As the school counts its students; null when nobody said it. */
  readonly studentNumber: string | null;
  readonly section: string | null;
  /** One for each quiz; null where there is none yet. */
  readonly marks: readonly (number | null)[];
};
export type GradedQuiz = { readonly title: string; readonly scoreMax: number };

/**
 * For Canvas's gradebook import: the columns that it asks for in the order in which it asks for them, then the quizzes, with what each is worth in the second row. It finds
 * a student by the SIS user id, which is the student number, else by name; ID and login stay empty, as we do not know them.
 */
export function canvasTable(quizzes: readonly GradedQuiz[], lines: readonly GradeLine[]): Cell[][] {
  const none = [null, null, null, null];
  return [
    ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", ...titlesOf(quizzes)],
    ["Points Possible", ...none, ...quizzes.map(({ scoreMax }) => scoreMax)],
    ...lines.map(({ name, studentNumber, section, marks }) => [name, null, studentNumber, null, section, ...marks]),
  ];
}

/**
 * For Moodle's grade import, with "ID number" to identify by. Students without a number are left out: a row whose identification is blank would be taken for the student
 * of the row before it, and one that is unknown ends the import.
 */
export function moodleTable(quizzes: readonly GradedQuiz[], lines: readonly GradeLine[]): Cell[][] {
  const known = lines.filter(({ studentNumber }) => isIdentified(studentNumber));
  return [
    ["ID number", "Name", ...titlesOf(quizzes)],
    ...known.map(({ studentNumber, name, marks }) => [studentNumber, name, ...marks]),
  ];
}

/** Can Moodle find a student by this number? One that a spreadsheet would take for a formula is written with a mark before it, and found by nobody. */
export function isIdentified(studentNumber: string | null): studentNumber is string {
  return studentNumber !== null && /^[\p{L}\p{N}]/u.test(studentNumber);
}

/** Both systems take columns by their titles: of two quizzes with one title the second says so. */
function titlesOf(quizzes: readonly GradedQuiz[]): string[] {
  const taken = new Map<string, number>();
  return quizzes.map(({ title }) => {
    const nth = (taken.get(title) ?? 0) + 1;
    taken.set(title, nth);
    return nth === 1 ? title : `${title} #${nth}`;
  });
}
