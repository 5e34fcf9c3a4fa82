import "server-only";
import { type Day, startOfDay } from "../study/day.ts";
import type { CardState, LearnerSettings } from "../study/event.ts";
import { db } from "./db.ts";
import { type CardRow, stateOf } from "./event-rows.ts";
import type { Viewer } from "./viewer.ts";

/** A learner's cards in a pack, and what of the day's new cards they have had in all packs. */
export type Standing = {
  /** In no particular order: as many as the pack has at most, however many reviews there were. */
  readonly states: readonly CardState[];
  readonly introduced: number;
};

/** Reads every card of the learner once, and no review but of the few cards that were answered several times today. */
export async function readStanding(
  viewer: Viewer,
  packKey: string,
  today: Day,
  settings: LearnerSettings,
): Promise<Standing> {
  const { rows } = await db().pool.query<{ cards: CardRow[]; introduced: number }>({
    name: "recite-standing",
    text: `
      with mine as materialized (select * from card where user_id = $1)
      select (select coalesce(json_agg(m), '[]') from mine m where m.pack_id = $4) as cards, ${introducedSql} as introduced`,
    values: [viewer.userId, today, startOfDay(today, settings.zone, settings.rolloverHour), packKey],
  });
  const { cards, introduced } = rows[0]!;
  return { states: cards.map(stateOf), introduced };
}

/** Nobody answers one card more often than this on the day they meet it. */
const mostInADay = 12;

/**
 * SQL: how many of the cards in `mine` the learner met for the first time on the day $2, which began at $3. A card answered once is
 * new if that was today; only for those that were answered several times today does the log have to say whether one was earlier.
 */
export const introducedSql = `(
  select count(*)::int from mine c
   where c.last_day = $2::date and c.reps between 1 and ${mostInADay}
     and (c.reps = 1 or not exists (
       select 1 from review r join event e on e.user_id = r.user_id and e.id = r.event_id
        where r.user_id = c.user_id and r.pack_id = c.pack_id and r.fact_key = c.fact_key
          and r.direction = c.direction and e.at < $3)))`;
