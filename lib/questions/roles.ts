/** In which relations something stands, and at which end: what stands in the same is not ruled out at sight (check 20). */
import type { Facts } from "../facts/facts.ts";

/** The relations in which an entity stands, with the end at which it does: "president-of subject". */
export function rolesOf(facts: Facts, entity: string): ReadonlySet<string> {
  let known = roles.get(facts);
  if (!known) {
    known = new Map();
    roles.set(facts, known);
  }
  let found = known.get(entity);
  if (!found) {
    const own = new Set<string>();
    for (const { key: relation } of facts.pack.relations) {
      if (facts.factsOf({ subject: entity, relation }).length > 0) own.add(`${relation} subject`);
      if (facts.factsTo({ object: entity, relation }).length > 0) own.add(`${relation} object`);
    }
    found = own;
    known.set(entity, found);
  }
  return found;
}

const roles = new WeakMap<Facts, Map<string, ReadonlySet<string>>>();

/** Share of an entity's roles, 0..1, that another has too, but for those in the relation that is asked; 1 for one without any other. */
export function sharedRoles(facts: Facts, entity: string, other: string, asked: string): number {
  const own = [...rolesOf(facts, entity)].filter((role) => !role.startsWith(`${asked} `));
  const theirs = rolesOf(facts, other);
  return own.length === 0 ? 1 : own.filter((role) => theirs.has(role)).length / own.length;
}
