import "server-only";
/** Classes and who is in them. Whoever makes a class is its instructor; missing and not-yours are one answer. */
import { randomBytes } from "node:crypto";
import type { PoolClient } from "pg";
import { codeFromBytes, parseCode } from "../classroom/code.ts";
import { db } from "./db.ts";
import { newId } from "./id.ts";
import { becomeInstructor } from "./teaching.ts";
import { inTransaction } from "./transaction.ts";
import type { Viewer } from "./viewer.ts";

export type Role = "instructor" | "student";

export type ClassSummary = {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly role: Role;
  readonly students: number;
};

export type ClassPage = {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly role: Role;
  /** The code and how many there are is for instructors; null for students. */
  readonly joinCode: string | null;
  readonly students: number | null;
  /** How many wait to be let in; null for students. */
  readonly waiting: number | null;
  readonly needsApproval: boolean;
  readonly archived: boolean;
};

/** A new class with its maker as instructor; a guest is refused, since a class needs somebody who can come back. */
export async function createClass(
  viewer: Viewer,
  wanted: { readonly name: string; readonly zone: string; readonly instructor: string },
  now: Date,
): Promise<{ kind: "made"; classId: string } | { kind: "needs-account" }> {
  if (viewer.guest) return { kind: "needs-account" };
  const { prisma } = db();
  const classId = newId(now);
  const member = { userId: viewer.userId, role: "instructor", name: wanted.instructor, joinedAt: now };
  await prisma.class.create({
    data: {
      id: classId,
      name: wanted.name,
      zone: wanted.zone,
      joinCode: codeFromBytes(randomBytes(8)),
      createdAt: now,
      members: { create: member },
    },
  });
  return { kind: "made", classId };
}

/** The classes that the viewer teaches or is in, newest first: those in use, or those in the archive. */
export async function myClasses(viewer: Viewer, which: "in-use" | "archived" = "in-use"): Promise<ClassSummary[]> {
  const rows = await db().prisma.member.findMany({
    where: { userId: viewer.userId, removedAt: null, class: { archivedAt: which === "in-use" ? null : { not: null } } },
    orderBy: { joinedAt: "desc" },
    select: {
      role: true,
      class: {
        select: {
          id: true,
          name: true,
          zone: true,
          _count: { select: { members: { where: { role: "student", removedAt: null } } } },
        },
      },
    },
  });
  return rows.map(({ role, class: each }) => {
    return { id: each.id, name: each.name, zone: each.zone, role: role as Role, students: each._count.members };
  });
}

/** One class as its member sees it; null for everybody else. */
export async function readClass(viewer: Viewer, classId: string): Promise<ClassPage | null> {
  const role = await roleIn(viewer, classId);
  if (!role) return null;
  const row = await db().prisma.class.findUnique({
    where: { id: classId },
    select: {
      id: true,
      name: true,
      zone: true,
      joinCode: true,
      needsApproval: true,
      archivedAt: true,
      _count: { select: { members: { where: { role: "student", removedAt: null } }, joinRequests: true } },
    },
  });
  if (!row) return null;
  const teaches = role === "instructor";
  return {
    id: row.id,
    name: row.name,
    zone: row.zone,
    role,
    joinCode: teaches ? row.joinCode : null,
    students: teaches ? row._count.members : null,
    waiting: teaches ? row._count.joinRequests : null,
    needsApproval: row.needsApproval,
    archived: row.archivedAt !== null,
  };
}

/** The viewer's role in a class; null when not a member (or removed, or there is no such class). */
export async function roleIn(viewer: Viewer, classId: string): Promise<Role | null> {
  if (!isUuid(classId)) return null;
  const key = { classId, userId: viewer.userId };
  const row = await db().prisma.member.findUnique({
    where: { classId_userId: key },
    select: { role: true, removedAt: true },
  });
  return row && !row.removedAt ? (row.role as Role) : null;
}

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
    where: { OR: [{ joinCode }, { teachCode: joinCode }, { invitations: { some: invitation } }], archivedAt: null },
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
    if (found.teaches) {
      if (rows[0]?.teach_code !== parseCode(wanted.code)) return;
      await becomeInstructor(client, { classId: found.id, userId: viewer.userId, name: wanted.name }, now);
      return;
    }
    if (found.invited !== null) return joinInvited(client, { ...found, code: wanted.code, userId: viewer.userId }, now);
    await client.query(
      rows[0]?.needs_approval
        ? `insert into join_request (class_id, user_id, name, student_number, asked_at) select $1::uuid, $2::uuid, $3, $4, $5
            where not exists (select from member where class_id = $1 and user_id = $2) on conflict do nothing`
        : `insert into member (class_id, user_id, role, name, student_number, joined_at) select $1::uuid, $2::uuid, 'student', $3, $4, $5
            where not exists (select from join_request where class_id = $1 and user_id = $2) on conflict do nothing`,
      values,
    );
  });
  if (await roleIn(viewer, found.id)) return { kind: "joined", classId: found.id };
  return (await readWaiting(viewer, found.id)) ? { kind: "waiting", classId: found.id } : { kind: "not-found" };
}

/** Joins by an invitation, once: whoever is in the class already, or was removed, leaves it unused. */
async function joinInvited(
  client: PoolClient,
  { id, code, userId }: { readonly id: string; readonly code: string; readonly userId: string },
  now: Date,
): Promise<void> {
  const { rowCount } = await client.query(
    `with invited as (
       select * from invitation where code = $3 and class_id = $1 and used_by is null for update),
     joined as (
       insert into member (class_id, user_id, role, name, student_number, section, joined_at)
       select $1, $2, 'student', name, student_number, section, $4 from invited on conflict do nothing returning 1)
     update invitation set used_by = $2 where code = $3 and exists (select from joined)`,
    [id, userId, parseCode(code), now],
  );
  if (rowCount) await client.query("delete from join_request where class_id = $1 and user_id = $2", [id, userId]);
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

/** A new code; the old one opens nothing from now on. */
export async function renewCode(viewer: Viewer, classId: string): Promise<string | null> {
  if ((await roleIn(viewer, classId)) !== "instructor") return null;
  const joinCode = codeFromBytes(randomBytes(8));
  await db().prisma.class.update({ where: { id: classId }, data: { joinCode } });
  return joinCode;
}

/** Renames a class and says whether who joins must be let in; whoever waits already goes on waiting. False when the viewer does not teach it. */
export async function saveClass(
  viewer: Viewer,
  wanted: { readonly classId: string; readonly name: string; readonly needsApproval: boolean },
): Promise<boolean> {
  if ((await roleIn(viewer, wanted.classId)) !== "instructor") return false;
  const { classId, name, needsApproval } = wanted;
  await db().prisma.class.update({ where: { id: classId }, data: { name, needsApproval } });
  return true;
}

/** Is this text a UUID? Ids come from addresses; anything else would be an error of the database. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}
