import "server-only";
import { type Day, startOfDay } from "../study/day.ts";
import type { CardState, LearnerSettings } from "../study/event.ts";
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

/** How many cards, of all packs, the learner met for the first time on this day of theirs: those all of whose reviews are of it. */
export async function countIntroduced(
  viewer: Viewer,
  today: Day,
  { zone, rolloverHour }: LearnerSettings,
): Promise<number> {
  const { rows } = await db().pool.query<{ introduced: number }>({
    name: "recite-introduced",
    text: `
      select count(*)::int as introduced
        from (select r.pack_id, r.fact_key, r.direction, count(*) as reviews
                from event e join review r on r.user_id = e.user_id and r.event_id = e.id
               where e.user_id = $1 and e.at >= $2
               group by r.pack_id, r.fact_key, r.direction) today
        join card c on c.user_id = $1 and c.pack_id = today.pack_id and c.fact_key = today.fact_key
                   and c.direction = today.direction
       where c.reps between 1 and today.reviews`,
    values: [viewer.userId, startOfDay(today, zone, rolloverHour)],
  });
  return rows[0]!.introduced;
}
