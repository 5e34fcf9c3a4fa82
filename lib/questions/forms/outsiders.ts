/** Which of those outside a set are worth asking for: what stands in the same relations as its members is not ruled out at sight (check 20). */
import { shuffled } from "../../base/random.ts";
import type { Fact } from "../../facts/fact.ts";
import type { Facts } from "../../facts/facts.ts";
import { factTold } from "../attributed.ts";
import { rolesOf } from "../roles.ts";
import type { Said } from "../said.ts";

/** The entities in an order of the seed, those first that have most relations in common with a member. */
export function likeliest(facts: Facts, entities: readonly string[], member: string, seed: string): string[] {
  const roles = rolesOf(facts, member);
  const shared = new Map(
    entities.map((key) => [key, [...rolesOf(facts, key)].filter((role) => roles.has(role)).length] as const),
  );
  return shuffled(entities, seed).toSorted((a, b) => shared.get(b)! - shared.get(a)!);
}

/** That something is outside the set, and then what is said of it instead, if anything is. */
export function andInstead(outside: Said, facts: Facts, fact: Fact | null): readonly Said[] {
  const instead = fact && factTold(facts, fact);
  return instead ? [outside, instead] : [outside];
}
