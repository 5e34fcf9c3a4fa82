import "server-only";
/** The stored steps of attempts, in the shape that lib/classroom folds. */
import type { ClientBase, Pool } from "pg";
import type { Step } from "../classroom/attempt.ts";
import type { Response } from "../questions/question.ts";
import { db } from "./db.ts";

type StepRow = {
  id: string;
  kind: string;
  slot: number | null;
  response: Response | null;
  flagged: boolean | null;
  received_at: Date;
  points: string | null;
  comment: string | null;
  reason: string | null;
};

/** All steps of one attempt. Inside a transaction give its connection. */
export async function readSteps(
  userId: string,
  attemptId: string,
  connection: ClientBase | Pool = db().pool,
): Promise<Step[]> {
  const { rows } = await connection.query<StepRow>(
    "select id, kind, slot, response, flagged, received_at, points, comment, reason from step where user_id = $1 and attempt_id = $2",
    [userId, attemptId],
  );
  return rows.map(toStep);
}

/**
 * All steps of an assignment, by attempt. One row for each attempt, and no names in it: of a class of 500 so many rows of their own would cost more than all that is
 * done with them.
 */
export async function readStepsOfAssignment(assignmentId: string): Promise<Map<string, Step[]>> {
  const { rows } = await db().pool.query<{ id: string; steps: PackedStep[] }>(
    // What only marks by hand have stands at the end, and is left out of all others.
    `select t.id, coalesce(own.steps, '[]') as steps
       from attempt t
      cross join lateral (
        select json_agg(case kind
            when 'mark' then json_build_array(id, kind, slot, response, flagged, (extract(epoch from received_at) * 1000)::bigint, points, comment, reason)
            else json_build_array(id, kind, slot, response, flagged, (extract(epoch from received_at) * 1000)::bigint) end) as steps
          from step where user_id = t.user_id and attempt_id = t.id) own
      where t.assignment_id = $1`,
    [assignmentId],
  );
  return new Map(rows.map(({ id, steps }) => [id, steps.map(unpacked)]));
}

type PackedStep = readonly [
  ...(readonly [string, string, number | null, Response | null, boolean | null, number]),
  ...([] | [number | null, string | null, string]),
];

const unpacked = ([id, kind, slot, response, flagged, at, points, comment, reason]: PackedStep): Step =>
  toStep({
    ...{ id, kind, slot, response, flagged, received_at: new Date(at) },
    ...{ points: points?.toString() ?? null, comment: comment ?? null, reason: reason ?? null },
  });

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
    case "mark": {
      const points = row.points === null ? null : Number(row.points);
      return { kind: "mark", id, slot: row.slot!, receivedAt, points, comment: row.comment, reason: row.reason! };
    }
    default:
      throw new Error(`A step of kind ${row.kind} cannot be folded.`);
  }
}
