import "server-only";
import { roleIn } from "./classes.ts";
import { db } from "./db.ts";
import { lastArrivalSql } from "./terms.ts";
import type { Viewer } from "./viewer.ts";

/**
 * Puts a class away: it is in no list and nobody can join; who is in it still reaches what is there. "open-quiz": somebody may still answer one, now or later.
 * Archiving twice is archiving once.
 */
export async function archiveClass(
  viewer: Viewer,
  classId: string,
  now: Date,
): Promise<{ kind: "archived" } | { kind: "open-quiz" } | { kind: "not-found" }> {
  if ((await roleIn(viewer, classId)) !== "instructor") return { kind: "not-found" };
  const { rowCount } = await db().pool.query(
    `update class c set archived_at = coalesce(c.archived_at, $2) where c.id = $1 and not exists (
       select from assignment a where a.class_id = c.id and a.published_at is not null and ${lastArrivalSql} >= $2)`,
    [classId, now],
  );
  return { kind: rowCount ? "archived" : "open-quiz" };
}

/** Takes a class out of the archive. False when the viewer does not teach it. */
export async function unarchiveClass(viewer: Viewer, classId: string): Promise<boolean> {
  if ((await roleIn(viewer, classId)) !== "instructor") return false;
  await db().prisma.class.update({ where: { id: classId }, data: { archivedAt: null } });
  return true;
}
