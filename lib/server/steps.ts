import "server-only";
/** The stored steps of attempts, in the shape that lib/classroom folds. */
import type { Step } from "../classroom/attempt.ts";
import type { Response } from "../questions/question.ts";
import { db } from "./db.ts";

type StepRow = {
  attempt_id: string;
  id: string;
  kind: string;
  slot: number | null;
  response: Response | null;
  flagged: boolean | null;
  received_at: Date;
};

/** All steps of one attempt. */
export async function readSteps(userId: string, attemptId: string): Promise<Step[]> {
  const { rows } = await db().pool.query<StepRow>(
    "select attempt_id, id, kind, slot, response, flagged, received_at from step where user_id = $1 and attempt_id = $2",
    [userId, attemptId],
  );
  return rows.map(toStep);
}

/** All steps of an assignment, by attempt. */
export async function readStepsOfAssignment(assignmentId: string): Promise<Map<string, Step[]>> {
  const { rows } = await db().pool.query<StepRow>(
    `select s.attempt_id, s.id, s.kind, s.slot, s.response, s.flagged, s.received_at
       from step s join attempt t on t.user_id = s.user_id and t.id = s.attempt_id where t.assignment_id = $1`,
    [assignmentId],
  );
  const byAttempt = new Map<string, Step[]>();
  for (const row of rows) {
    const steps = byAttempt.get(row.attempt_id);
    if (steps) steps.push(toStep(row));
    else byAttempt.set(row.attempt_id, [toStep(row)]);
  }
  return byAttempt;
}

function toStep(row: StepRow): Step {
  const { id, received_at: receivedAt } = row;
  switch (row.kind) {
    case "answer":
      return { kind: "answer", id, slot: row.slot!, response: row.response!, receivedAt };
    case "check":
      return { kind: "check", id, slot: row.slot!, receivedAt };
    case "flag":
      return { kind: "flag", id, slot: row.slot!, flagged: row.flagged!, receivedAt };
    case "submit":
      return { kind: "submit", id, receivedAt };
    default:
      throw new Error(`A step of kind ${row.kind} cannot be folded.`);
  }
}
