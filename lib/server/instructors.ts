import "server-only";
/** Who teaches a class: all of them may do the same, and there is always one. */
import { randomBytes } from "node:crypto";
import { codeFromBytes } from "../classroom/code.ts";
import { audit } from "./audit.ts";
import { isUuid, roleIn } from "./classes.ts";
import { db } from "./db.ts";
import { isSampleClass } from "./sample-class.ts";
import { becomeInstructor } from "./teaching.ts";
import { inTransaction } from "./transaction.ts";
import type { Viewer } from "./viewer.ts";

export type Instructors = {
  /** Longest first. */
  readonly instructors: readonly { readonly userId: string; readonly name: string; readonly joinedAt: Date }[];
  /** By it one joins as an instructor; null while nobody can. */
  readonly teachCode: string | null;
};

/** Who teaches a class, for those who do; null for everybody else. */
export async function readInstructors(viewer: Viewer, classId: string): Promise<Instructors | null> {
  if ((await roleIn(viewer, classId)) !== "instructor") return null;
  return db()
    .prisma.class.findUnique({
      where: { id: classId },
      select: {
        teachCode: true,
        members: {
          where: { role: "instructor", removedAt: null },
          orderBy: [{ joinedAt: "asc" }, { userId: "asc" }],
          select: { userId: true, name: true, joinedAt: true },
        },
      },
    })
    .then((row) => row && { instructors: row.members, teachCode: row.teachCode });
}

/** Makes the code by which one joins as an instructor, or closes it; an older one opens nothing from now on. False when the viewer does not teach the class. */
export async function setTeachCode(viewer: Viewer, classId: string, open: boolean): Promise<boolean> {
  if ((await roleIn(viewer, classId)) !== "instructor") return false;
  if (await isSampleClass(classId)) return false;
  const teachCode = open ? codeFromBytes(randomBytes(8)) : null;
  await inTransaction(async (client) => {
    await client.query("update class set teach_code = $2 where id = $1", [classId, teachCode]);
    await audit(client, viewer, { what: open ? "teach-code-made" : "teach-code-closed", classId });
  });
  return true;
}

/** Makes a student an instructor. "has-results": they have begun a quiz here, and results are those of students. */
export async function promote(
  viewer: Viewer,
  classId: string,
  userId: string,
  now: Date,
): Promise<{ kind: "promoted"; name: string } | { kind: "has-results"; name: string } | { kind: "not-found" }> {
  if ((await roleIn(viewer, classId)) !== "instructor" || !isUuid(userId)) return { kind: "not-found" };
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select name from member where class_id = $1 and user_id = $2 and role = 'student' and removed_at is null for update",
      [classId, userId],
    );
    if (!rows[0]) return { kind: "not-found" };
    const name = await becomeInstructor(client, { classId, userId, name: rows[0].name }, now);
    if (name !== null) await audit(client, viewer, { what: "instructor-made", classId, about: [userId] });
    return name === null ? { kind: "has-results", name: rows[0].name } : { kind: "promoted", name };
  });
}

/**
 * Ends somebody's teaching, one's own too; the last one stays. The code for instructors is closed, so that nobody who was sent it comes back by it.
 */
export async function removeInstructor(
  viewer: Viewer,
  classId: string,
  userId: string,
  now: Date,
): Promise<{ kind: "removed"; name: string } | { kind: "last" } | { kind: "not-found" }> {
  if (!isUuid(classId) || !isUuid(userId)) return { kind: "not-found" };
  return inTransaction(async (client) => {
    // Held, so that of two who remove each other, or both leave, one stays.
    await client.query("select 1 from class where id = $1 for update", [classId]);
    const { rows } = await client.query<{ user_id: string; name: string }>(
      "select user_id, name from member where class_id = $1 and role = 'instructor' and removed_at is null",
      [classId],
    );
    const gone = rows.find((row) => row.user_id === userId);
    if (!gone || !rows.some((row) => row.user_id === viewer.userId)) return { kind: "not-found" };
    if (rows.length === 1) return { kind: "last" };
    await client.query(
      "update member set removed_at = $3, version = version + 1 where class_id = $1 and user_id = $2",
      [classId, userId, now],
    );
    await client.query("update class set teach_code = null where id = $1", [classId]);
    await audit(client, viewer, { what: "instructor-removed", classId, about: [userId] });
    return { kind: "removed", name: gone.name };
  });
}
