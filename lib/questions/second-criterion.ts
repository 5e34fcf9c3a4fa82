/** Does anything else that the pack declares set another one of four apart? Then "which is the odd one out" has a second answer (Q13). */
import type { Fact } from "../facts/fact.ts";
import { type Facts, objectKey } from "../facts/facts.ts";

/**
 * What three of the entities share and one other than the odd one lacks, for the refusal; null when nothing does. Every attribute (country, rank), every
 * relation with the same thing at its other end, type and whole are looked at; `asked` names the one relation and end that the stem asks by.
 */
export function secondCriterion(
  facts: Facts,
  entities: readonly string[],
  odd: string,
  asked: { readonly relation: string; readonly key: string },
): string | null {
  const holders = new Map<string, Set<string>>();
  for (const entity of entities)
    for (const trait of traitsOf(facts, entity, asked)) {
      const group = holders.get(trait);
      if (group) group.add(entity);
      else holders.set(trait, new Set([entity]));
    }
  for (const [trait, group] of holders) if (group.size === entities.length - 1 && group.has(odd)) return trait;
  return null;
}

/** Facts of one entity in one relation that are looked at. */
const mostFacts = 64;

function* traitsOf(
  facts: Facts,
  key: string,
  asked: { readonly relation: string; readonly key: string },
): Generator<string> {
  const entity = facts.entity(key);
  yield `type ${entity.type}`;
  for (const whole of entity.partOf) yield `part of ${whole}`;
  for (const [name, value] of Object.entries(entity.attributes)) yield `${name} ${value}`;
  const isAsked = (fact: Fact, other: string) => fact.relation === asked.relation && other === asked.key;
  for (const { key: relation } of facts.pack.relations) {
    for (const fact of facts.factsOf({ subject: key, relation }).slice(0, mostFacts))
      if (!fact.negative && !isAsked(fact, objectKey(fact))) yield `${relation} ${objectKey(fact)}`;
    for (const fact of facts.factsTo({ object: key, relation }).slice(0, mostFacts))
      if (!fact.negative && !isAsked(fact, fact.subject)) yield `${relation} of ${fact.subject}`;
  }
}
