/** One sitting: what is asked, what comes back, what can be taken back, and what is sent. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Response } from "@/lib/questions/question.ts";
import { cardName } from "@/lib/study/card.ts";
import type { CardState, Review, StudyEvent } from "@/lib/study/event.ts";
import { fold, type Logged, learnerDayOf } from "@/lib/study/fold.ts";
import { defaultParameters } from "@/lib/study/fsrs.ts";
import {
  absorb,
  end,
  type Happening,
  intervals,
  mayBeTooEasy,
  next,
  override,
  putAway,
  respond,
  type Session,
  start,
  tooEasy,
  undo,
} from "@/lib/study/session.ts";
import { summaryOf } from "@/lib/study/summary.ts";
import { aBundle, aBundleCard, kept, keptChoice } from "@/tests/support/bundle.ts";
import { anOrder } from "@/tests/support/question.ts";
import { aCard } from "@/tests/support/study.ts";

const facts = ["f01", "f02", "f03", "f04", "f05", "f06", "f07", "f08", "f09", "f10"];
const ten = aBundle(facts.map((fact) => aBundleCard(fact)));
const startedAt = "2026-01-05T12:00:00.000Z";

let ticks = 0;
/** A new id, and an instant ten seconds after the last. */
function stamp() {
  ticks++;
  return {
    id: `id-${String(ticks).padStart(6, "0")}`,
    at: new Date(Date.parse(startedAt) + ticks * 10_000).toISOString(),
  };
}

const factOnScreen = (session: Session) => session.queue[0]?.card?.card.fact ?? null;
const rightResponse = (session: Session): Response => ({ kind: "typed", text: session.queue[0]!.kept.question.answer });
const wrong: Response = { kind: "typed", text: "Somebody else entirely" };

function answerRight(session: Session) {
  return respond(session, rightResponse(session), stamp(), 3000);
}
function answerWrong(session: Session) {
  return respond(session, wrong, stamp(), 3000);
}

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

describe("taking back", () => {
  test("undo brings the question back, with the cards as they were, and names the answer", () => {
    const session = start(ten, startedAt);
    const step = answerWrong(session);
    const [answer] = step.events;
    for (const from of [step.session, next(step.session), end(next(step.session))]) {
      const undone = undo(from, stamp());
      expect(undone.events).toMatchObject([{ kind: "undo", target: answer!.id }]);
      expect({ ...undone.session, turn: 0 }).toEqual(session);
      expect(undone.session.turn).toBeGreaterThan(from.turn);
    }
  });

  test("undo goes back as far as the session does, and no further", () => {
    const session = start(ten, startedAt);
    let after = next(answerRight(next(answerWrong(session).session)).session);
    after = undo(undo(after, stamp()).session, stamp()).session;
    expect({ ...after, turn: 0 }).toEqual(session);
    expect(undo(after, stamp())).toEqual({ session: after, events: [] });
  });

  test("what the server put right of other cards stays so after an undo", () => {
    const { session } = answerWrong(start(ten, startedAt));
    const other = { ...session.states.get(cardName(aCard("f01")))!, card: aCard("f02"), stability: 77 };
    const absorbed = absorb(session, { v: 1, results: [], cards: [other] });
    const { states } = undo(absorbed, stamp()).session;
    expect(states.get(cardName(aCard("f02")))).toEqual(other);
    expect(states.has(cardName(aCard("f01")))).toBe(false);
  });

  test("“I was right” counts as right, does not come back, and is offered for no right answer", () => {
    const step = answerWrong(start(ten, startedAt));
    const over = override(step.session, stamp());
    expect(over.events).toMatchObject([{ kind: "override", target: step.events[0]!.id }]);
    expect(over.session.answered).toMatchObject({ overridden: true, reviews: [{ rating: "good" }] });
    expect(over.session.states.get(cardName(aCard("f01")))).toMatchObject({ lapses: 0, reps: 1, lastRating: "good" });
    expect(next(over.session).queue.map((item) => item.card?.card.fact)).toEqual(facts.slice(1));
    expect(override(over.session, stamp()).events).toEqual([]);
    expect(override(answerRight(start(ten, startedAt)).session, stamp()).events).toEqual([]);
  });

  test("“too easy” takes the answer back and gives it again, on rung 3 and 4 and for produced answers only", () => {
    const at = (rung: 2 | 3) => start(aBundle([aBundleCard("f01", { rung, stability: 30 })]), startedAt);
    const { session } = answerRight(at(3));
    expect(mayBeTooEasy(session)).toBe(true);
    const step = tooEasy(session, [stamp(), stamp()]);
    expect(step.events).toMatchObject([
      { kind: "undo", target: session.answered!.id },
      { kind: "answer", context: { tooEasy: true } },
    ]);
    expect(step.session.answered!.reviews[0]!.rating).toBe("easy");
    expect(step.session.log).toHaveLength(1);
    expect(mayBeTooEasy(step.session)).toBe(false);
    expect(mayBeTooEasy(answerRight(at(2)).session)).toBe(false);
    const choice = start(aBundle([aBundleCard("f01", { rung: 3 }, [keptChoice("f01")])]), startedAt);
    expect(mayBeTooEasy(respond(choice, { kind: "choice", value: "e:f01" }, stamp(), 1).session)).toBe(false);
  });

  test("a card put away leaves the session", () => {
    const buried = putAway(start(ten, startedAt), "bury", stamp());
    expect(buried.events).toMatchObject([{ kind: "bury", card: aCard("f01") }]);
    expect(factOnScreen(buried.session)).toBe("f02");
    const suspended = putAway(buried.session, "suspend", stamp());
    expect(suspended.events).toMatchObject([{ kind: "suspend", card: aCard("f02"), suspended: true }]);
  });

  test("what was put away is taken back, in the order in which it was done, answers between", () => {
    const session = start(ten, startedAt);
    const buried = putAway(session, "bury", stamp());
    const answered = answerWrong(buried.session);
    const suspended = putAway(answered.session, "suspend", stamp());
    const targets = [suspended, answered, buried].map(({ events }) => events[0]!.id);
    let after = suspended.session;
    for (const [index, before] of [answered.session, buried.session, session].entries()) {
      const step = undo(after, stamp());
      expect(step.events).toMatchObject([{ kind: "undo", target: targets[index] }]);
      expect({ ...step.session, turn: 0 }).toEqual({ ...before, turn: 0 });
      after = step.session;
    }
    expect(undo(after, stamp()).events).toEqual([]);
  });

  test("a card that was missed and then put away does not come back, in this session or by its summary", () => {
    for (const [how, dueTomorrow] of [
      ["bury", 1],
      ["suspend", 0],
    ] as const) {
      const { session } = putAway(answerWrong(start(ten, startedAt)).session, how, stamp());
      expect(session.queue.map((item) => item.card?.card.fact)).toEqual(facts.slice(1));
      const nextDue = how === "bury" ? "2026-01-06" : null;
      expect(summaryOf(session, "2026-01-05")).toMatchObject({ nextDue, dueTomorrow });
    }
  });

  test("a question that owns no card is not put away", () => {
    const bundle = aBundle([], { mode: "practice", composites: [{ hash: "order", question: anOrder(3) }] });
    expect(putAway(start(bundle, startedAt), "bury", stamp()).events).toEqual([]);
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

describe("the summary", () => {
  test("counts answers, right ones, new cards, forgotten ones, minutes and what is next", () => {
    const bundle = aBundle([aBundleCard("f01"), aBundleCard("f02", {}), aBundleCard("f03", {})]);
    let session = start(bundle, new Date(Date.parse(startedAt) + ticks * 10_000).toISOString());
    session = next(answerRight(session).session);
    session = next(answerWrong(session).session);
    session = next(answerRight(session).session);
    session = next(answerRight(session).session);
    expect(session.over).toBe(true);
    const summary = summaryOf(session, "2026-01-05");
    expect(summary).toMatchObject({
      answered: 4,
      right: 3,
      met: 1,
      forgotten: 1,
      dueTomorrow: 1,
      nextDue: "2026-01-06",
    });
    expect(summary.minutes).toBeCloseTo(4 / 6);
  });

  test("of nothing is nothing", () => {
    expect(summaryOf(start(ten, startedAt), "2026-01-05")).toEqual({
      answered: 0,
      right: 0,
      met: 0,
      forgotten: 0,
      minutes: 0,
      dueTomorrow: 0,
      nextDue: null,
    });
  });
});

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
