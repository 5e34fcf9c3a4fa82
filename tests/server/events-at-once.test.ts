import { expect, test } from "vitest";
import { daysOf } from "@/lib/server/days.ts";
import { db } from "@/lib/server/db.ts";
import { cardsOf } from "@/lib/server/decide-batch.ts";
import { readBefore, statementsFor } from "@/lib/server/event-log.ts";
import type { LoggedEvent } from "@/lib/server/event-rows.ts";
import { storeQuestions } from "@/lib/server/questions.ts";
import { readQuestions } from "@/lib/server/questions-by-hash.ts";
import { readSettings } from "@/lib/server/settings.ts";
import { recordEvents } from "@/lib/server/study.ts";
import type { Viewer } from "@/lib/server/viewer.ts";
import { cardName } from "@/lib/study/card.ts";
import { type Answer, decideAnswer } from "@/lib/study/decide.ts";
import type { StudyEvent } from "@/lib/study/event.ts";
import { learnerDayOf } from "@/lib/study/fold.ts";
import { driftAt } from "../support/drift.ts";
import { after, anAnswer, idOf, questionAbout, right, wrong } from "../support/events.ts";
import { viewerNamed } from "../support/people.ts";

const now = new Date("2026-12-20T12:00:00Z");
const hashes = await storeQuestions(["f1", "f2", "f3"].map((fact) => questionAbout(fact)));

/** Eight devices of one learner, each with its own ten batches of four answers to the same three cards. */
const devices = Array.from({ length: 8 }, (_, device) =>
  Array.from({ length: 10 }, (_, batch) =>
    Array.from({ length: 4 }, (_, index): StudyEvent => {
      const seq = batch * 4 + index;
      return anAnswer(`${device}-${seq}`, hashes[seq % 3]!, {
        ...{ deviceId: idOf(`device ${device}`), deviceSeq: seq, at: after(seq * 10 + device) },
        response: (seq + device) % 5 === 0 ? wrong : right,
      });
    }),
  ),
);

async function sendAtOnce(viewer: Viewer, write: (viewer: Viewer, events: StudyEvent[]) => Promise<unknown>) {
  await Promise.all(
    devices.map(async (batches) => {
      for (const batch of batches) await write(viewer, batch);
    }),
  );
}

test("eight devices of one learner at once: nothing lost, nothing counted twice, stored = folded", async () => {
  const ada = await viewerNamed("ada", now);
  await sendAtOnce(ada, (viewer, events) => recordEvents(viewer, events, now));
  const { rows } = await db().pool.query(
    `select (select count(*)::int from event where user_id = $1) as events, sum(answers)::int as answers from study_day where user_id = $1`,
    [ada.userId],
  );
  expect(rows).toEqual([{ events: 320, answers: 320 }]);
  expect(await driftAt(ada)).toEqual({ cards: 0, days: 0 });
});

test("control: the same without the learner's lock drifts, so the test above can fail", async () => {
  const ada = await viewerNamed("ada", now);
  await sendAtOnce(ada, withoutLock);
  expect((await driftAt(ada)).cards).toBeGreaterThan(0);
});

/** Read the cards, take one step, write: what anyone would write first, and what must not come back. */
async function withoutLock(viewer: Viewer, events: readonly StudyEvent[]): Promise<void> {
  const questions = await readQuestions(hashes);
  const { parameters } = await readSettings(viewer);
  const client = await db().pool.connect();
  try {
    const before = await readBefore(client, viewer.userId, {
      ids: events.map(({ id }) => id),
      cards: events.flatMap((event) => cardsOf(event, questions)),
      from: events[0]!.at,
      questions: [],
      now,
    });
    const states = new Map(before.states.map((state) => [cardName(state.card), state]));
    const logged = events.map((event): LoggedEvent => {
      const learnerDay = learnerDayOf(event);
      const answer = event as Answer;
      const deciding = { parameters, medianMs: {}, learnerDay, overridden: false };
      const {
        fraction,
        reviews,
        states: next,
      } = decideAnswer(answer, questions.get(answer.question)!, states, deciding);
      for (const state of next) states.set(cardName(state.card), state);
      return { event, bodyHash: "0".repeat(64), learnerDay, fraction, reviews };
    });
    const change = { states: [...states.values()], gone: [], days: daysOf(logged) };
    for (const statement of statementsFor(viewer.userId, { receivedAt: now, events: logged, ...change }))
      await client.query(statement);
  } finally {
    client.release();
  }
}
