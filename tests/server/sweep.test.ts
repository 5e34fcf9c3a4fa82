import { expect, test } from "vitest";
import { db } from "@/lib/server/db.ts";
import { mergeGuest } from "@/lib/server/merge.ts";
import { storeQuestions } from "@/lib/server/questions.ts";
import { recordEvents } from "@/lib/server/study.ts";
import { sweep } from "@/lib/server/sweep.ts";
import { readSession } from "@/lib/server/viewer.ts";
import { anAnswer, questionAbout } from "../support/events.ts";
import { guest, signedIn, viewerNamed } from "../support/people.ts";

const now = new Date("2026-12-01T12:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const [question = ""] = await storeQuestions([questionAbout("f1")]);

test("what nobody can use any more goes; what somebody can, stays to the last row", async () => {
  const [kept, lost, merged] = [await guest(now), await guest(now), await guest(now)];
  const [ada, bob] = [await signedIn("ada", now), await viewerNamed("bob", now)];
  for (const [index, { viewer }] of [kept, lost, merged, ada].entries())
    await recordEvents(viewer, [anAnswer(`sweep-${index}`, question)], now);
  await mergeGuest(merged.viewer.userId, bob.userId);
  // The cookie is lost: nothing else leads to this guest.
  await db().prisma.session.deleteMany({ where: { userId: lost.viewer.userId } });

  expect(await sweep(later(0.5))).toMatchObject({ sessions: 0, guests: 0 });
  expect(await sweep(later(2))).toMatchObject({ sessions: 0, guests: 2 });
  for (const table of ["event", "review", "card", "study_day"]) {
    const { rows } = await db().pool.query<{ user_id: string }>(`select distinct user_id from ${table}`);
    expect(rows.map((row) => row.user_id).sort(), table).toEqual(
      [kept.viewer.userId, ada.viewer.userId, bob.userId].sort(),
    );
  }
  expect(await readSession(kept.token, later(2))).not.toBeNull();

  // An account outlives its sessions; a guest does not.
  expect(await sweep(later(401))).toMatchObject({ sessions: 2, guests: 1 });
  expect(await db().prisma.user.count({ where: { id: { in: [ada.viewer.userId, bob.userId] } } })).toBe(2);
  expect(await db().prisma.event.count()).toBe(2);
});
