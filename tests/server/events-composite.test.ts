/** Answers about several cards at once: what "I was right" reviews beyond the answer it speaks of. */
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

const now = new Date("2027-12-01T12:00:00Z");
const parts = ["o1", "o2", "o3"];
const hashes = await storeQuestions([
  ...parts.map((fact) => questionAbout(fact, { card: { fact, direction: "from" } })),
  anOrder(3),
]);
const order = hashes[3]!;
const swapped = { kind: "order", values: ["e:2", "e:1", "e:3"] } as const;
const week = 7 * 1_440;

const repsOf = async ({ userId }: Viewer): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await db().pool.query("select fact_key, reps from card where user_id = $1 order by 1", [userId])).rows.map(
      ({ fact_key, reps }) => [fact_key, reps],
    ),
  );

/** Three cards, each answered once, all due; then an order of them with one item out of its place, and "I was right". */
async function overriddenOrder(): Promise<Viewer> {
  const ada = await viewerNamed(randomUUID(), now);
  const first = parts.map((_, index) => anAnswer(`p${index}`, hashes[index]!, { at: after(index), deviceSeq: index }));
  await recordEvents(ada, first, now);
  const { results } = await recordEvents(
    ada,
    [anAnswer("order", order, { at: after(week), deviceSeq: 10, response: swapped })],
    now,
  );
  expect(results[0]).toMatchObject({ reviews: [{ card: { fact: "o1" }, rating: "again" }] });
  await recordEvents(ada, [about("override", "was-right", "order", { at: after(week + 1), deviceSeq: 11 })], now);
  expect(await repsOf(ada)).toEqual({ o1: 2, o2: 2, o3: 2 });
  return ada;
}

test("a card that only “I was right” reviewed keeps that review when an earlier answer to it arrives late", async () => {
  const ada = await overriddenOrder();
  await recordEvents(ada, [anAnswer("late", hashes[2]!, { at: after(60), deviceSeq: 12 })], now);
  expect(await repsOf(ada)).toEqual({ o1: 2, o2: 2, o3: 3 });
  expect(await driftAt(ada)).toEqual({ cards: 0, days: 0 });
});

test("a card that only “I was right” reviewed is mended to what the log says of it", async () => {
  const ada = await overriddenOrder();
  await refold(ada.userId, [{ pack: "nato-mission-iraq", fact: "o3", direction: "from" }]);
  expect(await repsOf(ada)).toEqual({ o1: 2, o2: 2, o3: 2 });
});

test("an answer taken back takes along the reviews that only “I was right” gave", async () => {
  const ada = await overriddenOrder();
  await recordEvents(ada, [about("undo", "back", "order", { at: after(week + 2), deviceSeq: 12 })], now);
  expect(await repsOf(ada)).toEqual({ o1: 1, o2: 1, o3: 1 });
  expect(await driftAt(ada)).toEqual({ cards: 0, days: 0 });
});

test("“I was right” taken back leaves the reviews of the answer itself", async () => {
  const ada = await overriddenOrder();
  await recordEvents(ada, [about("undo", "back", "was-right", { at: after(week + 2), deviceSeq: 12 })], now);
  expect(await repsOf(ada)).toEqual({ o1: 2, o2: 1, o3: 1 });
  expect(await driftAt(ada)).toEqual({ cards: 0, days: 0 });
});

const step = fc.record({
  minute: fc.integer({ min: 0, max: 100 * 1_440 }),
  what: fc.integer({ min: 0, max: 9 }),
  part: fc.nat({ max: 2 }),
  isRight: fc.boolean(),
  target: fc.nat(),
});
const cases = process.env.RECITE_FULL ? 5_000 : 150;

test(`cards follow the log whatever is answered, overridden and taken back, in any order (${cases} histories)`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { maxLength: 12 }), async (batches) => {
      const ada = await viewerNamed(randomUUID(), now);
      const total = batches.flat().length;
      let count = 0;
      for (const batch of batches) {
        const events = batch.map(({ minute, what, part, isRight, target }): StudyEvent => {
          const [name, said] = [`e${count}`, { at: after(minute), deviceId: idOf("d"), deviceSeq: count++ }];
          const of = `e${target % total}`;
          if (what < 2) return about(what === 0 ? "undo" : "override", name, of, said);
          if (what < 6) return anAnswer(name, hashes[part]!, { ...said, response: isRight ? right : wrong });
          const values = isRight ? ["e:1", "e:2", "e:3"] : swapped.values;
          return anAnswer(name, order, { ...said, response: { kind: "order", values } });
        });
        await recordEvents(ada, events, now);
      }
      expect(await driftAt(ada)).toEqual({ cards: 0, days: 0 });
    }),
    { numRuns: cases },
  );
}, 120_000);
