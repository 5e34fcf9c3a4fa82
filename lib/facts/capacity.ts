/** In what capacity somebody held what there is one holder of: reading R7. */
import type { Fact } from "./fact.ts";
import type { Facts } from "./facts.ts";
import { certaintyAt, type Days, spanOf } from "./time.ts";

/** Acting, deputising or claiming: to some such a holder is one, to others not, so the claim is neither surely true nor surely false. */
export function isDisputed({ capacity }: Pick<Fact, "capacity">): boolean {
  return capacity === "acting" || capacity === "rival";
}

/** The facts that follow one another because the world changed: what this one replaced, and what replaced it. */
export function replacedBy(facts: Facts, fact: Fact): readonly Fact[] {
  let index = followers.get(facts);
  if (!index) {
    index = Map.groupBy(
      facts.pack.facts.filter(({ replaces }) => replaces !== null),
      ({ replaces }) => replaces!,
    );
    followers.set(facts, index);
  }
  const later = index.get(fact.key) ?? [];
  return fact.replaces === null ? later : [facts.fact(fact.replaces), ...later];
}

const followers = new WeakMap<Facts, ReadonlyMap<string, readonly Fact[]>>();

/** May the fact hold on one of these days, or on a day beside them? */
export function touches(facts: Facts, fact: Fact, days: Days): boolean {
  const span = spanOf(fact, facts.relation(fact.relation));
  return certaintyAt(span, { first: days.first - 1, last: days.last + 1 }) !== "no";
}
