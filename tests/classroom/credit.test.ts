/** What is credited once keys are corrected: laws that hold for any attempt and any corrections. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Correcting } from "@/lib/classroom/correction.ts";
import { creditOf, type Place } from "@/lib/classroom/credit.ts";
import { pointsOf, totalOf } from "@/lib/classroom/score.ts";

const fraction = fc.constantFrom(0, 0.25, 1 / 3, 0.5, 1);
const by = fc.constantFrom<Correcting>("pack", "key", "accept", "everybody", "dropped", "as-asked");
const place = fc.record({
  pointsMax: fc.constantFrom(0.5, 1, 2, 3),
  fraction,
  hand: fc.option(fc.constantFrom(0, 0.25, 0.5), { nil: null, freq: 4 }),
});
/** Attempts, and corrections of their places in some order. */
const attempt = fc.array(place, { minLength: 1, maxLength: 5 }).chain((places) =>
  fc.record({
    places: fc.constant(places),
    steps: fc.array(fc.record({ at: fc.nat({ max: places.length - 1 }), by, fraction, lowers: fc.boolean() }), {
      maxLength: 6,
    }),
  }),
);

type Steps = readonly {
  readonly at: number;
  readonly by: Correcting;
  readonly fraction: number;
  readonly lowers: boolean;
}[];

/** "As asked" is marked as it was asked. */
const corrected = (places: readonly Omit<Place, "corrections">[], steps: Steps): Place[] =>
  places.map((one, index) => ({
    ...one,
    corrections: steps.flatMap(({ at, ...step }, number) =>
      at === index
        ? [{ ...step, number: number + 1, fraction: step.by === "as-asked" ? one.fraction : step.fraction }]
        : [],
    ),
  }));

test("without corrections every place earns its fraction, or what was given by hand", () => {
  fc.assert(
    fc.property(attempt, ({ places }) => {
      expect(creditOf(corrected(places, []))).toEqual(
        places.map(({ hand, fraction, pointsMax }) => hand ?? pointsOf(fraction, pointsMax)),
      );
    }),
  );
});

test("a correction that may not lower marks lowers no place of any attempt", () => {
  fc.assert(
    fc.property(attempt, ({ places, steps }) => {
      const kept = steps.map((step) => ({ ...step, lowers: false }));
      for (let made = 1; made <= kept.length; made++) {
        const [before, after] = [made - 1, made].map((count) => creditOf(corrected(places, kept.slice(0, count))));
        for (const [index, points] of after!.entries()) expect(points).toBeGreaterThanOrEqual(before![index]!);
      }
    }),
  );
});

test("twice is once: the same correction again changes nothing", () => {
  fc.assert(
    fc.property(attempt, ({ places, steps }) => {
      const last = steps.at(-1);
      const again = last ? [...steps, last] : steps;
      expect(creditOf(corrected(places, again))).toEqual(creditOf(corrected(places, steps)));
    }),
  );
});

test("nothing earns more than it is worth, a mark by hand stays, and a lowering correction touches its own question only", () => {
  fc.assert(
    fc.property(attempt, ({ places, steps }) => {
      const points = creditOf(corrected(places, steps));
      for (const [index, { pointsMax, hand }] of places.entries()) {
        expect(points[index]).toBeLessThanOrEqual(pointsMax);
        if (hand !== null) expect(points[index]).toBe(hand);
      }
      const last = steps.at(-1);
      if (!last) return;
      const before = creditOf(corrected(places, steps.slice(0, -1)));
      for (const [index, each] of points.entries())
        if (index !== last.at) expect(each).toBeGreaterThanOrEqual(before[index]!);
    }),
  );
});

test("who had all right keeps all points when questions are dropped, and who had none gains none", () => {
  const places = [1, 2, 3].map((pointsMax) => ({ pointsMax, hand: null }));
  const drop = [0, 1].map((at) => ({ at, by: "dropped" as const, fraction: 0, lowers: true }));
  const all = creditOf(
    corrected(
      places.map((each) => ({ ...each, fraction: 1 })),
      drop,
    ),
  );
  expect(totalOf(all)).toBe(6);
  const none = creditOf(
    corrected(
      places.map((each) => ({ ...each, fraction: 0 })),
      drop,
    ),
  );
  expect(totalOf(none)).toBe(0);
  // 3 of 6 by the two last; the first was right and is dropped: 3 of 5, so 0.6 of its one point.
  const some = creditOf(
    corrected(
      places.map((each, index) => ({ ...each, fraction: index === 1 ? 0 : 1 })),
      drop.slice(0, 1),
    ),
  );
  expect(some).toEqual([0.6, 0, 3]);
});
