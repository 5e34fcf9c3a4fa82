import "server-only";
/** Classes and who is in them. Whoever makes a class is its instructor; missing and not-yours are one answer. */
import { randomBytes } from "node:crypto";
import { codeFromBytes, parseCode } from "../classroom/code.ts";
import { db } from "./db.ts";
import { newId } from "./id.ts";
import { renewAccommodatedUntil } from "./terms.ts";
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

export type MemberLine = {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
  readonly joinedAt: Date;
};

export type ClassPage = {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly role: Role;
  /** The code and the roster are for instructors; null for students. */
  readonly joinCode: string | null;
  readonly members: readonly MemberLine[] | null;
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

/** The classes that the viewer teaches or is in, newest first. */
export async function myClasses(viewer: Viewer): Promise<ClassSummary[]> {
  const rows = await db().prisma.member.findMany({
    where: { userId: viewer.userId, removedAt: null, class: { archivedAt: null } },
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
      members: {
        where: { removedAt: null },
        orderBy: { name: "asc" },
        select: { userId: true, name: true, role: true, joinedAt: true },
      },
    },
  });
  if (!row) return null;
  const teaches = role === "instructor";
  const members = row.members.map((each) => ({ ...each, role: each.role as Role }));
  return {
    id: row.id,
    name: row.name,
    zone: row.zone,
    role,
    joinCode: teaches ? row.joinCode : null,
    members: teaches ? members : null,
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
export async function classByCode(code: string): Promise<{ id: string; name: string; instructor: string } | null> {
  const joinCode = parseCode(code);
  if (!joinCode) return null;
  const row = await db().prisma.class.findUnique({
    where: { joinCode, archivedAt: null },
    select: {
      id: true,
      name: true,
      members: { where: { role: "instructor" }, orderBy: { joinedAt: "asc" }, take: 1, select: { name: true } },
    },
  });
  return row && { id: row.id, name: row.name, instructor: row.members[0]?.name ?? "" };
}

/** Joins by code as a student; joining twice is joining once, and an instructor stays one. Somebody who was removed stays out. */
export async function joinClass(
  viewer: Viewer,
  wanted: { readonly code: string; readonly name: string },
  now: Date,
): Promise<{ kind: "joined"; classId: string } | { kind: "not-found" } | { kind: "needs-account" }> {
  if (viewer.guest) return { kind: "needs-account" };
  const found = await classByCode(wanted.code);
  if (!found) return { kind: "not-found" };
  const row = { classId: found.id, userId: viewer.userId, role: "student", name: wanted.name, joinedAt: now };
  await db().prisma.member.createMany({ data: [row], skipDuplicates: true });
  return (await roleIn(viewer, found.id)) ? { kind: "joined", classId: found.id } : { kind: "not-found" };
}

/** A new code; the old one opens nothing from now on. */
export async function renewCode(viewer: Viewer, classId: string): Promise<string | null> {
  if ((await roleIn(viewer, classId)) !== "instructor") return null;
  const joinCode = codeFromBytes(randomBytes(8));
  await db().prisma.class.update({ where: { id: classId }, data: { joinCode } });
  return joinCode;
}

/** Takes a student out of a class; what they did there stays. Their name there, or null when there is nobody to remove. */
export async function removeStudent(
  viewer: Viewer,
  classId: string,
  userId: string,
  now: Date,
): Promise<{ readonly name: string } | null> {
  if ((await roleIn(viewer, classId)) !== "instructor" || !isUuid(userId)) return null;
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "update member set removed_at = $3 where class_id = $1 and user_id = $2 and role = 'student' and removed_at is null returning name",
      [classId, userId, now],
    );
    // Nobody waits any more for the other window that the student had.
    const { rows: waiting } = await client.query<{ id: string }>(
      `select a.id from assignment a join accommodation x on x.assignment_id = a.id
        where a.class_id = $1 and x.user_id = $2 order by a.id for update of a`,
      [classId, userId],
    );
    for (const { id } of waiting) await renewAccommodatedUntil(client, id, now);
    return rows[0] ?? null;
  });
}

/** Is this text a UUID? Ids come from addresses; anything else would be an error of the database. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}
