/** One sitting: what can be taken back, put right and put away, and what is sent of it. */
import { describe, expect, test } from "vitest";
import { cardName } from "@/lib/study/card.ts";
import {
  absorb,
  end,
  mayBeTooEasy,
  next,
  override,
  putAway,
  respond,
  start,
  tooEasy,
  undo,
} from "@/lib/study/session.ts";
import { summaryOf } from "@/lib/study/summary.ts";
import { aBundle, aBundleCard, keptChoice } from "@/tests/support/bundle.ts";
import { anOrder } from "@/tests/support/question.ts";
import { answerRight, answerWrong, factOnScreen, facts, stamp, startedAt, ten } from "@/tests/support/sitting.ts";
import { aCard } from "@/tests/support/study.ts";

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
