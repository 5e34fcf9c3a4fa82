import pg from "pg";
import { expect, test, vi } from "vitest";
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

/** Another 20,000 answers of a learner to other cards, long ago; the statistics are made anew, as autovacuum does in its own time. */
async function longHistory({ userId }: Viewer): Promise<void> {
  await withClient(process.env.DATABASE_ADMIN_URL ?? "", async (client) => {
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
    await client.query("analyze event, review");
  });
}

const answers = (from: number) =>
  Array.from({ length: 6 }, (_, index) =>
    anAnswer(`a${from + index}`, hashes[index % 3]!, { at: after(from + index), deviceSeq: from + index }),
  );

test.each<[string, (round: number) => StudyEvent[]]>([
  ["new answers", (round) => answers(100 * round)],
  ["an undo", (round) => [about("undo", `u${round}`, `a${round}`, { at: after(900 + round), deviceSeq: 900 + round })]],
  [
    "a late answer",
    (round) => [anAnswer(`late${round}`, hashes[0]!, { at: after(round - 50), deviceSeq: 800 + round })],
  ],
])("what %s make the server read does not grow with the log", async (_what, events) => {
  const ada = await viewerNamed("ada", now);
  await recordEvents(ada, answers(0), now);
  await blocksRead(ada, events(1));
  const before = await blocksRead(ada, events(2));
  await longHistory(ada);
  const afterwards = await blocksRead(ada, events(3));
  expect(before).toBeGreaterThan(3);
  expect(afterwards).toBeLessThan(before * 3);
});
