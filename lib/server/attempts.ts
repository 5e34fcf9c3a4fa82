import "server-only";
/**
 * A student takes an assigned quiz. What may be done is decided by lib/classroom from what is stored and the moment of arrival; then start, answer,
 * check, flag and submit are one guarded statement each, so that doing it twice, or in two tabs at once, is doing it once.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import { accepts, access, isLate, isOver } from "../classroom/access.ts";
import type { Correction } from "../classroom/correction.ts";
import { isChecked } from "../classroom/release.ts";
import type { Slot } from "../classroom/results.ts";
import { ownTerms } from "../classroom/terms.ts";
import type { Question, Response } from "../questions/question.ts";
import { isUuid } from "./classes.ts";
import { correctedSlot, correctionsColumn } from "./corrections.ts";
import { db } from "./db.ts";
import { handIn } from "./hand-in.ts";
import { newId } from "./id.ts";
import { hit, limits, peek } from "./limit.ts";
import { readTaking, readTakingOf, type TakenAttempt, type Taking } from "./terms.ts";
import type { Viewer } from "./viewer.ts";

export type Started =
  | { readonly kind: "started"; readonly attemptId: string }
  | { readonly kind: "wrong-password" }
  | { readonly kind: "too-many"; readonly retryAfter: number }
  | { readonly kind: "not-found" };

/**
 * Starts the next attempt of a quiz while it is open to the student; while one is open, starting again gives that one, on whatever device.
 * A password is asked for at every start, never for going on; guesses are counted, failures only.
 * The variants go round the class in the order in which its students joined, and on from attempt to attempt: even, and the same whoever starts first.
 */
export async function startAttempt(viewer: Viewer, assignmentId: string, now: Date, password = ""): Promise<Started> {
  const taking = isUuid(assignmentId) ? await readTaking(viewer, assignmentId) : null;
  if (!taking) return { kind: "not-found" };
  const may = access(taking.terms, taking.accommodation, taking.attempts, now);
  if (may.kind === "may-answer") {
    const open = taking.attempts.find((attempt) => attempt.number === may.number);
    return open ? { kind: "started", attemptId: open.id } : { kind: "not-found" };
  }
  if (may.kind !== "may-start") return { kind: "not-found" };
  const refused = await refusedPassword(viewer, taking, password);
  if (refused) return refused;
  // One that ran out and that nobody has written down as over: only one may be open.
  for (const attempt of taking.attempts) if (attempt.submittedAt === null) await handIn(viewer.userId, attempt, taking);
  const { rows } = await db().pool.query<{ id: string }>(
    `with started as (
       insert into attempt (user_id, id, assignment_id, variant, number, started_at)
       select $2, $3, a.id, (before.students + $5 - 1) % of.variants + 1, $5, $4
         from assignment a
         join member m on m.class_id = a.class_id and m.user_id = $2 and m.role = 'student' and m.removed_at is null
        cross join lateral (select count(*)::int as variants from variant v where v.assignment_id = a.id) of
        cross join lateral (
          select count(*)::int as students from member o
           where o.class_id = a.class_id and o.role = 'student' and (o.joined_at, o.user_id) < (m.joined_at, m.user_id)) before
        where a.id = $1 and a.published_at is not null
       on conflict do nothing
       returning id)
     select id from started`,
    [assignmentId, viewer.userId, newId(now), now, may.number],
  );
  if (rows[0]) return { kind: "started", attemptId: rows[0].id };
  // Of two starts at once the loser finds the winner's.
  const again = await db().pool.query<{ id: string }>(
    "select id from attempt where user_id = $1 and assignment_id = $2 and number = $3 and submitted_at is null",
    [viewer.userId, assignmentId, may.number],
  );
  return again.rows[0] ? { kind: "started", attemptId: again.rows[0].id } : { kind: "not-found" };
}

/**
 * Keeps one answer with its time of arrival; twice is once. `closed` when the attempt's time and grace were over or it was handed in, `checked` when that answer is
 * final; `not-found` for another's attempt or a slot that it does not have.
 */
export async function keepAnswer(
  viewer: Viewer,
  answer: { readonly attemptId: string; readonly id: string; readonly slot: number; readonly response: Response },
  receivedAt: Date,
): Promise<{ kind: "kept" | "checked" | "closed" | "not-found" }> {
  const found = await append(viewer, { ...answer, kind: "answer" }, receivedAt);
  if (!found) return { kind: "not-found" };
  if (!found.open) return { kind: "closed" };
  return { kind: found.checked ? "checked" : "kept" };
}

/** Makes an answer final, where something of it is shown at once; `unanswered` when there is none yet. Twice is once. */
export async function checkAnswer(
  viewer: Viewer,
  check: { readonly attemptId: string; readonly id: string; readonly slot: number },
  receivedAt: Date,
): Promise<{ kind: "checked" | "unanswered" | "closed" | "not-found" }> {
  const found = await append(viewer, { ...check, kind: "check" }, receivedAt);
  if (!found?.checks) return { kind: "not-found" };
  if (!found.open) return { kind: "closed" };
  return { kind: found.answered ? "checked" : "unanswered" };
}

/** Keeps that a question is flagged, or is not any more, for whatever device the student goes on with. */
export async function keepFlag(
  viewer: Viewer,
  flag: { readonly attemptId: string; readonly id: string; readonly slot: number; readonly flagged: boolean },
  receivedAt: Date,
): Promise<{ kind: "kept" | "closed" | "not-found" }> {
  const found = await append(viewer, { ...flag, kind: "flag" }, receivedAt);
  if (!found) return { kind: "not-found" };
  return { kind: found.open ? "kept" : "closed" };
}

/** Hands an attempt in; handing in twice is handing in once. Whether it is late is decided here, once. */
export async function submitAttempt(
  viewer: Viewer,
  attemptId: string,
  receivedAt: Date,
): Promise<{ kind: "handed-in" | "closed" | "not-found" }> {
  const mine = await readMine(viewer, attemptId);
  if (!mine) return { kind: "not-found" };
  const { taking, attempt } = mine;
  if (attempt.submittedAt) return { kind: "handed-in" };
  const own = ownTerms(taking.terms, taking.accommodation);
  if (isOver(taking.terms, own, attempt, receivedAt)) return { kind: "closed" };
  const late = isLate(taking.terms, own, receivedAt);
  await db().pool.query(
    `with done as (
       update attempt set submitted_at = $3, submitted_by = 'student', late = $5, late_deduction = $6
        where user_id = $1 and id = $2 and submitted_at is null
       returning id)
     insert into step (user_id, attempt_id, id, kind, received_at) select $1, id, $4, 'submit', $3 from done`,
    [viewer.userId, attemptId, receivedAt, newId(receivedAt), late, late ? taking.terms.lateDeduction : 0],
  );
  return { kind: "handed-in" };
}

/** Milliseconds until an attempt's deadline as its terms are now, 0 once it cannot be answered any more; null for another's. */
export async function timeLeft(viewer: Viewer, attemptId: string, now: Date): Promise<{ leftMs: number } | null> {
  const mine = await readMine(viewer, attemptId);
  if (!mine) return null;
  const { terms, accommodation, attempts } = mine.taking;
  const may = access(terms, accommodation, attempts, now);
  const isOpen = may.kind === "may-answer" && may.number === mine.attempt.number;
  return { leftMs: isOpen ? may.deadline.getTime() - now.getTime() : 0 };
}

/** The questions of a variant with their keys: by slot, which is the same place of the plan in every variant, or as they are shown. For the server alone. */
export async function slotsOf(assignmentId: string, variant: number, by: "slot" | "shown" = "slot"): Promise<Slot[]> {
  const { rows } = await db().pool.query<{
    slot: number;
    points: string;
    snapshot: Question;
    corrections: readonly Correction[] | null;
  }>(
    `select s.slot, s.points, q.snapshot, ${correctionsColumn} as corrections from variant_slot s join question q on q.hash = s.question_hash
      where s.assignment_id = $1 and s.variant = $2 order by ${by === "shown" ? "s.position, s.slot" : "s.slot"}`,
    [assignmentId, variant],
  );
  return rows.map(({ slot, points, snapshot, corrections }) => {
    return { slot, ...correctedSlot(snapshot, corrections), pointsMax: Number(points) };
  });
}

type NewStep = {
  readonly attemptId: string;
  readonly id: string;
  readonly kind: "answer" | "check" | "flag";
  readonly slot: number;
  readonly response?: Response;
  readonly flagged?: boolean;
};

/** How the attempt stood when the step arrived; null when it is not the viewer's, or has no such slot. */
type Stood = {
  readonly open: boolean;
  readonly checked: boolean;
  readonly answered: boolean;
  /** Are answers checked in this quiz at all? */
  readonly checks: boolean;
};

/** Appends a step where it may be: to an open attempt, an answer only while it is not final, a check only to an answer. */
async function append(viewer: Viewer, step: NewStep, receivedAt: Date): Promise<Stood | null> {
  const mine = await readMine(viewer, step.attemptId);
  if (!mine) return null;
  const { terms, accommodation } = mine.taking;
  const inTime = accepts(terms, ownTerms(terms, accommodation), mine.attempt, receivedAt);
  const checks = isChecked(terms.release);
  const { rows } = await db().pool.query<Omit<Stood, "checks">>(
    // `for share`: whoever hands in waits for what is being kept, and what comes after it finds the attempt handed in.
    `with mine as (
       select t.user_id, t.id, t.submitted_at is null and $8 as open, ${has("check")} as checked, ${has("answer")} as answered
         from attempt t
         join variant_slot s on s.assignment_id = t.assignment_id and s.variant = t.variant and s.slot = $4
        where t.user_id = $1 and t.id = $2
        for share of t),
     kept as (
       insert into step (user_id, attempt_id, id, kind, slot, response, flagged, received_at)
       select user_id, id, $3, $9, $4, $5, $6, $7 from mine
        where open and case $9 when 'answer' then not checked when 'check' then answered and not checked and $10 else true end
       on conflict (user_id, attempt_id, id) do nothing)
     select open, checked, answered from mine`,
    [
      ...[viewer.userId, step.attemptId, step.id, step.slot],
      ...[step.response ? JSON.stringify(step.response) : null, step.flagged ?? null, receivedAt],
      ...[inTime, step.kind, checks],
    ],
  );
  return rows[0] ? { ...rows[0], checks } : null;
}

const has = (kind: "check" | "answer"): string =>
  `exists (select from step p where p.user_id = $1 and p.attempt_id = $2 and p.slot = $4 and p.kind = '${kind}')`;

async function readMine(
  viewer: Viewer,
  attemptId: string,
): Promise<{ readonly taking: Taking; readonly attempt: TakenAttempt } | null> {
  const taking = isUuid(attemptId) ? await readTakingOf(viewer, attemptId) : null;
  const attempt = taking?.attempts.find((each) => each.id === attemptId);
  return taking && attempt ? { taking, attempt } : null;
}

async function refusedPassword(
  viewer: Viewer,
  { id, password }: Taking,
  given: string,
): Promise<Exclude<Started, { kind: "started" }> | null> {
  if (password === null) return null;
  const subject = `${viewer.userId} ${id}`;
  const allowance = await peek(limits.quizPassword, subject);
  if (!allowance.ok) return { kind: "too-many", retryAfter: allowance.retryAfter };
  const digest = (text: string) => createHash("sha256").update(text.trim().normalize("NFC")).digest();
  if (timingSafeEqual(digest(given), digest(password))) return null;
  // An empty field is no guess: the page asks for the password then.
  if (given !== "") await hit(limits.quizPassword, subject);
  return { kind: "wrong-password" };
}
