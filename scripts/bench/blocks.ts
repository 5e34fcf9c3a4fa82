/**
 * Blocks of 8 kB that PostgreSQL touches for the due queue and the progress page: they must not grow with the number of
 * reviews. Counted by EXPLAIN (ANALYZE, BUFFERS) of every query that is made, not timed.
 */
import type pg from "pg";
import { canonicalPack, packHash } from "../../lib/facts/canonical-pack.ts";
import { readBundle } from "../../lib/server/bundle.ts";
import { db } from "../../lib/server/db.ts";
import { readProgress, readToday } from "../../lib/server/progress.ts";
import { systemViewer } from "../../lib/server/viewer.ts";
import { withClient } from "../lib/sql.ts";
import { generatedPack } from "./generated-pack.ts";
import { learnerId } from "./learners.ts";

export type BlockFigure = {
  /** All reviews in the database. */
  readonly reviews: number;
  /** Whose they are: all the learner's own, or 1,000 of them, and the others' of 999 learners who answer in turn with this one. */
  readonly whose: "the learner's" | "everybody's";
  readonly bundle: number;
  readonly today: number;
  readonly progress: number;
};

/** Measures learner 1, who has met 300 cards, in a log of 1,000 reviews, then in larger ones; the database holds learners and nothing else. */
export async function measureBlocks(admin: string, large: number): Promise<BlockFigure[]> {
  const pack = generatedPack(300, "one relation");
  await withClient(admin, async (client) => {
    await client.query("insert into pack values ($1, $2, $3)", [pack.key, pack.title, packHash(pack)]);
    await client.query("insert into pack_revision values ($1, $2, 1, $3::jsonb, now())", [
      ...[pack.key, packHash(pack), canonicalPack(pack)],
    ]);
  });
  const measure = async (whose: BlockFigure["whose"], own: number, others: number): Promise<BlockFigure> => {
    await fill(admin, own, others);
    return { reviews: own + others, whose, ...(await touched(pack.key)) };
  };
  return [
    await measure("the learner's", 1_000, 0),
    await measure("the learner's", large, 0),
    await measure("everybody's", 1_000, large - 1_000),
  ];
}

async function touched(packKey: string): Promise<Pick<BlockFigure, "bundle" | "today" | "progress">> {
  const viewer = systemViewer("a measurement", { id: learnerId(1) });
  const now = new Date();
  const bundle = () => readBundle(viewer, { pack: packKey, mode: "study", count: 20 }, now);
  // Once before, so that what is remembered (index of the pack, snapshots stored) does not count.
  await bundle();
  return {
    bundle: await blocksOf(bundle),
    today: await blocksOf(() => readToday(viewer, now)),
    progress: await blocksOf(() => readProgress(viewer, packKey, now)),
  };
}

type PoolQuery = (query: string | pg.QueryConfig, values?: unknown[]) => Promise<pg.QueryResult>;

/** Runs some reading with every query explained beside it; the blocks that they touch together. */
async function blocksOf(work: () => Promise<unknown>): Promise<number> {
  const { pool } = db();
  const query = pool.query.bind(pool) as unknown as PoolQuery;
  let blocks = 0;
  const explained: PoolQuery = async (asked, values) => {
    const text = typeof asked === "string" ? asked : asked.text;
    if (/^\s*(select|with)/i.test(text)) {
      const { rows } = await query(
        `explain (analyze, buffers, format json) ${text}`,
        (typeof asked === "string" ? values : (asked.values ?? values)) as unknown[],
      );
      const plan = rows[0]["QUERY PLAN"][0].Plan;
      blocks += plan["Shared Hit Blocks"] + plan["Shared Read Blocks"];
    }
    return query(asked, values);
  };
  pool.query = explained as unknown as typeof pool.query;
  try {
    await work();
  } finally {
    pool.query = query as unknown as typeof pool.query;
  }
  return blocks;
}

/**
 * Empties the log and writes so many reviews of learner 1 and of 999 others: over the same 50 days, one sitting a day each, one
 * learner's sitting after another's.
 */
async function fill(admin: string, own: number, others: number): Promise<void> {
  await withClient(admin, async (client) => {
    await client.query("truncate event, review, card, study_day");
    await client.query(`create temporary table made as ${made(own, others)}`);
    await client.query(fillLog);
    await client.query(fillCards);
    await client.query(fillDays);
    for (const table of ["event", "review", "card", "study_day"]) await client.query(`vacuum (analyze) ${table}`);
  });
}

const made = (own: number, others: number): string => `
  with learners as (
    select ('00000000-0000-7000-8000-' || lpad(l::text, 12, '0'))::uuid as user_id, l,
           case when l = 1 then ${own} else ${Math.round(others / 999)} end as reviews
      from generate_series(1, ${others > 0 ? 1_000 : 1}) l),
  reviews as (
    select user_id, i, 'c' || (i % 300) as fact,
           -- The day's sitting, at the learner's own time of day, answers spread so that even 20,000 a day fit in it.
           now() - interval '50 days' + (i::bigint * 50 / reviews) * interval '1 day' + l * interval '86 seconds'
             + (i::bigint * 50 % reviews) * interval '80 seconds' / reviews as at
      from learners, generate_series(0, reviews - 1) i)
  select user_id, row_number() over (order by at, user_id) as n, at, fact from reviews`;
const fillLog = `
with happened as (
  insert into event (user_id, id, kind, device_id, device_seq, at, received_at, zone, rollover_hour, learner_day,
    question_hash, response, fraction, took_ms, context, body_hash)
  select user_id, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'answer', user_id, n, at, at, 'UTC',
    4::smallint, (at at time zone 'UTC' - interval '4 hours')::date, repeat('0', 64),
    '{"kind": "choice", "value": "e:somebody"}'::jsonb, 1, 4000,
    '{"mode": "study", "helped": false, "tooEasy": false, "attempt": null}'::jsonb, repeat('0', 64) from made order by n)
insert into review (user_id, event_id, pack_id, fact_key, direction, rating, due, due_day)
select user_id, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'generated', fact, 'subject', 'good',
  at + interval '3 days', (at + interval '3 days')::date from made order by n`;
// Each card where its first review would have put it, so that the cards of many learners lie between one another.
const fillCards = `
insert into card (user_id, pack_id, fact_key, direction, stability, difficulty, rung, reps, lapses, right_in_row, produced,
  last_rating, last_at, last_day, due, due_day, suspended)
select user_id, 'generated', fact, 'subject', 20, 5, 2::smallint, count(*)::int, 0, 3, true, 'good', max(at), max(at)::date,
  max(at) + interval '3 days', (max(at) + interval '3 days')::date, false
  from made group by user_id, fact order by min(n)`;
const fillDays = `
insert into study_day select user_id, learner_day, count(*), count(*), sum(took_ms) from event group by 1, 2 order by 2, 1`;
