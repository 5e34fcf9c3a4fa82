/**
 * Everything of lib/server that somebody does or reads as themselves: for whom it is, how it is asked for, and what the audit log says of it. The tests that go through it
 * find what is missing here in the sources.
 */

import { questionOfOwn } from "@/lib/classroom/own.ts";
import { readAccommodation, saveAccommodation } from "@/lib/server/accommodations.ts";
import { setDisabled } from "@/lib/server/admin.ts";
import { archiveClass, unarchiveClass } from "@/lib/server/archive.ts";
import { assignmentsOf } from "@/lib/server/assignment-lines.ts";
import { closeNow, publishAssignment, saveTerms, type WantedTerms } from "@/lib/server/assignment-terms.ts";
import { draftAssignment, readAssignment } from "@/lib/server/assignments.ts";
import { checkAnswer, keepAnswer, keepFlag, startAttempt, submitAttempt, timeLeft } from "@/lib/server/attempts.ts";
import type { Deed } from "@/lib/server/audit.ts";
import { readClass, renewCode, roleIn, saveClass } from "@/lib/server/classes.ts";
import { copyClass, readToCopy } from "@/lib/server/copy-class.ts";
import { db } from "@/lib/server/db.ts";
import { excludeSlot, pinSlot, redraw, removeSlot, setPoints, swapSlot } from "@/lib/server/draft-slots.ts";
import { readExam, setExam } from "@/lib/server/exam.ts";
import { readGradeFile } from "@/lib/server/grade-files.ts";
import { readGradebook, readGrades } from "@/lib/server/gradebook.ts";
import { giveMark, readAnswers } from "@/lib/server/hand-marks.ts";
import { readHistory } from "@/lib/server/history.ts";
import { newId } from "@/lib/server/id.ts";
import { promote, readInstructors, removeInstructor, setTeachCode } from "@/lib/server/instructors.ts";
import { invite, readInvitations, rosterCsv, uninvite } from "@/lib/server/invitations.ts";
import { readWaiting } from "@/lib/server/joining.ts";
import { moveSlot, readOwn, rewriteOwn, writeOwn } from "@/lib/server/own-questions.ts";
import { storeQuestions } from "@/lib/server/questions.ts";
import { readQuiz } from "@/lib/server/quiz-page.ts";
import { readRefused } from "@/lib/server/refused.ts";
import { applyRemark, dryRun, readRemark } from "@/lib/server/remark.ts";
import { answerReport, countOpenReports, ownReports, readReports, reportQuestion } from "@/lib/server/reports.ts";
import { readMarked, readResults, resultsCsv } from "@/lib/server/results.ts";
import {
  admit,
  leaveClass,
  letBack,
  readRoster,
  readStudent,
  removeStudent,
  saveStudent,
  setSection,
  turnAway,
} from "@/lib/server/roster.ts";
import { deleteSampleClass, readSampleClass } from "@/lib/server/sample-class.ts";
import { readPlan, savePlan } from "@/lib/server/saved-plans.ts";
import { readScore, setScore } from "@/lib/server/set-scores.ts";
import { readTakeAway } from "@/lib/server/take-away.ts";
import { readTaking, readTakingOf } from "@/lib/server/terms.ts";
import { countStored, previewVariant } from "@/lib/server/variants.ts";
import type { Viewer } from "@/lib/server/viewer.ts";
import { now, pack, type Target } from "./world.ts";

/** Who may, of a class: who runs the instance, who teaches it, its students, both, who has begun its quiz, who waits. */
export type For = "admin" | "instructor" | "student" | "member" | "taker" | "waiting";

export type Act = {
  readonly for: For;
  readonly run: (viewer: Viewer, target: Target) => Promise<unknown>;
  /** What the audit log says of it; absent where nothing is changed that is noted. */
  readonly deed?: Deed;
  /** What must be so before it can be done. */
  readonly before?: (target: Target) => Promise<unknown>;
};

const sql = (text: string, ...values: unknown[]) => db().pool.query(text, values);
const walls = { opensWall: "2026-05-04T10:10", closesWall: "2026-05-04T12:00" };
const terms: WantedTerms = {
  ...{
    title: "Quiz 2",
    ...walls,
    dueWall: null,
    password: "sesame",
    limitMinutes: 30,
    attemptsMax: 2,
    counts: "highest",
  },
  ...{ lateDeduction: 0, graceSeconds: 5, release: { marks: "never", answers: "never", why: "never" } },
};
const later = new Date(now.getTime() + 7_200_000);
const student = { name: "Other", studentNumber: "7", section: "A", version: 1 };
const reading = (run: Act["run"], who: For = "instructor", before?: Act["before"]): Act => {
  return { for: who, run, ...(before ? { before } : {}) };
};
const doing = (deed: Deed, run: Act["run"], before?: Act["before"]): Act => {
  return { for: "instructor", run, deed, ...(before ? { before } : {}) };
};
const taking = (run: Act["run"], who: For = "taker"): Act => ({ for: who, run });
const inDraft = (
  deed: Deed,
  act: (viewer: Viewer, place: { assignmentId: string; slot: number }) => Promise<unknown>,
) => doing(deed, (viewer, { draftId }) => act(viewer, { assignmentId: draftId, slot: 2 }));

const simulated = ({ classId }: Target) => sql("update class set simulated_seed = 'seed' where id = $1", classId);
/** The first question of a quiz counts for nobody. */
const dropping = async (quizId: string) => {
  const { rows } = await sql(
    "select question_hash as asked from variant_slot where assignment_id = $1 and slot = 1",
    quizId,
  );
  return { by: "dropped" as const, asked: (rows[0]?.asked as string) ?? "" };
};

/** The other student has handed the quiz in. */
const handedIn = ({ quizId, studentId }: Target) =>
  sql(
    `insert into attempt (user_id, id, assignment_id, variant, number, started_at, submitted_at, submitted_by) values ($1, $2, $3, 1, 1, $4, $4, 'student')`,
    ...[studentId, newId(now), quizId, now],
  );
/** The other student has reported a question; the report has the name of the quiz. */
const reported = ({ quizId, studentId }: Target) =>
  sql(
    `insert into report (user_id, id, assignment_id, attempt, slot, question_hash, words, reported_at)
     select $1, $2, $2, 1, 1, question_hash, 'Two are right', $3 from variant_slot where assignment_id = $2 and slot = 1`,
    ...[studentId, quizId, now],
  );
/** Who has begun it has handed it in, and something is shown. */
const reviewed = ({ attemptId }: Target) =>
  sql("update attempt set submitted_at = $2, submitted_by = 'student' where id = $1", attemptId, now);

const own = { kind: "text", stem: "Why?", options: [], right: null, accepts: [], why: "" } as const;
/** The first question of a draft is one that its instructor wrote. */
const writtenIn = async ({ draftId }: Target) => {
  const [hash] = await storeQuestions([questionOfOwn(own, { id: `own-${draftId}`, pack, revision: "" })]);
  await sql("update variant_slot set question_hash = $2 where assignment_id = $1 and slot = 1", draftId, hash);
};

/** What is done to a class or a quiz, or read of it. */
export const acts: Readonly<Record<string, Act>> = {
  readClass: reading((viewer, { classId }) => readClass(viewer, classId), "member"),
  roleIn: reading((viewer, { classId }) => roleIn(viewer, classId), "member"),
  assignmentsOf: reading((viewer, { classId }) => assignmentsOf(viewer, classId, now), "member"),
  readWaiting: reading((viewer, { classId }) => readWaiting(viewer, classId), "waiting"),
  readRoster: reading((viewer, { classId }) => readRoster(viewer, classId)),
  readStudent: reading((viewer, { classId, studentId }) => readStudent(viewer, classId, studentId)),
  readInstructors: reading((viewer, { classId }) => readInstructors(viewer, classId)),
  readInvitations: reading((viewer, { classId }) => readInvitations(viewer, classId)),
  rosterCsv: reading((viewer, { classId }) => rosterCsv(viewer, classId)),
  readToCopy: reading((viewer, { classId }) => readToCopy(viewer, classId)),
  readHistory: reading((viewer, { classId }) => readHistory(viewer, classId)),
  readGradebook: reading((viewer, { classId }) => readGradebook(viewer, classId, now)),
  readGrades: reading((viewer, { classId }) => readGrades(viewer, classId, now)),
  readGradeFile: reading((viewer, { classId }) => readGradeFile(viewer, classId, "students.csv", now)),
  readAssignment: reading((viewer, { draftId }) => readAssignment(viewer, draftId)),
  readAccommodation: reading((viewer, { quizId, studentId }) => readAccommodation(viewer, quizId, studentId)),
  readResults: reading((viewer, { quizId }) => readResults(viewer, quizId, now)),
  readMarked: reading((viewer, { quizId }) => readMarked(viewer, quizId, now)),
  resultsCsv: reading((viewer, { quizId }) => resultsCsv(viewer, quizId, now)),
  readScore: reading((viewer, { quizId, studentId }) => readScore(viewer, quizId, studentId, now)),
  readTakeAway: reading((viewer, { quizId }) => readTakeAway(viewer, quizId, 1)),
  countStored: reading((viewer, { quizId }) => countStored(viewer, quizId)),
  readRemark: reading((viewer, { quizId }) => readRemark(viewer, quizId)),
  dryRun: reading(async (viewer, { quizId }) => dryRun(viewer, quizId, await dropping(quizId), false, now)),
  readAnswers: reading(
    (viewer, { quizId, studentId }) => readAnswers(viewer, quizId, studentId, null),
    "instructor",
    handedIn,
  ),
  countOpenReports: reading((viewer, { classId }) => countOpenReports(viewer, classId), "instructor", reported),
  readReports: reading((viewer, { classId }) => readReports(viewer, classId)),
  ownReports: reading(
    (viewer, { quizId }) => ownReports(viewer, quizId),
    "student",
    async (target) => {
      await reported(target);
      await sql(
        "update report set user_id = (select user_id from attempt where id = $2) where id = $1",
        target.quizId,
        target.attemptId,
      );
    },
  ),
  readExam: reading((viewer, { classId }) => readExam(viewer, classId)),
  readSampleClass: reading((viewer, { classId }) => readSampleClass(viewer, classId), "instructor", simulated),
  readOwn: reading(
    (viewer, { draftId: assignmentId }) => readOwn(viewer, { assignmentId, slot: 1 }),
    "instructor",
    writtenIn,
  ),
  readRefused: reading((viewer, { draftId }) => readRefused(viewer, draftId)),
  readPlan: reading((viewer, { quizId }) => readPlan(viewer, quizId)),
  savePlan: reading((viewer, { quizId: assignmentId }) => savePlan(viewer, { assignmentId, name: newId(now) }, now)),
  previewVariant: reading((viewer, { draftId }) => previewVariant(viewer, draftId, 1)),

  setExam: doing("class-changed", (viewer, { classId }) =>
    setExam(viewer, { classId, version: 1, examOn: "2099-01-01" }, later),
  ),
  saveClass: doing("class-changed", (viewer, { classId }) =>
    saveClass(viewer, { classId, version: 1, name: "Group C", needsApproval: true }),
  ),
  renewCode: doing("join-code-renewed", (viewer, { classId }) => renewCode(viewer, classId)),
  setTeachCode: doing("teach-code-made", (viewer, { classId }) => setTeachCode(viewer, classId, true)),
  promote: doing("instructor-made", (viewer, { classId, studentId }) => promote(viewer, classId, studentId, now)),
  removeInstructor: doing("instructor-removed", (viewer, { classId, teacherId }) =>
    removeInstructor(viewer, classId, teacherId, now),
  ),
  archiveClass: doing("class-archived", (viewer, { classId }) => archiveClass(viewer, classId, later)),
  unarchiveClass: doing(
    "class-unarchived",
    (viewer, { classId }) => unarchiveClass(viewer, classId),
    ({ classId }) => sql("update class set archived_at = $2 where id = $1", classId, now),
  ),
  copyClass: doing("class-copied", (viewer, { classId }) =>
    copyClass(viewer, { classId, name: "Copy", startsOn: "2026-09-01" }, now),
  ),
  admit: doing("admitted", (viewer, { classId, waitingId }) => admit(viewer, classId, waitingId, now)),
  turnAway: doing("turned-away", (viewer, { classId, waitingId }) => turnAway(viewer, classId, waitingId, now)),
  removeStudent: doing("removed", (viewer, { classId, studentId }) => removeStudent(viewer, classId, studentId, now)),
  letBack: doing("let-back", (viewer, { classId, removedId }) => letBack(viewer, classId, removedId, now)),
  saveStudent: doing("student-changed", (viewer, { classId, studentId }) =>
    saveStudent(viewer, { classId, userId: studentId, ...student }),
  ),
  setSection: doing("section-set", async (viewer, { classId, studentId }) => {
    const outcome = await setSection(viewer, { classId, students: [{ userId: studentId, version: 1 }], section: "A" });
    // Who is no student of the class is passed over: nobody was moved.
    return outcome.kind === "set" && outcome.count === 0 ? { kind: "not-found" } : outcome;
  }),
  invite: doing("invited", (viewer, { classId }) => invite(viewer, { classId, list: "Name\nGus" }, now)),
  uninvite: doing("invitation-taken-back", (viewer, { classId, invitation }) => uninvite(viewer, classId, invitation)),

  draftAssignment: doing("quiz-drafted", async (viewer, { classId }) => {
    const plan = { topics: [], kinds: ["choice"] as const, count: 2 };
    return draftAssignment(viewer, { classId, title: "New", packId: pack, ...plan, ...walls }, now);
  }),
  swapSlot: inDraft("question-swapped", swapSlot),
  removeSlot: inDraft("question-removed", removeSlot),
  excludeSlot: inDraft("question-left-out", excludeSlot),
  pinSlot: inDraft("question-pinned", (viewer, place) => pinSlot(viewer, { ...place, pinned: true })),
  setPoints: inDraft("points-set", (viewer, place) => setPoints(viewer, { ...place, points: 2.5 })),
  writeOwn: doing("question-written", (viewer, { draftId: assignmentId }) =>
    writeOwn(viewer, { assignmentId, own, points: 1 }, now),
  ),
  rewriteOwn: doing(
    "question-rewritten",
    (viewer, { draftId: assignmentId }) =>
      rewriteOwn(viewer, { assignmentId, slot: 1, own: { ...own, stem: "Why not?" }, points: 2 }),
    writtenIn,
  ),
  moveSlot: inDraft("question-moved", (viewer, place) => moveSlot(viewer, { ...place, up: true })),
  redraw: inDraft("questions-redrawn", (viewer, { assignmentId }) => redraw(viewer, assignmentId)),
  publishAssignment: doing("quiz-published", (viewer, { draftId: assignmentId }) =>
    publishAssignment(viewer, { assignmentId, version: 1, ...terms }, now),
  ),
  saveTerms: doing("terms-set", (viewer, { quizId: assignmentId }) =>
    saveTerms(viewer, { assignmentId, version: 1, ...terms }, now),
  ),
  closeNow: doing("quiz-closed", (viewer, { quizId }) => closeNow(viewer, quizId, now, "2026-05-04T10:30")),
  saveAccommodation: doing("accommodation-set", (viewer, { quizId: assignmentId, studentId: userId }) => {
    const window = { opensWall: null, dueWall: null, closesWall: "2026-05-04T13:00" };
    return saveAccommodation(
      viewer,
      { assignmentId, userId, version: 0, timePercent: 150, moreAttempts: 1, ...window },
      now,
    );
  }),
  setScore: doing("score-set", (viewer, { quizId: assignmentId, studentId: userId }) =>
    setScore(viewer, { assignmentId, userId, score: 2, reason: "Oral exam", after: 0 }, now),
  ),
  applyRemark: doing("key-corrected", async (viewer, { quizId }) => {
    const [wanted, run] = [await dropping(quizId), await dryRun(viewer, quizId, await dropping(quizId), false, now)];
    const print = run.kind === "run" ? run.print : "";
    return applyRemark(viewer, quizId, wanted, { lowers: false, reason: "It had two keys", print }, now);
  }),
  giveMark: doing(
    "mark-given",
    (viewer, { quizId: assignmentId, studentId: userId }) => {
      const mark = { number: 1, slot: 1, points: 0.5, comment: "Oral exam", reason: "Oral exam", after: 0 };
      return giveMark(viewer, { assignmentId, userId, ...mark }, now);
    },
    handedIn,
  ),
  answerReport: doing(
    "report-answered",
    (viewer, { quizId: id, studentId: userId }) => answerReport(viewer, { id, userId, answer: "Oral exam" }, now),
    reported,
  ),
  deleteSampleClass: doing(
    "sample-class-deleted",
    (viewer, { classId }) => deleteSampleClass(viewer, classId),
    simulated,
  ),

  setDisabled: {
    ...{ for: "admin", deed: "user-disabled" },
    run: (viewer, { studentId }) => setDisabled(viewer, { userId: studentId, disabled: true }, now),
  },
  leaveClass: { for: "student", deed: "left", run: (viewer, { classId }) => leaveClass(viewer, classId, now) },
  readTaking: taking((viewer, { quizId }) => readTaking(viewer, quizId), "student"),
  readQuiz: taking((viewer, { quizId }) => readQuiz(viewer, quizId, now), "student"),
  startAttempt: taking((viewer, { quizId }) => startAttempt(viewer, quizId, now), "student"),
  reportQuestion: {
    ...taking(
      (viewer, { quizId: assignmentId }) =>
        reportQuestion(viewer, { assignmentId, attempt: 1, slot: 1, words: "Two are right" }, now),
      "student",
    ),
    before: reviewed,
  },
  readTakingOf: taking((viewer, { attemptId }) => readTakingOf(viewer, attemptId)),
  timeLeft: taking((viewer, { attemptId }) => timeLeft(viewer, attemptId, now)),
  keepAnswer: taking((viewer, { attemptId }) =>
    keepAnswer(viewer, { attemptId, id: newId(now), slot: 1, response: { kind: "dont-know" } }, now),
  ),
  checkAnswer: taking(async (viewer, { attemptId }) =>
    checkAnswer(viewer, { attemptId, id: newId(now), slot: 1 }, now),
  ),
  keepFlag: taking((viewer, { attemptId }) =>
    keepFlag(viewer, { attemptId, id: newId(now), slot: 1, flagged: true }, now),
  ),
  submitAttempt: taking((viewer, { attemptId }) => submitAttempt(viewer, attemptId, now)),
};
