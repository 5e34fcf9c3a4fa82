/** The fold of a learner's log: the same for everybody, in whatever order and however often the events came. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shuffled } from "@/lib/base/random.ts";
import { cardName } from "@/lib/study/card.ts";
import { decideAnswer } from "@/lib/study/decide.ts";
import type { CardState } from "@/lib/study/event.ts";
import { applyStanding, byLogOrder, fold, type Logged, learnerDayOf, standingOf } from "@/lib/study/fold.ts";
import { defaultParameters } from "@/lib/study/fsrs.ts";
import { logs } from "@/tests/support/logs.ts";
import { aQuestion } from "@/tests/support/question.ts";
import { aCard, anAnswer, anEvent, aReview, logged } from "@/tests/support/study.ts";

/** A map as sorted entries: the order in which cards were met is nobody's business. */
const inOrder = (states: ReadonlyMap<string, CardState>) => [...states].sort(([a], [b]) => (a < b ? -1 : 1));
const folded = (log: readonly Logged[]) => inOrder(fold(log, defaultParameters));

describe("laws", () => {
  test("any order of the events, any of them any number of times, folds to the same cards", () => {
    fc.assert(
      fc.property(logs, fc.string(), fc.nat({ max: 3 }), (log, seed, times) => {
        const doubled = [
          ...log,
          ...Array.from({ length: times }, () => log.filter((_, index) => index % 2 === 0)).flat(),
        ];
        expect(folded(shuffled(doubled, seed))).toEqual(folded(log));
      }),
      { numRuns: 500 },
    );
  });

  test("an undo removes exactly what it names, and its override with it", () => {
    fc.assert(
      fc.property(logs, fc.nat({ max: 39 }), (log, index) => {
        const target = log[index];
        if (!target || target.event.kind === "undo") return;
        const { id } = target.event;
        const undo = logged(anEvent("undo", { target: id }));
        const without = log.filter(
          ({ event }) => event.id !== id && !(event.kind === "override" && event.target === id),
        );
        expect(folded([...log, undo])).toEqual(folded(without));
      }),
      { numRuns: 500 },
    );
  });

  test("folding on from any point is folding from the start", () => {
    fc.assert(
      fc.property(logs, fc.nat({ max: 40 }), (log, cut) => {
        const standing = standingOf(log);
        const states = new Map<string, CardState>();
        for (const one of standing.slice(0, cut)) applyStanding(states, one, defaultParameters);
        const on = new Map(states);
        for (const one of standing.slice(cut)) applyStanding(on, one, defaultParameters);
        expect(inOrder(on)).toEqual(folded(log));
      }),
    );
  });

  test("a card's state depends on the events that touch it, the answers that they override, and undoes", () => {
    const isIt = (card: { readonly fact: string } | null) => card?.fact === "f01";
    fc.assert(
      fc.property(logs, (log) => {
        const touching = log.filter(
          ({ event, reviews }) => reviews.some(({ card }) => isIt(card)) || ("card" in event && isIt(event.card)),
        );
        // "I was right" about an order may review parts that the order as answered did not.
        const needed = new Set(
          touching.flatMap(({ event }) => ("target" in event ? [event.id, event.target] : [event.id])),
        );
        const own = log.filter(
          ({ event }) => needed.has(event.id) || event.kind === "undo" || event.kind === "override",
        );
        const name = cardName(aCard("f01"));
        expect(fold(own, defaultParameters).get(name)).toEqual(fold(log, defaultParameters).get(name));
      }),
      { numRuns: 1000 },
    );
  });

  test("the order is total: two events are in one order or are the same", () => {
    fc.assert(
      fc.property(logs, (log) => {
        for (const a of log)
          for (const b of log) {
            expect(Math.sign(byLogOrder(a.event, b.event))).toBe(-Math.sign(byLogOrder(b.event, a.event)) + 0);
            if (byLogOrder(a.event, b.event) === 0) expect(a.event.id).toBe(b.event.id);
          }
      }),
      { numRuns: 30 },
    );
  });

  test("deciding one answer after another is folding what was decided", () => {
    const steps = fc.array(
      fc.record({
        text: fc.constantFrom("Fortin", "Fortin", "Fortin", "Nobody"),
        days: fc.integer({ min: 0, max: 90 }),
        helped: fc.boolean(),
      }),
      { minLength: 1, maxLength: 15 },
    );
    fc.assert(
      fc.property(steps, (answers) => {
        let states = new Map<string, CardState>();
        const log: Logged[] = [];
        let day = 0;
        for (const { text, days, helped } of answers) {
          day += days;
          const answer = anAnswer({
            at: new Date(Date.UTC(2026, 0, 5, 12) + day * 86_400_000 + log.length * 60_000).toISOString(),
            response: { kind: "typed", text },
            context: { mode: "study", helped, tooEasy: false, attempt: null },
          });
          const today = learnerDayOf(answer);
          const deciding = { parameters: defaultParameters, medianMs: {}, learnerDay: today, overridden: false };
          const decision = decideAnswer(answer, aQuestion(), states, deciding);
          states = new Map([...states, ...decision.states.map((state) => [cardName(state.card), state] as const)]);
          log.push({ event: answer, learnerDay: today, fraction: decision.fraction, reviews: decision.reviews });
          expect(folded(log)).toEqual(inOrder(states));
        }
      }),
    );
  });

  test("stability is above 0 and difficulty 1 to 10 after any history", () => {
    fc.assert(
      fc.property(logs, (log) => {
        for (const [, state] of folded(log)) {
          expect(state.stability).toBeGreaterThan(0);
          expect(state.difficulty).toBeGreaterThanOrEqual(1);
          expect(state.difficulty).toBeLessThanOrEqual(10);
          expect(state.lapses).toBeLessThanOrEqual(state.reps);
        }
      }),
    );
  });
});

test("the order is by instant, then device, then its count, then id", () => {
  const place = { at: "2026-01-05T12:00:00.000Z", deviceId: "b", deviceSeq: 5, id: "m" };
  const event = anAnswer(place);
  const later = [
    { at: "2026-01-05T12:00:00.001Z", deviceId: "a" },
    { deviceId: "c", deviceSeq: 1 },
    { deviceSeq: 6, id: "a" },
    { id: "n" },
  ];
  for (const change of later) {
    expect(byLogOrder(event, anAnswer({ ...place, ...change })), JSON.stringify(change)).toBeLessThan(0);
    expect(byLogOrder(anAnswer({ ...place, ...change }), event)).toBeGreaterThan(0);
  }
  expect(byLogOrder(event, anAnswer(place))).toBe(0);
});

test("two cards answered at the same instant are both answered", () => {
  const at = "2026-01-05T12:00:00.000Z";
  const [fortin, olsen] = [aCard("f01"), aCard("f03")];
  const log = [aReview(fortin, "good", at, "2026-01-07"), aReview(olsen, "again", at, "2026-01-05")];
  expect(folded(log).map(([name]) => name)).toEqual([cardName(fortin), cardName(olsen)]);
});
