import "server-only";
/** Classes and who is in them. Whoever makes a class is its instructor; missing and not-yours are one answer. */
import { randomBytes } from "node:crypto";
import { codeFromBytes } from "../classroom/code.ts";
import { audit, changes } from "./audit.ts";
import { db } from "./db.ts";
import { newId } from "./id.ts";
import { inTransaction } from "./transaction.ts";
import type { Viewer } from "./viewer.ts";

export type Role = "instructor" | "student";

export type ClassSummary = {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly role: Role;
  readonly students: number;
  /** A sample class. */
  readonly simulated: boolean;
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
  /** The day of its exam, YYYY-MM-DD; null while none is set. */
  readonly examOn: string | null;
  /** As it was read, for `saveClass`. */
  readonly version: number;
  /** A sample class: nobody joins it. */
  readonly simulated: boolean;
};

/** A new class with its maker as instructor; a guest is refused, since a class needs somebody who can come back. */
export async function createClass(
  viewer: Viewer,
  wanted: { readonly name: string; readonly zone: string; readonly instructor: string },
  now: Date,
): Promise<{ kind: "made"; classId: string } | { kind: "needs-account" }> {
  if (viewer.guest) return { kind: "needs-account" };
  const classId = newId(now);
  const { name, zone, instructor } = wanted;
  await inTransaction(async (client) => {
    await client.query("insert into class (id, name, zone, join_code, created_at) values ($1, $2, $3, $4, $5)", [
      ...[classId, name, zone, codeFromBytes(randomBytes(8)), now],
    ]);
    await client.query(
      "insert into member (class_id, user_id, role, name, joined_at) values ($1, $2, 'instructor', $3, $4)",
      [classId, viewer.userId, instructor, now],
    );
    await audit(client, viewer, { what: "class-made", classId, changed: changes({}, { className: name, zone }) });
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
          simulatedSeed: true,
          _count: { select: { members: { where: { role: "student", removedAt: null } } } },
        },
      },
    },
  });
  return rows.map(({ role, class: each }) => {
    const simulated = each.simulatedSeed !== null;
    return {
      id: each.id,
      name: each.name,
      zone: each.zone,
      role: role as Role,
      students: each._count.members,
      simulated,
    };
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
      examOn: true,
      version: true,
      simulatedSeed: true,
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
    examOn: row.examOn?.toISOString().slice(0, 10) ?? null,
    version: row.version,
    simulated: row.simulatedSeed !== null,
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

/** A new code; the old one opens nothing from now on. */
export async function renewCode(viewer: Viewer, classId: string): Promise<string | null> {
  if ((await roleIn(viewer, classId)) !== "instructor") return null;
  const joinCode = codeFromBytes(randomBytes(8));
  await inTransaction(async (client) => {
    await client.query("update class set join_code = $2 where id = $1", [classId, joinCode]);
    await audit(client, viewer, { what: "join-code-renewed", classId });
  });
  return joinCode;
}

/** What may be set of a class. */
export type ClassFields = { readonly name: string; readonly needsApproval: boolean };

/**
 * Renames a class and says whether who joins must be let in; whoever waits already goes on waiting. The version read must still be the one stored: "stale" says what
 * somebody else has stored meanwhile.
 */
export async function saveClass(
  viewer: Viewer,
  wanted: ClassFields & { readonly classId: string; readonly version: number },
): Promise<
  { readonly kind: "saved" } | { readonly kind: "stale"; readonly stored: ClassFields } | { readonly kind: "not-found" }
> {
  const { classId, name, needsApproval, version } = wanted;
  if ((await roleIn(viewer, classId)) !== "instructor") return { kind: "not-found" };
  return inTransaction(async (client) => {
    const { rows } = await client.query<ClassFields & { version: number }>(
      `select name, needs_approval as "needsApproval", version from class where id = $1 for update`,
      [classId],
    );
    const { version: isNow, ...stored } = rows[0]!;
    if (isNow !== version) return { kind: "stale", stored };
    await client.query("update class set name = $2, needs_approval = $3, version = version + 1 where id = $1", [
      ...[classId, name, needsApproval],
    ]);
    const changed = changes(
      { className: stored.name, needsApproval: stored.needsApproval },
      { className: name, needsApproval },
    );
    await audit(client, viewer, { what: "class-changed", classId, changed });
    return { kind: "saved" };
  });
}

/** Is this text a UUID? Ids come from addresses; anything else would be an error of the database. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}
