import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "@/lib/server/db.ts";
import { storeQuestions } from "@/lib/server/questions.ts";
import { refold } from "@/lib/server/refold.ts";
import { recordEvents } from "@/lib/server/study.ts";
import type { Viewer } from "@/lib/server/viewer.ts";
import type { StudyEvent } from "@/lib/study/event.ts";
import { driftAt } from "../support/drift.ts";
import { about, after, anAnswer, idOf, questionAbout, right, wrong } from "../support/events.ts";
import { viewerNamed } from "../support/people.ts";
import { anOrder } from "../support/question.ts";

const now = new Date("2028-01-01T00:00:00Z");
const facts = ["f1", "f2", "f3", "f4", "f5"];
const hashes = await storeQuestions([...facts.map((fact) => questionAbout(fact)), anOrder(3)]);

/** Two in twenty are undone or overridden, some cards are suspended or forgotten: on 5 cards, by 3 devices, over 400 days. */
const step = fc.record({
  minute: fc.integer({ min: 0, max: 400 * 1_440 }),
  device: fc.integer({ min: 1, max: 3 }),
  what: fc.integer({ min: 0, max: 19 }),
  question: fc.integer({ min: 0, max: hashes.length - 1 }),
  isRight: fc.boolean(),
  target: fc.nat(),
});
const delivery = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 60 }),
  shuffle: fc.array(fc.nat(), { minLength: 200, maxLength: 200 }),
  sizes: fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 30 }),
  repeats: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 30 }),
});

function historyOf(steps: readonly (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[]): StudyEvent[] {
  return steps.map(({ minute, device, what, question, isRight, target }, index): StudyEvent => {
    const base = { at: after(minute), deviceId: idOf(`d${device}`), deviceSeq: index };
    const card = { pack: "nato-mission-iraq", fact: facts[target % 5]!, direction: "subject" } as const;
    const isOrder = question === hashes.length - 1;
    const response = isOrder ? ({ kind: "order", values: ["e:2", "e:1", "e:3"] } as const) : isRight ? right : wrong;
    const {
      target: _target,
      kind: _kind,
      ...plain
    } = about("undo", `e${index}`, "", base) as never as Record<string, unknown>;
    if (what === 0) return about("undo", `e${index}`, `e${target % steps.length}`, base);
    if (what === 1) return about("override", `e${index}`, `e${target % steps.length}`, base);
    if (what === 2) return { ...plain, kind: "forget", card } as never;
    if (what === 3) return { ...plain, kind: "suspend", card, suspended: isRight } as never;
    if (what === 4) return { ...plain, kind: "set_due", card, due: after(minute + 1_440) } as never;
    if (what === 5) return { ...plain, kind: "bury", card } as never;
    return anAnswer(`e${index}`, hashes[question]!, { ...base, response });
  });
}

/** Sends batches as a browser with bad luck would: what was refused for want of its answer is sent again at the end. */
async function send(viewer: Viewer, batches: readonly (readonly StudyEvent[])[]): Promise<void> {
  const waiting = new Map<string, StudyEvent>();
  for (const batch of batches) {
    const { results } = await recordEvents(viewer, batch, now);
    batch.forEach((event, index) => {
      const result = results[index]!;
      if (result.status !== "refused") waiting.delete(event.id);
      else if (result.reason === "unknown-target") waiting.set(event.id, event);
      else throw new Error(`${result.reason}: ${result.detail}`);
    });
  }
  if (waiting.size > 0) await recordEvents(viewer, [...waiting.values()], now);
}

/** All that a learner has stored, but for when a card comes back: that was decided when its answer arrived. */
async function remains(viewer: Viewer): Promise<unknown> {
  const one = async (sql: string) => (await db().pool.query(sql, [viewer.userId])).rows;
  return {
    cards: await one(
      `select fact_key, direction, stability, difficulty, rung, reps, lapses, right_in_row, produced, last_rating, last_at,
        suspended from card where user_id = $1 order by 1, 2`,
    ),
    days: await one(
      `select learner_day::text, answers, "right", took_ms from study_day where user_id = $1 and answers > 0 order by 1`,
    ),
    events: await one("select id, kind, at, fraction, learner_day::text from event where user_id = $1 order by id"),
  };
}

/** In order of arrival by `shuffle`, cut into batches, some of them sent again later. */
function deliver(events: readonly StudyEvent[], way: { shuffle: number[]; sizes: number[]; repeats: number[] }) {
  const keyed = events.map((event, index) => ({ event, key: way.shuffle[index % 200]! * 1_000 + (index % 1_000) }));
  const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ event }) => event);
  const batches: StudyEvent[][] = [];
  for (let from = 0, turn = 0; from < shuffled.length; turn++) {
    const size = way.sizes[turn % way.sizes.length]!;
    batches.push(shuffled.slice(from, from + size));
    from += size;
  }
  const again = batches.flatMap((batch, index) => Array(way.repeats[index % way.repeats.length]! - 1).fill(batch));
  return [...batches, ...again] as StudyEvent[][];
}

const cases = Number(process.env.RECITE_CASES ?? (process.env.RECITE_FULL ? 20_000 : 300));

test(`any order, split and repetition of a history comes to the same cards and days (${cases} histories)`, async () => {
  await fc.assert(
    fc.asyncProperty(delivery, async ({ steps, ...way }) => {
      const events = historyOf(steps);
      const [ada, bob] = [await viewerNamed(randomUUID(), now), await viewerNamed(randomUUID(), now)];
      await send(ada, [events]);
      await send(bob, deliver(events, way));
      expect(await driftAt(bob)).toEqual({ cards: 0, days: 0 });
      expect(await remains(bob)).toEqual(await remains(ada));
    }),
    { numRuns: cases },
  );
}, 300_000);

test("making the caches anew from the log changes nothing, and mends what was broken", async () => {
  const ada = await viewerNamed("ada", now);
  const steps = Array.from({ length: 40 }, (_, index) => ({
    ...{ minute: index * 700, device: 1 + (index % 3), what: index % 20, question: index % 6 },
    ...{ isRight: index % 3 > 0, target: index * 7 },
  }));
  await send(ada, [historyOf(steps)]);
  const before = await remains(ada);
  await refold(ada.userId);
  expect(await remains(ada)).toEqual(before);
  await db().pool.query("update card set stability = stability + 1 where user_id = $1", [ada.userId]);
  await db().pool.query("update study_day set answers = answers + 1 where user_id = $1", [ada.userId]);
  expect((await driftAt(ada)).cards).toBeGreaterThan(0);
  expect((await driftAt(ada)).days).toBeGreaterThan(0);
  await refold(ada.userId);
  expect(await remains(ada)).toEqual(before);
  expect(await driftAt(ada)).toEqual({ cards: 0, days: 0 });
});
