import "server-only";
/** Who is in a class, who waits and who was removed: kept by those who teach it. For everybody else there is nothing here. */
import type { PoolClient } from "pg";
import { sectionsOf } from "../classroom/sections.ts";
import { audit, changes } from "./audit.ts";
import { isUuid, roleIn } from "./classes.ts";
import { db } from "./db.ts";
import { renewClosesOf } from "./terms.ts";
import { inTransaction } from "./transaction.ts";
import type { Viewer } from "./viewer.ts";

/** A student as the roster has them. */
export type StudentLine = {
  readonly userId: string;
  readonly name: string;
  /** As the school counts its students; null when nobody said it. */
  readonly studentNumber: string | null;
  /** Which part of the class; null: none. */
  readonly section: string | null;
  readonly joinedAt: Date;
  /** As it was read, for `saveStudent` and `setSection`. */
  readonly version: number;
};

/** Somebody who asked to be let in. */
export type WaitingLine = Pick<StudentLine, "userId" | "name" | "studentNumber"> & { readonly askedAt: Date };

export type Roster = {
  /** By name. */
  readonly students: readonly StudentLine[];
  /** Longest wait first. */
  readonly waiting: readonly WaitingLine[];
  readonly removed: readonly StudentLine[];
  /** Every section that a student is in, in order. */
  readonly sections: readonly string[];
};

/** The roster of a class for those who teach it; null for everybody else. */
export async function readRoster(viewer: Viewer, classId: string): Promise<Roster | null> {
  if ((await roleIn(viewer, classId)) !== "instructor") return null;
  const { prisma } = db();
  const [members, waiting] = await Promise.all([
    prisma.member.findMany({
      where: { classId, role: "student" },
      orderBy: [{ name: "asc" }, { userId: "asc" }],
      select: {
        userId: true,
        name: true,
        studentNumber: true,
        section: true,
        joinedAt: true,
        removedAt: true,
        version: true,
      },
    }),
    prisma.joinRequest.findMany({
      where: { classId },
      orderBy: [{ askedAt: "asc" }, { userId: "asc" }],
      select: { userId: true, name: true, studentNumber: true, askedAt: true },
    }),
  ]);
  const students = members.filter((each) => !each.removedAt);
  const sections = sectionsOf(students).filter((each) => each !== "");
  return { students, waiting, removed: members.filter((each) => each.removedAt), sections };
}

/** Lets somebody in who waits. Their name, or null when nobody of that id waits in a class of the viewer's. */
export function admit(viewer: Viewer, classId: string, userId: string, now: Date): Promise<string | null> {
  return endWait(viewer, classId, userId, now, null);
}

/** Turns somebody away who waits: they stay out, like somebody who was removed, until they are let back. */
export function turnAway(viewer: Viewer, classId: string, userId: string, now: Date): Promise<string | null> {
  return endWait(viewer, classId, userId, now, now);
}

async function endWait(viewer: Viewer, classId: string, userId: string, now: Date, removedAt: Date | null) {
  if ((await roleIn(viewer, classId)) !== "instructor" || !isUuid(userId)) return null;
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `with asked as (delete from join_request where class_id = $1 and user_id = $2 returning name, student_number)
       insert into member (class_id, user_id, role, name, student_number, joined_at, removed_at)
       select $1, $2, 'student', name, student_number, $3, $4 from asked on conflict do nothing returning name`,
      [classId, userId, now, removedAt],
    );
    if (!rows[0]) return null;
    await audit(client, viewer, { what: removedAt ? "turned-away" : "admitted", classId, about: [userId] });
    return rows[0].name;
  });
}

/** The viewer leaves a class as its student; what they did there stays, and only who teaches it lets them back. False when they are no student of it. */
export async function leaveClass(viewer: Viewer, classId: string, now: Date): Promise<boolean> {
  if ((await roleIn(viewer, classId)) !== "student") return false;
  return (await moveOut(viewer, { classId, userId: viewer.userId, removedAt: now, what: "left" }, now)) !== null;
}

/** Takes a student out of a class; what they did there stays. Their name there, or null when there is nobody to remove. */
export async function removeStudent(
  viewer: Viewer,
  classId: string,
  userId: string,
  now: Date,
): Promise<{ readonly name: string } | null> {
  const name = await putOut(viewer, classId, userId, now, now);
  return name === null ? null : { name };
}

/** Lets a student back in who was removed or turned away. Their name, or null when there is nobody to let back. */
export function letBack(viewer: Viewer, classId: string, userId: string, now: Date): Promise<string | null> {
  return putOut(viewer, classId, userId, null, now);
}

async function putOut(viewer: Viewer, classId: string, userId: string, removedAt: Date | null, now: Date) {
  if ((await roleIn(viewer, classId)) !== "instructor" || !isUuid(userId)) return null;
  return moveOut(viewer, { classId, userId, removedAt, what: removedAt ? "removed" : "let-back" }, now);
}

type Moved = { classId: string; userId: string; removedAt: Date | null; what: "removed" | "let-back" | "left" };

async function moveOut(viewer: Viewer, { classId, userId, removedAt, what }: Moved, now: Date) {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `update member set removed_at = $3, version = version + 1 where class_id = $1 and user_id = $2 and role = 'student'
          and (removed_at is null) = ($3::timestamptz is not null) returning name`,
      [classId, userId, removedAt],
    );
    if (!rows[0]) return null;
    await audit(client, viewer, { what, classId, about: [userId] });
    // Who leaves is not waited for any more in their other windows; who comes back is.
    const { rows: other } = await client.query<{ id: string }>(
      "select a.id from assignment a join accommodation x on x.assignment_id = a.id where a.class_id = $1 and x.user_id = $2",
      [classId, userId],
    );
    await renewClosesOf(
      client,
      other.map((row) => row.id),
      now,
    );
    return rows[0].name;
  });
}

/** One student of a class for those who teach it; null for everybody else, and when there is no such student. */
export async function readStudent(viewer: Viewer, classId: string, userId: string): Promise<StudentLine | null> {
  return (await readRoster(viewer, classId))?.students.find((each) => each.userId === userId) ?? null;
}

/** What may be set of a student. */
export type StudentFields = Pick<StudentLine, "name" | "studentNumber" | "section">;

/**
 * Sets what a student is called in a class, their number and their section. The version read must still be the one stored: "stale" says what somebody else has stored
 * meanwhile.
 */
export async function saveStudent(
  viewer: Viewer,
  wanted: StudentFields & Pick<StudentLine, "userId" | "version"> & { readonly classId: string },
): Promise<
  | { readonly kind: "saved" }
  | { readonly kind: "stale"; readonly stored: StudentFields }
  | { readonly kind: "not-found" }
> {
  const { classId, userId, version, name, studentNumber, section } = wanted;
  if ((await roleIn(viewer, classId)) !== "instructor" || !isUuid(userId)) return { kind: "not-found" };
  return inTransaction(async (client) => {
    const [row] = await holdStudents(client, classId, [userId]);
    if (!row) return { kind: "not-found" };
    const stored = { name: row.name, studentNumber: row.studentNumber, section: row.section };
    if (row.version !== version) return { kind: "stale", stored };
    await client.query(
      `update member set name = $3, student_number = $4, section = $5, version = version + 1 where class_id = $1 and user_id = $2`,
      [classId, userId, name, studentNumber, section],
    );
    // Names and numbers are not told, only that they are others: the log cannot forget them.
    const changed = {
      ...changes({ section: row.section }, { section }),
      ...(row.name === name ? {} : { name: [null, null] as const }),
      ...(row.studentNumber === studentNumber ? {} : { studentNumber: [null, null] as const }),
    };
    await audit(client, viewer, { what: "student-changed", classId, about: [userId], changed });
    return { kind: "saved" };
  });
}

/**
 * Puts students into a section, or (null) into none; who is no student of the class is passed over. "stale" names those whom somebody else has changed since they were
 * read, and then nobody is moved.
 */
export async function setSection(
  viewer: Viewer,
  wanted: {
    readonly classId: string;
    readonly students: readonly Pick<StudentLine, "userId" | "version">[];
    readonly section: string | null;
  },
): Promise<
  | { readonly kind: "set"; readonly count: number }
  | { readonly kind: "stale"; readonly names: readonly string[] }
  | { readonly kind: "not-found" }
> {
  const { classId, section } = wanted;
  if ((await roleIn(viewer, classId)) !== "instructor") return { kind: "not-found" };
  const versions = new Map(wanted.students.map(({ userId, version }) => [userId, version]));
  return inTransaction(async (client) => {
    const rows = await holdStudents(client, classId, [...versions.keys()].filter(isUuid));
    const changed = rows.filter((row) => row.version !== versions.get(row.userId) && row.section !== section);
    if (changed.length > 0) return { kind: "stale", names: changed.map(({ name }) => name) };
    const moved = rows.filter((row) => row.section !== section);
    await client.query(
      "update member set section = $3, version = version + 1 where class_id = $1 and user_id = any($2::uuid[])",
      [classId, moved.map(({ userId }) => userId), section],
    );
    for (const [was, own] of Map.groupBy(moved, (row) => row.section)) {
      const about = own.map(({ userId }) => userId);
      await audit(client, viewer, { what: "section-set", classId, about, changed: { section: [was, section] } });
    }
    return { kind: "set", count: rows.length };
  });
}

/** These students of a class, held until the transaction ends, in one order for everybody. */
async function holdStudents(client: PoolClient, classId: string, userIds: readonly string[]) {
  const { rows } = await client.query<StudentFields & Pick<StudentLine, "userId" | "version">>(
    `select user_id as "userId", name, student_number as "studentNumber", section, version from member
      where class_id = $1 and user_id = any($2::uuid[]) and role = 'student' and removed_at is null order by user_id for update`,
    [classId, userIds],
  );
  return rows;
}
