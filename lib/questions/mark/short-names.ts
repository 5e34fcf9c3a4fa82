/** Names of people with first names left out, or as initials. */
import type { Spellings } from "../normalise.ts";

/**
 * "J. A. Agüero" for José Antonio Agüero: single letters begin the first names in order, and the rest ends the name. With `gaps` also "José Martinez" for
 * José Antonio Agüero Martinez, names of people only: the first name comes first, the last word last, and between them any others in their order.
 */
export function isShortFor(given: Spellings, name: Spellings, gaps: boolean): boolean {
  for (const response of given.worded) {
    const tokens = response.split(" ");
    const last = tokens.at(-1)!;
    if (tokens.length < 2 || !/\p{L}{2}/u.test(last)) continue;
    const initials = tokens.findIndex((token) => !/^\p{L}$/u.test(token));
    const rest = ` ${tokens.slice(initials).join(" ")}`;
    for (const spelling of name.worded) {
      const words = spelling.split(" ");
      let at = 0;
      if (gaps) for (const word of words) if (at < tokens.length && stands(tokens[at]!, word)) at++;
      if (gaps && at === tokens.length && stands(tokens[0]!, words[0]!) && words.at(-1) === last) return true;
      if (!gaps && initials > 0 && words.length >= tokens.length && spelling.endsWith(rest))
        if (tokens.slice(0, initials).every((initial, index) => stands(initial, words[index]!))) return true;
    }
  }
  return false;
}

/**
 * "Jimmy Earl Carter" for Jimmy Carter and James Earl Carter: begins and ends as one of the names of one person do, and has between only what
 * one of them has before its surname, whole or as an initial.
 */
export function isMadeOf(given: Spellings, names: readonly Spellings[]): boolean {
  const all = names
    .flatMap(({ worded }) => [...worded].map((name) => name.split(" ")))
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
