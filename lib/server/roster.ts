import "server-only";
/** Who is in a class, who waits and who was removed: kept by those who teach it. For everybody else there is nothing here. */
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
      select: { userId: true, name: true, studentNumber: true, section: true, joinedAt: true, removedAt: true },
    }),
    prisma.joinRequest.findMany({
      where: { classId },
      orderBy: [{ askedAt: "asc" }, { userId: "asc" }],
      select: { userId: true, name: true, studentNumber: true, askedAt: true },
    }),
  ]);
  const students = members.filter((each) => !each.removedAt);
  const sections = [...new Set(students.flatMap((each) => each.section ?? []))].sort((a, b) =>
    a.localeCompare(b, "en", { numeric: true }),
  );
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
  const { rows } = await db().pool.query<{ name: string }>(
    `with asked as (delete from join_request where class_id = $1 and user_id = $2 returning name, student_number)
     insert into member (class_id, user_id, role, name, student_number, joined_at, removed_at)
     select $1, $2, 'student', name, student_number, $3, $4 from asked on conflict do nothing returning name`,
    [classId, userId, now, removedAt],
  );
  return rows[0]?.name ?? null;
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
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `update member set removed_at = $3 where class_id = $1 and user_id = $2 and role = 'student'
          and (removed_at is null) = ($3::timestamptz is not null) returning name`,
      [classId, userId, removedAt],
    );
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
    return rows[0]?.name ?? null;
  });
}

/** One student of a class for those who teach it; null for everybody else, and when there is no such student. */
export async function readStudent(viewer: Viewer, classId: string, userId: string): Promise<StudentLine | null> {
  return (await readRoster(viewer, classId))?.students.find((each) => each.userId === userId) ?? null;
}

/** Sets what a student is called in a class, their number and their section. False when there is no such student in a class of the viewer's. */
export async function saveStudent(
  viewer: Viewer,
  wanted: { readonly classId: string } & Omit<StudentLine, "joinedAt">,
): Promise<boolean> {
  const { classId, userId, name, studentNumber, section } = wanted;
  if ((await roleIn(viewer, classId)) !== "instructor" || !isUuid(userId)) return false;
  const { count } = await db().prisma.member.updateMany({
    where: { classId, userId, role: "student", removedAt: null },
    data: { name, studentNumber, section },
  });
  return count === 1;
}

/** Puts students into a section, or (null) into none. How many there were, or null when the viewer does not teach the class. */
export async function setSection(
  viewer: Viewer,
  wanted: { readonly classId: string; readonly userIds: readonly string[]; readonly section: string | null },
): Promise<number | null> {
  if ((await roleIn(viewer, wanted.classId)) !== "instructor") return null;
  const { count } = await db().prisma.member.updateMany({
    where: { classId: wanted.classId, userId: { in: wanted.userIds.filter(isUuid) }, role: "student", removedAt: null },
    data: { section: wanted.section },
  });
  return count;
}
