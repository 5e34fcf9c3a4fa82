/** What stands around a name: the sentence that it is put into, words of the stem before and behind it, and what is added about it. */
import { folded, singular } from "../fold.ts";

/** "He was a Democrat", "by donating equipment", "its armed forces", "it is called helium": the name alone. */
export function withoutLead(reading: string): string {
  return reading.replace(leadIn, "");
}

const leadIn = new RegExp(
  `^(?:(?:${[
    "to|by|in|at|after|from|of|on|for|with|as|through|under|via|because of|by means of",
    "(?:it|he|she|they|this|that|these|those) (?:is|was|were|are)(?: to be)?(?: an?(?= ))?|it's|they're",
    "(?:is|was|were|are|being|called|named|so-called|its|his|her|their)",
    "(?:greek|latin|german|english|french|arabic|swedish)(?: word)?(?: for|:)",
  ].join("|")})\\s+)+(?:(?:the )?so-called )?`,
  "i",
);

/** "The metal iron", "the Polish capital Warsaw", "pure gold": without the sort of thing that it is. "Group 2" is no 2. */
export function withoutSortBefore(reading: string): string {
  return reading.replace(sortBefore, "");
}

/** "Helium gas", "noble gas elements": the same behind. */
export function withoutSortBehind(reading: string): string {
  return reading.replace(sortBehind, "");
}

const sortBefore = new RegExp(
  `^(?:(?:(?:the|an?|its|their) )?(?:[\\p{L}'-]+ ){0,2}(?:${[
    "capital|city|town|country|region|area|element|metal|gas|liquid|halogen|metalloid|non-metal|semiconductor|letters?|symbol",
    "colou?r|word|president|politician|general|officer|party|group|family|body|organi[sz]ation|operation|rank|post",
  ].join("|")})(?: of| called| named)? |(?:elemental|metallic|pure|liquid) )(?=\\p{L}{2})`,
  "iu",
);
const sortBehind = /(?<=\S) (?:gas|metal|elements?|colou?r)\W*$/iu;

/** The words of a stem: names as they stand there, and the others. */
export type StemWords = { readonly names: ReadonlySet<string>; readonly plain: ReadonlySet<string> };

/** The words of a stem, but for those that turn what is said into its contrary, or leave it open. */
export function wordsOfStem(stem: string): StemWords {
  const words = stem.split(/\s+/u).map((word, at) => [wordOf(word), at > 0 && /^\P{L}*\p{Lu}/u.test(word)] as const);
  const those = (isName: boolean) =>
    new Set(words.flatMap(([word, is]) => (is === isName && word !== "" && !kept.has(word) ? [word] : [])));
  return { names: those(true), plain: those(false) };
}

/** "The symbol of lead is Pb": without the words at its beginning that the stem has; something is always left. */
export function withoutStemBefore(reading: string, stem: StemWords): string {
  const words = reading.split(/\s+/u);
  const count = countOf(words, stem);
  // "Financial donations" are other donations: one word straight before the name belongs to it.
  const left = words.slice(0, count);
  const isApart = joining.has(wordOf(left.at(-1) ?? "")) || /[:=]$/.test(left.at(-1) ?? "");
  return words.slice(isApart || left.filter((word) => !joining.has(wordOf(word))).length > 2 ? count : 0).join(" ");
}

/** "Barkley was vice president", "Lieutenant General Per Olsen": without the words at its end that the stem has; something is always left. */
export function withoutStemBehind(reading: string, stem: StemWords): string {
  const words = reading.split(/\s+/u).reverse();
  const isOther = (word: string) => !stem.names.has(wordOf(word));
  const names = Math.max(0, words.findIndex(isOther));
  const isOwner = joining.has(wordOf(words[names]!));
  return words
    .slice(countOf(words, stem) || (isOwner ? 0 : names))
    .reverse()
    .join(" ");
}

/** "Eradicate terrorism in Iraq": without the place or time at its end that the stem has, in whatever words. "Of NATO" would be an owner. */
export function withoutPlace(reading: string, { names, plain }: StemWords): string {
  const found = /^(.*\S)\s(?:in|within|inside|for|at|on)\s(.+)$/iu.exec(reading);
  const isOfStem = (word: string) => names.has(word) || plain.has(word) || joining.has(word);
  return found?.[2]?.split(/\s+/u).map(wordOf).every(isOfStem) ? found[1]! : reading;
}

/**
 * How many words from the first on are the stem's or join such words. Names alone are left: "NATO's armed forces" are not the armed forces. In a
 * sentence, "Fillmore belonged to the Whig Party", they stand with other words. One of two is no aside.
 */
function countOf(words: readonly string[], { names, plain }: StemWords): number {
  let [count, isOfStem, isSentence] = [0, false, false];
  for (; count < words.length - 1; count++) {
    const word = wordOf(words[count]!);
    if (joining.has(word)) isSentence ||= isOfStem && verbs.has(word);
    else if (plain.has(word)) isSentence = true;
    else if (!names.has(word)) break;
    isOfStem ||= !joining.has(word);
  }
  return isOfStem && isSentence && wordOf(words[count]!) !== "and" ? count : 0;
}

/** Words that join others. */
export const joining: ReadonlySet<string> = new Set(
  "a an the is was were are did be being to of in on at by for from as it its he she they".split(" "),
);

const verbs: ReadonlySet<string> = new Set(["is", "was", "were", "are", "did"]);

/** A word as it is compared: folded, without plural, possessive or the ending of a verb. */
export function wordOf(text: string): string {
  return singular(folded(text.replace(/['’]s$/u, ""))).replace(/(?<=\p{L}{4})(?:ed|ing)$/u, "");
}

/**
 * "Burr, who shot Hamilton", "Canada again", of a person also "Hamlin of Maine": the name alone, unless what is added names somebody or something
 * `foreign`. "Armed forces of Turkey" are others than the armed forces.
 */
export function withoutAside(reading: string, foreign: ReadonlySet<string>, ofPerson: boolean): string {
  for (const aside of ofPerson ? [...asides, behindComma, whence] : asides) {
    const found = aside.exec(reading);
    if (!found) continue;
    const added = folded(found[2]!).split(" ");
    if (!added.some((word) => foreign.has(word) || opposing.has(word))) return found[1]!;
  }
  return reading;
}

/** Words that turn what is said into its contrary. */
export const denying: ReadonlySet<string> = new Set("not no nor never except without".split(" "));
/** Words that turn what is said into its contrary, or leave it open. */
const opposing: ReadonlySet<string> = new Set([...denying, ..."or but maybe perhaps".split(" ")]);
const kept: ReadonlySet<string> = new Set(["and", ...opposing]);

const leading = "of|from|in|on|at|near|after|before|during|under|with|who|which|for|as";
const asides = [
  new RegExp(
    `^(.*?\\S)(?:,|\\s[–-])\\s+((?:${leading}|that|the|an?|his|her|its|also|aka|symbol|latin|meaning|when|then|by) .*)$`,
    "iu",
  ),
  // What begins with a small letter or a figure is no other name: "Baghdad, capital", "Gerald Ford, 38th president".
  /^(.*?\S)(?:,|\s[–-])\s+([\p{Ll}\d].*)$/u,
  /^(.*\S)\s+((?:also|again|too|as well|did|was|were|is|took over|became president))\W*$/u,
];
/** "Jennie Carignan, CMM", "Gerald Ford, Michigan"; but "Ford, Henry" is Henry Ford. */
const behindComma = /^(\S+\s.*?\S)(?:,|\s[–-])\s+(.*)$/u;
const whence = new RegExp(`^(.*\\S)\\s+((?:${leading}) \\S.*)$`, "u");

/** "Taji, north of Baghdad", "Taji, 20 km from Baghdad": the place alone, whatever it is near. */
export function withoutNeighbour(reading: string): string {
  return reading.replace(neighbour, "");
}

const neighbour =
  /(?<=\S),?\s+(?:(?:just|not far) )?(?:(?:to the )?(?:north|south)?-?(?:north|south|east|west) (?:of|from)|near|close to|next to|(?:about )?\d+ km from) \S.*$/iu;

/** "Andrew Johnson 1865-1869", "Lollesgaard, 6 May 2021 – 10 May 2022", "Madison 4th president": a person's name without figures behind it. */
export function withoutFigures(reading: string): string {
  return reading.replace(figures, "");
}

const figures =
  /(?<=\p{L}.*)[\s,(]+(?:(?:in|from|since|until|between|during|born) )?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}* )?\d.*$/iu;

/** "Her fellow Canadian Dany Fortin": the whole name of a person (one of `names`) alone, when nobody `foreign` is named before it. */
export function withoutDescription(reading: string, names: readonly string[], foreign: ReadonlySet<string>): string {
  const text = folded(reading);
  const whole = names.find((name) => /^\p{L}{2}.*\s/u.test(name) && text.endsWith(` ${folded(name)}`));
  if (whole === undefined) return reading;
  const before = text.slice(0, -folded(whole).length).trim().split(" ");
  // An article leads to what they are; up to three names may be first names that the pack does not know.
  if (before.length > 3 && !articles.has(before[0]!)) return reading;
  return before.some((word) => foreign.has(word) || opposing.has(word) || kin.has(word)) ? reading : whole;
}

const articles: ReadonlySet<string> = new Set("the a an her his their our another".split(" "));
const kin: ReadonlySet<string> = new Set("son daughter father mother brother sister wife widow husband of".split(" "));

/** "Be, beryllium", "Li = lithium", "cesium, Cs": without the symbol beside the name. */
export function withoutSymbol(reading: string): string {
  return reading
    .replace(/^\p{Lu}\p{Ll}?\s*(?:[,:=–-]\s*|(?=\())(?=.{3})/u, "")
    .replace(/(?<=.{3})(?:\s*[,:=–-]\s*|\s)\p{Lu}\p{Ll}?\d?$/u, "");
}

/** "Ops", "intel", "govt": words as they are shortened when one writes in haste. */
export function withWholeWords(reading: string): string {
  return reading.replace(
    /\b(?:ops|op|intel|govt|hqs)\b\.?/giu,
    (word) => wholeWords[word.toLowerCase().replace(".", "")]!,
  );
}

const wholeWords: Readonly<Record<string, string>> = {
  ops: "operations",
  op: "operation",
  intel: "intelligence",
  govt: "government",
  hqs: "headquarters",
};
