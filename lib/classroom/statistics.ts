/** The few statistics that results need. Nothing is rounded; what cannot be said is null. */

/** An estimate with the interval that holds the true value in 95 of 100 classes like this one. */
export type Estimate = { readonly value: number; readonly low: number; readonly high: number };

/** Of a normal distribution 95 % lie within so many standard deviations of the mean. */
const z95 = 1.959963984540054;

export const sumOf = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);

/** Arithmetic mean; null of nothing. */
export function mean(values: readonly number[]): number | null {
  return values.length > 0 ? sumOf(values) / values.length : null;
}

/** The middle value, of an even number the mean of the two in the middle; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return mean(sorted.slice(sorted.length % 2 ? middle : middle - 1, middle + 1));
}

/** Variance of a sample (divided by n - 1); null of fewer than two. */
export function variance(values: readonly number[]): number | null {
  const m = mean(values);
  return m === null || values.length < 2 ? null : sumOf(values.map((each) => (each - m) ** 2)) / (values.length - 1);
}

/**
 * Share of `count` answers that are right, `right` being the sum of their fractions; null without answers. The interval is Wilson's score interval
 * (E. B. Wilson 1927; R. G. Newcombe 1998, method 3); with parts of answers right it is too wide rather than too narrow, as these vary less than 0 and 1 do.
 */
export function shareOf(right: number, count: number): Estimate | null {
  if (count <= 0) return null;
  const value = right / count;
  const z2 = z95 ** 2;
  const middle = right + z2 / 2;
  const half = z95 * Math.sqrt(Math.max(0, right * (1 - value)) + z2 / 4);
  const inside = (each: number) => Math.min(1, Math.max(0, each));
  // Both ends are divided by the same sum, and hold the share itself whatever the last binary digit does.
  const low = Math.min(value, inside((middle - half) / (count + z2)));
  const high = Math.max(value, inside((middle + half) / (count + z2)));
  return { value, low, high };
}

/** Pearson's correlation, -1..1, with the interval of Fisher's z; null of fewer than four pairs, or where either side does not vary. */
export function correlationOf(pairs: readonly (readonly [number, number])[]): Estimate | null {
  if (pairs.length < 4) return null;
  const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
  const [meanA, meanB] = [sumOf(a) / a.length, sumOf(b) / b.length];
  const [varianceA, varianceB] = [sumOf(a.map((x) => (x - meanA) ** 2)), sumOf(b.map((y) => (y - meanB) ** 2))];
  if (varianceA < dust || varianceB < dust) return null;
  const covariance = sumOf(pairs.map(([x, y]) => (x - meanA) * (y - meanB)));
  const value = Math.min(1, Math.max(-1, covariance / Math.sqrt(varianceA * varianceB)));
  const reach = z95 / Math.sqrt(pairs.length - 3);
  const z = Math.atanh(value);
  return { value, low: Math.tanh(z - reach), high: Math.tanh(z + reach) };
}

/**
 * Cronbach's alpha of a table with a row for each student and a column for each question (L. J. Cronbach 1951); where all are right or wrong it is KR-20
 * (Kuder and Richardson 1937). At most 1, below 0 where questions work against each other; null of fewer than two rows or columns, or where all totals are alike.
 */
export function alphaOf(rows: readonly (readonly number[])[]): number | null {
  const columns = rows[0]?.length ?? 0;
  const ofTotals = variance(rows.map(sumOf));
  if (columns < 2 || ofTotals === null || ofTotals < dust) return null;
  const ofColumns = Array.from({ length: columns }, (_, column) => variance(rows.map((row) => row[column] ?? 0)) ?? 0);
  return (columns / (columns - 1)) * (1 - sumOf(ofColumns) / ofTotals);
}

/** Standard error of measurement, in points: how far a score lies from what the student would have on average (standard deviation times the root of 1 - reliability). */
export function standardErrorOf(totals: readonly number[], alpha: number): number | null {
  const of = variance(totals);
  return of === null ? null : Math.sqrt(of * (1 - Math.max(0, alpha)));
}

/** Sums of squares below it are binary dust of values that are all alike. */
const dust = 1e-12;
