/** From fractions to what each place of an attempt is credited with, once keys are corrected and marks are given by hand. */
import type { Correcting } from "./correction.ts";
import { pointsOf, roundPoints } from "./score.ts";

/** One place of an attempt as it is credited. */
export type Place = {
  readonly pointsMax: number;
  /** 0..1, by the key as it was asked. */
  readonly fraction: number;
  /** Points given by hand, which hold whatever is corrected; null without. */
  readonly hand: number | null;
  /** Corrections of its question, by number; each with what the answer is worth from then on. */
  readonly corrections: readonly {
    readonly number: number;
    readonly by: Correcting;
    readonly fraction: number;
    readonly lowers: boolean;
  }[];
};

/**
 * Points of each place. Corrections are taken in their order, over the whole attempt: none lowers the points of any place, but those of its own question where that
 * was allowed. A dropped question earns the share of its points that the questions which are not dropped have earned of theirs, so that
 * the most that can be reached stays the same for everybody; where all are dropped it earns them all.
 */
export function creditOf(places: readonly Place[]): number[] {
  const raw = places.map(({ hand, fraction, pointsMax }) => hand ?? pointsOf(fraction, pointsMax));
  const dropped = new Set<Place>();
  let points = [...raw];
  const numbers = new Set(places.flatMap(({ corrections }) => corrections.map(({ number }) => number)));
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const free = new Set<Place>();
    for (const [index, place] of places.entries()) {
      const correction = place.corrections.find((each) => each.number === number);
      if (!correction || place.hand !== null) continue;
      if (correction.by === "dropped") dropped.add(place);
      else dropped.delete(place);
      raw[index] = pointsOf(correction.by === "everybody" ? 1 : correction.fraction, place.pointsMax);
      if (correction.lowers) free.add(place);
    }
    const kept = points;
    points = places.map((place, index) => (free.has(place) ? raw[index]! : Math.max(kept[index]!, raw[index]!)));
    const share = shareOf(places, points, dropped);
    points = points.map((now, index) => {
      const place = places[index]!;
      if (!dropped.has(place)) return now;
      const earned = roundPoints(share * place.pointsMax);
      return free.has(place) ? earned : Math.max(kept[index]!, earned);
    });
  }
  return points;
}

/** Of what the places that count can earn, the share that they have. */
function shareOf(places: readonly Place[], points: readonly number[], dropped: ReadonlySet<Place>): number {
  let [earned, most] = [0, 0];
  for (const [index, place] of places.entries()) {
    if (dropped.has(place)) continue;
    earned += points[index]!;
    most += place.pointsMax;
  }
  return most === 0 ? 1 : earned / most;
}
