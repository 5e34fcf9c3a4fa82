import "server-only";
/** The gradebook as files: for every student, for every response, and for the grade imports of Canvas and Moodle. */
import { itemOf, timesOf } from "../classroom/analysed.ts";
import { type Cell, exportName, toCsv, told } from "../classroom/csv.ts";
import { canvasTable, moodleTable } from "../classroom/grade-files.ts";
import { responseText } from "../classroom/results.ts";
import { wallOfInstant } from "../classroom/wall.ts";
import { fileName } from "../interop/file.ts";
import { type Gradebook, readGrades } from "./gradebook.ts";
import type { MarkedPage } from "./results.ts";
import type { Viewer } from "./viewer.ts";

export const gradeFiles = ["students.csv", "responses.csv", "canvas.csv", "moodle.csv"] as const;
export type GradeFile = (typeof gradeFiles)[number];

/** One of the files for those who teach the class; null for everybody else. */
export async function readGradeFile(
  viewer: Viewer,
  classId: string,
  file: GradeFile,
  now: Date,
): Promise<{ readonly name: string; readonly text: string } | null> {
  const grades = await readGrades(viewer, classId, now);
  if (!grades) return null;
  const { gradebook, pages } = grades;
  const { simulated } = gradebook;
  const name = exportName(`${fileName(gradebook.name)}-${file}`, simulated);
  // The files of other systems have no room for a column of ours: there each heading says it.
  const quizzes = gradebook.quizzes.map((each) => (simulated ? { ...each, title: `${each.title} (simulated)` } : each));
  const lines = gradebook.students.map((each) => ({ ...each, marks: each.cells.map(({ mark }) => mark) }));
  switch (file) {
    case "canvas.csv":
      // Without a byte-order mark: Canvas's reader takes one for a part of the first heading.
      return { name, text: toCsv(canvasTable(quizzes, lines)) };
    case "moodle.csv":
      return { name, text: toCsv(moodleTable(quizzes, lines)) };
    case "students.csv":
      return { name, text: `\uFEFF${toCsv(told(studentsTable(gradebook), simulated))}` };
    case "responses.csv":
      return { name, text: `\uFEFF${toCsv(told(responsesTable(gradebook, pages), simulated))}` };
  }
}

function studentsTable({ quizzes, students }: Gradebook): Cell[][] {
  const head: Cell[] = ["Student", "Student number", "Section", "Points", "Of"];
  for (const { title } of quizzes) head.push(title, `${title}: of`, `${title}: status`, `${title}: set because`);
  return [
    head,
    ...students.map(({ name, studentNumber, section, sum, cells }): Cell[] => [
      ...[name, studentNumber, section, sum?.points ?? null, sum?.of ?? null],
      ...cells.flatMap(({ mark, scoreMax, status, set, waits }) => {
        return [mark, scoreMax, waits ? `${status}, to be marked` : status, set?.reason ?? null];
      }),
    ]),
  ];
}

const responseHead = [
  ...["Student", "Student number", "Section", "Quiz", "Attempt", "Variant", "Started", "Handed in", "Zone", "Place"],
  ...["Item", "Topic", "Kind", "Question", "Response", "Right answer", "Fraction", "Points", "Of", "Seconds"],
];

/** A row for every question of every attempt; of one that runs still what is answered so far. */
function responsesTable({ students }: Gradebook, pages: readonly MarkedPage[]): Cell[][] {
  const rows = pages.flatMap(({ assignment: { title, zone }, students: results }) => {
    const wall = (instant: Date | null) => instant && wallOfInstant(instant, zone).replace("T", " ");
    const byStudent = new Map(results.map((each) => [each.userId, each]));
    return students.flatMap(({ userId, name, studentNumber, section }) =>
      (byStudent.get(userId)?.attempts ?? []).flatMap((attempt) => {
        const times = timesOf(attempt.startedAt, attempt.steps);
        return attempt.slots.map(({ slot, question, pointsMax }, index): Cell[] => {
          const given = attempt.result.slots[index];
          const took = times.get(slot) ?? null;
          return [
            ...[name, studentNumber, section, title, attempt.number, attempt.variant],
            ...[wall(attempt.startedAt), wall(attempt.submittedAt), zone, index + 1],
            ...[itemOf(question), question.topic, question.kind, question.stem],
            ...[responseText(question, given?.response ?? null), question.answer],
            // What waits for a mark by hand has none yet.
            ...(given && !given.waits ? [Math.round(given.fraction * 10_000) / 10_000, given.points] : [null, null]),
            pointsMax,
            took === null ? null : Math.round(took / 1_000),
          ];
        });
      }),
    );
  });
  return [responseHead, ...rows];
}
