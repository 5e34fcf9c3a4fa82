/** The things that a table names, as entities: people with given name and surname, others with an article where English has one. */
import { sortNamed } from "./sorts.ts";
import { isOffice, isUnnamed, meansWorks } from "./words.ts";

/** An entity as its record in the file. */
export type TableEntity = {
  readonly key: string;
  readonly type: string;
  readonly name: string;
  readonly article?: "the";
  readonly given?: string;
  readonly surname?: string;
};

/** The names of each type, each once, in their order. */
export function namesByType(
  things: readonly { readonly type: string; readonly name: string }[],
): ReadonlyMap<string, readonly string[]> {
  const all = Map.groupBy(things, ({ type }) => type);
  return new Map([...all].map(([type, named]) => [type, [...new Set(named.map(({ name }) => name))]]));
}

/** An entity for each key of `keysFor`. `types`: the noun of each type; `people`: as `peopleIn` finds them. */
export function entitiesOf(
  keys: ReadonlyMap<string, string>,
  types: ReadonlyMap<string, string>,
  people: People,
): TableEntity[] {
  return [...keys].map(([spelled, key]) => {
    const [type, name] = spelled.split("\n") as [string, string];
    const noun = types.get(type)!;
    const isTitle = meansWorks(noun);
    // English writes "the Old Monk" within a sentence, but "The Salt Wedding".
    if (/^The \S/.test(name) && !isTitle) return { key, type, name: name.slice(4), article: "the" };
    if (people.has(type)) return { key, type, name, ...(people.get(type) === null ? partsOfName(name) : {}) };
    return isOfSomething(name) && !isTitle && !isOffice(noun)
      ? { key, type, name, article: "the" }
      : { key, type, name };
  });
}

/** The types that surely mean people, each with its first name that is not a given name and a surname; null when all are. */
export type People = ReadonlyMap<string, string | null>;

/** Finds the people among the types of a table. */
export function peopleIn(types: ReadonlyMap<string, string>, namesOf: ReadonlyMap<string, readonly string[]>): People {
  const people = new Map<string, string | null>();
  for (const [type, noun] of types) {
    const names = namesOf.get(type) ?? [];
    // Of one sort of people all have a surname or none (check 19).
    if (isUnnamed(noun) || sortNamed(noun, names).wh === "Who")
      people.set(type, names.find((name) => partsOfName(name) === null) ?? null);
  }
  return people;
}

/** Words that begin with a capital, initials and abbreviations among them; no "of", no "&". */
const personal = /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u;

/** "Thos. Harding" in its two parts; null for a name of another form. */
function partsOfName(name: string): { readonly given: string; readonly surname: string } | null {
  if (!personal.test(name)) return null;
  const at = name.lastIndexOf(" ");
  return { given: name.slice(0, at), surname: name.slice(at + 1) };
}

/** "Priory of the Holy Well": within a sentence it stands with an article. */
function isOfSomething(name: string): boolean {
  return /^\p{Lu}\p{L}+ of (?:the )?\p{Lu}/u.test(name);
}
