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

/** An entity for each key of `keysFor`. `types`: the noun of each type. */
export function entitiesOf(
  keys: ReadonlyMap<string, string>,
  types: ReadonlyMap<string, string>,
  namesOf: ReadonlyMap<string, readonly string[]>,
): TableEntity[] {
  const people = new Map(peopleIn(types, namesOf).map(({ type, odd }) => [type, odd]));
  return [...keys].map(([spelled, key]) => {
    const [type, name] = spelled.split("\n") as [string, string];
    const noun = types.get(type)!;
    const hasArticle = !meansWorks(noun) && !isOffice(noun);
    // English writes "the Old Monk" within a sentence, but "The Salt Wedding".
    if (/^The \S/.test(name) && !meansWorks(noun)) return { key, type, name: name.slice(4), article: "the" };
    if (people.has(type)) return { key, type, name, ...(people.get(type) === null ? partsOfName(name) : {}) };
    return hasArticle && isOfSomething(name) ? { key, type, name, article: "the" } : { key, type, name };
  });
}

/** The types that surely mean people; `odd`: the first name that is not a given name and a surname, null when all are. */
export function peopleIn(
  types: ReadonlyMap<string, string>,
  namesOf: ReadonlyMap<string, readonly string[]>,
): { readonly type: string; readonly odd: string | null }[] {
  return [...types].flatMap(([type, noun]) => {
    const names = namesOf.get(type) ?? [];
    const arePeople = isUnnamed(noun) || sortNamed(noun, names).wh === "Who";
    // Of one sort of people all have a surname or none (check 19).
    return arePeople ? [{ type, odd: names.find((name) => partsOfName(name) === null) ?? null }] : [];
  });
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
