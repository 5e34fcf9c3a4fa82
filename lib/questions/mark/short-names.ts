/** Names of people with first names left out, or as initials. */
import type { Spellings } from "../normalise.ts";

/** "J. A. Agüero" for José Antonio Agüero: single letters begin the first words in order, and the rest ends the name. */
export function isInitialled(given: Spellings, name: Spellings): boolean {
  return isSome(given, name, (tokens, words) => {
    const initials = tokens.findIndex((token) => !/^\p{L}$/u.test(token));
    if (initials === 0 || words.length < tokens.length) return false;
    if (!words.join(" ").endsWith(` ${tokens.slice(initials).join(" ")}`)) return false;
    return tokens.slice(0, initials).every((initial, index) => stands(initial, words[index]!));
  });
}

/** "José Martinez" for José Antonio Agüero Martinez: the first name comes first, the last word last, and between them any others in their order. */
export function isShortened(given: Spellings, name: Spellings): boolean {
  return isSome(given, name, (tokens, words) => {
    let at = 0;
    for (const word of words) if (at < tokens.length && stands(tokens[at]!, word)) at++;
    return at === tokens.length && stands(tokens[0]!, words[0]!) && words.at(-1) === tokens.at(-1);
  });
}

type Words = readonly string[];

/** Is it so of some spelling of the response, of two words or more that end in one, and some of the name? */
function isSome(given: Spellings, name: Spellings, isSo: (tokens: Words, words: Words) => boolean): boolean {
  const responses = [...given.worded].map((response) => response.split(" "));
  const named = responses.filter((tokens) => tokens.length > 1 && /\p{L}{2}/u.test(tokens.at(-1)!));
  return named.some((tokens) => [...name.worded].some((spelling) => isSo(tokens, spelling.split(" "))));
}

/**
 * "Jimmy Earl Carter" for Jimmy Carter and James Earl Carter: begins and ends as one of the names of one person do, and has between only what
 * one of them has before its surname, whole or as an initial.
 */
export function isMadeOf(given: Spellings, names: readonly { readonly spellings: Spellings }[]): boolean {
  const all = names
    .flatMap(({ spellings }) => [...spellings.worded].map((name) => name.split(" ")))
    .filter(({ length }) => length > 1);
  const between = all.flatMap((words) => words.slice(1, -1));
  return [...given.worded].some((response) => {
    const [first, ...rest] = response.split(" ");
    const last = rest.pop();
    const isBetween = (token: string) =>
      between.some((word) => stands(token, word)) || all.some((words) => words[0] === token && token !== first);
    const ends = all.some((words) => words.at(-1) === last) && all.some((words) => words[0] === first);
    return rest.length > 0 && ends && rest.every(isBetween);
  });
}

/** Is it the word, or its first letter alone? */
function stands(token: string, word: string): boolean {
  return token === word || (/^\p{L}$/u.test(token) && word.startsWith(token));
}

/** "Bill McKinley", "Wm. Taft": with the name that a nickname or an abbreviation at its beginning stands for. */
export function withFullName(reading: string): string {
  return reading.replace(/^(\p{L}+)\.?(?=\s)/u, (short, letters: string) => fullNames[letters.toLowerCase()] ?? short);
}

const fullNames: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "abe abraham, andy andrew, ben benjamin, benj benjamin, bill william, wm william, will william, bob robert, charlie charles, chas charles, " +
    "dan daniel, dick richard, ed edward, frank franklin, fred frederick, geo george, hank henry, jack john, jas james, jim james, joe joseph, " +
    "jos joseph, mike michael, ron ronald, sam samuel, saml samuel, steve stephen, ted theodore, teddy theodore, theo theodore, tom thomas, thos thomas"
  )
    .split(", ")
    .map((pair) => pair.split(" ")),
);
