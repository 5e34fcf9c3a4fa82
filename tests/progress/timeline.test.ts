import fc from "fast-check";
import { expect, test } from "vitest";
import { dayNumber } from "@/lib/base/day.ts";
import { piecesOf, type TimelineRow } from "@/lib/progress/timeline.ts";

const row = (from: number, to: number): TimelineRow => ({
  fact: `${from}`,
  label: "A fact",
  when: "then",
  from,
  to,
  point: from === to,
  open: false,
});

const rows = fc.array(
  fc
    .tuple(fc.integer({ min: -300_000, max: 30_000 }), fc.integer({ min: 0, max: 20_000 }))
    .map(([from, length]) => row(from, from + length)),
  { minLength: 1, maxLength: 30 },
);

test("time runs forwards and within the picture, whatever is left out", () => {
  fc.assert(
    fc.property(rows, (all) => {
      const { place } = piecesOf(all);
      const days = all.flatMap(({ from, to }) => [from, to]).sort((a, b) => a - b);
      const places = days.map(place);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places[0]).toBeGreaterThanOrEqual(0);
      expect(places.at(-1)).toBeLessThanOrEqual(100);
    }),
  );
});

test("names of years keep their distance", () => {
  fc.assert(
    fc.property(rows, (all) => {
      const { ticks } = piecesOf(all);
      for (const [index, tick] of ticks.entries())
        if (index > 0) expect(tick.at - ticks[index - 1]!.at).toBeGreaterThanOrEqual(8.5);
    }),
  );
});

test("a long empty stretch is shortened and marked, an even history is not", () => {
  const year = (number: number) => dayNumber(number, 1, 1);
  const gap = piecesOf([row(year(1900), year(1901)), row(year(2000), year(2001)), row(year(2001), year(2003))]);
  expect(gap.breaks).toHaveLength(1);
  expect(gap.ticks.map((tick) => tick.year)).not.toContain(1950);
  expect(gap.place(year(2000)) - gap.place(year(1901))).toBeLessThan(75);
  const even = piecesOf(Array.from({ length: 20 }, (_, index) => row(year(2000 + index), year(2001 + index))));
  expect(even.breaks).toEqual([]);
});
