import "server-only";
import { db } from "./db.ts";
import type { Viewer } from "./viewer.ts";

/**
 * May what a browser kept for `learner` enter the log of this viewer? Only for the same person: the viewer themselves, or the guest
 * they were before they signed in. On a shared computer one person's queue must never become another's answers.
 */
export async function speaksFor(viewer: Viewer, learner: string): Promise<boolean> {
  if (viewer.userId === learner) return true;
  const { rows } = await db().pool.query(`select 1 from "user" where id = $1 and merged_into = $2`, [
    learner,
    viewer.userId,
  ]);
  return rows.length > 0;
}
