/** What comes due on each day, and how long it takes. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forecastOf, minutesFor } from "@/lib/progress/forecast.ts";
import { addDays } from "@/lib/study/day.ts";
import type { CardState } from "@/lib/study/event.ts";
import { aState } from "@/tests/support/study.ts";

const today = "2026-01-05";
const due = (dueDay: string, said: Partial<CardState> = {}) =>
  aState({ fact: "f1", direction: "subject" }, { dueDay, ...said });

describe("the forecast", () => {
  test("counts each card once, on its day, and the backlog today", () => {
    const states = [
      due("2025-12-01"),
      due("2026-01-04"),
      due("2026-01-05"),
      due("2026-01-07"),
      due("2026-01-07"),
      due("2026-03-01"),
    ];
    const { days, backlog } = forecastOf(states, today, 30, {});
    expect(days).toHaveLength(30);
    expect(days[0]).toMatchObject({ day: today, due: 3 });
    expect(days[2]).toMatchObject({ day: "2026-01-07", due: 2 });
    expect(days.at(-1)!.day).toBe("2026-02-03");
    expect(days.reduce((sum, day) => sum + day.due, 0)).toBe(5);
    expect(backlog).toBe(2);
  });

  test("leaves out suspended and new cards; a buried card comes when its bury ends", () => {
    const states = [
      due("2026-01-05", { suspended: true }),
      due("2026-01-05", { reps: 0, rung: 0 }),
      due("2026-01-02", { buriedUntil: "2026-01-06" }),
      due("2026-01-05", { buriedUntil: "2026-01-05" }),
    ];
    const { days, backlog } = forecastOf(states, today, 3, {});
    expect(days.map((day) => day.due)).toEqual([1, 1, 0]);
    expect(backlog).toBe(0);
  });

  test("loses and invents no card", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100, max: 29 })), (offsets) => {
        const { days, backlog } = forecastOf(
          offsets.map((offset) => due(addDays(today, offset))),
          today,
          30,
          {},
        );
        expect(days.reduce((sum, day) => sum + day.due, 0)).toBe(offsets.length);
        expect(backlog).toBe(offsets.filter((offset) => offset < 0).length);
      }),
    );
  });
});

describe("minutes", () => {
  test("are none for nothing, and at least one for anything", () => {
    expect(minutesFor([], {})).toBe(0);
    expect(minutesFor([due(today)], {})).toBe(1);
  });

  test("go by the learner's own medians for what the rung asks, where they exist", () => {
    const sixty = Array.from({ length: 60 }, () => due(today, { rung: 3 }));
    expect(minutesFor(sixty, {})).toBe(16);
    expect(minutesFor(sixty, { typed: 26_000 })).toBe(30);
    expect(minutesFor(sixty, { choice: 26_000 })).toBe(16);
    expect(
      minutesFor(
        sixty.map((state) => ({ ...state, rung: 1 })),
        { choice: 6_000 },
      ),
    ).toBe(10);
  });
});
