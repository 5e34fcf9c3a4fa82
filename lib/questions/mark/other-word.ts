/** When a word that differs by a letter or two is another word, and no slip of the pen. */
import { denying } from "./around.ts";
import { editDistance } from "./distance.ts";

/**
 * Is the response another word than the name, though it is only one or two slips away (`distance`)? "chloride" is not chlorine, "instability" not
 * stability, "Henry Ford" not Jerry Ford, another initial not this one; nor is a word of another thing's name one of this (`foreign`; of people, who share names, it is empty).
 */
export function isOtherWord(
  response: string,
  name: string,
  distance: number,
  foreign: ReadonlySet<string>,
  ofPeople: boolean,
): boolean {
  const [typed, own] = [response.split(" "), name.split(" ")];
  if (ofPeople && distance > 1 && own.length > 1 && typed.some((word, at) => word[0] !== own[at]?.[0])) return true;
  if (ofPeople && hasOtherInitials(typed, own)) return true;
  // "Prussia" is not Russia; nor is a father his son.
  if (!ofPeople && typed[0]![0] !== own[0]![0] && typed[0]!.length !== own[0]!.length) return true;
  if (!ofPeople && typed.length === own.length && typed.some((word, at) => isOtherShort(word, own[at]!))) return true;
  if (typed.some((word) => denying.has(word) && !own.includes(word))) return true;
  // Of a short surname one slip is borne, wherever the other is: "Charles Davis" is not Charles Dawes.
  const [last, surname] = [typed.at(-1)!, own.at(-1)!];
  if (ofPeople && own.length > 1 && surname.length <= 6 && editDistance(last, surname, 1) > 1) return true;
  if (typed.some((word) => /^(?:jr|sr|ii|iii)$/.test(word) && !own.includes(word))) return true;
  return typed.some(
    (word, at) => (foreign.has(word) && !own.includes(word)) || (at in own && isOfOtherForm(word, own[at]!)),
  );
}

/** "L. L." is not L. B. */
function hasOtherInitials(typed: readonly string[], own: readonly string[]): boolean {
  const left = [...own];
  return typed
    .filter((word) => word.length === 1)
    .some((word) => !left.includes(word) || left.splice(left.indexOf(word), 1).length === 0);
}

/** "Sea" is not sky: a word of three letters bears one slip. */
const isOtherShort = (word: string, own: string): boolean => own.length <= 3 && editDistance(word, own, 1) > 1;

/** In chemistry an ending names another thing; a prefix that denies makes the contrary. */
function isOfOtherForm(word: string, other: string): boolean {
  if (word === other) return false;
  const [ending, otherEnding] = [/i[dn]e$/.exec(word)?.[0], /i[dn]e$/.exec(other)?.[0]];
  if (ending && otherEnding && ending !== otherEnding) return true;
  return word.replace(denial, "") === other.replace(denial, "");
}

const denial = /^(?:in|im|un|ir|ex|non|dis|de)(?=\p{L}{4})/u;
