/** What a response says when the words around the name are left off: "by donating equipment", "noble gas family", "Gerald Ford, Jr." */
import { askedBy } from "../asked-by.ts";
import { containsWords } from "../fold.ts";
import {
  type StemWords,
  withoutAside,
  withoutDescription,
  withoutFigures,
  withoutLead,
  withoutNeighbour,
  withoutPlace,
  withoutSortBefore,
  withoutSortBehind,
  withoutStemBefore,
  withoutStemBehind,
  withoutSymbol,
  withWholeWords,
} from "./around.ts";
import { withFullName } from "./short-names.ts";

/** What a response is read beside: the stem, the key's names, the words of others' names, and whether the key is a person. */
export type Around = {
  readonly stem: string;
  readonly ofStem: StemWords;
  readonly names: readonly string[];
  readonly foreign: ReadonlySet<string>;
  readonly ofPerson: boolean;
};

/**
 * The response, then what is left of it without a nickname in quotation marks, words that lead in, words of the stem, what is added about the name, what the stem says behind the name ("of the periodic
 * table"), "number", initials written as one word, a suffix that a name of the key bears as well ("Jr."), and a word that the stem asks by, before or
 * behind the name ("Which family", "In which city"). At most 32, the response itself first.
 */
export function readingsOf(text: string, { stem, ofStem, names, foreign, ofPerson }: Around): string[] {
  const suffixes = names.flatMap((name) => suffixOf(name) ?? []);
  const asked = new Set(
    askedBy(stem)
      .split(/[^\p{L}]+/u)
      .map(bare),
  );
  const shorten: readonly ((reading: string) => string)[] = [
    (reading) => reading.replace(/(?<=\S\s+)["'“‘«]([^"'“”‘’«»]+)["'”’»]\s+(?=\S)/u, ""),
    withWholeWords,
    withoutLead,
    withoutSymbol,
    (reading) => withoutStemBefore(reading, ofStem),
    (reading) => withoutStemBehind(reading, ofStem),
    (reading) => withoutPlace(reading, ofStem),
    withoutNeighbour,
    (reading) => (ofPerson ? withoutFigures(reading) : reading),
    (reading) => withoutAside(reading, foreign, ofPerson),
    withoutSortBefore,
    withoutSortBehind,
    (reading) => (ofPerson ? withoutDescription(withFullName(reading), names, foreign) : reading),
    (reading) =>
      reading.replace(/^(?:the )?(\p{L}{4,}) (?:of )?(?=\S)/iu, (start, word: string) =>
        asked.has(bare(word)) ? "" : start,
      ),
    // "The fourth period of the periodic table": what the stem says behind the name.
    (reading) => reading.replace(/\s(?:of|in|for) \S.*$/iu, (end) => (containsWords(stem, end.trim()) ? "" : end)),
    (reading) => reading.replace(/\bnumber (?=\S)|\bno\.? (?=\d)/iu, ""),
    (reading) => reading.replace(/\bsenior\W*$/i, "Sr.").replace(/\bjunior\W*$/i, "Jr."),
    // "WH Harrison" and "W.H. Harrison" have two initials; folded as they stand they would be one word.
    (reading) =>
      reading.replace(
        /(?<!\p{L})(?:\p{Lu}\.?){2,3}(?!\p{L})/u,
        (letters) => `${[...letters.replaceAll(".", "")].join(" ")} `,
      ),
    (reading) => (suffixes.includes(suffixOf(reading) ?? "") ? reading.replace(suffix, "") : reading),
    (reading) => reading.replace(/[\s-]+([\p{L}]{4,})\W*$/u, (end, word: string) => (asked.has(bare(word)) ? "" : end)),
  ];
  let readings = [text];
  for (const each of shorten) readings = [...new Set(readings.flatMap((reading) => [reading, each(reading)]))];
  // "Olsen Per": where the comma is forgotten.
  if (ofPerson) readings.splice(mostReadings - 1, Infinity, text.replace(/^(\S+)\s+([^,]+)$/u, "$2 $1"));
  return readings.slice(0, mostReadings);
}

/** The names of a response that gives more than one for the same thing: "tungsten / wolfram", "the North Atlantic Council, or NAC", "the military and security forces". */
export function namesIn(text: string): string[] {
  return text.split(/\s*[/,;=&]\s*(?:or\s+)?|\s+(?:or|and|aka)\s+/i).filter((part) => part !== "");
}

/** Five of them left off in every way; more stand around no name that anybody types. */
const mostReadings = 32;

const suffix = /,?\s+(jr|sr|i{1,3}|iv)\.?$/i;

/** "jr", "sr" or a Roman numeral at the end of a name; null where it has none. */
function suffixOf(name: string): string | null {
  const found = suffix.exec(name.trim());
  return found ? found[1]!.toLowerCase() : null;
}

function bare(word: string): string {
  return word.toLowerCase().replace(/(?:ies|y|s)$/, "");
}
