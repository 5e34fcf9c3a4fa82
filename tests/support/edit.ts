/** A pack with one record changed, for tests of what a declaration does. */
import type { Fact, FactList, Pack, Relation } from "@/lib/facts/fact.ts";

/** The pack with fields of one fact, relation or list changed; throws where there is no such record. */
export function withFact(pack: Pack, key: string, changes: Partial<Fact>): Pack {
  return { ...pack, facts: changed(pack.facts, key, changes) };
}

export function withRelation(pack: Pack, key: string, changes: Partial<Relation>): Pack {
  return { ...pack, relations: changed(pack.relations, key, changes) };
}

export function withList(pack: Pack, key: string, changes: Partial<FactList>): Pack {
  return { ...pack, lists: changed(pack.lists, key, changes) };
}

function changed<Item extends { readonly key: string }>(
  items: readonly Item[],
  key: string,
  changes: Partial<Item>,
): readonly Item[] {
  if (!items.some((item) => item.key === key)) throw new Error(`no record ${key}`);
  return items.map((item) => (item.key === key ? { ...item, ...changes } : item));
}
