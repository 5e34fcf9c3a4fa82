import pg from "pg";
import { describe, expect, test, vi } from "vitest";
import { storeQuestions } from "@/lib/server/questions.ts";
import { recordEvents } from "@/lib/server/study.ts";
import type { Viewer } from "@/lib/server/viewer.ts";
import type { StudyEvent } from "@/lib/study/event.ts";
import { withClient } from "../../scripts/lib/sql.ts";
import { about, after, anAnswer, questionAbout } from "../support/events.ts";
import { viewerNamed } from "../support/people.ts";

const now = new Date("2026-12-20T12:00:00Z");
const hashes = await storeQuestions(["f1", "f2", "f3"].map((fact) => questionAbout(fact)));

/** Blocks that recording these events reads, by EXPLAIN of every reading statement with the values it was given. */
async function blocksRead(viewer: Viewer, events: readonly StudyEvent[]): Promise<number> {
  const asked: pg.QueryConfig[] = [];
  const query = pg.Client.prototype.query;
  const spy = vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const [config, values] = args as [string | pg.QueryConfig, unknown[]];
    if (typeof config === "object") asked.push({ text: config.text, values: config.values ?? [] });
    else if (values) asked.push({ text: config, values });
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  } as never);
  await recordEvents(viewer, events, now);
  spy.mockRestore();
  let blocks = 0;
  for (const { text, values } of asked.filter(
    (config) => /from (event|unnest|all_of_them)/.test(config.text) && !/insert/.test(config.text),
  ))
    blocks += await withClient(process.env.DATABASE_ADMIN_URL ?? "", async (client) => {
      const { rows } = await client.query(`explain (analyze, buffers, format json) ${text}`, values);
      const { Plan } = rows[0]["QUERY PLAN"][0];
      return Plan["Shared Hit Blocks"] + Plan["Shared Read Blocks"];
    });
  return blocks;
}

/** What the planner has been told of the tables, besides how large their files are. */
type Statistics = "never made" | "made when there was little" | "made anew";

/** Another 20,000 answers of a learner to other cards, long ago. */
async function longHistory({ userId }: Viewer, statistics: Statistics): Promise<void> {
  await withClient(process.env.DATABASE_ADMIN_URL ?? "", async (client) => {
    if (statistics === "made when there was little") await client.query("analyze event, review, card");
    await client.query(
      `insert into event select $1, gen_random_uuid(), 'answer', $1, i, '2020-01-01'::timestamptz + i * interval '1 hour',
         '2026-01-01', 'UTC', 4, '2020-01-01', repeat('0', 64), '{}', 1, 1, '{}', repeat('0', 64) from generate_series(1, 20000) i`,
      [userId],
    );
    await client.query(
      `insert into review select $1, id, 'another-pack', 'f' || device_seq % 500, 'subject', 'good', '2026-01-01', '2026-01-01'
         from event where user_id = $1 and at < '2026-01-01'`,
      [userId],
    );
    if (statistics === "made anew") await client.query("analyze event, review, card");
  });
}

// Autovacuum makes statistics in its own time: here their state is part of the case.
await withClient(process.env.DATABASE_ADMIN_URL ?? "", async (client) => {
  for (const table of ["event", "review", "card"])
    await client.query(`alter table ${table} set (autovacuum_enabled = off)`);
});

const answers = (from: number) =>
  Array.from({ length: 6 }, (_, index) =>
    anAnswer(`a${from + index}`, hashes[index % 3]!, { at: after(from + index), deviceSeq: from + index }),
  );

const kinds: [string, (round: number) => StudyEvent[]][] = [
  ["new answers", (round) => answers(100 * round)],
  ["an undo", (round) => [about("undo", `u${round}`, `a${round}`, { at: after(900 + round), deviceSeq: 900 + round })]],
  [
    "a late answer",
    (round) => [anAnswer(`late${round}`, hashes[0]!, { at: after(round - 50), deviceSeq: 800 + round })],
  ],
  [
    "an answer older than all",
    (round) => [anAnswer(`old${round}`, hashes[0]!, { at: `2019-01-0${round}T08:00:00.000Z`, deviceSeq: 700 + round })],
  ],
];

// In this order: what has been told to the planner cannot be taken back.
describe.each<Statistics>(["never made", "made when there was little", "made anew"])(
  "with statistics %s",
  (statistics) => {
    test.each(kinds)("what %s make the server read does not grow with the log", async (_what, events) => {
      const ada = await viewerNamed("ada", now);
      await recordEvents(ada, answers(0), now);
      await blocksRead(ada, events(1));
      const before = await blocksRead(ada, events(2));
      await longHistory(ada, statistics);
      const afterwards = await blocksRead(ada, events(3));
      expect(before).toBeGreaterThan(3);
      expect(afterwards).toBeLessThan(before * 3);
    });
  },
);
