/** What one answer is worth to memory: ratings, rungs, caps, and when the card comes back. question-engine 6.2, 6.3; decisions 16, 17. */
import { describe, expect, test } from "vitest";
import type { Question, Rating, Response } from "@/lib/questions/question.ts";
import { cardName } from "@/lib/study/card.ts";
import { type Decision, decideAnswer } from "@/lib/study/decide.ts";
import type { CardState, Rung } from "@/lib/study/event.ts";
import { learnerDayOf } from "@/lib/study/fold.ts";
import { defaultParameters } from "@/lib/study/fsrs.ts";
import { rungAfter } from "@/lib/study/ladder.ts";
import { anOption, anOrder, aQuestion } from "@/tests/support/question.ts";
import { type Answer, aCard, aContext, anAnswer, aState } from "@/tests/support/study.ts";

const typed = aQuestion();
const choice = aQuestion({ kind: "choice", options: [anOption("e:fortin", true), anOption("e:olsen", false)] });
const flashcard = aQuestion({ kind: "flashcard" });
const right: Response = { kind: "typed", text: "Fortin" };
const chosen: Response = { kind: "choice", value: "e:fortin" };

type Said = { states?: readonly CardState[]; medianMs?: Record<string, number>; caps?: boolean; overridden?: boolean };

function decide(question: Question, answer: Answer, said: Said = {}): Decision {
  const states = new Map((said.states ?? []).map((state) => [cardName(state.card), state]));
  return decideAnswer(answer, question, states, {
    parameters: { ...defaultParameters, caps: said.caps ?? true },
    medianMs: said.medianMs ?? {},
    learnerDay: learnerDayOf(answer),
    overridden: said.overridden ?? false,
  });
}

describe("from an answer to a rating", () => {
  const known = (rung: Rung) => [aState(aCard("f01"), { rung })];
  const medians = { typed: 4000, choice: 4000 };
  test.each<[string, Rating, Question, Partial<Answer>, Said]>([
    ["right", "good", typed, { response: right }, {}],
    ["right with a slip of spelling", "good", typed, { response: { kind: "typed", text: "Fortine" } }, {}],
    ["wrong", "again", typed, { response: { kind: "typed", text: "Nobody" } }, {}],
    ["I don't know", "again", typed, { response: { kind: "dont-know" } }, {}],
    [
      "an unreadable second try",
      "again",
      typed,
      { response: { kind: "typed", text: "?" }, context: aContext({ helped: true }) },
      {},
    ],
    ["right after help", "hard", typed, { response: right, context: aContext({ helped: true }) }, {}],
    ["right, slower than 2.5 medians", "hard", typed, { response: right, tookMs: 10_001 }, { medianMs: medians }],
    ["right, as slow as 2.5 medians", "good", typed, { response: right, tookMs: 10_000 }, { medianMs: medians }],
    ["right, after a cup of tea", "good", typed, { response: right, tookMs: 60_001 }, { medianMs: medians }],
    [
      "right and slow, no median of this kind yet",
      "good",
      typed,
      { response: right, tookMs: 30_000 },
      { medianMs: { choice: 4000 } },
    ],
    [
      "too easy at rung 3",
      "easy",
      typed,
      { response: right, context: aContext({ tooEasy: true }) },
      { states: known(3) },
    ],
    [
      "too easy at rung 2",
      "good",
      typed,
      { response: right, context: aContext({ tooEasy: true }) },
      { states: known(2) },
    ],
    [
      "too easy, but helped",
      "hard",
      typed,
      { response: right, context: aContext({ tooEasy: true, helped: true }) },
      { states: known(4) },
    ],
    [
      "a choice is never easy",
      "good",
      choice,
      { response: chosen, context: aContext({ tooEasy: true }) },
      { states: known(4) },
    ],
    ["a flashcard rates itself", "hard", flashcard, { response: { kind: "flashcard", rating: "hard" } }, {}],
    [
      "a flashcard rates itself",
      "easy",
      flashcard,
      { response: { kind: "flashcard", rating: "easy" }, tookMs: 50_000 },
      { medianMs: { flashcard: 1000 } },
    ],
    [
      "wrong, but “I was right”",
      "good",
      typed,
      { response: { kind: "typed", text: "Forten-Dany" } },
      { overridden: true },
    ],
    [
      "a flashcard, but “I was right”",
      "good",
      flashcard,
      { response: { kind: "flashcard", rating: "again" } },
      { overridden: true },
    ],
  ])("%s: %s", (_, rating, question, answer, said) => {
    const { reviews } = decide(question, anAnswer(answer), said);
    expect(reviews.map((review) => review.rating)).toEqual([rating]);
  });

  test("partial credit is not recall: a date said too coarsely is asked again soon, and keeps its fraction", () => {
    const date = aQuestion({ kind: "date", key: ["d:2024-05-24"] });
    const { fraction, reviews } = decide(date, anAnswer({ response: { kind: "date", text: "May 2024" } }));
    expect(fraction).toBeCloseTo(2 / 3);
    expect(reviews[0]!.rating).toBe("again");
  });
});

describe("a composite", () => {
  const order = anOrder(4);
  const part = (item: number, said: Partial<CardState> = {}) => aState(aCard(`o${item}`, "from"), said);
  const put = (...items: number[]) =>
    anAnswer({ response: { kind: "order", values: items.map((item) => `e:${item}`) } });
  const due = { dueDay: "2026-01-05" };
  const later = { dueDay: "2026-02-05" };

  test("all right: Good for the parts that were due, nothing for the others", () => {
    const { reviews, fraction } = decide(order, put(1, 2, 3, 4), {
      states: [part(1, due), part(2, later), part(3, later)],
    });
    expect(fraction).toBe(1);
    expect(reviews).toMatchObject([{ card: { fact: "o1", direction: "from" }, rating: "good" }]);
  });

  test("a part wrong: Again for that part's fact only", () => {
    const { reviews } = decide(order, put(4, 1, 2, 3), { states: [1, 2, 3, 4].map((item) => part(item, due)) });
    expect(reviews).toMatchObject([{ card: { fact: "o4" }, rating: "again" }]);
  });

  test("in a quiz its parts become cards: right, and they come back in days; wrong, and that one comes back at once", () => {
    const inQuiz = (...items: number[]) => ({ ...put(...items), context: aContext({ mode: "quiz" }) });
    expect(
      decide(order, inQuiz(1, 2, 3, 4)).reviews.map(({ card, rating, dueDay }) => [card.fact, rating, dueDay]),
    ).toEqual([1, 2, 3, 4].map((item) => [`o${item}`, "good", "2026-01-07"]));
    expect(decide(order, inQuiz(4, 1, 2, 3)).reviews).toMatchObject([{ card: { fact: "o4" }, rating: "again" }]);
    const states = [part(1, due), part(2, later)];
    const known = decide(order, inQuiz(1, 2, 3, 4), { states }).reviews;
    expect(
      known.map(({ card }) => card.fact),
      "what was known and is not due is left alone",
    ).toEqual(["o1", "o3", "o4"]);
    const unknown = { ...anAnswer({ response: { kind: "dont-know" } }), context: aContext({ mode: "quiz" }) };
    expect(decide(order, unknown).reviews).toEqual([]);
  });

  test("in study never introduces a card, and not knowing the order says nothing of its facts", () => {
    expect(decide(order, put(4, 1, 2, 3)).reviews).toEqual([]);
    const states = [1, 2, 3, 4].map((item) => part(item, due));
    expect(decide(order, anAnswer({ response: { kind: "dont-know" } }), { states }).reviews).toEqual([]);
  });
});

describe("when it comes back", () => {
  test("a right first answer: at the start of the learner's day two days on", () => {
    const answer = anAnswer({ response: right, at: "2026-03-27T23:30:00.000Z", zone: "Europe/Berlin" });
    // In Berlin it is half past midnight, still the 27th; the clocks go forward on the 29th.
    expect(decide(typed, answer).reviews).toMatchObject([{ dueDay: "2026-03-29", due: "2026-03-29T02:00:00.000Z" }]);
  });

  test("a lapse: in ten minutes, on the same day", () => {
    const answer = anAnswer({ response: { kind: "dont-know" }, at: "2026-01-05T12:00:00.000Z" });
    expect(decide(typed, answer).reviews).toMatchObject([{ dueDay: "2026-01-05", due: "2026-01-05T12:10:00.000Z" }]);
  });

  test("a lapse at five to four belongs to the day that begins before it comes back", () => {
    const answer = anAnswer({ response: { kind: "dont-know" }, at: "2026-01-05T03:55:00.000Z" });
    expect(decide(typed, answer).reviews).toMatchObject([{ dueDay: "2026-01-05", due: "2026-01-05T04:05:00.000Z" }]);
  });

  test("the same day again: the short-term formula moves the memory, and the card is back tomorrow or later", () => {
    const before = decide(typed, anAnswer({ response: { kind: "dont-know" } })).states;
    const { states } = decide(typed, anAnswer({ response: right, at: "2026-01-05T12:10:00.000Z" }), { states: before });
    expect(before[0]!.stability).toBe(0.212);
    expect(states[0]!.stability).toBeGreaterThan(0.212);
    expect(states[0]!.stability).toBeLessThan(0.5);
    expect(states[0]).toMatchObject({ dueDay: "2026-01-06", rightInRow: 1, lapses: 0 });
  });
});

describe("caps shorten the interval, never the stability", () => {
  const easy = anAnswer({ response: { kind: "flashcard", rating: "easy" } });

  test("until two right answers, at most 3 days", () => {
    const capped = decide(flashcard, easy).states[0]!;
    const free = decide(flashcard, easy, { caps: false }).states[0]!;
    expect(capped).toMatchObject({ dueDay: "2026-01-08", cap: "until-two-right" });
    expect(free).toMatchObject({ dueDay: "2026-01-13", cap: null });
    expect(capped.stability).toBe(free.stability);
  });

  const strong = aState(aCard("f01"), { stability: 55, rung: 3, rightInRow: 5, reps: 6, lastDay: "2025-11-11" });

  test("until something was produced, at most 60 days", () => {
    const recognised = decide(choice, anAnswer({ response: chosen }), { states: [strong] }).states[0]!;
    const produced = decide(typed, anAnswer({ response: right }), { states: [strong] }).states[0]!;
    expect(recognised).toMatchObject({ dueDay: "2026-03-06", cap: "until-produced", produced: false });
    expect(produced).toMatchObject({ cap: null, produced: true });
    expect(produced.dueDay > "2026-03-06").toBe(true);
    expect(recognised.stability).toBe(produced.stability);
  });

  test("what was produced once stays so; a wrong answer produces nothing", () => {
    const wrong = decide(typed, anAnswer({ response: { kind: "typed", text: "Nobody" } }), { states: [strong] })
      .states[0]!;
    expect(wrong).toMatchObject({ produced: false, cap: null });
    const once = { ...strong, produced: true };
    expect(decide(choice, anAnswer({ response: chosen }), { states: [once] }).states[0]!.cap).toBe(null);
  });
});

describe("the ladder", () => {
  test.each<[string, { rung: Rung; lastRating: Rating } | null, Rating, number, Rung]>([
    ["the first answer, right", null, "good", 2.3, 1],
    ["the first answer, easy", null, "easy", 8.3, 1],
    ["the first answer, wrong", null, "again", 0.2, 1],
    ["suspended before it was asked", { rung: 0, lastRating: "again" }, "good", 2.3, 1],
    ["below the line", { rung: 1, lastRating: "good" }, "good", 3.9, 1],
    ["on the line", { rung: 1, lastRating: "good" }, "good", 4, 2],
    ["far beyond it: one rung at a time", { rung: 1, lastRating: "good" }, "easy", 200, 2],
    ["hard is a pass", { rung: 2, lastRating: "good" }, "hard", 21, 3],
    ["right after a lapse", { rung: 2, lastRating: "again" }, "good", 30, 3],
    ["to the top", { rung: 3, lastRating: "good" }, "good", 90, 4],
    ["at the top", { rung: 4, lastRating: "good" }, "good", 900, 4],
    ["a lapse", { rung: 4, lastRating: "good" }, "again", 12, 3],
    ["two lapses running", { rung: 3, lastRating: "again" }, "again", 5, 1],
    ["a lapse on the first rung", { rung: 1, lastRating: "good" }, "again", 1, 1],
  ])("%s", (_, before, rating, stability, rung) => {
    expect(rungAfter(before, rating, stability)).toBe(rung);
  });
});
