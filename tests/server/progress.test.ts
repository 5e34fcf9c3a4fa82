import { beforeAll, expect, test } from "vitest";
import { readBundle } from "@/lib/server/bundle.ts";
import { db } from "@/lib/server/db.ts";
import { newId } from "@/lib/server/id.ts";
import { readProgress, readToday } from "@/lib/server/progress.ts";
import { publishPacks } from "@/lib/server/publish.ts";
import { bringBack } from "@/lib/server/put-away.ts";
import { recordEvents } from "@/lib/server/study.ts";
import type { Viewer } from "@/lib/server/viewer.ts";
import { anAnswer } from "../support/events.ts";
import { viewerNamed } from "../support/people.ts";
import { rightResponse } from "../support/question.ts";

const pack = "nato-mission-iraq";
const at = (day: number, hour = 9) => new Date(Date.UTC(2026, 10, day, hour));

beforeAll(() => publishPacks(process.env.DATABASE_ADMIN_URL ?? ""));

/** A sitting of so many cards: every fourth answer is "don't know", the others are right. Returns the facts of either. */
async function sit(
  viewer: Viewer,
  when: Date,
  count: number,
  zone = "Europe/Berlin",
): Promise<{ readonly right: string[]; readonly missed: string[] }> {
  const bundle = await readBundle(viewer, { pack, mode: "study", count, zone }, when);
  const facts = { right: [] as string[], missed: [] as string[] };
  const events = bundle!.cards.map(({ card, questions }, index) => {
    const { hash, question } = questions[0]!;
    const instant = new Date(when.getTime() + index * 1_000);
    const isRight = index % 4 < 3;
    facts[isRight ? "right" : "missed"].push(card.fact);
    const response = isRight ? rightResponse(question) : ({ kind: "dont-know" } as const);
    return anAnswer("", hash, { id: newId(instant), at: instant.toISOString(), deviceSeq: index, zone, response });
  });
  await recordEvents(viewer, events, new Date(when.getTime() + 600_000));
  return facts;
}

test("somebody who has answered nothing knows nothing, and has everything ahead", async () => {
  const ada = await viewerNamed("ada", at(1));
  const page = await readProgress(ada, pack, at(1));
  expect(page).toMatchObject({ due: 0, withheld: 0, coverage: { known: 0, fading: 0 } });
  const facts = page!.topics.flatMap((topic) => topic.facts);
  expect(facts.length).toBe(page!.coverage.never);
  expect(facts.every(({ standing, sentence }) => standing === "never" && sentence.length > 10)).toBe(true);
  expect(await readToday(ada, at(1))).toMatchObject({ due: 0, minutes: 0, newLeft: 20, packs: [], assignments: [] });
});

test("what was answered is known or fading, fades with time, comes due as forecast, and fills its day", async () => {
  const ada = await viewerNamed("ada", at(1));
  const { right, missed } = await sit(ada, at(1), 20);
  expect([new Set(right).size, new Set(missed).size]).toEqual([15, 5]);
  const page = (await readProgress(ada, pack, at(1, 12)))!;
  const standing = (which: string) =>
    page.topics.flatMap(({ facts }) => facts.filter((fact) => fact.standing === which).map(({ fact }) => fact));
  // Known is what was right just now, fading what was missed: fact by fact, topic by topic, and in sum.
  expect(standing("known").sort()).toEqual(right.sort());
  expect(standing("fading").sort()).toEqual(missed.sort());
  expect(page.coverage).toEqual({ known: 15, fading: 5, never: standing("never").length });
  expect(page.topics.reduce((sum, topic) => sum + topic.known, 0)).toBe(15);
  expect(page.topics.reduce((sum, topic) => sum + topic.fading, 0)).toBe(5);
  expect(page.calendar.rows).toMatchObject([{ day: "2026-11-01", answers: 20 }]);
  expect(page.calendar.daysInRow).toBe(1);
  expect(page.forecast.days).toHaveLength(30);
  expect(page.forecast.days.reduce((sum, day) => sum + day.due, 0)).toBe(20);
  expect(page.forecast.days[0]!.due).toBe(page.due);
  const later = (await readProgress(ada, pack, at(28)))!;
  // Four weeks are beyond what one right answer promises to last.
  expect(later.coverage).toMatchObject({ known: 0, fading: 20 });
});

test("today tells what is due with its minutes, how many new cards are left, and what to continue", async () => {
  const ada = await viewerNamed("ada", at(1));
  await sit(ada, at(1), 8);
  const same = await readToday(ada, at(1, 12));
  expect(same).toMatchObject({ newLeft: 12, packs: [{ key: pack, newLeft: 12 }], zone: "Europe/Berlin" });
  const later = await readToday(ada, at(6));
  expect(later.due).toBe(8);
  expect(later.minutes).toBeGreaterThan(0);
  expect(later).toMatchObject({ newLeft: 20, packs: [{ key: pack, due: 8, minutes: later.minutes }] });
});

test("the day is the learner's, of the zone in which they answered last until they choose one", async () => {
  const ada = await viewerNamed("ada", at(1));
  await sit(ada, at(1), 2, "Pacific/Auckland");
  expect((await readToday(ada, at(2, 20))).today).toBe("2026-11-03");
  await db().pool.query("insert into setting values ($1, 'America/New_York', 4, 20, 0.9, true, false)", [ada.userId]);
  expect((await readToday(ada, at(2, 20))).today).toBe("2026-11-02");
});

test("nobody sees another's progress, and an unknown pack has none", async () => {
  const [ada, bob] = [await viewerNamed("ada", at(1)), await viewerNamed("bob", at(1))];
  await sit(ada, at(1), 10);
  expect((await readProgress(bob, pack, at(1, 12)))?.coverage).toMatchObject({ known: 0, fading: 0 });
  expect((await readToday(bob, at(9))).due).toBe(0);
  expect(await readProgress(bob, "no-such-pack", at(1))).toBeNull();
});

test("what was suspended is listed and left out of sessions until it is brought back", async () => {
  const ada = await viewerNamed("ada", at(1));
  const bundle = () => readBundle(ada, { pack, mode: "study", count: 20 }, at(1, 12));
  const { card } = (await bundle())!.cards[0]!;
  const { id, deviceId, deviceSeq, zone, rolloverHour } = anAnswer("away", "");
  const away = { id, deviceId, deviceSeq, zone, rolloverHour, at: at(1).toISOString() };
  await recordEvents(ada, [{ ...away, kind: "suspend", card, suspended: true }], at(1));
  const asked = async () => (await bundle())!.cards.map((each) => each.card);
  expect((await readProgress(ada, pack, at(1)))!.suspended).toMatchObject([{ fact: card.fact }]);
  expect(await asked()).not.toContainEqual(card);
  await bringBack(ada, { pack, fact: "another-fact" }, at(1, 10));
  expect((await readProgress(ada, pack, at(1)))!.suspended).toHaveLength(1);
  await bringBack(ada, card, at(1, 11));
  expect((await readProgress(ada, pack, at(1)))!.suspended).toEqual([]);
  expect(await asked()).toContainEqual(card);
});
