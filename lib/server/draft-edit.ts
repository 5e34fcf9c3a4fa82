import "server-only";
/** How a draft is changed: in one transaction that notes it and raises its version, so that nobody publishes or overwrites what they have not seen. */
import type { PoolClient } from "pg";
import type { AssignmentDraft } from "./assignments.ts";
import { audit, type Line } from "./audit.ts";
import { inTransaction } from "./transaction.ts";
import type { Viewer } from "./viewer.ts";

/** Why a draft was not changed: it is a quiz by now, or somebody else has changed it since it was read. */
export type Refused = { readonly kind: "published" } | { readonly kind: "stale" };

/** A question of a draft; `hash` is that of the question that was read there, which must still be the one. */
export type Place = { readonly assignmentId: string; readonly slot: number; readonly hash?: string };

/**
 * Changes a draft by what `write` does; false from it undoes all. `seen: "any"` lets in what was changed elsewhere since it was read, for changes that overwrite nothing
 * of it.
 */
export async function editDraft(
  viewer: Viewer,
  draft: Pick<AssignmentDraft, "id" | "classId" | "version">,
  line: Pick<Line, "what" | "changed">,
  write: (client: PoolClient) => Promise<boolean>,
  seen: "this" | "any" = "this",
): Promise<{ readonly kind: "changed" } | Refused> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ version: number; published_at: Date | null }>(
      "select version, published_at from assignment where id = $1 for update",
      [draft.id],
    );
    const isNow = rows[0];
    if (!isNow || isNow.published_at) return { kind: "published" };
    if (seen === "this" && isNow.version !== draft.version) return { kind: "stale" };
    if (!(await write(client))) return { kind: "stale" };
    await client.query("update assignment set version = version + 1 where id = $1", [draft.id]);
    await audit(client, viewer, { ...line, classId: draft.classId, assignmentId: draft.id });
    return { kind: "changed" };
  });
}
