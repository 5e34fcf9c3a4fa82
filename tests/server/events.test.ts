import { expect, test } from "vitest";
import { db } from "@/lib/server/db.ts";
import { storeQuestions } from "@/lib/server/questions.ts";
import { recordEvents } from "@/lib/server/study.ts";
import type { EventResult } from "@/lib/study/event.ts";
import { driftAt } from "../support/drift.ts";
import { about, after, anAnswer, idOf, questionAbout, right, wrong } from "../support/events.ts";
import { viewerNamed } from "../support/people.ts";
import { anOrder } from "../support/question.ts";

const now = new Date("2026-11-20T12:00:00Z");
const [f1 = "", f2 = "", f3 = "", order = ""] = await storeQuestions([
  ...["f1", "f2", "f3"].map((fact) => questionAbout(fact)),
  anOrder(3),
]);

const statuses = (results: readonly EventResult[]) =>
  results.map((result) => (result.status === "refused" ? result.reason : result.status));
const count = async (table: string, userId: string) =>
  Number((await db().pool.query(`select count(*) from ${table} where user_id = $1`, [userId])).rows[0].count);
const dayOf = async (userId: string) =>
  (
    await db().pool.query(
      `select learner_day::text as day, answers, "right", took_ms::int as took from study_day where user_id = $1 order by 1`,
      [userId],
    )
  ).rows;

test("an answer enters the log, reviews its card and counts for its day", async () => {
  const ada = await viewerNamed("ada", now);
  const { results, cards } = await recordEvents(ada, [anAnswer("e1", f1, { at: after(0) })], now);
  expect(results).toMatchObject([{ id: idOf("e1"), status: "accepted", fraction: 1, reviews: [{ rating: "good" }] }]);
  expect(cards).toMatchObject([{ card: { fact: "f1", direction: "subject" }, reps: 1, lastAt: after(0) }]);
  expect(await dayOf(ada.userId)).toEqual([{ day: "2026-11-01", answers: 1, right: 1, took: 4_000 }]);
  expect(await driftAt(ada)).toEqual({ cards: 0, days: 0 });
});

test("the server marks for itself: what is wrong is wrong, whatever the client believes", async () => {
  const ada = await viewerNamed("ada", now);
  const { results } = await recordEvents(ada, [anAnswer("e1", f1, { response: wrong })], now);
  expect(results).toMatchObject([{ status: "accepted", fraction: 0, reviews: [{ rating: "again" }] }]);
});

test("the same batch again changes nothing and is answered as the first time", async () => {
  const ada = await viewerNamed("ada", now);
  const batch = [
    anAnswer("e1", f1, { at: after(0) }),
    anAnswer("e2", f2, { at: after(1), deviceSeq: 2, response: wrong }),
    anAnswer("e3", order, { at: after(2), deviceSeq: 3, response: { kind: "order", values: ["e:2", "e:1", "e:3"] } }),
  ];
  const first = await recordEvents(ada, batch, now);
  const later = new Date(now.getTime() + 60_000);
  const second = await recordEvents(ada, batch, later);
  const third = await recordEvents(ada, batch, later);
  expect(statuses(second.results)).toEqual(["duplicate", "duplicate", "duplicate"]);
  expect(JSON.stringify(third)).toBe(JSON.stringify(second));
  const asAccepted = second.results.map((result) => ({ ...result, status: "accepted" }));
  expect(JSON.stringify(asAccepted)).toBe(JSON.stringify(first.results));
  expect(second.cards).toEqual(expect.arrayContaining([...first.cards]));
  expect(await count("event", ada.userId)).toBe(3);
  expect(await driftAt(ada)).toEqual({ cards: 0, days: 0 });
});

test("an event that stands twice in one batch counts once", async () => {
  const ada = await viewerNamed("ada", now);
  const event = anAnswer("e1", f1);
  const { results } = await recordEvents(ada, [event, event, { ...event, response: wrong }], now);
  expect(statuses(results)).toEqual(["accepted", "duplicate", "other-content"]);
  expect(await dayOf(ada.userId)).toMatchObject([{ answers: 1 }]);
});

test("two tabs that answer at once lose nothing and count nothing twice", async () => {
  const ada = await viewerNamed("ada", now);
  const tab = (name: string, offset: number) =>
    Array.from({ length: 12 }, (_, index) =>
      anAnswer(`${name}${index}`, [f1, f2, f3][index % 3]!, {
        deviceId: idOf(name),
        deviceSeq: index,
        at: after(index * 2 + offset),
        response: index % 4 === 3 ? wrong : right,
      }),
    );
  const [a, b] = [tab("a", 0), tab("b", 1)];
  const sends = [a.slice(0, 6), b.slice(0, 6), a.slice(6), b.slice(6), a.slice(3, 9), b, a];
  const answers = await Promise.all(sends.map((events) => recordEvents(ada, events, now)));
  const accepted = answers.flatMap(({ results }) => results.filter((result) => result.status === "accepted"));
  expect(accepted).toHaveLength(24);
  expect(await count("event", ada.userId)).toBe(24);
  expect(await dayOf(ada.userId)).toMatchObject([{ answers: 24, right: 18 }]);
  expect(await driftAt(ada)).toEqual({ cards: 0, days: 0 });
});

test("an answer that arrives late takes its place in the order", async () => {
  const [ada, bob] = [await viewerNamed("ada", now), await viewerNamed("bob", now)];
  const minutes = [0, 3 * 1_440, 9 * 1_440];
  const events = minutes.map((minute, index) =>
    anAnswer(`e${index}`, f1, { at: after(minute), deviceSeq: index, response: index === 1 ? wrong : right }),
  );
  const inOrder = await recordEvents(ada, events, now);
  await recordEvents(bob, [events[2]!], now);
  await recordEvents(bob, [events[0]!], now);
  const late = await recordEvents(bob, [events[1]!], now);
  const { stability, difficulty, rung, reps, lapses } = inOrder.cards[0]!;
  expect(late.cards[0]).toMatchObject({ stability, difficulty, rung, reps, lapses });
  expect(await driftAt(bob)).toEqual({ cards: 0, days: 0 });
});

test("undo takes an answer back, card and day, once", async () => {
  const ada = await viewerNamed("ada", now);
  await recordEvents(ada, [anAnswer("e1", f1, { at: after(0) })], now);
  const one = await recordEvents(ada, [anAnswer("e2", f1, { at: after(5), deviceSeq: 2, response: wrong })], now);
  expect(one.cards[0]).toMatchObject({ reps: 2 });
  const undo = about("undo", "u1", "e2", { at: after(6), deviceSeq: 3 });
  const undone = await recordEvents(ada, [undo], now);
  expect(undone.results).toMatchObject([{ status: "accepted", fraction: null, reviews: [] }]);
  expect(undone.cards[0]).toMatchObject({ reps: 1, lastAt: after(0) });
  await recordEvents(ada, [about("undo", "u2", "e2", { at: after(7), deviceSeq: 4 }), undo], now);
  expect(await dayOf(ada.userId)).toMatchObject([{ answers: 1, right: 1, took: 4_000 }]);
  await recordEvents(ada, [about("undo", "u3", "e1", { at: after(8), deviceSeq: 5 })], now);
  expect(await count("card", ada.userId)).toBe(0);
  expect(await dayOf(ada.userId)).toMatchObject([{ answers: 0, right: 0, took: 0 }]);
  expect(await driftAt(ada)).toEqual({ cards: 0, days: 0 });
});

test("an undo in the same batch, even before its answer, takes it back", async () => {
  const ada = await viewerNamed("ada", now);
  const batch = [about("undo", "u1", "e1", { at: after(6), deviceSeq: 3 }), anAnswer("e1", f1, { at: after(5) })];
  const { results, cards } = await recordEvents(ada, batch, now);
  expect(statuses(results)).toEqual(["accepted", "accepted"]);
  expect(cards).toEqual([]);
  expect(await driftAt(ada)).toEqual({ cards: 0, days: 0 });
});

test("“I was right” makes a wrong answer count as right, card and day", async () => {
  const ada = await viewerNamed("ada", now);
  await recordEvents(ada, [anAnswer("e1", f1, { at: after(0), response: wrong })], now);
  const { cards } = await recordEvents(ada, [about("override", "o1", "e1", { at: after(1), deviceSeq: 2 })], now);
  expect(cards[0]).toMatchObject({ lapses: 0, lastRating: "good" });
  expect(await dayOf(ada.userId)).toMatchObject([{ answers: 1, right: 1 }]);
  expect(await driftAt(ada)).toEqual({ cards: 0, days: 0 });
});

test("a forgotten card is gone, and begins anew with the next answer", async () => {
  const ada = await viewerNamed("ada", now);
  const card = { pack: "nato-mission-iraq", fact: "f1", direction: "subject" } as const;
  const { id: _id, kind: _kind, ...base } = about("undo", "x", "x") as never as Record<string, unknown>;
  const { target: _target, ...plain } = base;
  const forget = { ...plain, kind: "forget", id: idOf("g1"), at: after(10), deviceSeq: 3, card };
  await recordEvents(ada, [anAnswer("e1", f1, { at: after(0) }), forget], now);
  expect(await count("card", ada.userId)).toBe(0);
  const { cards } = await recordEvents(ada, [anAnswer("e2", f1, { at: after(20), deviceSeq: 4 })], now);
  expect(cards[0]).toMatchObject({ reps: 1 });
  expect(await driftAt(ada)).toEqual({ cards: 0, days: 0 });
});

test("the learner's day is fixed when the answer arrives, from the zone and hour it was sent with", async () => {
  const ada = await viewerNamed("ada", now);
  // 01:30 on 2 November in Berlin is still the day before, as the day ends at 4.
  await recordEvents(ada, [anAnswer("e1", f1, { at: "2026-11-02T00:30:00.000Z" })], now);
  await recordEvents(
    ada,
    [anAnswer("e2", f2, { at: "2026-11-02T00:31:00.000Z", zone: "Asia/Tokyo", deviceSeq: 2 })],
    now,
  );
  expect((await dayOf(ada.userId)).map(({ day }) => day)).toEqual(["2026-11-01", "2026-11-02"]);
  expect(await driftAt(ada)).toEqual({ cards: 0, days: 0 });
});
