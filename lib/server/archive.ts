import "server-only";
import { audit } from "./audit.ts";
import { roleIn } from "./classes.ts";
import { lastArrivalSql } from "./terms.ts";
import { inTransaction } from "./transaction.ts";
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
  return inTransaction(async (client) => {
    // Held first: a quiz that is being published holds it, too (assignment-terms.ts), and is counted once it is.
    const held = await client.query<{ archived_at: Date | null }>(
      "select archived_at from class where id = $1 for update",
      [classId],
    );
    if (held.rows[0]?.archived_at) return { kind: "archived" } as const;
    const { rowCount } = await client.query(
      `update class c set archived_at = $2 where c.id = $1 and not exists (
         select from assignment a where a.class_id = c.id and a.published_at is not null and ${lastArrivalSql} >= $2)`,
      [classId, now],
    );
    if (!rowCount) return { kind: "open-quiz" } as const;
    await audit(client, viewer, { what: "class-archived", classId });
    return { kind: "archived" } as const;
  });
}

/** Takes a class out of the archive. False when the viewer does not teach it. */
export async function unarchiveClass(viewer: Viewer, classId: string): Promise<boolean> {
  if ((await roleIn(viewer, classId)) !== "instructor") return false;
  await inTransaction(async (client) => {
    const { rowCount } = await client.query(
      "update class set archived_at = null where id = $1 and archived_at is not null",
      [classId],
    );
    if (rowCount) await audit(client, viewer, { what: "class-unarchived", classId });
  });
  return true;
}
