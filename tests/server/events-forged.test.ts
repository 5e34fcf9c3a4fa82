import { expect, test } from "vitest";
import { db } from "@/lib/server/db.ts";
import { storeQuestions } from "@/lib/server/questions.ts";
import { recordEvents } from "@/lib/server/study.ts";
import { driftAt } from "../support/drift.ts";
import { about, after, anAnswer, idOf, questionAbout } from "../support/events.ts";
import { viewerNamed } from "../support/people.ts";

const now = new Date("2026-11-20T12:00:00Z");
const [f1 = "", f2 = ""] = await storeQuestions([questionAbout("f1"), questionAbout("f2")]);
const good = anAnswer("good", f1);

/** A forged event beside a good one: what the forged one is refused with. */
const forged: Record<string, [event: unknown, reason: string, detail: RegExp]> = {
  "a date in the future": [{ ...good, at: "2027-11-20T12:00:00Z" }, "invalid", /future/],
  "a date of 1970": [{ ...good, at: "1970-01-01T00:00:00Z" }, "invalid", /2000/],
  "a date that is none": [{ ...good, at: "yesterday" }, "invalid", /^at:/],
  "a question that was never issued": [{ ...good, question: "0".repeat(64) }, "unknown-question", /hash/],
  "a hash that is none": [{ ...good, question: "'; drop table event; --" }, "invalid", /^question:/],
  "a response of another kind": [
    { ...good, response: { kind: "choice", value: "e:x" } },
    "invalid",
    /^response\.kind:/,
  ],
  "a kind of response that does not exist": [{ ...good, response: { kind: "telepathy" } }, "invalid", /^response/],
  "a mark of its own": [{ ...good, fraction: 1 }, "invalid", /event/],
  "another learner's name": [{ ...good, userId: idOf("bob") }, "invalid", /event/],
  "an id that is no UUID v7": [{ ...good, id: "1" }, "invalid", /^id:/],
  "an id in capitals": [{ ...good, id: good.id.toUpperCase() }, "invalid", /^id:/],
  "a zone that does not exist": [{ ...good, zone: "Mars/Olympus_Mons" }, "invalid", /^zone:/],
  "a day that ends at 25": [{ ...good, rolloverHour: 25 }, "invalid", /^rolloverHour:/],
  "a negative time": [{ ...good, tookMs: -1 }, "invalid", /^tookMs:/],
  "an endless text": [{ ...good, response: { kind: "typed", text: "x".repeat(501) } }, "invalid", /^response/],
  "a zero byte": [{ ...good, response: { kind: "typed", text: "ri\0ght" } }, "invalid", /^response/],
  "half a character": [{ ...good, response: { kind: "typed", text: "\ud800" } }, "invalid", /^response/],
  "a due date without a year": [
    {
      ...{ kind: "set_due", id: good.id, deviceId: good.deviceId, deviceSeq: 1, at: good.at, zone: good.zone },
      ...{ rolloverHour: 4, card: { pack: "p", fact: "f", direction: "subject" }, due: "0000-01-01T00:00:00Z" },
    },
    "invalid",
    /^due:/,
  ],
  "nothing at all": [null, "invalid", /./],
  "a list": [[], "invalid", /./],
};

test.each(Object.entries(forged))(
  "%s is refused by name, and the rest of the batch is kept",
  async (_what, forgery) => {
    const [event, reason, detail] = forgery;
    const ada = await viewerNamed("ada", now);
    const { results } = await recordEvents(ada, [event, anAnswer("other", f2)], now);
    expect(results).toMatchObject([{ status: "refused", reason }, { status: "accepted" }]);
    expect(results[0]).toHaveProperty("detail", expect.stringMatching(detail));
    expect((await db().pool.query("select id from event where user_id = $1", [ada.userId])).rows).toHaveLength(1);
    expect(await driftAt(ada)).toEqual({ cards: 0, days: 0 });
  },
);

test("a clock that is off by hours is put right: later than now becomes now, before 2000 becomes 2000", async () => {
  const ada = await viewerNamed("ada", now);
  const events = [
    anAnswer("e1", f1, { at: "2026-11-21T11:00:00Z" }),
    anAnswer("e2", f2, { at: "1999-12-31T20:00:00Z", deviceSeq: 2 }),
  ];
  expect((await recordEvents(ada, events, now)).results).toMatchObject([
    { status: "accepted" },
    { status: "accepted" },
  ]);
  const { rows } = await db().pool.query("select at from event where user_id = $1 order by device_seq", [ada.userId]);
  expect(rows.map((row) => row.at.toISOString())).toEqual([now.toISOString(), "2000-01-01T00:00:00.000Z"]);
});

test("another learner's event is neither seen nor touched", async () => {
  const [ada, bob] = [await viewerNamed("ada", now), await viewerNamed("bob", now)];
  await recordEvents(ada, [anAnswer("e1", f1)], now);
  const stolen = await recordEvents(bob, [about("undo", "u1", "e1"), about("override", "o1", "e1")], now);
  expect(stolen.results).toMatchObject([{ reason: "unknown-target" }, { reason: "unknown-target" }]);
  // The same id with another content is Bob's own event: keys begin with the learner.
  const own = await recordEvents(bob, [anAnswer("e1", f2)], now);
  expect(own.results).toMatchObject([{ status: "accepted" }]);
  expect(own.cards).toMatchObject([{ card: { fact: "f2" } }]);
  expect(await driftAt(ada)).toEqual({ cards: 0, days: 0 });
  expect((await recordEvents(ada, [anAnswer("e1", f1)], now)).results).toMatchObject([{ status: "duplicate" }]);
});

test("the same id with another content is refused, also days later, and changes nothing", async () => {
  const ada = await viewerNamed("ada", now);
  const first = await recordEvents(ada, [anAnswer("e1", f1)], now);
  const changed = [anAnswer("e1", f1, { at: after(1) }), anAnswer("e1", f2), about("undo", "e1", "e1")];
  for (const event of changed) {
    const { results } = await recordEvents(ada, [event], new Date(now.getTime() + 86_400_000));
    expect(results).toMatchObject([{ status: "refused", reason: "other-content" }]);
  }
  expect((await recordEvents(ada, [anAnswer("e1", f1)], now)).cards).toEqual(first.cards);
});

test("an undo of an undo, of a stranger or of nothing is refused", async () => {
  const ada = await viewerNamed("ada", now);
  await recordEvents(ada, [anAnswer("e1", f1), about("undo", "u1", "e1", { deviceSeq: 2 })], now);
  const { results } = await recordEvents(ada, [about("undo", "u2", "u1"), about("undo", "u3", "nothing")], now);
  expect(results).toMatchObject([{ reason: "unknown-target" }, { reason: "unknown-target" }]);
});

test("501 events are refused as a whole, 500 are taken", async () => {
  const ada = await viewerNamed("ada", now);
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => anAnswer(`m${index}`, f1, { at: after(index), deviceSeq: index }));
  await expect(recordEvents(ada, many(501), now)).rejects.toMatchObject({ status: 413, code: "too-many-events" });
  const { results } = await recordEvents(ada, many(500), now);
  expect(results.every((result) => result.status === "accepted")).toBe(true);
  expect(await driftAt(ada)).toEqual({ cards: 0, days: 0 });
});
