/** The fold of a learner's log: the same for everybody, in whatever order and however often the events came. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shuffled } from "@/lib/base/random.ts";
import type { Rating } from "@/lib/questions/question.ts";
import { cardName } from "@/lib/study/card.ts";
import { decideAnswer } from "@/lib/study/decide.ts";
import type { CardState, StudyEvent } from "@/lib/study/event.ts";
import { applyStanding, byLogOrder, fold, type Logged, learnerDayOf, standingOf } from "@/lib/study/fold.ts";
import { defaultParameters } from "@/lib/study/fsrs.ts";
import { aQuestion } from "@/tests/support/question.ts";
import { aCard, anAnswer, anEvent, aReview, logged } from "@/tests/support/study.ts";

const fortin = aCard("f01");
const olsen = aCard("f03");

function stateOf(log: readonly Logged[], card = fortin): CardState | undefined {
  return fold(log, defaultParameters).get(cardName(card));
}

const first = aReview(fortin, "good", "2026-01-05T12:00:00.000Z", "2026-01-07");
const second = aReview(fortin, "good", "2026-01-07T12:00:00.000Z", "2026-01-18");
const lapse = aReview(fortin, "again", "2026-01-18T12:00:00.000Z", "2026-01-18");

describe("a card's story", () => {
  test("first answer, second answer, lapse", () => {
    expect(stateOf([first])).toMatchObject({
      reps: 1,
      lapses: 0,
      rung: 1,
      rightInRow: 1,
      dueDay: "2026-01-07",
      produced: true,
    });
    expect(stateOf([first, second])).toMatchObject({
      reps: 2,
      lapses: 0,
      rung: 2,
      rightInRow: 2,
      dueDay: "2026-01-18",
    });
    expect(stateOf([first, second, lapse])).toMatchObject({
      reps: 3,
      lapses: 1,
      rung: 1,
      rightInRow: 0,
      lastRating: "again",
    });
  });

  test("a wrong first guess is teaching: no lapse, however often, until it was known", () => {
    const guess = aReview(fortin, "again", "2026-01-05T12:00:00.000Z", "2026-01-05");
    const guessAgain = aReview(fortin, "again", "2026-01-05T12:10:00.000Z", "2026-01-05");
    const learnt = aReview(fortin, "good", "2026-01-05T12:20:00.000Z", "2026-01-06");
    const forgotten = aReview(fortin, "again", "2026-01-06T12:00:00.000Z", "2026-01-06");
    const stillForgotten = aReview(fortin, "again", "2026-01-06T12:10:00.000Z", "2026-01-06");
    expect(stateOf([guess])).toMatchObject({ reps: 1, lapses: 0, rung: 1, stability: 0.212 });
    expect(stateOf([guess, guessAgain, learnt])).toMatchObject({ reps: 3, lapses: 0, rightInRow: 1 });
    expect(stateOf([guess, guessAgain, learnt, forgotten])).toMatchObject({ lapses: 1 });
    expect(stateOf([guess, guessAgain, learnt, forgotten, stillForgotten])).toMatchObject({ lapses: 1, reps: 5 });
  });

  test("a late answer moves the memory and leaves ratings and the due day as they were decided", () => {
    const late = aReview(fortin, "good", "2026-01-06T12:00:00.000Z", "2026-01-12");
    const without = stateOf([first, second])!;
    const withLate = stateOf([first, second, late])!;
    expect(withLate.dueDay).toBe(without.dueDay);
    expect(withLate.reps).toBe(3);
    expect(withLate.stability).not.toBe(without.stability);
  });

  test("days are those fixed when the events arrived, not recomputed", () => {
    const elsewhere: Logged = { ...second, learnerDay: "2026-01-08" };
    expect(stateOf([first, elsewhere])!.lastDay).toBe("2026-01-08");
    expect(stateOf([first, elsewhere])!.stability).toBeGreaterThan(stateOf([first, second])!.stability);
  });

  test("a traveller whose day goes back is on the same day, as far as memory goes", () => {
    const back: Logged = { ...second, learnerDay: "2026-01-04" };
    const sameDay: Logged = { ...second, learnerDay: "2026-01-05" };
    expect(stateOf([first, back])!.stability).toBe(stateOf([first, sameDay])!.stability);
  });
});

describe("undo and override", () => {
  const undo = (target: string, at = "2026-01-19T12:00:00.000Z") => logged(anEvent("undo", { target, at }));

  test("undone, the card is as it was before; undone twice, too", () => {
    expect(stateOf([first, second, undo(second.event.id)])).toEqual(stateOf([first]));
    expect(stateOf([first, second, undo(second.event.id), undo(second.event.id)])).toEqual(stateOf([first]));
    expect(stateOf([first, undo(first.event.id)])).toBeUndefined();
  });

  test("an undo of what is missing, or of an undo, does nothing", () => {
    const undone = undo(second.event.id);
    expect(stateOf([first, second, undo("of nobody")])).toEqual(stateOf([first, second]));
    expect(stateOf([first, second, undone, undo(undone.event.id)])).toEqual(stateOf([first]));
  });

  test("an undo whose clock is before its target's still undoes", () => {
    expect(stateOf([first, second, undo(second.event.id, "2026-01-01T00:00:00.000Z")])).toEqual(stateOf([first]));
  });

  test("“I was right” puts its reviews in the place of the answer's; undone, the answer counts as it did", () => {
    const review = { card: fortin, rating: "good" as const, due: "2026-02-01T04:00:00.000Z", dueDay: "2026-02-01" };
    const override = logged(anEvent("override", { target: lapse.event.id }), [review], 1);
    const log = [first, second, lapse, override];
    expect(stateOf(log)).toMatchObject({ lapses: 0, rightInRow: 3, dueDay: "2026-02-01", lastRating: "good" });
    expect(standingOf(log).at(-1)).toMatchObject({ fraction: 1, event: { id: lapse.event.id } });
    expect(stateOf([...log, undo(override.event.id)])).toEqual(stateOf([first, second, lapse]));
    expect(stateOf([...log, undo(lapse.event.id)])).toEqual(stateOf([first, second]));
    expect(stateOf([first, logged(anEvent("override", { target: "of nobody" }), [review], 1)])).toEqual(
      stateOf([first]),
    );
  });
});

describe("suspend, bury, forget, set due", () => {
  const at = "2026-01-08T12:00:00.000Z";
  test("a suspended card keeps its memory, and answers do not free it", () => {
    const suspended = logged(anEvent("suspend", { card: fortin, suspended: true, at }));
    const free = logged(anEvent("suspend", { card: fortin, suspended: false, at: "2026-01-20T12:00:00.000Z" }));
    expect(stateOf([first, second, suspended])).toEqual({ ...stateOf([first, second])!, suspended: true });
    expect(stateOf([first, second, suspended, lapse])!.suspended).toBe(true);
    expect(stateOf([first, second, suspended, free])!.suspended).toBe(false);
  });

  test("a card may be suspended before it was ever asked; its first answer is still the first", () => {
    const suspended = logged(anEvent("suspend", { card: fortin, suspended: true, at: "2026-01-01T12:00:00.000Z" }));
    const free = logged(anEvent("suspend", { card: fortin, suspended: false, at: "2026-01-02T12:00:00.000Z" }));
    expect(stateOf([suspended])).toMatchObject({ suspended: true, reps: 0, rung: 0, lapses: 0 });
    expect(stateOf([suspended, free, first])).toEqual(stateOf([first]));
    expect(stateOf([free])).toBeUndefined();
  });

  test("a buried card is back the next day", () => {
    const buried = logged(anEvent("bury", { card: fortin, at }));
    expect(stateOf([first, second, buried])!.buriedUntil).toBe("2026-01-09");
  });

  test("a forgotten card is new, and what came before counts no more", () => {
    const forgotten = logged(anEvent("forget", { card: fortin, at }));
    expect(stateOf([first, second, forgotten])).toBeUndefined();
    expect(stateOf([first, second, forgotten, lapse])).toEqual(stateOf([lapse]));
  });

  test("a due day that was set holds until the next answer, and moves no memory", () => {
    const set = logged(anEvent("set_due", { card: fortin, due: "2026-03-01T02:00:00.000Z", at }));
    expect(stateOf([first, second, set])).toEqual({
      ...stateOf([first, second])!,
      due: "2026-03-01T02:00:00.000Z",
      dueDay: "2026-02-28",
    });
    expect(stateOf([first, second, set, lapse])).toEqual(stateOf([first, second, lapse]));
    expect(stateOf([set])).toBeUndefined();
  });
});

/** Logs of up to 40 events on 3 cards by 2 devices, with undoes, overrides and the rest, not in order. */
const logs = fc
  .array(
    fc.record({
      kind: fc.constantFrom<StudyEvent["kind"]>(
        "answer",
        "answer",
        "answer",
        "undo",
        "override",
        "suspend",
        "bury",
        "forget",
        "set_due",
      ),
      card: fc.integer({ min: 1, max: 3 }),
      rating: fc.constantFrom<Rating>("again", "hard", "good", "good", "easy"),
      // Few enough minutes that instants coincide and the rest of the order decides.
      minutes: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 400 * 1440 })),
      device: fc.constantFrom("a", "b"),
      target: fc.integer({ min: 0, max: 45 }),
      flag: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((rows) =>
    rows.map((row, index): Logged => {
      const at = new Date(Date.UTC(2026, 0, 5) + row.minutes * 60_000).toISOString();
      const place = { id: `id-${index}`, deviceId: row.device, deviceSeq: index >> 1, at };
      const card = aCard(`f0${row.card}`);
      const review = { card, rating: row.rating, due: at, dueDay: at.slice(0, 10) };
      const target = `id-${row.target}`;
      switch (row.kind) {
        case "answer":
          return logged(anAnswer(place), [review], row.rating === "again" ? 0 : 1);
        case "override":
          return logged(anEvent("override", { ...place, target }), [{ ...review, rating: "good" }], 1);
        case "undo":
          return logged(anEvent("undo", { ...place, target }));
        case "suspend":
          return logged(anEvent("suspend", { ...place, card, suspended: row.flag }));
        case "set_due":
          return logged(anEvent("set_due", { ...place, card, due: "2027-01-01T12:00:00.000Z" }));
        default:
          return logged(anEvent(row.kind, { ...place, card }));
      }
    }),
  );

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
  const log = [aReview(fortin, "good", at, "2026-01-07"), aReview(olsen, "again", at, "2026-01-05")];
  expect(folded(log).map(([name]) => name)).toEqual([cardName(fortin), cardName(olsen)]);
});
