import "server-only";
import { randomBytes } from "node:crypto";
import type { PoolClient } from "pg";
import { codeFromBytes } from "../classroom/code.ts";
import { daysBetween, shiftWindow, type Window } from "../classroom/shift.ts";
import { audit, changes } from "./audit.ts";
import { roleIn } from "./classes.ts";
import { db } from "./db.ts";
import { newId } from "./id.ts";
import { inTransaction } from "./transaction.ts";
import type { Viewer } from "./viewer.ts";

/** What would be copied: how many quizzes, and the wall time at which the first of them opens (null without quizzes). */
export type ToCopy = { readonly quizzes: number; readonly firstOpens: string | null };

/** What a copy of a class would hold, for those who teach it; null for everybody else. */
export async function readToCopy(viewer: Viewer, classId: string): Promise<ToCopy | null> {
  if ((await roleIn(viewer, classId)) !== "instructor") return null;
  const { _count, _min } = await db().prisma.assignment.aggregate({
    where: { classId },
    _count: true,
    _min: { opensWall: true },
  });
  return { quizzes: _count, firstOpens: _min.opensWall };
}

/**
 * A new class with the quizzes of one that the viewer teaches, as drafts with the same questions and terms; nobody and no result comes along. All their
 * times are shifted by the same number of days, so that the first opens on `startsOn` (YYYY-MM-DD; null leaves them), at the same times by the clock.
 */
export async function copyClass(
  viewer: Viewer,
  wanted: { readonly classId: string; readonly name: string; readonly startsOn: string | null },
  now: Date,
): Promise<{ kind: "copied"; classId: string; quizzes: number } | { kind: "bad-date" } | { kind: "not-found" }> {
  const toCopy = await readToCopy(viewer, wanted.classId);
  if (!toCopy) return { kind: "not-found" };
  const { startsOn } = wanted;
  const days = startsOn === null || toCopy.firstOpens === null ? 0 : daysBetween(toCopy.firstOpens, startsOn);
  if (days === null) return { kind: "bad-date" };
  const classId = newId(now);
  return inTransaction(async (client) => {
    await client.query(
      `insert into class (id, name, zone, join_code, created_at, needs_approval)
       select $2, $3, zone, $4, $5, needs_approval from class where id = $1`,
      [wanted.classId, classId, wanted.name, codeFromBytes(randomBytes(8)), now],
    );
    await client.query(
      `insert into member (class_id, user_id, role, name, joined_at)
       select $3, user_id, 'instructor', name, $4 from member where class_id = $1 and user_id = $2`,
      [wanted.classId, viewer.userId, classId, now],
    );
    const { rows } = await client.query<WindowRow>(
      `select id, zone, opens_wall as "opensWall", opens_at as "opensAt", due_wall as "dueWall", due_at as "dueAt",
              closes_wall as "closesWall", closes_at as "closesAt" from assignment where class_id = $1 order by opens_at, id`,
      [wanted.classId],
    );
    const shifted = rows.map((row) => ({ from: row.id, window: shiftWindow(row, days, row.zone) }));
    for (const { from, window } of shifted) {
      // Nothing is kept of what was written so far: the caller's transaction has one outcome.
      if (!window) throw Object.assign(new Error("A date outside the calendar."), { outOfCalendar: true });
      await copyQuiz(client, { from, classId, window, createdBy: viewer.userId }, now);
    }
    const changed = changes({}, { className: wanted.name, quizzes: rows.length });
    await audit(client, viewer, { what: "class-copied", classId, changed });
    return { kind: "copied", classId, quizzes: rows.length } as const;
  }).catch((error: unknown) => {
    if ((error as { outOfCalendar?: boolean }).outOfCalendar) return { kind: "bad-date" } as const;
    throw error;
  });
}

type WindowRow = Window & { id: string; zone: string };

/** Whole rows are copied but for what is said here, so that a setting added later comes along. Of a published quiz the first variant is its draft. */
async function copyQuiz(
  client: PoolClient,
  { from, classId, window, createdBy }: { from: string; classId: string; window: Window; createdBy: string },
  now: Date,
): Promise<void> {
  const id = newId(now);
  const other = {
    ...{ id, class_id: classId, created_by: createdBy, created_at: now, version: 1 },
    ...{ opens_wall: window.opensWall, opens_at: window.opensAt, due_wall: window.dueWall, due_at: window.dueAt },
    ...{ closes_wall: window.closesWall, closes_at: window.closesAt },
    ...{ published_at: null, settled_at: null, accommodated_until: null, remarks: 0 },
  };
  for (const [table, which] of [
    ["assignment", "x.id = $1"],
    ["variant", "x.assignment_id = $1 and x.number = 1"],
    ["variant_slot", "x.assignment_id = $1 and x.variant = 1"],
  ] as const)
    await client.query(
      `insert into ${table} select (jsonb_populate_record(x, $2::jsonb)).* from ${table} x where ${which}`,
      [from, JSON.stringify(table === "assignment" ? other : { assignment_id: id })],
    );
  // A key that was corrected is not copied wrong.
  await client.query(
    `update variant_slot s set question_hash = c.marked_hash
       from (select distinct on (asked_hash) asked_hash, marked_hash from correction where assignment_id = $1 order by asked_hash, number desc) c
      where s.assignment_id = $2 and s.question_hash = c.asked_hash`,
    [from, id],
  );
}
