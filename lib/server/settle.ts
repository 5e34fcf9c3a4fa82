import "server-only";
/** After the close: open attempts are handed in, scores are stored, and each answer becomes a review in its student's own queue. */
import { createHash } from "node:crypto";
import { foldSteps, type Step } from "../classroom/attempt.ts";
import { isOwn } from "../classroom/own.ts";
import { markAttempt, type Slot } from "../classroom/results.ts";
import { afterDeduction } from "../classroom/score.ts";
import { hashQuestion } from "../questions/hash.ts";
import type { StudyEvent } from "../study/event.ts";
import { slotsOf } from "./attempts.ts";
import { db } from "./db.ts";
import { handInOverdue, writingMs } from "./hand-in.ts";
import { readStepsOfAssignment } from "./steps.ts";
import { recordEvents } from "./study.ts";
import { lastArrivalIn, lastArrivalSql } from "./terms.ts";
import { systemViewer } from "./viewer.ts";

/**
 * Hands in what is overdue, and settles every quiz in which nobody can answer any more; returns how many were settled. Doing it twice, or in two processes,
 * changes nothing more.
 */
export async function settleClosed(now: Date): Promise<number> {
  await handInOverdue(now);
  const { rows } = await db().pool.query<{ id: string; zone: string; remarks: number }>(
    `select a.id, a.zone, a.remarks from assignment a
      where a.published_at is not null and a.settled_at is null and ${lastArrivalSql} + $2 * interval '1 millisecond' < $1
        and not exists (select from class c where c.id = a.class_id and c.simulated_seed is not null and c.simulated_at is null)
        and not exists (${askedElsewhere})
      order by ${lastArrivalSql}`,
    [now, writingMs],
  );
  for (const row of rows) await settle(row, now);
  return rows.length;
}

// Another quiz that one of the students may still take asks the very same question: its answer would tell the key, and is refused by the log until then.
const askedElsewhere = `
  select from variant_slot s
    join variant_slot o on o.question_hash = s.question_hash and o.assignment_id <> s.assignment_id
    join assignment b on b.id = o.assignment_id and b.published_at is not null and ${lastArrivalIn("b")} >= $1
    join member m on m.class_id = b.class_id and m.role = 'student' and m.removed_at is null
    join attempt t on t.assignment_id = a.id and t.user_id = m.user_id
   where s.assignment_id = a.id`;

async function settle(assignment: { id: string; zone: string; remarks: number }, now: Date): Promise<void> {
  const { pool } = db();
  const steps = await readStepsOfAssignment(assignment.id);
  const { rows: attempts } = await pool.query<{
    user_id: string;
    id: string;
    variant: number;
    late_deduction: number;
  }>(
    "select user_id, id, variant, late_deduction from attempt where assignment_id = $1 and submitted_at is not null order by number",
    [assignment.id],
  );
  const slotsOfVariant = new Map<number, Slot[]>();
  for (const attempt of attempts) {
    const own = steps.get(attempt.id) ?? [];
    const slots = slotsOfVariant.get(attempt.variant) ?? (await slotsOf(assignment.id, attempt.variant));
    slotsOfVariant.set(attempt.variant, slots);
    const { score } = markAttempt(slots, foldSteps(own));
    // Corrected or marked by hand in between: then what was read is old, and the quiz is settled once more.
    await pool.query(
      `update attempt set score = $3 where user_id = $1 and id = $2
          and exists (select from assignment a where a.id = $4 and a.remarks = $5 for share)`,
      [
        ...[attempt.user_id, attempt.id, afterDeduction(score, attempt.late_deduction)],
        ...[assignment.id, assignment.remarks],
      ],
    );
    const events = eventsOf(attempt.id, own, slots, assignment.zone);
    if (events.length > 0)
      await recordEvents(systemViewer("settling a closed quiz", { id: attempt.user_id }), events, now).catch(
        ignoreWhenDeleted(assignment.id),
      );
  }
  await pool.query("update assignment set settled_at = $2 where id = $1 and settled_at is null and remarks = $3", [
    assignment.id,
    now,
    assignment.remarks,
  ]);
}

/** A sample class may be deleted with its learners while its quiz is settled: then there is nothing left to settle. */
const ignoreWhenDeleted = (assignmentId: string) => async (error: unknown) => {
  if (await db().prisma.assignment.count({ where: { id: assignmentId } })) throw error;
};

/**
 * What each answer says to the log: an answer event marked against the key as it is now, with ids that come out the same each time. Where the key was corrected, what was
 * said before is taken back first; an undo of what was never said is refused by the log, which is as well. What was dropped or given to everybody says nothing of memory.
 */
function eventsOf(attemptId: string, steps: readonly Step[], slots: readonly Slot[], zone: string): StudyEvent[] {
  const { responses } = foldSteps(steps);
  return slots.flatMap(({ slot, question, corrected }): StudyEvent[] => {
    const answer = responses.get(slot);
    // No fact stands behind what an instructor wrote: there is nothing to remember.
    if (!answer || isOwn(question)) return [];
    const said = [
      { number: 0, question: corrected?.asked ?? question, tells: true },
      ...(corrected?.steps ?? []).map(({ number, by, question: then }) => {
        return { number, question: then, tells: by !== "everybody" && by !== "dropped" };
      }),
    ];
    const idOf = (what: string, number: number) =>
      idFor(
        number === 0 && what === "" ? `${attemptId} ${slot}` : `${attemptId} ${slot} ${what}${number}`,
        answer.receivedAt,
      );
    const common = { deviceId: attemptId, at: answer.receivedAt.toISOString(), zone, rolloverHour: 4 };
    return said.flatMap((each, index): StudyEvent[] => {
      if (!each.tells) return [];
      const { number } = each;
      const id = idOf("", number);
      // Counts of a device are never used twice; slots go to 100.
      const deviceSeq = number * 1_000 + slot;
      if (index < said.length - 1)
        return [{ ...common, kind: "undo", id: idOf("undo ", number), deviceSeq: deviceSeq + 500, target: id }];
      return [
        {
          ...{ ...common, kind: "answer", id, deviceSeq, question: hashQuestion(each.question) },
          ...{ response: answer.response, tookMs: 0 },
          context: { mode: "quiz", helped: false, tooEasy: false, attempt: attemptId },
        },
      ];
    });
  });
}

/** A UUID v7 whose time is the answer's and whose chance is a hash, so that settling twice sends the same event. */
function idFor(name: string, at: Date): string {
  const bytes = createHash("sha256").update(name).digest().subarray(0, 16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
