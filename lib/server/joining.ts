import "server-only";
/** How one comes into a class: by its code, by the code for instructors, by an invitation; at once, or after a wait. */
import type { PoolClient } from "pg";
import { parseCode } from "../classroom/code.ts";
import { audit, type Deed } from "./audit.ts";
import { roleIn } from "./classes.ts";
import { db } from "./db.ts";
import { becomeInstructor } from "./teaching.ts";
import { inTransaction } from "./transaction.ts";
import type { Viewer } from "./viewer.ts";

/** What somebody who holds the code may know before joining; null when the code opens nothing. */
export async function classByCode(code: string): Promise<{
  readonly id: string;
  readonly name: string;
  readonly instructor: string;
  readonly needsApproval: boolean;
  /** Is it the code by which one joins as an instructor? */
  readonly teaches: boolean;
  /** Whom it was made for, when it is an invitation that nobody has used. */
  readonly invited: string | null;
} | null> {
  const joinCode = parseCode(code);
  if (!joinCode) return null;
  const invitation = { code: joinCode, usedBy: null };
  const row = await db().prisma.class.findFirst({
    where: {
      OR: [{ joinCode }, { teachCode: joinCode }, { invitations: { some: invitation } }],
      archivedAt: null,
      simulatedSeed: null,
    },
    select: {
      id: true,
      name: true,
      needsApproval: true,
      joinCode: true,
      teachCode: true,
      invitations: { where: invitation, select: { name: true } },
      members: {
        where: { role: "instructor", removedAt: null },
        orderBy: { joinedAt: "asc" },
        take: 1,
        select: { name: true },
      },
    },
  });
  if (!row) return null;
  const { id, name, needsApproval, members } = row;
  const invited = row.invitations[0]?.name ?? null;
  // The invitation was used between two readings: its code is no code of the class.
  if (invited === null && joinCode !== row.joinCode && joinCode !== row.teachCode) return null;
  return {
    id,
    name,
    needsApproval,
    teaches: row.teachCode === joinCode,
    invited,
    instructor: members[0]?.name ?? "",
  };
}

export type Joined =
  | { readonly kind: "joined"; readonly classId: string }
  /** Where the class lets people in one by one. */
  | { readonly kind: "waiting"; readonly classId: string }
  | { readonly kind: "not-found" }
  | { readonly kind: "needs-account" };

/**
 * Joins by code as a student, or asks to be let in, or by the code for instructors as one of them, or by an invitation under the name on it; doing it twice is doing it once, and an instructor stays one. Somebody who was removed stays out.
 */
export async function joinClass(
  viewer: Viewer,
  wanted: { readonly code: string; readonly name: string; readonly studentNumber?: string | null },
  now: Date,
): Promise<Joined> {
  if (viewer.guest) return { kind: "needs-account" };
  const found = await classByCode(wanted.code);
  if (!found) return { kind: "not-found" };
  const values = [found.id, viewer.userId, wanted.name, wanted.studentNumber ?? null, now];
  await inTransaction(async (client) => {
    // Held, so that nobody slips in while the class begins to let people in one by one, or closes the code for instructors.
    const { rows } = await client.query<{ needs_approval: boolean; teach_code: string | null }>(
      "select needs_approval, teach_code from class where id = $1 for share",
      [found.id],
    );
    const note = (what: Deed) => audit(client, viewer, { what, classId: found.id, about: [viewer.userId] });
    if (found.teaches) {
      if (rows[0]?.teach_code !== parseCode(wanted.code)) return;
      const who = { classId: found.id, userId: viewer.userId, name: wanted.name };
      if ((await becomeInstructor(client, who, now)) !== null) await note("came-to-teach");
      return;
    }
    if (found.invited !== null) {
      const invited = { ...found, code: wanted.code, userId: viewer.userId };
      if (await joinInvited(client, invited, now)) await note("joined");
      return;
    }
    const waits = rows[0]?.needs_approval;
    const { rowCount } = await client.query(
      waits
        ? `insert into join_request (class_id, user_id, name, student_number, asked_at) select $1::uuid, $2::uuid, $3, $4, $5
            where not exists (select from member where class_id = $1 and user_id = $2) on conflict do nothing`
        : `insert into member (class_id, user_id, role, name, student_number, joined_at) select $1::uuid, $2::uuid, 'student', $3, $4, $5
            where not exists (select from join_request where class_id = $1 and user_id = $2) on conflict do nothing`,
      values,
    );
    if (rowCount) await note(waits ? "asked-to-join" : "joined");
  });
  if (await roleIn(viewer, found.id)) return { kind: "joined", classId: found.id };
  return (await readWaiting(viewer, found.id)) ? { kind: "waiting", classId: found.id } : { kind: "not-found" };
}

/** Joins by an invitation, once: whoever is in the class already, or was removed, leaves it unused. */
async function joinInvited(
  client: PoolClient,
  { id, code, userId }: { readonly id: string; readonly code: string; readonly userId: string },
  now: Date,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `with invited as (
       select * from invitation where code = $3 and class_id = $1 and used_by is null for update),
     joined as (
       insert into member (class_id, user_id, role, name, student_number, section, joined_at)
       select $1, $2, 'student', name, student_number, section, $4 from invited on conflict do nothing returning 1)
     update invitation set used_by = $2 where code = $3 and exists (select from joined)`,
    [id, userId, parseCode(code), now],
  );
  if (!rowCount) return false;
  await client.query("delete from join_request where class_id = $1 and user_id = $2", [id, userId]);
  return true;
}

/** A class that the viewer asked to be let into. */
export type Waiting = {
  readonly classId: string;
  readonly name: string;
  readonly zone: string;
  readonly askedAt: Date;
};

/** The classes in which the viewer waits, longest first. */
export async function myWaiting(viewer: Viewer): Promise<Waiting[]> {
  const rows = await db().prisma.joinRequest.findMany({
    where: { userId: viewer.userId, class: { archivedAt: null } },
    orderBy: { askedAt: "asc" },
    select: { classId: true, askedAt: true, class: { select: { name: true, zone: true } } },
  });
  return rows.map(({ classId, askedAt, class: { name, zone } }) => ({ classId, askedAt, name, zone }));
}

/** The viewer's own wait for one class; null when they do not wait there. */
export async function readWaiting(viewer: Viewer, classId: string): Promise<Waiting | null> {
  return (await myWaiting(viewer)).find((each) => each.classId === classId) ?? null;
}
