/** A pack with its look-ups: every question about it is answered in O(1) or in the size of the answer. */
import { inOrder, packHash } from "./canonical-pack.ts";
import type { Entity, EntityType, Fact, FactList, Pack, Relation, Source, Topic } from "./fact.ts";
import { labelsOf, plainName, printedForms } from "./names.ts";
import { kinshipOf, type Related } from "./parts.ts";
import { entityOf, type ValueKey, valueKey } from "./value.ts";

/**
 * An indexed pack. Look-ups of one record by key throw on an unknown key, because a checked pack has none and a question
 * never invents one; look-ups of many give an empty list. Lists are in the order of the facts' keys.
 */
export type Facts = {
  /** The pack, its records in the order of their keys. */
  readonly pack: Pack;
  /** SHA-256 of the canonical pack, in hexadecimal. */
  readonly revision: string;
  entity(key: string): Entity;
  relation(key: string): Relation;
  fact(key: string): Fact;
  list(key: string): FactList;
  source(key: string): Source;
  topic(key: string): Topic;
  type(key: string): EntityType;
  /** Facts of a subject in a relation. */
  factsOf(query: { readonly subject: string; readonly relation: string }): readonly Fact[];
  /** Facts of a relation to an object, given as an entity's key or as any value's `ValueKey` when it is no entity. */
  factsTo(query: { readonly object: string; readonly relation: string }): readonly Fact[];
  /** Facts with this subject, relation and object: the same claim at other times or by other sources. */
  factsBetween(query: {
    readonly subject: string;
    readonly relation: string;
    readonly object: string;
  }): readonly Fact[];
  factsOfRelation(relation: string): readonly Fact[];
  entitiesOfType(type: string): readonly Entity[];
  /** In how many facts an entity stands, as subject or as object. */
  mentions(entity: string): number;
  /** Lists that name the fact among theirs. */
  listsOf(fact: string): readonly FactList[];
  /** Lists whose facts are about an anchor: of those to an object the members are subjects, of those of a subject objects. */
  listsAbout(anchor: {
    readonly relation: string;
    readonly end: "subject" | "object";
    readonly key: string;
  }): readonly FactList[];
  /** Entities that a printed label can name: equal to a name, short name or alias after folding case, accents and blanks. */
  named(label: string): readonly string[];
  /** Other entities that the printed forms of an entity's name (full or short) can name too. */
  namesakes(entity: string): readonly string[];
  /** Are two entities the same, whole and part, or possibly one thing (R6)? */
  related: Related;
  /** All entities that are related to one, without itself. */
  relatives(entity: string): readonly string[];
};

/** Indexes a pack. A revision that is known already (from the database) is taken as it is; otherwise it is computed when first asked for. */
export function indexPack(unordered: Pack, knownRevision: string | null = null): Facts {
  const pack = inOrder(unordered);
  const entities = keyed("entity", pack.entities);
  const relations = keyed("relation", pack.relations);
  const facts = keyed("fact", pack.facts);
  const lists = keyed("list", pack.lists);
  const sources = keyed("source", pack.sources);
  const topics = keyed("topic", pack.topics);
  const types = keyed("type", pack.types);

  const ofRelation = new Groups<Fact>();
  const ofSubject = new Map<string, Groups<Fact>>(pack.relations.map((relation) => [relation.key, new Groups<Fact>()]));
  const toObject = new Map<string, Groups<Fact>>(pack.relations.map((relation) => [relation.key, new Groups<Fact>()]));
  const mentions = new Map<string, number>();
  for (const fact of pack.facts) {
    ofRelation.add(fact.relation, fact);
    ofSubject.get(fact.relation)?.add(fact.subject, fact);
    toObject.get(fact.relation)?.add(objectKey(fact), fact);
    mentions.set(fact.subject, (mentions.get(fact.subject) ?? 0) + 1);
    const object = entityOf(fact.object);
    if (object !== null) mentions.set(object, (mentions.get(object) ?? 0) + 1);
  }

  const ofType = new Groups<Entity>();
  const ofLabel = new Groups<string>();
  for (const entity of pack.entities) {
    ofType.add(entity.type, entity);
    for (const label of new Set(labelsOf(entity).map(plainName))) ofLabel.add(label, entity.key);
  }
  const namesakes = new Groups<string>();
  for (const [label, keys] of ofLabel.shared())
    for (const key of keys)
      if (printedForms(entities(key)).some((form) => plainName(form) === label))
        for (const other of keys) if (other !== key && !namesakes.of(key).includes(other)) namesakes.add(key, other);
  const listsOf = new Groups<FactList>();
  const listsAbout = new Groups<FactList>();
  for (const list of pack.lists) {
    for (const fact of new Set(list.facts)) listsOf.add(fact, list);
    // A list over several subjects (the countries of all commanders) is complete for none of them alone.
    const anchors = new Set(
      list.facts.map((key) => {
        const fact = facts(key);
        return list.members === "subject"
          ? `${fact.relation} object ${objectKey(fact)}`
          : `${fact.relation} subject ${fact.subject}`;
      }),
    );
    if (anchors.size === 1) for (const anchor of anchors) listsAbout.add(anchor, list);
  }

  const kinship = kinshipOf(pack.entities);
  let revision = knownRevision;
  /** Facts by subject and object, built for a relation when both of its sides are crowded. */
  const pairs = new Map<string, Groups<Fact>>();

  const factsOf: Facts["factsOf"] = ({ subject, relation }) => ofSubject.get(relation)?.of(subject) ?? [];
  const factsTo: Facts["factsTo"] = ({ object, relation }) => toObject.get(relation)?.of(object) ?? [];
  return {
    pack,
    get revision() {
      revision ??= packHash(pack);
      return revision;
    },
    entity: entities,
    relation: relations,
    fact: facts,
    list: lists,
    source: sources,
    topic: topics,
    type: types,
    factsOf,
    factsTo,
    factsBetween({ subject, relation, object }) {
      const of = factsOf({ subject, relation });
      if (of.length <= crowded) return of.filter((fact) => objectKey(fact) === object);
      const to = factsTo({ object, relation });
      if (to.length <= crowded) return to.filter((fact) => fact.subject === subject);
      let groups = pairs.get(relation);
      if (!groups) {
        groups = new Groups();
        for (const fact of ofRelation.of(relation)) groups.add(`${fact.subject} ${objectKey(fact)}`, fact);
        pairs.set(relation, groups);
      }
      return groups.of(`${subject} ${object}`);
    },
    factsOfRelation: (relation) => ofRelation.of(relation),
    entitiesOfType: (type) => ofType.of(type),
    mentions: (entity) => mentions.get(entity) ?? 0,
    listsOf: (fact) => listsOf.of(fact),
    listsAbout: ({ relation, end, key }) => listsAbout.of(`${relation} ${end} ${key}`),
    named: (label) => ofLabel.of(plainName(label)),
    namesakes: (entity) => namesakes.of(entity),
    related: kinship.related,
    relatives: kinship.relatives,
  };
}

/** How a fact's object is looked up: an entity by its key, any other value by its canonical string (which holds a colon; keys do not). */
export function objectKey(fact: Fact): string | ValueKey {
  return entityOf(fact.object) ?? valueKey(fact.object);
}

/** More facts than this on both sides of a pair are worth an index of pairs. */
const crowded = 16;

/**
 * Items by key. A key with a single item holds it bare: in a pack of 100,000 facts nearly every pair of subject and relation
 * has one, and as many one-item arrays would weigh more than the facts' own fields.
 */
class Groups<Item extends object | string> {
  readonly #groups = new Map<string, Item | Item[]>();

  add(key: string, item: Item): void {
    const group = this.#groups.get(key);
    if (group === undefined) this.#groups.set(key, item);
    else if (Array.isArray(group)) group.push(item);
    else this.#groups.set(key, [group as Item, item]);
  }

  of(key: string): readonly Item[] {
    const group = this.#groups.get(key);
    if (group === undefined) return [];
    return Array.isArray(group) ? group : [group as Item];
  }

  /** The groups of more than one. */
  *shared(): Generator<[string, readonly Item[]]> {
    for (const [key, group] of this.#groups) if (Array.isArray(group)) yield [key, group];
  }
}

/** A look-up by key that throws on an unknown one. */
function keyed<Item extends { readonly key: string }>(what: string, items: readonly Item[]): (key: string) => Item {
  const map = new Map(items.map((item) => [item.key, item]));
  return (key) => {
    const item = map.get(key);
    if (item === undefined) throw new Error(`No ${what} has the key ${JSON.stringify(key)}.`);
    return item;
  };
}
