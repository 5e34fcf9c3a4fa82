/** When a thing can have been there at all: what is declared of it and of every whole that it is a part of. */
import type { Value } from "./fact.ts";
import type { Facts } from "./facts.ts";
import { type Days, overlap } from "./time.ts";

/** The days outside which nothing can have happened to any of the entities; infinite where nothing is declared. */
export function lifeOf(facts: Pick<Facts, "entity">, entities: Iterable<string>): Days {
  let [first, last] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const reached = new Set(entities);
  // A set that is walked through also yields what is added on the way.
  for (const key of reached) {
    const { notBefore, notAfter, partOf } = facts.entity(key);
    if (notBefore) first = Math.max(first, notBefore.first);
    if (notAfter) last = Math.min(last, notAfter.last);
    for (const whole of partOf) reached.add(whole);
  }
  return { first, last };
}

/** A life without the end that a date itself is: as a bound it would give away what is asked. */
export function lifeBeside({ first, last }: Days, date: Value): Days {
  if (date.kind !== "date") return { first, last };
  return {
    first: overlap(date.date, { first, last: first }) ? Number.NEGATIVE_INFINITY : first,
    last: overlap(date.date, { first: last, last }) ? Number.POSITIVE_INFINITY : last,
  };
}
