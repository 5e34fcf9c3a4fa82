/** Those who run the instance, in tests. */
import { db } from "@/lib/server/db.ts";
import { offerSetup } from "@/lib/server/setup.ts";
import type { Viewer } from "@/lib/server/viewer.ts";
import { viewerNamed } from "./people.ts";
import { now } from "./world.ts";

/** Somebody who runs the instance, beside whoever does. */
export async function anAdmin(at: Date): Promise<Viewer> {
  const viewer = await viewerNamed("root", at);
  await db().pool.query(`update "user" set admin = true where id = $1`, [viewer.userId]);
  return viewer;
}

/** The token of a start, of an instance that nobody runs. */
export async function aSetupToken(): Promise<string> {
  await db().pool.query(`update "user" set admin = false`);
  return (await offerSetup(undefined, now))!;
}
