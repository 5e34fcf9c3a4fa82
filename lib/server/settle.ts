import "server-only";
/** After the close: open attempts are handed in, scores are stored, and each answer becomes a review in its student's own queue. */
import { createHash } from "node:crypto";
import { graceMs } from "../classroom/access.ts";
import { foldSteps, type Step } from "../classroom/attempt.ts";
import { markAttempt, type Slot } from "../classroom/results.ts";
import { hashQuestion } from "../questions/hash.ts";
import type { StudyEvent } from "../study/event.ts";
import { slotsOf } from "./attempts.ts";
import { db } from "./db.ts";
import { newId } from "./id.ts";
import { readStepsOfAssignment } from "./steps.ts";
import { recordEvents } from "./study.ts";
import { systemViewer } from "./viewer.ts";

/** Settles every quiz whose close and grace lie before `now`; returns how many. Doing it twice, or in two processes, changes nothing more. */
export async function settleClosed(now: Date): Promise<number> {
  const { rows } = await db().pool.query<{ id: string; zone: string; closes_at: Date }>(
    `select id, zone, closes_at from assignment
      where published_at is not null and settled_at is null and closes_at + $2 * interval '1 millisecond' < $1 order by closes_at`,
    [now, graceMs],
  );
  for (const row of rows) await settle(row, now);
  return rows.length;
}

async function settle(assignment: { id: string; zone: string; closes_at: Date }, now: Date): Promise<void> {
  const { pool } = db();
  const endedAt = new Date(assignment.closes_at.getTime() + graceMs);
  await handIn(assignment.id, endedAt);
  const slots = await slotsOf(assignment.id, 1);
  const steps = await readStepsOfAssignment(assignment.id);
  const { rows: attempts } = await pool.query<{ user_id: string; id: string }>(
    "select user_id, id from attempt where assignment_id = $1",
    [assignment.id],
  );
  for (const attempt of attempts) {
    const own = steps.get(attempt.id) ?? [];
    const { score } = markAttempt(slots, foldSteps(own));
    await pool.query("update attempt set score = $3 where user_id = $1 and id = $2", [
      attempt.user_id,
      attempt.id,
      score,
    ]);
    const events = eventsOf(attempt.id, own, slots, assignment.zone);
    if (events.length > 0)
      await recordEvents(systemViewer("settling a closed quiz", { id: attempt.user_id }), events, now);
  }
  await pool.query("update assignment set settled_at = $2 where id = $1 and settled_at is null", [assignment.id, now]);
}

async function handIn(assignmentId: string, endedAt: Date): Promise<void> {
  const { pool } = db();
  const { rows } = await pool.query<{ user_id: string; id: string }>(
    `update attempt set submitted_at = $2, submitted_by = 'deadline' where assignment_id = $1 and submitted_at is null returning user_id, id`,
    [assignmentId, endedAt],
  );
  for (const { user_id, id } of rows) {
    await pool.query(
      `insert into step (user_id, attempt_id, id, kind, received_at) values ($1, $2, $3, 'submit', $4)`,
      [...[user_id, id, newId(endedAt), endedAt]],
    );
  }
}

/** One answer event for each slot that was answered, with ids that come out the same each time. */
function eventsOf(attemptId: string, steps: readonly Step[], slots: readonly Slot[], zone: string): StudyEvent[] {
  const { responses } = foldSteps(steps);
  return slots.flatMap(({ slot, question }): StudyEvent[] => {
    const answer = responses.get(slot);
    if (!answer) return [];
    return [
      {
        kind: "answer",
        id: idFor(attemptId, slot, answer.receivedAt),
        deviceId: attemptId,
        deviceSeq: slot,
        at: answer.receivedAt.toISOString(),
        zone,
        rolloverHour: 4,
        question: hashQuestion(question),
        response: answer.response,
        tookMs: 0,
        context: { mode: "quiz", helped: false, tooEasy: false, attempt: attemptId },
      },
    ];
  });
}

/** A UUID v7 whose time is the answer's and whose chance is a hash, so that settling twice sends the same event. */
function idFor(attemptId: string, slot: number, at: Date): string {
  const bytes = createHash("sha256").update(`${attemptId} ${slot}`).digest().subarray(0, 16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
