import "server-only";
import { db } from "./db.ts";

/** Median milliseconds by kind of response; a kind is absent until 50 answers of it exist. */
export type Medians = Readonly<Record<string, number>>;

/**
 * How long a learner usually takes, over their last 500 answers: what counts as slow for them (question-engine 6.3). Times over
 * 60 s say nothing and are left out. Remembered for ten minutes, because it moves slowly and the write path asks for it.
 */
export async function readMedians(userId: string, now: Date): Promise<Medians> {
  const found = remembered.get(userId);
  if (found && now.getTime() - found.at < freshMs && found.at <= now.getTime()) return found.medians;
  const { rows } = await db().pool.query<{ kind: string; median: number }>({
    name: "recite-medians",
    text: mediansSql,
    values: [userId],
  });
  const medians = Object.fromEntries(rows.map((row) => [row.kind, row.median]));
  remembered.delete(userId);
  remembered.set(userId, { at: now.getTime(), medians });
  for (const oldest of remembered.keys()) {
    if (remembered.size <= mostRemembered) break;
    remembered.delete(oldest);
  }
  return medians;
}

const freshMs = 600_000;
const mostRemembered = 5_000;
const remembered = new Map<string, { readonly at: number; readonly medians: Medians }>();

const mediansSql = `
select kind, (percentile_cont(0.5) within group (order by took_ms))::float8 as median
  from (select response->>'kind' as kind, took_ms from event
         where user_id = $1 and kind = 'answer' order by at desc limit 500) recent
 where took_ms <= 60000 and kind <> 'dont-know'
 group by kind having count(*) >= 50`;
