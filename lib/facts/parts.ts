/** Which entities may not stand beside one another, because one is a part of the other or both may name one thing (reading R6). */
import type { Entity } from "./fact.ts";

/** Tells whether two entities are the same, whole and part (through any number of steps), or may name the same thing. */
export type Related = (a: string, b: string) => boolean;

/**
 * Builds the test from `part_of` (transitive) and `overlaps` (both ways). What overlaps a whole overlaps its parts too; two parts of one whole are
 * not related by that. Unknown keys and circles are harmless; the check of the pack reports them.
 */
export function relatedIn(entities: readonly Entity[]): Related {
  const partOf = new Map<string, readonly string[]>();
  const overlaps = new Map<string, Set<string>>();
  for (const entity of entities) {
    if (entity.partOf.length > 0) partOf.set(entity.key, entity.partOf);
    for (const other of entity.overlaps) {
      add(overlaps, entity.key, other);
      add(overlaps, other, entity.key);
    }
  }
  if (partOf.size === 0 && overlaps.size === 0) return (a, b) => a === b;

  /** The entity, what it is a part of, and what overlaps any of these: worked out once for each entity that is asked about. */
  const reaches = new Map<string, ReadonlySet<string>>();
  const reachOf = (key: string): ReadonlySet<string> | null => {
    if (!partOf.has(key) && !overlaps.has(key)) return null;
    let reach = reaches.get(key);
    if (reach) return reach;
    const wholes = new Set([key]);
    for (const whole of wholes) for (const next of partOf.get(whole) ?? []) wholes.add(next);
    const found = new Set(wholes);
    for (const whole of wholes) for (const other of overlaps.get(whole) ?? []) found.add(other);
    reach = found;
    reaches.set(key, reach);
    return reach;
  };
  return (a, b) => a === b || (reachOf(a)?.has(b) ?? false) || (reachOf(b)?.has(a) ?? false);
}

function add(sets: Map<string, Set<string>>, key: string, item: string): void {
  const set = sets.get(key);
  if (set) set.add(item);
  else sets.set(key, new Set([item]));
}
