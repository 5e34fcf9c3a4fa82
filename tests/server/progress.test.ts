import { beforeAll, expect, test } from "vitest";
import { readBundle } from "@/lib/server/bundle.ts";
import { db } from "@/lib/server/db.ts";
import { newId } from "@/lib/server/id.ts";
import { readProgress, readToday } from "@/lib/server/progress.ts";
import { publishPacks } from "@/lib/server/publish.ts";
import { recordEvents } from "@/lib/server/study.ts";
import type { Viewer } from "@/lib/server/viewer.ts";
import { anAnswer } from "../support/events.ts";
import { viewerNamed } from "../support/people.ts";

const pack = "nato-mission-iraq";
const at = (day: number, hour = 9) => new Date(Date.UTC(2026, 10, day, hour));

beforeAll(() => publishPacks(process.env.DATABASE_ADMIN_URL ?? ""));

/** A sitting of so many cards; every fourth answer is "don't know". */
async function sit(viewer: Viewer, when: Date, count: number, zone = "Europe/Berlin"): Promise<void> {
  const bundle = await readBundle(viewer, { pack, mode: "study", count, zone }, when);
  const events = bundle!.cards.map(({ questions }, index) => {
    const { hash, question } = questions[0]!;
    const instant = new Date(when.getTime() + index * 1_000);
    const { kind, key } = question;
    const isRight = index % 4 < 3 && (kind === "choice" || kind === "true-false");
    const response = isRight ? ({ kind, value: key[0]! } as never) : ({ kind: "dont-know" } as const);
    return anAnswer("", hash, { id: newId(instant), at: instant.toISOString(), deviceSeq: index, zone, response });
  });
  await recordEvents(viewer, events, new Date(when.getTime() + 600_000));
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
  await sit(ada, at(1), 20);
  const page = (await readProgress(ada, pack, at(1, 12)))!;
  const { known, fading } = page.coverage;
  // How many depends on what the first twenty questions are; some were missed, so not all.
  expect(known).toBeGreaterThan(4);
  expect(known).toBeLessThan(20);
  expect(known + fading).toBe(20);
  expect(page.topics.reduce((sum, topic) => sum + topic.known, 0)).toBe(known);
  expect(page.calendar.rows).toMatchObject([{ day: "2026-11-01", answers: 20 }]);
  expect(page.calendar.daysInRow).toBe(1);
  expect(page.forecast.days).toHaveLength(30);
  expect(page.forecast.days.reduce((sum, day) => sum + day.due, 0)).toBe(20);
  expect(page.forecast.days[0]!.due).toBe(page.due);
  const later = (await readProgress(ada, pack, at(28)))!;
  expect(later.coverage.known).toBeLessThan(known);
  expect(later.coverage.known + later.coverage.fading).toBe(20);
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
