import { expect, test } from "vitest";
import { signIn, signUp } from "@/lib/server/accounts.ts";
import { db } from "@/lib/server/db.ts";
import { countAnswers, mergeGuest } from "@/lib/server/merge.ts";
import { storeQuestions } from "@/lib/server/questions.ts";
import { recordEvents } from "@/lib/server/study.ts";
import { readSession, type Viewer } from "@/lib/server/viewer.ts";
import { driftAt } from "../support/drift.ts";
import { about, after, anAnswer, idOf, questionAbout, wrong } from "../support/events.ts";
import { guest, viewerNamed } from "../support/people.ts";

const now = new Date("2026-12-01T12:00:00Z");
const hashes = await storeQuestions(["f1", "f2", "f3"].map((fact) => questionAbout(fact)));
const [q1, q2, q3] = hashes as [string, string, string];

const nothing = { cards: 0, days: 0 };
const eventsOf = (viewer: Viewer) =>
  db().prisma.event.findMany({ where: { userId: viewer.userId }, orderBy: [{ at: "asc" }, { deviceSeq: "asc" }] });

/** What a guest did: four answers on one day, the last of them undone. */
const guestDid = (prefix: string) => [
  anAnswer(`${prefix}1`, q1, { at: after(10), deviceSeq: 1 }),
  anAnswer(`${prefix}2`, q2, { at: after(11), deviceSeq: 2, response: wrong }),
  anAnswer(`${prefix}3`, q2, { at: after(12), deviceSeq: 3 }),
  anAnswer(`${prefix}4`, q3, { at: after(13), deviceSeq: 4 }),
  about("undo", `${prefix}5`, `${prefix}4`, { at: after(14), deviceSeq: 5 }),
];

test("a guest's log goes into the account under a device of its own, and the memory follows from it", async () => {
  const [visitor, ada] = [await guest(now), await viewerNamed("ada", now)];
  await recordEvents(ada, [anAnswer("a1", q1, { at: after(0) }), anAnswer("a2", q2, { at: after(20) })], now);
  await recordEvents(visitor.viewer, guestDid("m"), now);
  const before = await eventsOf(visitor.viewer);
  expect(await countAnswers(visitor.viewer.userId)).toBe(4);

  expect(await mergeGuest(visitor.viewer.userId, ada.userId)).toEqual({ moved: 5 });

  const log = await eventsOf(ada);
  expect(log.map(({ id }) => id)).toEqual(["a1", "m1", "m2", "m3", "m4", "m5", "a2"].map(idOf));
  const moved = log.filter(({ id }) => before.some((event) => event.id === id));
  expect(new Set(moved.map(({ deviceId }) => deviceId)).size).toBe(1);
  expect(moved[0]?.deviceId).not.toBe(idOf("d1"));
  expect(moved.map(({ deviceSeq }) => deviceSeq)).toEqual([1, 2, 3, 4, 5]);
  // Everything else of an event is as it was: what happened has happened.
  const rest = ({ userId: _user, deviceId: _device, deviceSeq: _seq, ...event }: (typeof log)[number]) => event;
  expect(moved.map(rest)).toEqual(before.map(rest));
  expect(await driftAt(ada)).toEqual(nothing);
  expect(await db().prisma.card.count({ where: { userId: ada.userId } })).toBe(2);

  // Nothing of it is left with the guest, who can do nothing more.
  for (const count of [
    db().prisma.event.count({ where: { userId: visitor.viewer.userId } }),
    db().prisma.review.count({ where: { userId: visitor.viewer.userId } }),
    db().prisma.card.count({ where: { userId: visitor.viewer.userId } }),
    db().prisma.studyDay.count({ where: { userId: visitor.viewer.userId } }),
  ])
    expect(await count).toBe(0);
  expect(await readSession(visitor.token, now)).toBeNull();
  await expect(recordEvents(visitor.viewer, [anAnswer("m6", q1)], now)).rejects.toMatchObject({ code: "merged" });
});

test("twice is once, one after the other and at the same time", async () => {
  const [visitor, ada] = [await guest(now), await viewerNamed("ada", now)];
  await recordEvents(visitor.viewer, guestDid("t"), now);
  const merges = await Promise.all(Array.from({ length: 4 }, () => mergeGuest(visitor.viewer.userId, ada.userId)));
  expect(merges.map((merge) => merge?.moved).sort()).toEqual([0, 0, 0, 5]);
  expect(await mergeGuest(visitor.viewer.userId, ada.userId)).toEqual({ moved: 0 });
  expect(await eventsOf(ada)).toHaveLength(5);
  expect(await driftAt(ada)).toEqual(nothing);
});

test("what the browser sends again under the account is known as a duplicate", async () => {
  const [visitor, ada] = [await guest(now), await viewerNamed("ada", now)];
  await recordEvents(visitor.viewer, guestDid("d"), now);
  await mergeGuest(visitor.viewer.userId, ada.userId);
  const { results } = await recordEvents(ada, guestDid("d"), now);
  expect(results.map(({ status }) => status)).toEqual(Array(5).fill("duplicate"));
  expect(await driftAt(ada)).toEqual(nothing);
});

test("what the account has already is not doubled", async () => {
  const [visitor, ada] = [await guest(now), await viewerNamed("ada", now)];
  await recordEvents(visitor.viewer, guestDid("s"), now);
  await recordEvents(ada, guestDid("s").slice(0, 2), now);
  expect(await mergeGuest(visitor.viewer.userId, ada.userId)).toEqual({ moved: 3 });
  expect(await eventsOf(ada)).toHaveLength(5);
  expect(await driftAt(ada)).toEqual(nothing);
});

test("an interruption after the log was moved is mended by doing it again", async () => {
  const [visitor, ada] = [await guest(now), await viewerNamed("ada", now)];
  await recordEvents(visitor.viewer, guestDid("i"), now);
  await mergeGuest(visitor.viewer.userId, ada.userId);
  await db().prisma.card.deleteMany({ where: { userId: ada.userId } });
  await db().prisma.studyDay.deleteMany({ where: { userId: ada.userId } });
  await mergeGuest(visitor.viewer.userId, ada.userId);
  expect(await driftAt(ada)).toEqual(nothing);
});

test("answers that arrive during the merge are in the account's log or refused by name, never lost between", async () => {
  const [visitor, ada] = [await guest(now), await viewerNamed("ada", now)];
  const events = Array.from({ length: 40 }, (_, i) => anAnswer(`r${i}`, q1, { at: after(i), deviceSeq: i }));
  const sent = events.map((event) => recordEvents(visitor.viewer, [event], now));
  await sent[3];
  const merge = mergeGuest(visitor.viewer.userId, ada.userId);
  const settled = await Promise.allSettled(sent);
  await merge;
  const accepted = events.filter((_, i) => settled[i]?.status === "fulfilled").map(({ id }) => id);
  const kept = (await eventsOf(ada)).map(({ id }) => id);
  expect(kept.sort()).toEqual(accepted.sort());
  for (const result of settled)
    if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "merged" });
  expect(await driftAt(ada)).toEqual(nothing);
});

test("only a guest is merged, only into an account, and only into one", async () => {
  const [visitor, other, ada, bob] = [
    await guest(now),
    await guest(now),
    await viewerNamed("ada", now),
    await viewerNamed("bob", now),
  ];
  await recordEvents(ada, [anAnswer("o1", q1)], now);
  expect(await mergeGuest(ada.userId, bob.userId)).toBeNull();
  expect(await mergeGuest(visitor.viewer.userId, other.viewer.userId)).toBeNull();
  expect(await mergeGuest(visitor.viewer.userId, visitor.viewer.userId)).toBeNull();
  expect(await mergeGuest("0192f0c1-0000-7000-8000-000000000000", ada.userId)).toBeNull();
  await mergeGuest(visitor.viewer.userId, ada.userId);
  expect(await mergeGuest(visitor.viewer.userId, bob.userId)).toBeNull();
  expect(await eventsOf(ada)).toHaveLength(1);
});

test("signing in brings a guest's answers along only when asked to; signing up always keeps them", async () => {
  const password = "heron lantern quartz";
  const at = { now, address: null };
  const made = await signUp(null, { login: "merge-story", name: "", password }, at);
  if (made.kind !== "signed-up") throw new Error("refused");
  for (const bring of [false, true]) {
    const visitor = await guest(now);
    await recordEvents(visitor.viewer, guestDid(`story-${bring}-`), now);
    const result = await signIn(await readSession(visitor.token, now), { login: "merge-story", password, bring }, at);
    expect(result.kind).toBe("signed-in");
    expect(await eventsOf(made.grant.viewer)).toHaveLength(bring ? 5 : 0);
  }

  const visitor = await guest(now);
  await recordEvents(visitor.viewer, guestDid("upgrade"), now);
  const grown = await signUp(await readSession(visitor.token, now), { login: "merge-story-2", name: "", password }, at);
  if (grown.kind !== "signed-up") throw new Error("refused");
  expect(await eventsOf(grown.grant.viewer)).toHaveLength(5);
  expect(await driftAt(grown.grant.viewer)).toEqual(nothing);
});

test("a wrong password merges nothing", async () => {
  const visitor = await guest(now);
  await recordEvents(visitor.viewer, guestDid("wrong"), now);
  const session = await readSession(visitor.token, now);
  await signIn(session, { login: "merge-story", password: "guess", bring: true }, { now, address: null });
  expect(await eventsOf(visitor.viewer)).toHaveLength(5);
  expect(await readSession(visitor.token, now)).not.toBeNull();
});
