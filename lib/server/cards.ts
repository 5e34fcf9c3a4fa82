import "server-only";
import type { CardState } from "../study/event.ts";
import { db } from "./db.ts";
import { type CardRow, stateOf } from "./event-rows.ts";
import type { Viewer } from "./viewer.ts";

/** All cards of a learner in a pack, in no particular order: as many as the pack has at most, however many reviews there were. */
export async function readStates(viewer: Viewer, packKey: string): Promise<CardState[]> {
  const { rows } = await db().pool.query<{ cards: CardRow[] }>({
    name: "recite-states",
    text: "select coalesce(json_agg(c), '[]') as cards from card c where c.user_id = $1 and c.pack_id = $2",
    values: [viewer.userId, packKey],
  });
  return rows[0]!.cards.map(stateOf);
}
