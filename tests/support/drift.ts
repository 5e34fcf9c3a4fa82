import { db } from "@/lib/server/db.ts";
import { type Drift, driftOf } from "@/lib/server/refold.ts";
import { readSettings } from "@/lib/server/settings.ts";
import type { Viewer } from "@/lib/server/viewer.ts";

/** How far what is stored for a learner is from the fold of their log. */
export async function driftAt(viewer: Viewer): Promise<Drift> {
  const client = await db().pool.connect();
  try {
    return await driftOf(client, viewer.userId, await readSettings(viewer));
  } finally {
    client.release();
  }
}
