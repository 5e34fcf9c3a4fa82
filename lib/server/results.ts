import "server-only";
/** What the instructor of a closed quiz reads, as a page and as a file. */
import { foldSteps } from "../classroom/attempt.ts";
import { type Cell, toCsv } from "../classroom/csv.ts";
import {
  type AttemptResult,
  markAttempt,
  responseText,
  type Slot,
  type SlotSummary,
  summarise,
} from "../classroom/results.ts";
import { wallOfInstant } from "../classroom/wall.ts";
import { type AssignmentDraft, readAssignment } from "./assignments.ts";
import { slotsOf } from "./attempts.ts";
import { db } from "./db.ts";
import { readStepsOfAssignment } from "./steps.ts";
import type { Viewer } from "./viewer.ts";

export type StudentResult = {
  readonly userId: string;
  readonly name: string;
  /** Null when the student never started. */
  readonly result: AttemptResult | null;
  readonly submittedAt: Date | null;
  readonly submittedBy: "student" | "deadline" | null;
};

export type ResultsPage = {
  readonly assignment: AssignmentDraft;
  readonly slots: readonly Slot[];
  readonly students: readonly StudentResult[];
  readonly summary: readonly SlotSummary[];
  /** Mean score of those who took part; null when nobody did. */
  readonly meanScore: number | null;
  readonly scoreMax: number;
  readonly closed: boolean;
};

/** The results of an assignment for those who teach its class, also while it runs; null for everybody else. */
export async function readResults(viewer: Viewer, assignmentId: string, now: Date): Promise<ResultsPage | null> {
  const assignment = await readAssignment(viewer, assignmentId);
  if (!assignment?.publishedAt) return null;
  const slots = await slotsOf(assignment.id, 1);
  const { rows } = await db().pool.query<{
    user_id: string;
    name: string;
    attempt_id: string | null;
    submitted_at: Date | null;
    submitted_by: "student" | "deadline" | null;
  }>(
    // Somebody removed after taking part stays in the results.
    `select m.user_id, m.name, t.id as attempt_id, t.submitted_at, t.submitted_by
       from member m left join attempt t on t.user_id = m.user_id and t.assignment_id = $1
      where m.class_id = $2 and m.role = 'student' and (m.removed_at is null or t.id is not null)
      order by m.name, m.user_id`,
    [assignment.id, assignment.classId],
  );
  const steps = await readStepsOfAssignment(assignment.id);
  const students = rows.map((row): StudentResult => {
    const result = row.attempt_id ? markAttempt(slots, foldSteps(steps.get(row.attempt_id) ?? [])) : null;
    return {
      userId: row.user_id,
      name: row.name,
      result,
      submittedAt: row.submitted_at,
      submittedBy: row.submitted_by,
    };
  });
  const taken = students.flatMap((each) => (each.result ? [each.result] : []));
  const sum = taken.reduce((total, each) => total + each.score, 0);
  return {
    assignment,
    slots,
    students,
    summary: summarise(slots, taken),
    meanScore: taken.length > 0 ? sum / taken.length : null,
    scoreMax: slots.reduce((total, each) => total + each.pointsMax, 0),
    closed: now >= assignment.closesAt,
  };
}

/** The same as a file: one row per student, three columns per question (response, right or not, points); null as above. */
export async function resultsCsv(
  viewer: Viewer,
  assignmentId: string,
  now: Date,
): Promise<{ name: string; text: string } | null> {
  const page = await readResults(viewer, assignmentId, now);
  if (!page) return null;
  const { assignment, slots, students } = page;
  const wall = (instant: Date | null) => (instant ? wallOfInstant(instant, assignment.zone).replace("T", " ") : "");
  const head: Cell[] = ["Student", `Handed in (${assignment.zone})`, "Handed in by", "Points", "Of"];
  slots.forEach(({ question }, index) => {
    // By its place, as students and pages count: a slot keeps its number when another is taken out.
    const number = index + 1;
    head.push(`${number}. ${question.stem}`, `${number}. Fraction`, `${number}. Points`);
  });
  const rows = students.map((student): Cell[] => {
    const { result } = student;
    const row: Cell[] = [
      student.name,
      wall(student.submittedAt),
      student.submittedBy ?? "",
      result?.score ?? null,
      page.scoreMax,
    ];
    slots.forEach(({ question }, index) => {
      const each = result?.slots[index];
      row.push(
        responseText(question, each?.response ?? null),
        each ? rounded(each.fraction) : null,
        each?.points ?? null,
      );
    });
    return row;
  });
  return { name: `${fileName(assignment.title)}.csv`, text: `\uFEFF${toCsv([head, ...rows])}` };
}

/** Ten-thousandths: a third is not written with sixteen figures. */
const rounded = (fraction: number): number => Math.round(fraction * 10_000) / 10_000;

function fileName(title: string): string {
  const plain = title
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return plain.slice(0, 60) || "quiz";
}
