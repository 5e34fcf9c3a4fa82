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
  const group = facts.factsOf({ subject: fact.subject, relation: fact.relation });
  const others =
    fact.object.kind === "entity" ? facts.factsTo({ object: fact.object.entity, relation: fact.relation }) : [];
  return [...group, ...others].filter((other) => other.replaces === fact.key || other.key === fact.replaces);
}

/** May the fact hold on one of these days, or on a day beside them? */
export function touches(facts: Facts, fact: Fact, days: Days): boolean {
  const span = spanOf(fact, facts.relation(fact.relation));
  return certaintyAt(span, { first: days.first - 1, last: days.last + 1 }) !== "no";
}
