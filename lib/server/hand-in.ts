import "server-only";
/** Handing in at the deadline, by the server itself: what a student answered in time counts, whether or not the last button was pressed. */
import { deadlineOf, isLate, isOver, lastArrivalOf } from "../classroom/access.ts";
import { type Accommodation, ownTerms, type Terms } from "../classroom/terms.ts";
import { db } from "./db.ts";
import { newId } from "./id.ts";
import { accommodationOfRow, type OwnRow, ownColumns, type TermsRow, termsColumns, termsOfRow } from "./terms.ts";

/**
 * Milliseconds that the worker waits after the last arrival that counts: what arrived in time may still be waiting for a connection
 * (5 s at most, lib/server/db.ts), and is not refused for that.
 */
export const writingMs = 5_000;

/** Hands in every attempt whose time and grace are over; returns how many. Twice, or in two processes at once, is once. */
export async function handInOverdue(now: Date): Promise<number> {
  const written = new Date(now.getTime() - writingMs);
  const { rows } = await db().pool.query<
    TermsRow & OwnRow & { user_id: string; id: string; number: number; started_at: Date }
  >(
    // More time only lengthens: whoever is not over by everybody's time, or by an own earlier close, need not be looked at.
    `select t.user_id, t.id, t.number, t.started_at, ${termsColumns}, ${ownColumns}
       from attempt t
       join assignment a on a.id = t.assignment_id
       left join accommodation x on x.assignment_id = t.assignment_id and x.user_id = t.user_id
      where t.submitted_at is null
        and least(a.closes_at, x.closes_at, t.started_at + a.limit_minutes * interval '1 minute') < $1`,
    [written],
  );
  let count = 0;
  for (const row of rows) {
    const terms = termsOfRow(row);
    const accommodation = accommodationOfRow(row);
    const attempt = { id: row.id, number: row.number, startedAt: row.started_at, submittedAt: null };
    if (!isOver(terms, ownTerms(terms, accommodation), attempt, written)) continue;
    if (await handIn(row.user_id, attempt, { terms, accommodation })) count++;
  }
  return count;
}

/**
 * Hands one attempt in as of the last moment at which an answer could arrive; false when it was handed in already. It is late when its last answer is: that nobody
 * pressed the button is no fault.
 */
export async function handIn(
  userId: string,
  attempt: { readonly id: string; readonly startedAt: Date },
  { terms, accommodation }: { readonly terms: Terms; readonly accommodation: Accommodation | null },
): Promise<boolean> {
  const own = ownTerms(terms, accommodation);
  const endedAt = lastArrivalOf(terms, own, attempt);
  // Can anything of it be late at all?
  const lateAfter = isLate(terms, own, endedAt) ? own.dueAt : null;
  const { rowCount } = await db().pool.query(
    `with judged as (
       select coalesce(max(received_at) > $5::timestamptz + $6 * interval '1 second', false) as late
         from step where user_id = $1 and attempt_id = $2 and kind = 'answer'),
     done as (
       update attempt set submitted_at = $3, submitted_by = 'deadline', late = judged.late,
              late_deduction = case when judged.late then $7::smallint else 0 end
         from judged where user_id = $1 and id = $2 and submitted_at is null
       returning id)
     insert into step (user_id, attempt_id, id, kind, received_at) select $1, id, $4, 'submit', $3 from done`,
    [
      ...[userId, attempt.id, endedAt, newId(deadlineOf(own, attempt.startedAt))],
      ...[lateAfter, terms.graceSeconds, terms.lateDeduction],
    ],
  );
  return rowCount === 1;
}
