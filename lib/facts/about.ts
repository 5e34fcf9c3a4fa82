/** Finding one's way in a pack: what it says about a thing, in the order of time, and the things that a word may mean. */
import type { Entity, Fact } from "./fact.ts";
import type { Facts } from "./facts.ts";
import { labelsOf, plainName } from "./names.ts";
import { entityOf } from "./value.ts";

/** The facts in which an entity stands, as subject or as object, in the order of time; what has no time comes last. */
export function factsAbout(facts: Facts, entity: string): Fact[] {
  const found = new Set(
    facts.pack.relations.flatMap(({ key: relation }) => [
      ...facts.factsOf({ subject: entity, relation }),
      ...facts.factsTo({ object: entity, relation }),
    ]),
  );
  return [...found].sort(inTime);
}

/** In the order of time: by the first day on which it may have happened or begun; what has no time comes last, equals by their keys. */
export function inTime(a: Fact, b: Fact): number {
  const [first, second] = [startOf(a), startOf(b)];
  if (first === second) return a.key < b.key ? -1 : 1;
  return first < second ? -1 : 1;
}

/** The first day of which a fact speaks: of the date it states, of its beginning or its end, of the document that says so. */
function startOf({ object, from, to, asOf }: Fact): number {
  if (object.kind === "date") return object.date.first;
  if (from.kind === "date") return from.date.first;
  if (to.kind === "date") return to.date.first;
  return asOf?.first ?? Number.POSITIVE_INFINITY;
}

/** The entities that a fact names: its subject, then its object where that is one. */
export function entitiesOf(fact: Fact): string[] {
  const object = entityOf(fact.object);
  return object === null || object === fact.subject ? [fact.subject] : [fact.subject, object];
}

/** Which entities are looked for; all of them without words and without types. */
export type Wanted = { readonly words: string; readonly types: readonly string[] | null };

/**
 * The entities one of whose names holds every word that is looked for, whatever its case and accents: kind by kind as the pack has
 * them, and within a kind by name.
 */
export function findEntities(facts: Facts, { words, types }: Wanted): readonly Entity[] {
  const looked = plainName(words).split(" ").filter(Boolean);
  return sorted(facts)
    .filter(
      ({ entity, names }) =>
        (types === null || types.includes(entity.type)) &&
        names.some((name) => looked.every((word) => name.includes(` ${word}`))),
    )
    .map(({ entity }) => entity);
}

/** An entity with its folded names, a blank before every word. */
type Named = { readonly entity: Entity; readonly names: readonly string[] };

const sortedOf = new WeakMap<Facts, readonly Named[]>();

function sorted(facts: Facts): readonly Named[] {
  let known = sortedOf.get(facts);
  if (!known) {
    // Types of one noun stand together: a reader cannot tell them apart.
    const nouns = [...new Set(facts.pack.types.map(({ noun }) => noun[1]))];
    const types = new Map(facts.pack.types.map(({ key, noun }) => [key, nouns.indexOf(noun[1])]));
    known = facts.pack.entities
      .map((entity) => ({ entity, names: labelsOf(entity).map((label) => ` ${plainName(label)}`) }))
      .sort((a, b) => {
        const byType = types.get(a.entity.type)! - types.get(b.entity.type)!;
        return byType || inAlphabet.compare(a.entity.name, b.entity.name);
      });
    sortedOf.set(facts, known);
  }
  return known;
}

const inAlphabet = new Intl.Collator("en", { numeric: true });
