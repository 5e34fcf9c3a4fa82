/**
 * Two spellings of one name, made comparable: case, accents, transcriptions, punctuation, titles and word order are folded,
 * in tiers from strict to loose, so that a name that another entity bears exactly is never bent into the key.
 */
import { americanSpelling } from "./regional-spelling.ts";

/** Responses longer than this many characters are not read: no name is, and the work stays bounded. */
export const longestResponse = 200;

/** The spellings of one text, by how much was folded; each is a small set, because ø may be written o or oe. */
export type Spellings = {
  /** Case, accents and punctuation folded, articles dropped; "Surname, Given" turned; words in brackets optional. */
  readonly strict: ReadonlySet<string>;
  /** And ranks and titles dropped. Empty of anything new where the text bears none. */
  readonly untitled: ReadonlySet<string>;
  /** And hyphens, apostrophes, blanks, particles (van, de, al) and small words (of, in, the) dropped, ordinals as digits. */
  readonly loose: ReadonlySet<string>;
  /** And British spellings as American ones: the same word, spelled as elsewhere. */
  readonly regional: ReadonlySet<string>;
  /** What slips of the pen are measured on: untitled, hyphens as blanks, apostrophes dropped, ordinals as digits and as they are. */
  readonly worded: ReadonlySet<string>;
};

/** All spellings of a name; `titles` are those of the pack, in any case and with or without full stops. */
export function spellingsOf(text: string, titles: readonly string[]): Spellings {
  const strict = new Set<string>();
  const untitled = new Set<string>();
  const loose = new Set<string>();
  const regional = new Set<string>();
  const worded = new Set<string>();
  const own = titles.map((title) => words(folded(title))).filter((title) => title.length > 0);
  // A pack with titles is about people, and they are addressed in more ways than any pack lists.
  const ranks = own.length > 0 ? [...own, ...usualTitles] : own;
  // Of people an "a" is an initial: "A. W. Barkley".
  const articles = own.length > 0 ? ["the"] : ["the", "a", "an"];
  for (const reading of readings(text)) {
    for (const spelled of transcriptions(reading)) {
      const tokens = withoutArticle(words(folded(spelled)), articles);
      if (tokens.length === 0) continue;
      const bare = withoutTitles(tokens, ranks, articles);
      const split = bare.flatMap(splitHyphens);
      const parts = split.map((token) => ordinalAsDigits(token.replaceAll("'", "")));
      const kept = parts.filter((token) => !particles.has(token));
      const plain = split
        .map((token) => ordinalAsDigits(token.replace(/'s$/, "").replaceAll("'", "")))
        .filter((token) => !particles.has(token))
        .map(numberAsDigits);
      strict.add(tokens.join(" "));
      untitled.add(bare.join(" "));
      worded.add(parts.join(" "));
      worded.add(split.map((token) => token.replaceAll("'", "")).join(" "));
      loose.add(glued(parts));
      if (kept.length === 0) continue;
      for (const each of [kept, plain]) loose.add(glued(each));
      regional.add(glued(plain.map(americanSpelling)));
    }
  }
  return { strict, untitled, loose, regional, worded };
}

/**
 * A text without case, accents and punctuation, blanks squeezed: "  Lt. Gen. Agüero " becomes "lt gen aguero".
 * Keeps - and ' within words, and the signs + # % which tell symbols apart. NFKC first, so that wide and styled letters are read.
 */
export function folded(text: string): string {
  // Quotation marks first: NFKC would make a blank with an accent of ´.
  return asciiDigits(text.replace(/[\u2018\u2019\u201b\u02bc\u0060\u00b4]/g, "'").normalize("NFKC"))
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/&/g, " and ")
    .replace(/(?<![\p{L}\p{N}])(?:\p{L}\.)+\p{L}(?![\p{L}\p{N}])\.?/gu, (acronym) => acronym.replaceAll(".", ""))
    .replace(/[ßẞđðłıœæþς]/g, (letter) => single[letter] ?? letter)
    .normalize("NFD")
    .replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u0652\p{C}]/gu, "")
    .normalize("NFC")
    .replace(/ø/g, "o")
    .replace(/(?![-'#%])\p{P}/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Digits of other scripts as 0-9, so that ٢٠١٨ is read as 2018. */
export function asciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef]/g, (digit) =>
    String((digit.charCodeAt(0) - (digit.charCodeAt(0) >= 0x0966 ? 6 : 0)) & 0xf),
  );
}

/** The tokens of a folded text that no slip may touch: digits, codes with digits, ordinals, Roman numerals; sorted as they stand. */
export function numeralsIn(worded: string): string {
  return worded
    .split(" ")
    .filter((token) => /\d/.test(token) || /^[ivx]+$/.test(token))
    .join(" ");
}

/** The number of letters and digits that the limits for slips go by. */
export function lettersIn(worded: string): number {
  return worded.replaceAll(" ", "").length;
}

/** Titles and ranks that anybody may put before a name, each word by itself: "Lt General", "Vice Pres." */
const usualTitles = (
  "president pres vice vp general gen lieutenant lieut lt ltg lgen ltgen major maj majgen mgen mg brigadier brig bgen bg admiral adm colonel col captain capt commander cdr " +
  "sir mr mister mrs missus ms miss madam madame lord lady dame dr doctor prof professor senator sen governor gov minister secretary ambassador speaker judge justice mayor representative rep congressman hon honourable honorable mme"
)
  .split(" ")
  .map((title) => [title]);

const particles = new Set(
  "van von der den di de da del della la le el al dos das du do ter ten zu zum zur bin ibn the of in for and to on at".split(
    " ",
  ),
);
const single: Readonly<Record<string, string>> = {
  ß: "ss",
  ẞ: "ss",
  đ: "d",
  ð: "d",
  ł: "l",
  ı: "i",
  œ: "oe",
  æ: "ae",
  þ: "th",
  ς: "σ",
};

/** Letters that are written with one letter or with two where the keyboard lacks them. */
const twofold: readonly (readonly [RegExp, string])[] = [
  [/ø/gi, "oe"],
  [/ö/gi, "oe"],
  [/å/gi, "aa"],
  [/ü/gi, "ue"],
  [/ä/gi, "ae"],
];

const cardinals = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
const romans = "nulla i ii iii iv v vi vii viii ix x xi xii".split(" ");
const ordinals = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" ");

/** The text, without what it has in brackets, and with "Surname, Given", "one and the other", "one/other" and "part of the whole" turned round. */
function readings(text: string): Set<string> {
  const found = new Set([text]);
  const unbracketed = text.replace(/\([^()]*\)/g, " ").trim();
  if (unbracketed !== "") found.add(unbracketed);
  const parts = unbracketed.split(",");
  if (parts.length === 2 && parts[0]!.trim() !== "" && parts[1]!.trim() !== "") {
    // "Surname, Given", and "Baghdad, Iraq" with its comma forgotten.
    found.add(`${parts[1]} ${parts[0]}`);
    found.add(`${parts[0]} ${parts[1]}`);
  }
  const halves = unbracketed.split(/ (?:and|&) /i);
  if (halves.length === 2 && parts.length === 1) found.add(`${halves[1]} and ${halves[0]}`);
  for (const each of [...found]) {
    found.add(each.replace(/([\p{L}\p{N}]+) ?\/ ?([\p{L}\p{N}]+)/u, "$2/$1"));
    found.add(each.replace(/^(.+) (?:of|in) (?:the )?(.+)$/i, "$2 $1"));
  }
  return found;
}

/** The text with each of its twofold letters written short or long, one way throughout: at most 2³ spellings, for no name has more than three of them. */
function transcriptions(text: string): string[] {
  let spellings = [text.normalize("NFC")];
  for (const [letter, long] of twofold) {
    if (spellings[0]!.search(letter) === -1 || spellings.length > 4) continue;
    spellings = spellings.flatMap((spelling) => [spelling, spelling.replace(letter, long)]);
  }
  return spellings;
}

/** The words of a folded text, without hyphens and apostrophes at their ends (quotation marks, dashes). */
function words(text: string): string[] {
  return text
    .split(" ")
    .map((word) => word.replace(/^['-]+/, "").replace(/['-]+$/, ""))
    .filter((word) => word !== "");
}

function withoutArticle(tokens: readonly string[], articles: readonly string[]): readonly string[] {
  return tokens.length > 1 && articles.includes(tokens[0]!) ? tokens.slice(1) : tokens;
}

/** The tokens without titles at their start, however many; never without all of them. "ltgen" and "lt-gen" count as "lt gen". */
function withoutTitles(
  tokens: readonly string[],
  titles: readonly (readonly string[])[],
  articles: readonly string[],
): readonly string[] {
  let rest = tokens;
  for (;;) {
    let longest = 0;
    for (const title of titles) {
      const spaced = title.every((word, index) => rest[index] === word);
      const length = spaced ? title.length : rest[0] === title.join("") || rest[0] === title.join("-") ? 1 : 0;
      if (length < rest.length) longest = Math.max(longest, length);
    }
    if (longest === 0) return rest;
    rest = withoutArticle(rest.slice(longest), articles);
  }
}

/** "ntm-i" is two words; "8-10" stays one, because it is a stretch of numbers. */
function splitHyphens(token: string): string[] {
  return token.split(/(?<!\d)-|-(?!\d)/).filter((part) => part !== "");
}

/** Does it say an ordinal in a word, "second"? Another spelling of the same text has it in digits. */
export function hasOrdinal(worded: string): boolean {
  return worded.split(" ").some((token) => ordinals.includes(token));
}

function ordinalAsDigits(token: string): string {
  const index = ordinals.indexOf(token);
  if (index !== -1) return String(index);
  return token.replace(/^(\d+)(?:st|nd|rd|th)$/, "$1");
}

/** A cardinal or a Roman numeral as digits. A single letter is rather an initial or a symbol, and stays. */
function numberAsDigits(token: string, _at: number, { length }: readonly string[]): string {
  const number = Math.max(cardinals.indexOf(token), token.length > 1 || length > 1 ? romans.indexOf(token) : 0);
  return number > 0 ? String(number) : token;
}

/** The tokens run together; a bar is left between digits, so that "1 12" is not "11 2". */
function glued(tokens: readonly string[]): string {
  return tokens.join("").length === 0 ? "" : tokens.join(" ").replace(/(?<!\d) | (?!\d)/g, "");
}
