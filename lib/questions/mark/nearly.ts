/** What is neither a name of the key nor anybody else's, and says in part or shortens what the key says: one is asked to say it otherwise, and not told that it is wrong. */

import { numeralsIn } from "../normalise.ts";
import { denying, joining, type StemWords, wordOf } from "./around.ts";
import { type Names, wordsOf } from "./names.ts";

/** Letters stand for no word; and of shorter words another ending makes another word: "alum" is no aluminium, but a Republican is of the Republicans. */
const [leastLetters, leastOfStart] = [2, 5];

/**
 * Has the response ("Iraq Core Team") more than half of the words of a name of the key, one of them in no other name and not in the stem, and none of
 * another's name? Never so for people, whose names are read in full or by the surname, nor for symbols and codes; and a numeral of the name has to be said.
 * Or does it shorten a name?
 */
export function isNearly(asIs: ReadonlySet<string>, { keys, others, foreign }: Names, stem: StemWords): boolean {
  const shared = new Set([...wordsOf(others)].map(wordOf));
  const isTelling = (word: string) => !shared.has(word) && !stem.names.has(word) && !stem.plain.has(word);
  const names = keys.filter(({ isCode }) => !isCode).flatMap(({ spellings }) => [...spellings.worded]);
  return [...asIs].some((response) => {
    if (names.some((name) => isAbbreviation(response, name) || isButForItsStart(response, name))) return true;
    if (response.split(" ").some((word) => foreign.has(word) || denying.has(word))) return false;
    const said = contentOf(response);
    const isSaid = (word: string) =>
      said.some((each) => each === word || beginsWith(each, word) || beginsWith(word, each));
    return names.some((name) => {
      const words = contentOf(name);
      const found = words.filter(isSaid);
      const isNumbered = numeralsIn(name) !== "" && numeralsIn(name) !== numeralsIn(response);
      // "Modern France": though Paris, France, is another's name, too, France is this one's whole name.
      return !isNumbered && found.length * 2 > words.length && (words.length === 1 || found.some(isTelling));
    });
  });
}

const contentOf = (worded: string): readonly string[] =>
  worded
    .split(" ")
    .map(wordOf)
    .filter((word) => word.length >= leastLetters && word !== "and" && !joining.has(word));

const beginsWith = (word: string, start: string) => start.length >= leastOfStart && word.startsWith(start);

/** "Li", "Pb": one or two letters that a name begins with and has in their order; "DIB": the first letters of its words. */
function isAbbreviation(response: string, name: string): boolean {
  const initials = contentOf(name).map((word) => word[0]);
  if (initials.length > 1 && response === initials.join("")) return true;
  if (!/^\p{L}{1,2}$/u.test(response) || name.length < 2 * response.length + 1) return false;
  return response[0] === name[0] && name.includes(response.at(-1)!, response.length - 1);
}

/** "Etherlands", "Prussia": a letter more or less at the beginning is rather another word than a slip. */
function isButForItsStart(response: string, name: string): boolean {
  return (
    /^\p{L}{4}/u.test(response) && /^\p{L}{4}/u.test(name) && (response.slice(1) === name || name.slice(1) === response)
  );
}
