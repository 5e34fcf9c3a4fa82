/** What holds of every sitting, whatever is done in it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cardName } from "@/lib/study/card.ts";
import type { CardState, Review, StudyEvent } from "@/lib/study/event.ts";
import { fold, type Logged, learnerDayOf } from "@/lib/study/fold.ts";
import { defaultParameters } from "@/lib/study/fsrs.ts";
import {
  type Happening,
  next,
  override,
  putAway,
  respond,
  type Session,
  start,
  tooEasy,
  undo,
} from "@/lib/study/session.ts";
import { aBundle, aBundleCard } from "@/tests/support/bundle.ts";
import { answerRight, answerWrong, facts, stamp, startedAt } from "@/tests/support/sitting.ts";

describe("laws", () => {
  const acts = fc.array(
    fc.constantFrom(
      "right",
      "right",
      "wrong",
      "unreadable",
      "next",
      "next",
      "undo",
      "override",
      "tooEasy",
      "bury",
      "suspend",
    ),
    {
      maxLength: 60,
    },
  );

  test("whatever is done, the cards are what the events sent fold to, and a session always comes to an end", () => {
    fc.assert(
      fc.property(acts, (done) => {
        const bundle = aBundle(
          facts.map((fact, index) => aBundleCard(fact, index % 2 ? { rung: 3, stability: 30 } : null)),
        );
        let session = start(bundle, startedAt);
        const sent: { happening: Happening; reviews: readonly Review[] }[] = [];
        const take = (step: { session: Session; events: readonly Happening[] }) => {
          for (const happening of step.events) {
            const reviews = ["answer", "override"].includes(happening.kind) ? step.session.answered!.reviews : [];
            sent.push({ happening, reviews });
          }
          session = step.session;
        };
        for (const act of done) {
          if (act === "right" && !session.over) take(answerRight(session));
          else if (act === "wrong") take(answerWrong(session));
          else if (act === "unreadable") take(respond(session, { kind: "typed", text: "!" }, stamp(), 100));
          else if (act === "next") session = next(session);
          else if (act === "undo") take(undo(session, stamp()));
          else if (act === "override") take(override(session, stamp()));
          else if (act === "tooEasy") take(tooEasy(session, [stamp(), stamp()]));
          else if (act === "bury" || act === "suspend") take(putAway(session, act, stamp()));
        }
        const log = sent.map(({ happening, reviews }, index): Logged => {
          const event = { ...happening, deviceId: "d", deviceSeq: index } as StudyEvent;
          return { event, learnerDay: learnerDayOf(event), fraction: 1, reviews };
        });
        const before = new Map<string, CardState>();
        for (const { state } of bundle.cards) if (state) before.set(cardName(state.card), state);
        for (const [name, state] of session.states) {
          // Cards that were known before the session cannot be folded from its events alone; the new ones can.
          if (before.has(name)) continue;
          const { buriedUntil: _, ...memory } = state;
          expect(fold(log, defaultParameters).get(name)).toMatchObject(memory);
        }
        let turns = 0;
        while (!session.over && turns++ < 200)
          session = next(session.answered ? session : answerWrong(session).session);
        expect(session.over).toBe(true);
      }),
      { numRuns: 100 },
    );
  }, 20_000);
});
