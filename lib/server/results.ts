import "server-only";
/** What the instructor of a closed quiz reads, as a page and as a file. */
import { lastArrival } from "../classroom/access.ts";
import { itemOf, sittingOf } from "../classroom/analysed.ts";
import { type Analysis, analyse } from "../classroom/analysis.ts";
import { foldSteps, type Step } from "../classroom/attempt.ts";
import { countedOf } from "../classroom/counted.ts";
import { type Cell, exportName, toCsv, told } from "../classroom/csv.ts";
import {
  type AttemptResult,
  markAttempt,
  responseText,
  type Slot,
  type SlotSummary,
  summarise,
} from "../classroom/results.ts";
import { afterDeduction, totalOf } from "../classroom/score.ts";
import { isOfSection, sectionsOf } from "../classroom/sections.ts";
import { wallOfInstant } from "../classroom/wall.ts";
import { fileName } from "../interop/file.ts";
import type { Question } from "../questions/question.ts";
import { accommodatedIn } from "./accommodations.ts";
import { type AssignmentDraft, readAssignment } from "./assignments.ts";
import { type Corrections, readCorrections } from "./corrections.ts";
import { db } from "./db.ts";
import { readStepsOfAssignment } from "./steps.ts";
import { readGivenVariants } from "./variants.ts";
import type { Viewer } from "./viewer.ts";

/** One attempt of a student; `result` is what its answers earn, `score` with what a late one loses taken off. */
export type StudentAttempt = {
  readonly id: string;
  readonly number: number;
  readonly variant: number;
  /** The questions that it has. */
  readonly slots: readonly Slot[];
  readonly result: AttemptResult;
  readonly steps: readonly Step[];
  readonly score: number;
  readonly startedAt: Date;
  readonly submittedAt: Date | null;
  readonly submittedBy: "student" | "deadline" | null;
  readonly late: boolean;
};

export type StudentResult = {
  readonly userId: string;
  readonly name: string;
  readonly section: string | null;
  /** Removed after taking part. */
  readonly removed: boolean;
  /** Has other terms than the class. */
  readonly accommodated: boolean;
  /** By number; empty when the student never started. */
  readonly attempts: readonly StudentAttempt[];
  /** The questions that `result` marks, by slot: those of the student's own variant. Empty without one. */
  readonly questions: readonly Slot[];
  /** Of the attempt that counts (of several that count together the last); while none is handed in, of the running one. Null without any. */
  readonly result: AttemptResult | null;
  /** That attempt, once it is handed in; null while none is. */
  readonly told: StudentAttempt | null;
  /** What counts of all that are handed in; while none is, what the running one has earned so far. */
  readonly score: number | null;
  readonly submittedAt: Date | null;
  readonly submittedBy: "student" | "deadline" | null;
  readonly late: boolean;
};

/** A quiz with every attempt marked. */
export type MarkedPage = {
  readonly assignment: AssignmentDraft;
  /** Those of the first variant; the same places as in every other. */
  readonly slots: readonly Slot[];
  /** By number, those that somebody has, and the first. */
  readonly variants: ReadonlyMap<number, readonly Slot[]>;
  readonly students: readonly StudentResult[];
  readonly scoreMax: number;
  /** Is the window of the class over? */
  readonly closed: boolean;
  /** When nobody can answer any more, those with another window included. */
  readonly endsAt: Date;
};

/** The same with what it says of the questions. */
export type ResultsPage = MarkedPage & {
  /** The parts of the class, whichever is shown; "" stands for those in none. */
  readonly sections: readonly string[];
  /** Do students have different questions? */
  readonly varied: boolean;
  readonly summary: readonly SlotSummary[];
  /** Of the attempts that are handed in, one for each student: the one that counts. */
  readonly analysis: Analysis;
  /** A question of each item that was analysed. */
  readonly asked: ReadonlyMap<string, Question>;
  /** Mean score of those who took part; null when nobody did. */
  readonly meanScore: number | null;
};

/** A row of `attempt` as JSON. */
type AttemptRow = {
  id: string;
  number: number;
  variant: number;
  started_at: string;
  submitted_at: string | null;
  submitted_by: "student" | "deadline" | null;
  late: boolean;
  late_deduction: number;
};

/** What of the results is looked at; absent: all of it. */
export type Looked = {
  /** Only the students of this section; "": those in none. */
  readonly section?: string | undefined;
  /** Only this variant is analysed; else all together, by what is asked. */
  readonly variant?: number | undefined;
};

/** The results of an assignment for those who teach its class, also while it runs; null for everybody else. */
export async function readResults(
  viewer: Viewer,
  assignmentId: string,
  now: Date,
  { section, variant }: Looked = {},
): Promise<ResultsPage | null> {
  const page = await readMarked(viewer, assignmentId, now);
  if (!page) return null;
  const { slots, variants } = page;
  const students = page.students.filter((each) => isOfSection(each, section));
  const isAnalysed = ({ told }: StudentResult) => told && (variant === undefined || told.variant === variant);
  const taken = students.flatMap((each) => (each.result ? [each.result] : []));
  const scores = students.flatMap((each) => each.score ?? []);
  return {
    ...page,
    students,
    sections: sectionsOf(page.students),
    varied: [...variants.values()].some((own) =>
      own.some(({ question }, index) => question.id !== slots[index]?.question.id),
    ),
    summary: summarise(slots, taken),
    analysis: analyse(students.filter(isAnalysed).flatMap(({ told }) => (told ? [sittingOf(told)] : []))),
    asked: new Map([...variants.values()].flat().map(({ question }) => [itemOf(question), question])),
    meanScore: scores.length > 0 ? totalOf(scores) / scores.length : null,
  };
}

/** The same without what it says of the questions, which the gradebook of many quizzes does not need; null as above. */
export async function readMarked(viewer: Viewer, assignmentId: string, now: Date): Promise<MarkedPage | null> {
  const assignment = await readAssignment(viewer, assignmentId);
  if (!assignment?.publishedAt) return null;
  return markedUnder(assignment, await readCorrections(assignment.id), now);
}

/** The results under these corrections, those that are made or others as well; for who may read the assignment. */
export async function markedUnder(
  assignment: AssignmentDraft,
  corrections: Corrections,
  now: Date,
): Promise<MarkedPage> {
  const { rows } = await db().pool.query<{
    user_id: string;
    name: string;
    section: string | null;
    removed: boolean;
    attempts: AttemptRow[];
  }>(
    // Somebody removed after taking part stays in the results.
    `select m.user_id, m.name, m.section, m.removed_at is not null as removed, t.attempts
       from member m
      cross join lateral (
        select coalesce(json_agg(t order by t.number), '[]') as attempts
          from attempt t where t.user_id = m.user_id and t.assignment_id = $1) t
      where m.class_id = $2 and m.role = 'student' and (m.removed_at is null or json_array_length(t.attempts) > 0)
      order by m.name, m.user_id`,
    [assignment.id, assignment.classId],
  );
  const [steps, accommodated, variants] = await Promise.all([
    readStepsOfAssignment(assignment.id),
    accommodatedIn(assignment.id),
    readGivenVariants(assignment.id, corrections),
  ]);
  const slots = variants.get(1) ?? [];
  const students = rows.map((row): StudentResult => {
    const attempts = row.attempts.map((attempt): StudentAttempt => {
      const stepsOf = steps.get(attempt.id) ?? [];
      const own = variants.get(attempt.variant) ?? [];
      const result = markAttempt(own, foldSteps(stepsOf));
      const startedAt = new Date(attempt.started_at);
      const { id, number, variant, submitted_by: submittedBy, late } = attempt;
      return {
        ...{ id, number, variant, slots: own, result, steps: stepsOf, submittedBy, late, startedAt },
        score: afterDeduction(result.score, attempt.late_deduction),
        submittedAt: attempt.submitted_at === null ? null : new Date(attempt.submitted_at),
      };
    });
    const counted = countedOf(
      attempts.filter((each) => each.submittedAt),
      assignment.terms.counts,
    );
    const told = attempts.find((each) => each.number === counted?.numbers.at(-1)) ?? attempts.at(-1) ?? null;
    return {
      ...{ userId: row.user_id, name: row.name, section: row.section, removed: row.removed, attempts },
      accommodated: accommodated.has(row.user_id),
      result: told?.result ?? null,
      told: told?.submittedAt ? told : null,
      questions: (told && variants.get(told.variant)) ?? [],
      score: counted?.score ?? told?.score ?? null,
      ...{ submittedAt: told?.submittedAt ?? null, submittedBy: told?.submittedBy ?? null, late: told?.late ?? false },
    };
  });
  return {
    ...{ assignment, slots, variants, students },
    scoreMax: slots.reduce((total, each) => total + each.pointsMax, 0),
    closed: now >= assignment.closesAt,
    endsAt: lastArrival(assignment.terms),
  };
}

/** The same as a file: one row per student, three columns per question (response, right or not, points), and where students have different ones a fourth before them that says which; null as above. */
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
    const asked = page.varied ? [`${number}. Question`, `${number}. Answer`] : [`${number}. ${question.stem}`];
    head.push(...asked, `${number}. Fraction`, `${number}. Points`);
  });
  const rows = students.map((student): Cell[] => {
    const { result } = student;
    const row: Cell[] = [
      student.name,
      wall(student.submittedAt),
      student.submittedBy ?? "",
      student.score,
      page.scoreMax,
    ];
    slots.forEach(({ question: first }, index) => {
      const each = result?.slots[index];
      const question = student.questions[index]?.question ?? null;
      if (page.varied) row.push(question?.stem ?? "");
      row.push(
        responseText(question ?? first, each?.response ?? null),
        // What waits for a mark by hand has none yet.
        each && !each.waits ? rounded(each.fraction) : null,
        each && !each.waits ? each.points : null,
      );
    });
    return row;
  });
  const name = exportName(`${fileName(assignment.title)}.csv`, assignment.simulated);
  return { name, text: `\uFEFF${toCsv(told([head, ...rows], assignment.simulated))}` };
}

/** Ten-thousandths: a third is not written with sixteen figures. */
const rounded = (fraction: number): number => Math.round(fraction * 10_000) / 10_000;
