/** Which entities may not stand beside one another, because one is a part of the other or both may name one thing (reading R6). */
import type { Entity } from "./fact.ts";

/** Tells whether two entities are the same, whole and part (through any number of steps), or may name the same thing. */
export type Related = (a: string, b: string) => boolean;

/** The test, and all entities that are related to one, without itself. */
export type Kinship = { readonly related: Related; relatives(entity: string): readonly string[] };

/** The test alone. */
export function relatedIn(entities: readonly Entity[]): Related {
  return kinshipOf(entities).related;
}

/**
 * Builds the test from `part_of` (transitive) and `overlaps` (both ways). What overlaps a whole overlaps its parts too; two parts of one whole are
 * not related by that. Unknown keys and circles are harmless; the check of the pack reports them.
 */
export function kinshipOf(entities: readonly Entity[]): Kinship {
  const wholes = new Map<string, Set<string>>();
  const parts = new Map<string, Set<string>>();
  const overlaps = new Map<string, Set<string>>();
  for (const { key, partOf, overlaps: others } of entities) {
    for (const whole of partOf) {
      add(wholes, key, whole);
      add(parts, whole, key);
    }
    for (const other of others) {
      add(overlaps, key, other);
      add(overlaps, other, key);
    }
  }
  /** The entity, what it is a part of, and what overlaps any of these: worked out once for each entity that is asked about. */
  const reaches = remembered((key) => {
    const own = closure([key], wholes);
    const found = new Set(own);
    for (const whole of own) for (const other of overlaps.get(whole) ?? []) found.add(other);
    return found;
  });
  /** Its reach, and all whose reach holds it: its parts, and the parts of what overlaps it. */
  const relatives = remembered((key) => {
    const below = closure([key, ...(overlaps.get(key) ?? [])], parts);
    const found = new Set([...reaches(key), ...below]);
    found.delete(key);
    return found;
  });
  const isAlone = (key: string) => !wholes.has(key) && !overlaps.has(key);
  return {
    related: (a, b) => a === b || (!isAlone(a) && reaches(a).has(b)) || (!isAlone(b) && reaches(b).has(a)),
    relatives: (key) => (isAlone(key) && !parts.has(key) ? [] : [...relatives(key)]),
  };
}

/** All that is reached from the start by any number of steps, the start included. */
function closure(start: Iterable<string>, next: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const found = new Set(start);
  // A set that is walked through also yields what is added on the way.
  for (const key of found) for (const other of next.get(key) ?? []) found.add(other);
  return found;
}

function remembered(work: (key: string) => ReadonlySet<string>): (key: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (key) => {
    let found = known.get(key);
    if (!found) {
      found = work(key);
      known.set(key, found);
    }
    return found;
  };
}

function add(sets: Map<string, Set<string>>, key: string, item: string): void {
  const set = sets.get(key);
  if (set) set.add(item);
  else sets.set(key, new Set([item]));
}
