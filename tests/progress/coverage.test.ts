/** What counts as known, fading and never asked. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coverageOf, recallOf } from "@/lib/progress/coverage.ts";
import { cardName } from "@/lib/study/card.ts";
import { addDays } from "@/lib/study/day.ts";
import { decideAnswer } from "@/lib/study/decide.ts";
import type { CardState } from "@/lib/study/event.ts";
import { defaultParameters } from "@/lib/study/fsrs.ts";
import { aQuestion } from "@/tests/support/question.ts";
import { anAnswer, aState } from "@/tests/support/study.ts";

const f1 = { fact: "f1", direction: "subject" } as const;
const standing = (states: readonly CardState[], today = "2026-01-05") =>
  coverageOf(["f1"], states, today, defaultParameters).facts[0]!.standing;

describe("a fact", () => {
  test("never asked is in pencil, and so is one that was only put away", () => {
    expect(standing([])).toBe("never");
    expect(standing([aState(f1, { reps: 0, rung: 0, suspended: true })])).toBe("never");
  });

  test("is known until its card is due, and fades after", () => {
    const state = aState(f1, { stability: 4, lastDay: "2026-01-01", dueDay: "2026-01-05" });
    expect(standing([state], "2026-01-01")).toBe("known");
    expect(standing([state], "2026-01-05")).toBe("known");
    expect(standing([state], "2026-01-09")).toBe("fading");
  });

  test("that was just missed is fading, though the model is certain within the day", () => {
    const missed = aState(f1, { lastRating: "again", lastDay: "2026-01-05", dueDay: "2026-01-05" });
    expect(standing([missed])).toBe("fading");
    expect(recallOf(missed, "2026-01-05", defaultParameters)).toBe(0);
  });

  test("is no better known than its weakest direction", () => {
    const strong = aState(f1, { stability: 400 });
    const weak = aState({ fact: "f1", direction: "object" }, { stability: 0.5 });
    expect(standing([strong, weak])).toBe("fading");
    expect(standing([weak, strong])).toBe("fading");
    expect(standing([strong])).toBe("known");
  });

  test("keeps its ink while it is suspended", () => {
    expect(standing([aState(f1, { stability: 400, suspended: true })])).toBe("known");
  });
});

test("known, fading and never asked add up to the facts of the scope, and cards of others do not count", () => {
  const states = [
    aState(f1, { stability: 400 }),
    aState({ fact: "f2", direction: "to" }, { stability: 0.1 }),
    aState({ fact: "elsewhere", direction: "to" }),
  ];
  expect(coverageOf(["f1", "f2", "f3"], states, "2026-01-05", defaultParameters)).toMatchObject({
    known: 1,
    fading: 1,
    never: 1,
    facts: [{ fact: "f1" }, { fact: "f2" }, { fact: "f3", recall: null }],
  });
});

test("nothing that was right fades before the day it is due, whatever the history", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 12 }), (waits) => {
      let states: ReadonlyMap<string, CardState> = new Map();
      let day = "2026-01-05";
      for (const wait of waits) {
        day = addDays(day, wait);
        const answer = anAnswer({ at: `${day}T12:00:00.000Z` });
        const deciding = { parameters: defaultParameters, medianMs: {}, learnerDay: day, overridden: false };
        const [state] = decideAnswer(answer, aQuestion(), states, deciding).states;
        states = new Map([[cardName(state!.card), state!]]);
        const eve = addDays(state!.dueDay, -1);
        expect(coverageOf(["f01"], [state!], eve, defaultParameters).known, `${state!.stability}`).toBe(1);
      }
    }),
    { numRuns: 500 },
  );
});
