/** What is neither a name of the key nor anybody else's, and says in part what the key says: one is asked to say it otherwise, and not told that it is wrong. */

import { numeralsIn } from "../normalise.ts";
import { joining, opposing, type StemWords, wordOf } from "./around.ts";
import { type Names, wordsOf } from "./names.ts";

/** Letters stand for no word; and of shorter words another ending makes another word: "alum" is no aluminium, but a Republican is of the Republicans. */
const [leastLetters, leastOfStart] = [2, 5];

/**
 * Has the response ("Iraq Core Team") more than half of the words of a name of the key, one of them in no other name and not in the stem, and none of
 * another's name? Never so for people, whose names are read in full or by the surname, nor for symbols and codes; and numerals have to be the key's.
 */
export function isNearly(asIs: ReadonlySet<string>, { keys, others, foreign }: Names, stem: StemWords): boolean {
  const shared = new Set([...wordsOf(others)].map(wordOf));
  const isTelling = (word: string) => !shared.has(word) && !stem.names.has(word) && !stem.plain.has(word);
  const names = keys.filter(({ isCode }) => !isCode).flatMap(({ spellings }) => [...spellings.worded]);
  return [...asIs].some((response) => {
    if (response.split(" ").some((word) => foreign.has(word) || opposing.has(word))) return false;
    const said = contentOf(response);
    const isSaid = (word: string) =>
      said.some((each) => each === word || beginsWith(each, word) || beginsWith(word, each));
    return names.some((name) => {
      const words = contentOf(name);
      const found = words.filter(isSaid);
      return found.length * 2 > words.length && found.some(isTelling) && numeralsIn(name) === numeralsIn(response);
    });
  });
}

const contentOf = (worded: string): readonly string[] =>
  worded
    .split(" ")
    .map(wordOf)
    .filter((word) => word.length >= leastLetters && !joining.has(word));

const beginsWith = (word: string, start: string) => start.length >= leastOfStart && word.startsWith(start);
