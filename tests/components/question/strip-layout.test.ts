import fc from "fast-check";
import { expect, test } from "vitest";
import { packed, placeLabel, placeOf, scaleOf, ticksOf, widthOf } from "@/components/question/strip-layout.ts";
import { dayNumber } from "@/lib/base/day.ts";

const days = fc.array(fc.integer({ min: -200_000, max: 40_000 }), { minLength: 1, maxLength: 8 });

test("every day of a strip lies within the picture, with air on both sides", () => {
  fc.assert(
    fc.property(days, (all) => {
      const scale = scaleOf(all);
      for (const day of all) {
        expect(placeOf(day, scale)).toBeGreaterThan(5);
        expect(placeOf(day, scale)).toBeLessThan(95);
      }
    }),
  );
});

test("an earlier day never stands after a later one", () => {
  fc.assert(
    fc.property(days, (all) => {
      const scale = scaleOf(all);
      const places = all.toSorted((a, b) => a - b).map((day) => placeOf(day, scale));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }),
  );
});

test("there are a few marks on the axis, in order, and their words do not touch on a phone", () => {
  fc.assert(
    fc.property(days, (all) => {
      const ticks = ticksOf(scaleOf(all), 5);
      expect(ticks.length).toBeLessThanOrEqual(5);
      for (const [index, tick] of ticks.entries()) {
        const half = widthOf(tick.month === null ? "2021" : "Sept 2021", 300) / 2 - 2;
        expect(tick.at).toBeGreaterThan(half - 6);
        if (index > 0) expect(tick.at).toBeGreaterThan(ticks[index - 1]!.at);
      }
    }),
  );
});

test("months are named on a short strip, years on a long one", () => {
  const short = ticksOf(scaleOf([dayNumber(2021, 5, 6), dayNumber(2022, 5, 10)]), 5);
  expect(short.map((tick) => [tick.year, tick.month])).toContainEqual([2022, 1]);
  const long = ticksOf(scaleOf([dayNumber(2004, 1, 1), dayNumber(2024, 5, 27)]), 5);
  expect(long.every((tick) => tick.month === null)).toBe(true);
});

test.each([
  ["after the bar where there is room", "Per Olsen", { from: 10, to: 30 }, "after"],
  ["before it at the end of the strip", "Per Olsen", { from: 70, to: 95 }, "before"],
  ["above a bar that takes the width", "Per Olsen", { from: 10, to: 90 }, "above"],
  ["above when the name is longer than the picture", "x".repeat(80), { from: 40, to: 60 }, "above"],
] as const)("a label stands %s", (_where, label, bar, side) => {
  expect(placeLabel(label, bar).side).toBe(side);
});

test("a label never leaves the picture, unless it is longer than the picture", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 38 }),
      fc.float({ min: 0, max: 100, noNaN: true }),
      fc.float({ min: 0, max: 100, noNaN: true }),
      (length, a, b) => {
        const label = "x".repeat(length);
        const bar = { from: Math.min(a, b), to: Math.max(a, b) };
        const { at, ends } = placeLabel(label, bar);
        const width = widthOf(label, 300);
        const [from, to] = ends ? [at - width, at] : [at, at + width];
        expect(from).toBeGreaterThanOrEqual(-0.01);
        expect(to).toBeLessThanOrEqual(100.01);
      },
    ),
  );
});

test("numbered bars share lanes without touching one another or a number; none is lost", () => {
  const bar = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })).map(([a, b]) => {
    const ends = { from: Math.min(a, b), to: Math.max(a, b) };
    return { ...ends, label: placeLabel("1", ends), name: "1" };
  });
  fc.assert(
    fc.property(fc.array(bar, { maxLength: 8 }), (bars) => {
      const lanes = packed(bars);
      expect(lanes.flat().toSorted((a, b) => bars.indexOf(a) - bars.indexOf(b))).toEqual(bars);
      for (const lane of lanes)
        for (const [index, one] of lane.entries())
          for (const other of lane.slice(index + 1)) {
            const [first, second] = one.from <= other.from ? [one, other] : [other, one];
            const room = (first.label.side === "after" ? 6 : 0) + (second.label.side === "before" ? 6 : 0);
            expect(second.from - first.to).toBeGreaterThanOrEqual(room);
          }
    }),
  );
});

test("what follows one another closely takes two lanes, what is far apart one", () => {
  const bars = (ends: readonly (readonly [number, number])[]) =>
    ends.map(([from, to]) => ({ from, to, name: "1", label: placeLabel("1", { from, to }) }));
  expect(
    packed(
      bars([
        [10, 10],
        [40, 40],
        [70, 70],
      ]),
    ),
  ).toHaveLength(1);
  expect(
    packed(
      bars([
        [10, 30],
        [30, 50],
        [50, 70],
        [70, 90],
      ]),
    ),
  ).toHaveLength(2);
});
