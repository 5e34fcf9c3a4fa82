/** One sitting: what is asked, what comes back, what is sent, and when it is over. */
import { describe, expect, test } from "vitest";
import { cardName } from "@/lib/study/card.ts";
import { end, intervals, next, respond, start } from "@/lib/study/session.ts";
import { aBundle, aBundleCard, kept } from "@/tests/support/bundle.ts";
import { anOrder } from "@/tests/support/question.ts";
import {
  answerRight,
  answerWrong,
  factOnScreen,
  facts,
  stamp,
  startedAt,
  ten,
  wrong,
} from "@/tests/support/sitting.ts";
import { aCard } from "@/tests/support/study.ts";

describe("a sitting", () => {
  test("puts one card after another and ends after the last", () => {
    let session = start(ten, startedAt);
    for (const fact of facts) {
      expect(factOnScreen(session)).toBe(fact);
      const step = answerRight(session);
      expect(step.events).toMatchObject([
        { kind: "answer", question: session.queue[0]!.kept.hash, zone: "UTC", rolloverHour: 4 },
      ]);
      expect(step.session.answered).toMatchObject({
        mark: { fraction: 1 },
        reviews: [{ rating: "good", dueDay: "2026-01-07" }],
      });
      session = next(step.session);
    }
    expect(session).toMatchObject({ over: true, queue: [], answered: null });
  });

  test("with nothing to ask is over at once", () => {
    expect(start(aBundle([]), startedAt).over).toBe(true);
  });

  test("a missed card comes back after five others, asked another way", () => {
    let session = next(answerWrong(start(ten, startedAt)).session);
    const met: (string | null)[] = [];
    for (let turn = 0; turn < 6; turn++) {
      met.push(factOnScreen(session));
      if (factOnScreen(session) === "f01") expect(session.queue[0]!.kept.question.form).toBe("Q4");
      session = next(answerRight(session).session);
    }
    expect(met).toEqual(["f02", "f03", "f04", "f05", "f06", "f01"]);
  });

  test("near the end a missed card comes back sooner, and at most four times", () => {
    let session = start(aBundle([aBundleCard("f01")]), startedAt);
    let turns = 0;
    while (!session.over) {
      session = next(answerWrong(session).session);
      turns++;
    }
    expect(turns).toBe(5);
    expect(session.states.get(cardName(aCard("f01")))).toMatchObject({ lapses: 0, reps: 5, rung: 1 });
  });

  test("a response that cannot be read is asked for again, once; then it counts, as helped", () => {
    const session = start(ten, startedAt);
    const asked = respond(session, { kind: "typed", text: "?" }, stamp(), 3000);
    expect(asked).toMatchObject({ events: [], session: { note: "unreadable", answered: null } });
    const right = answerRight(asked.session);
    expect(right.events).toMatchObject([{ context: { helped: true } }]);
    expect(right.session.answered!.reviews[0]!.rating).toBe("hard");
    const unread = respond(asked.session, { kind: "typed", text: "?" }, stamp(), 3000);
    expect(unread.session.answered).toMatchObject({ mark: { fraction: 0 } });
    expect(next(right.session).note).toBe(null);
  });

  test("a second response to an answered question changes nothing", () => {
    const { session } = answerRight(start(ten, startedAt));
    expect(respond(session, wrong, stamp(), 1)).toEqual({ session, events: [] });
  });

  test("ended early, nothing more can be answered", () => {
    const session = end(start(ten, startedAt));
    expect(answerRight(session).events).toEqual([]);
    expect(next(session)).toBe(session);
  });
});

describe("composites and flashcards", () => {
  test("a part missed in an order comes back as its own question", () => {
    const order = anOrder(3);
    const cards = ["o1", "o2", "o3"].map((fact) => {
      const card = aBundleCard(fact, {}, [kept(fact, "Q10", { card: { fact, direction: "from" } })]);
      const ref = { ...card.card, direction: "from" as const };
      return { ...card, card: ref, state: { ...card.state!, card: ref } };
    });
    const bundle = aBundle(cards, { mode: "practice", composites: [{ hash: "order", question: order }] });
    let session = start(bundle, startedAt);
    while (session.queue[0]!.card) session = next(answerRight(session).session);
    const values = ["e:2", "e:3", "e:1"];
    const step = respond(session, { kind: "order", values }, stamp(), 9000);
    expect(step.session.answered!.reviews).toMatchObject([{ card: { fact: "o1" }, rating: "again" }]);
    const after = next(step.session);
    expect(after.queue.map((item) => item.card?.card.fact)).toContain("o1");
  });

  test("each button of a flashcard says when the card comes back; capped, but never out of order", () => {
    const session = start(aBundle([aBundleCard("f01", null, [kept("f01", "Q1", { kind: "flashcard" })])]), startedAt);
    expect(intervals(session, startedAt)).toEqual({ again: 0, hard: 1, good: 2, easy: 3 });
    const { reviews } = respond(session, { kind: "flashcard", rating: "easy" }, stamp(), 3000).session.answered!;
    expect(reviews[0]!.dueDay).toBe("2026-01-08");
  });
});
