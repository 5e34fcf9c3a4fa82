/** At which place among dates or numbers, which ascend, the key stands. */

import { hash32 } from "../base/random.ts";
import type { Value } from "../facts/fact.ts";
import type { Query } from "./query.ts";

/** A candidate, as far as its place is told. */
type Held = { readonly value: Value; readonly synthetic: boolean };

/**
 * Dates and numbers ascend, so that the place of the key is decided by how many of its distractors are less: a number that is possible is drawn, or
 * the key would stand where most of the pack's dates lie (check S1). What is open to choose while places are left below and above.
 */
export function placeOfKey<One extends Held>(query: Query, scored: readonly One[], most: number, seed: string) {
  const [key] = query.key;
  const anywhere = (pool: readonly One[]) => pool;
  if (query.key.length > 1 || key!.value.kind === "entity") return anywhere;
  const isLess = ({ value }: One) => measure(value) < measure(key!.value);
  const sides = (group: readonly One[]) => {
    const less = group.filter(isLess).length;
    return { less, more: group.length - less };
  };
  const held = scored.filter(({ synthetic }) => !synthetic);
  const [all, own] = [sides(scored), sides(held)];
  // What is made stands beside what the pack holds, never in place of it: else the key would be at an end of invented neighbours.
  const kept = held.length < scored.length ? own : { less: 0, more: 0 };
  const fewest = Math.max(kept.less, most - all.more);
  const mostLess = Math.min(most - kept.more, all.less);
  if (fewest >= mostLess) return anywhere;
  const wanted = Math.min(mostLess, Math.max(fewest, placeAmong(own, most, fewest, mostLess, seed)));
  return (pool: readonly One[], chosen: readonly One[]) => {
    const below = chosen.filter(isLess).length;
    return pool.filter((candidate) => (isLess(candidate) ? below < wanted : chosen.length - below < most - wanted));
  };
}

/**
 * How many of the distractors are less, each possible number as often. Of three, and near an end of what the pack holds, other than that: the first and the
 * last can stand at an end only, so that their neighbours keep off it, and the next stand there half the time: each place is then the key's as often.
 */
function placeAmong(
  { less, more }: { readonly less: number; readonly more: number },
  most: number,
  fewest: number,
  mostLess: number,
  seed: string,
): number {
  const drawn = hash32(`${seed}\nplace`);
  const near = Math.min(less, more);
  if (most !== 3 || less === more || near >= most) return fewest + (drawn % (mostLess - fewest + 1));
  const fromEnd = near === 1 ? 1 : [0, 0, 1, 2][drawn % 4]!;
  return less < more ? fromEnd : most - fromEnd;
}

/** Where a date or number stands among others of its sort. */
export function measure(value: Value): number {
  return value.kind === "date" ? value.date.first : value.kind === "number" ? value.number : 0;
}
