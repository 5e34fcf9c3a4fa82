/** The names that a typed response is compared with: the key's own and others', each in all its spellings. */
import { type Spellings, spellingsOf } from "../normalise.ts";
import type { ValueKey } from "../question.ts";

/** The names that a response is compared with. */
export type Names = {
  readonly ofPeople: boolean;
  /** And the key is one of them. */
  readonly ofPerson: boolean;
  readonly keys: readonly Name[];
  readonly others: readonly Name[];
  /** Words of others' names that are none of the key's: with one of them two are named. */
  readonly foreign: ReadonlySet<string>;
};

/** Spellings without the single letters that stand for middle names; none of a name of one word. */
export function bareOf(spellings: Iterable<string>): ReadonlySet<string> {
  const bare = [...spellings].map((spelling) => spelling.split(" ").filter((word) => !/^\p{L}$/u.test(word)));
  return new Set(bare.filter((words) => words.length > 1).map((words) => words.join(" ")));
}

function shortOf(spellings: Iterable<string>): ReadonlySet<string> {
  const named = [...spellings].map((spelling) => spelling.split(" ")).filter(({ length }) => length > 1);
  return new Set(
    named.flatMap((words) => {
      const [last, initials] = [words.at(-1)!, words.slice(0, -1).map((word) => word[0]!)];
      return [`${words[0]} ${last}`, `${initials[0]} ${last}`, `${initials.join(" ")} ${last}`];
    }),
  );
}

/** A name with its spellings; `value` is null for the key's own. */
export type Name = {
  readonly value: ValueKey | null;
  readonly spellings: Spellings;
  readonly bare: ReadonlySet<string>;
  /** Of names of several words the first with the last, and initials with the last: "Giovanni Iannucci", "G. Iannucci". */
  readonly short: ReadonlySet<string>;
  readonly isCode: boolean;
};

/** A name with its spellings, remembered for the responses that come next. */
export function nameOf(text: string, value: ValueKey | null, titles: readonly string[]): Name {
  let names = lately.get(titles);
  if (!names || names.size >= mostRemembered) {
    names = new Map();
    lately.set(titles, names);
  }
  let known = names.get(text);
  if (!known) {
    const spellings = spellingsOf(text, titles);
    known = { spellings, bare: bareOf(spellings.worded), short: shortOf(spellings.worded), isCode: isCode(text) };
    names.set(text, known);
  }
  return { value, ...known };
}

/** The names met last, with their spellings: those of a question are the same for every response to it. */
const lately = new WeakMap<readonly string[], Map<string, Omit<Name, "value">>>();
const mostRemembered = 2048;

/** Symbols, acronyms and numbers: "NTM-I", "Fe", "MH17", "1546". A slip makes another one of them. */
function isCode(text: string): boolean {
  return /\d/.test(text) ? !/\p{L}{3}/u.test(text) : text === text.toUpperCase() && text !== text.toLowerCase();
}

/** The longer words of names. */
export function wordsOf(names: readonly Name[]): ReadonlySet<string> {
  return new Set(names.flatMap(({ spellings }) => longWords(spellings.worded)));
}

/** Words of four letters or more. */
export function longWords(worded: ReadonlySet<string>): string[] {
  return [...worded].flatMap((name) => name.split(" ").filter((word) => word.length > 3));
}

/** Is the last word of a name accepted for the whole? So it is with surnames. */
export function isPerson(keys: readonly Name[]): boolean {
  const single = new Set(keys.flatMap(({ spellings }) => [...spellings.worded]).filter((word) => !word.includes(" ")));
  return keys.some(({ spellings }) => endsWith(spellings.worded, single));
}

/** The names of most words: a middle name that the pack knows must be the one that is given ("Henry C. Wallace" is not Henry A. Wallace). */
export function fullest(names: readonly Name[]): readonly Name[] {
  const countOf = ({ spellings }: Name) => Math.max(...[...spellings.worded].map((each) => each.split(" ").length));
  const most = Math.max(...names.map(countOf));
  return names.filter((name) => countOf(name) === most);
}

/** Words of others' names that are none of the key's: with one of them two are named. */
export function foreignTo(keys: readonly Name[], others: readonly Name[]): ReadonlySet<string> {
  const own = wordsOf(keys);
  return new Set([...wordsOf(others)].filter((word) => !own.has(word)));
}

/** Are the last words of one of the names such an end, with others before it? */
export function endsWith(names: ReadonlySet<string>, ends: ReadonlySet<string>): boolean {
  return [...ends].some((end) => [...names].some((name) => name.endsWith(` ${end}`)));
}

/** Have the two a spelling in common? */
export function meets(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  for (const spelling of left) if (spelling !== "" && right.has(spelling)) return true;
  return false;
}
