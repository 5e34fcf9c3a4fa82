/**
 * The statistics of item analysis computed a second time, from their definitions and by other algorithms than ours: sums of whole numbers without rounding, halves of the
 * test in every split, and intervals by search. Beside the published figures of analysis-published.test.ts.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { alphaOf, correlationOf, shareOf, standardErrorOf, sumOf } from "@/lib/classroom/statistics.ts";

/** Answers in quarters, as whole numbers; so many columns, an even number. */
const tables = fc.tuple(fc.integer({ min: 4, max: 25 }), fc.constantFrom(2, 4, 6)).chain(([rows, columns]) => {
  const quarters = fc.integer({ min: 0, max: 4 });
  return fc.array(fc.array(quarters, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
});
const inParts = (table: readonly (readonly number[])[]) => table.map((row) => row.map((each) => each / 4));

/** Sum of squares and of products around the mean, times the count, exact: n Σxy − Σx Σy. */
function comoment(a: readonly number[], b: readonly number[]): bigint {
  const total = (values: readonly number[]) => values.reduce((sum, each) => sum + BigInt(each), 0n);
  const products = a.reduce((sum, each, index) => sum + BigInt(each) * BigInt(b[index]!), 0n);
  return BigInt(a.length) * products - total(a) * total(b);
}

test("a correlation is that of the raw sums in whole numbers (K. Pearson 1896), its interval that of the logarithm (R. A. Fisher 1921)", () => {
  fc.assert(
    fc.property(tables, (table) => {
      const x = table.map((row) => row[0]!);
      const y = table.map((row) => sumOf(row.slice(1)));
      const found = correlationOf(inParts(table).map((row) => [row[0]!, sumOf(row.slice(1))]));
      const [xy, xx, yy] = [comoment(x, y), comoment(x, x), comoment(y, y)];
      if (xx === 0n || yy === 0n) return void expect(found).toBeNull();
      // A share of 10^24ths, taken before anything is rounded.
      const square = Number((xy * xy * 10n ** 24n) / (xx * yy)) / 1e24;
      const value = Math.sign(Number(xy)) * Math.sqrt(square);
      expect(found!.value).toBeCloseTo(value, 9);
      if (square > 0.999) return;
      const z = (r: number) => Math.log((1 + r) / (1 - r)) / 2;
      const reach = 1.959964 / Math.sqrt(table.length - 3);
      expect(z(found!.high) - z(value)).toBeCloseTo(reach, 5);
      expect(z(value) - z(found!.low)).toBeCloseTo(reach, 5);
    }),
  );
});

/** Every way of parting so many columns into two halves, each once: the first column is always in the first half. */
function halvesOf(columns: number): number[][] {
  const choose = (from: number, count: number): number[][] =>
    count === 0
      ? [[]]
      : Array.from({ length: columns - from }, (_, step) => from + step).flatMap((first) =>
          choose(first + 1, count - 1).map((rest) => [first, ...rest]),
        );
  return choose(1, columns / 2 - 1).map((rest) => [0, ...rest]);
}

test("alpha is the mean of the halves' reliabilities over every split of the test (L. J. Cronbach 1951, from J. C. Flanagan 1937 and P. J. Rulon 1939), and the standard error what halves differ by", () => {
  fc.assert(
    fc.property(tables, (table) => {
      const totals = table.map(sumOf);
      const ofTotals = Number(comoment(totals, totals));
      const alpha = alphaOf(inParts(table));
      if (ofTotals === 0) return void expect(alpha).toBeNull();
      const differences = halvesOf(table[0]!.length).map((half) => {
        const apart = table.map((row) => sumOf(row.map((each, column) => (half.includes(column) ? each : -each))));
        return Number(comoment(apart, apart));
      });
      // Rulon: what two halves differ by is error; the rest of the variance is not.
      const error = sumOf(differences) / differences.length;
      expect(alpha).toBeCloseTo(1 - error / ofTotals, 9);
      if (alpha! < 0) return;
      const count = table.length;
      const inPoints = Math.sqrt(error / (count * (count - 1))) / 4;
      expect(
        standardErrorOf(
          totals.map((each) => each / 4),
          alpha!,
        ),
      ).toBeCloseTo(inPoints, 9);
    }),
  );
});

test("of answers right or wrong alpha is KR-20 by the shares right and wrong (G. F. Kuder and M. W. Richardson 1937, formula 20)", () => {
  fc.assert(
    fc.property(tables, (quarters) => {
      const table = quarters.map((row) => row.map((each) => (each > 2 ? 1 : 0)));
      const [rows, columns] = [table.length, table[0]!.length];
      const totals = table.map(sumOf);
      const spread = Number(comoment(totals, totals)) / rows ** 2;
      const alpha = alphaOf(table);
      if (spread === 0) return void expect(alpha).toBeNull();
      const rights = Array.from({ length: columns }, (_, column) => sumOf(table.map((row) => row[column]!)) / rows);
      const kr20 = (columns / (columns - 1)) * (1 - sumOf(rights.map((p) => p * (1 - p))) / spread);
      expect(alpha).toBeCloseTo(kr20, 9);
    }),
  );
});

test("the ends of a share's interval are the shares of which it lies just 1.96 standard deviations off (E. B. Wilson 1927), found by halving", () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 600 })
        .chain((count) => fc.tuple(fc.integer({ min: 0, max: count }), fc.constant(count))),
      ([right, count]) => {
        const seen = right / count;
        const isFar = (p: number) => Math.abs(seen - p) > 1.959963984540054 * Math.sqrt((p * (1 - p)) / count);
        /** Between one share that is far from what was seen and one that is not. */
        const edge = (far: number, near: number) => {
          for (let step = 0; step < 60; step++) {
            const middle = (far + near) / 2;
            if (isFar(middle)) far = middle;
            else near = middle;
          }
          return near;
        };
        const { low, high } = shareOf(right, count)!;
        expect(low).toBeCloseTo(right === 0 ? 0 : edge(0, seen), 9);
        expect(high).toBeCloseTo(right === count ? 1 : edge(1, seen), 9);
      },
    ),
  );
});
