/** From fractions to points: the one place where points are rounded. */

/** Points of one slot: fraction (0..1) of its maximum, to the nearest hundredth, halves up. */
export function pointsOf(fraction: number, pointsMax: number): number {
  return roundPoints(Math.min(1, Math.max(0, fraction)) * pointsMax);
}

/** Sum of points, free of binary dust. */
export function totalOf(points: readonly number[]): number {
  return roundPoints(points.reduce((sum, each) => sum + each, 0));
}

/** Points of a late attempt, less so many per cent of them (0..100), to the nearest hundredth. */
export function afterDeduction(points: number, percent: number): number {
  return roundPoints((points * (100 - percent)) / 100);
}

/** Mean of at least one score, to the nearest hundredth. */
export function meanOf(scores: readonly number[]): number {
  return roundPoints(scores.reduce((sum, each) => sum + each, 0) / scores.length);
}

/** To the nearest hundredth, halves up. */
export function roundPoints(points: number): number {
  // The nudge lifts 0.285 * 100 = 28.499999999999996 back to the half that is meant; it is far below a hundredth.
  return Math.round(points * 100 + 1e-7) / 100;
}
