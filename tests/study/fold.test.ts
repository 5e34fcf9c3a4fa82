/** The fold of a learner's log, told in stories: answers, what is taken back, what is put away. */
import { describe, expect, test } from "vitest";
import { cardName } from "@/lib/study/card.ts";
import type { CardState } from "@/lib/study/event.ts";
import { fold, type Logged, standingOf } from "@/lib/study/fold.ts";
import { defaultParameters } from "@/lib/study/fsrs.ts";
import { aCard, anEvent, aReview, logged } from "@/tests/support/study.ts";

const fortin = aCard("f01");

function stateOf(log: readonly Logged[]): CardState | undefined {
  return fold(log, defaultParameters).get(cardName(fortin));
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
