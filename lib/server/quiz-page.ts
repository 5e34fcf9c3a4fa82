import "server-only";
/** A quiz as its student sees it at one moment: questions without keys while they are answered, afterwards what its terms release. */
import { type Access, access, isLate, isOver, keysReleased } from "../classroom/access.ts";
import { type AttemptState, foldSteps } from "../classroom/attempt.ts";
import { countedOf } from "../classroom/counted.ts";
import { lastSet } from "../classroom/gradebook.ts";
import { isChecked, moreShownAt, shownOf } from "../classroom/release.ts";
import { markAttempt, type Slot } from "../classroom/results.ts";
import { type ReviewedSlot, reviewed } from "../classroom/reviewed.ts";
import { afterDeduction } from "../classroom/score.ts";
import { type Counts, type OwnTerms, ownTerms, type Release, type Terms } from "../classroom/terms.ts";
import { pose } from "../questions/pose.ts";
import type { PosedQuestion, Response } from "../questions/question.ts";
import { slotsOf } from "./attempts.ts";
import { isUuid } from "./classes.ts";
import { db } from "./db.ts";
import { keyOf, readSetScores } from "./set-scores.ts";
import { readSteps } from "./steps.ts";
import { readTaking, type TakenAttempt, type Taking } from "./terms.ts";
import type { Viewer } from "./viewer.ts";

export type QuizSlot = {
  readonly slot: number;
  readonly points: number;
  readonly question: PosedQuestion;
  readonly response: Response | null;
  readonly flagged: boolean;
  /** The answer is final; what of it is shown at once, null when nothing is. */
  readonly checked: { readonly review: ReviewedSlot | null } | null;
};

/** An attempt that is over, as a line. */
export type AttemptLine = {
  readonly number: number;
  readonly submittedAt: Date | null;
  readonly submittedBy: "student" | "deadline" | null;
  readonly late: boolean;
  /** Null while marks are not shown. */
  readonly score: number | null;
};

/** One attempt that is over with what is shown of it. */
export type AttemptReview = {
  readonly number: number;
  /** With what a late attempt loses taken off; null while marks are not shown. */
  readonly score: number | null;
  readonly scoreMax: number;
  readonly late: boolean;
  readonly lateDeduction: number;
  readonly slots: readonly ReviewedSlot[];
};

export type QuizPage = {
  readonly id: string;
  readonly classId: string;
  readonly className: string;
  readonly title: string;
  readonly zone: string;
  /** As they are for this student. */
  readonly terms: OwnTerms;
  readonly counts: Counts;
  readonly release: Release;
  readonly lateDeduction: number;
  readonly needsPassword: boolean;
  /** Questions in it. */
  readonly count: number;
  readonly access: Access;
  /** The attempt that is being made. */
  readonly attempt: {
    readonly id: string;
    readonly number: number;
    /** Are answers made final by checking them? */
    readonly checks: boolean;
    readonly slots: readonly QuizSlot[];
  } | null;
  /** Those that are over, by number. */
  readonly attempts: readonly AttemptLine[];
  /** The score that counts so far; null while any mark is not shown, or nothing is handed in. */
  readonly counted: { readonly score: number; readonly numbers: readonly number[] } | null;
  /** What an instructor set in the place of that score, once marks are shown; null when nothing is set. */
  readonly set: { readonly score: number; readonly reason: string } | null;
  /** The one that was asked for, or the last of which anything is shown; null when nothing is. */
  readonly results: AttemptReview | null;
  /** When more is shown by itself; null when nothing more ever is. */
  readonly moreShownAt: Date | null;
  /** Has anything that was answered here become a review of the student's own? Not before the quiz is settled. */
  readonly inQueue: boolean;
};

/** The quiz for one of its students; null for everybody else, and for a draft. `number` asks for the review of one attempt. */
export async function readQuiz(
  viewer: Viewer,
  assignmentId: string,
  now: Date,
  number: number | null = null,
): Promise<QuizPage | null> {
  const taking = isUuid(assignmentId) ? await readTaking(viewer, assignmentId) : null;
  if (!taking) return null;
  const { terms, accommodation, attempts } = taking;
  const own = ownTerms(terms, accommodation);
  const may = access(terms, accommodation, attempts, now);
  const over = attempts.filter((attempt) => isOver(terms, own, attempt, now));
  const reviews = await Promise.all(over.map((attempt) => reviewOf(viewer, taking, attempt, now)));
  const shown = reviews.filter((review) => review.slots.length > 0);
  const scored = reviews.flatMap((review) => (review.score === null ? [] : [{ ...review, score: review.score }]));
  const counted = scored.length === over.length ? countedOf(scored, terms.counts) : null;
  // Somebody who never began has marks to be shown once nobody can answer any more.
  const marksShown = over.length > 0 ? counted !== null : keysReleased(terms, now) && terms.release.marks !== "never";
  const open = attempts.find((attempt) => may.kind === "may-answer" && attempt.number === may.number);
  return {
    ...{ id: taking.id, classId: taking.classId, className: taking.className, title: taking.title, zone: taking.zone },
    terms: own,
    counts: terms.counts,
    release: terms.release,
    lateDeduction: terms.lateDeduction,
    needsPassword: taking.password !== null,
    count: await countSlots(taking.id),
    access: may,
    attempt: open ? await readOpen(viewer, taking, open, now) : null,
    attempts: over.map(({ number, submittedAt, submittedBy }, index) => {
      return { number, submittedAt, submittedBy, late: reviews[index]!.late, score: reviews[index]!.score };
    }),
    counted,
    set: marksShown ? await setFor(viewer, taking.id) : null,
    results: shown.find((review) => review.number === number) ?? shown.at(-1) ?? null,
    moreShownAt: moreShownAt(terms, now),
    inQueue: may.kind === "closed" && (await feedsQueue(viewer, over)),
  };
}

/** What no fact stands behind, what was dropped and what another quiz still asks is in no queue. */
async function feedsQueue({ userId }: Viewer, attempts: readonly TakenAttempt[]): Promise<boolean> {
  const began = Math.min(...attempts.map(({ startedAt }) => startedAt.getTime()));
  if (attempts.length === 0) return false;
  const { rows } = await db().pool.query<{ fed: boolean }>(
    `select exists (
       select from event e join review r on r.user_id = e.user_id and r.event_id = e.id
        where e.user_id = $1 and e.device_id = any($2) and e.at >= $3
          and not exists (select from event u where u.user_id = e.user_id and u.kind = 'undo' and u.at >= $3
                             and u.device_id = e.device_id and u.context->>'target' = e.id::text)) as fed`,
    [userId, attempts.map(({ id }) => id), new Date(began)],
  );
  return rows[0]!.fed;
}

async function setFor(viewer: Viewer, assignmentId: string): Promise<QuizPage["set"]> {
  const history = (await readSetScores([assignmentId], viewer.userId)).get(keyOf(assignmentId, viewer.userId)) ?? [];
  const set = lastSet(history);
  return set && { score: set.score, reason: set.reason };
}

async function readOpen(
  viewer: Viewer,
  { id, terms, accommodation, attempts }: Taking,
  attempt: TakenAttempt,
  now: Date,
): Promise<NonNullable<QuizPage["attempt"]>> {
  const [slots, steps] = await Promise.all([
    slotsOf(id, attempt.variant, "shown"),
    readSteps(viewer.userId, attempt.id),
  ]);
  const state = foldSteps(steps);
  const marked = markAttempt(slots, state);
  const shown = shownOf(terms, accommodation, attempts, attempt, now);
  return {
    id: attempt.id,
    number: attempt.number,
    checks: isChecked(terms.release),
    slots: slots.map((each, index): QuizSlot => {
      const { slot, question, pointsMax } = each;
      const isFinal = state.checked.has(slot);
      return {
        slot,
        points: pointsMax,
        question: pose(question),
        response: state.responses.get(slot)?.response ?? null,
        flagged: state.flagged.has(slot),
        checked: isFinal ? { review: reviewed(each, marked.slots[index]!, shown, true) } : null,
      };
    }),
  };
}

async function reviewOf(
  viewer: Viewer,
  { id, terms, accommodation, attempts }: Taking,
  attempt: TakenAttempt,
  now: Date,
): Promise<AttemptReview> {
  const { number, late, lateDeduction } = attempt;
  const shown = shownOf(terms, accommodation, attempts, attempt, now);
  const line = { number, late, lateDeduction };
  // Nothing to read for those who wait: many do, at once, when a quiz closes.
  if (Object.values(shown).every((extent) => extent === "nothing"))
    return { ...line, score: null, scoreMax: 0, slots: [] };
  const [slots, steps] = await Promise.all([
    slotsOf(id, attempt.variant, "shown"),
    readSteps(viewer.userId, attempt.id),
  ]);
  const state = foldSteps(steps);
  const marked = markAttempt(slots, state);
  // In the seconds until the server hands it in, what it will decide then.
  if (!attempt.submittedAt && isLateByAnswers(terms, ownTerms(terms, accommodation), state))
    Object.assign(line, { late: true, lateDeduction: terms.lateDeduction });
  return {
    ...line,
    score: shown.marks === "all" ? afterDeduction(marked.score, line.lateDeduction) : null,
    scoreMax: marked.scoreMax,
    slots: slots.flatMap((each: Slot, index) => {
      return reviewed(each, marked.slots[index]!, shown, state.checked.has(each.slot)) ?? [];
    }),
  };
}

function isLateByAnswers(terms: Terms, own: OwnTerms, { responses }: AttemptState): boolean {
  return [...responses.values()].some(({ receivedAt }) => isLate(terms, own, receivedAt));
}

async function countSlots(assignmentId: string): Promise<number> {
  return db().prisma.variantSlot.count({ where: { assignmentId, variant: 1 } });
}
