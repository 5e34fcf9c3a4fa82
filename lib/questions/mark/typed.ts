/**
 * Marks a typed name: an exact hit decides, strict spellings before loose ones; then slips of the pen, where no other name is as near.
 * question-engine 5.1. The limits follow H5P's essay grader, stricter below five letters because short names collide.
 */
import { lettersIn, longestResponse, numeralsIn, type Spellings, spellingsOf } from "../normalise.ts";
import type { Mark, MarkNote, Question, ValueKey } from "../question.ts";
import { editDistance, type Tally } from "./distance.ts";
import { askAgain, marked, type Try } from "./marked.ts";
import { isOtherWord } from "./other-word.ts";
import { namesIn, readingsOf } from "./readings.ts";
import { isShortFor } from "./short-names.ts";

/** Slips allowed in a name of so many letters and digits: none up to 4, one up to 8, two beyond; none in a code or year. */
export function slipsAllowed(letters: number, isCode: boolean): number {
  if (isCode || letters <= 4) return 0;
  return letters <= 9 ? 1 : 2;
}

/** The mark of a typed response. Only names in the question's `accepts` and `near` are known to it. */
export function markTyped(question: Question, text: string, tries: Try, tally?: Tally): Mark {
  if (text.length > longestResponse) return askAgain("unreadable", tries);
  const ownNames = namesOfKey(question);
  const read = (each: string) => spellingsOf(each, question.titles);
  const names: Names = {
    ofPeople: question.titles.length > 0,
    keys: ownNames.map((name) => nameOf(name, null, question.titles)),
    others: question.near
      .filter((near) => !question.key.includes(near.value))
      .map((near) => nameOf(near.text, near.value, question.titles)),
  };
  const foreign = foreignTo(names.keys, names.others);
  const around = { stem: question.stem, names: ownNames, foreign, ofPerson: names.ofPeople && isPerson(names.keys) };
  const given = readingsOf(text, around).map(read);
  if (given[0]!.strict.size === 0) return askAgain("unreadable", tries);
  const inBrackets = /\(([^()]+)\)/.exec(text);
  const beside = inBrackets && markExactly(read(inBrackets[1]!), names, tries);
  if (beside?.kind === "marked" && beside.mistakenFor !== null) return beside;
  for (const reading of given) {
    const found = markExactly(reading, names, tries);
    if (found) return found;
  }
  const isRight = (found: Mark | null) => found?.kind === "marked" && found.fraction === 1;
  // "Group 18 (noble gases)": what stands before is no other's name, or it would have been found.
  if (beside && isRight(beside)) return beside;
  const parts = namesIn(text);
  if (parts.length > 1 && parts.every((part) => isRight(markExactly(read(part), names, tries)))) return marked(1);
  // "George Bush" leaves out of two names what tells them apart: that is no slip of one of them.
  const bare = new Set(given.flatMap(({ worded }) => [...bareOf(worded)]));
  const isShort = (name: Name) => meets(bare, name.bare);
  if (names.keys.some(isShort) && names.others.some(isShort)) return askAgain("which-one", tries);
  const worded = new Set(given.flatMap((each) => [...each.worded]));
  return markSlips({ ...given[0]!, worded }, given[0]!.worded, names, tries, tally);
}

/** The names that a response is compared with. */
type Names = { readonly ofPeople: boolean; readonly keys: readonly Name[]; readonly others: readonly Name[] };

/** The mark of a response that is a name as it stands, or with first names left out or as initials; null where it is none. */
function markExactly(given: Spellings, { ofPeople, keys, others }: Names, tries: Try): Mark | null {
  for (const tier of ["strict", "untitled", "loose", "regional"] as const) {
    const isKey = keys.some((key) => meets(given[tier], key.spellings[tier]));
    const other = others.find((name) => meets(given[tier], name.spellings[tier]));
    if (isKey && other) return askAgain("which-one", tries);
    if (other) return mistaken(other.value);
    if (isKey && tier === "strict") return marked(1);
    if (isKey) return marked(1, { notes: [...(tier === "regional" ? spelled : []), ...rankNote(given)] });
  }
  for (const gaps of ofPeople ? [false, true] : [false]) {
    const isShort = (name: Name) => isShortFor(given, name.spellings, gaps);
    if (keys.some(isShort))
      return others.some(isShort) ? askAgain("which-one", tries) : marked(1, { notes: rankNote(given) });
  }
  // "Maria Iannucci": the surname with a second name before it.
  const isEnd = (name: Name) => endsWith(name.spellings.worded, given.worded);
  if (ofPeople && keys.some(isEnd) && keys.some(({ spellings }) => endsWith(given.worded, spellings.worded)))
    return others.some(isEnd) ? askAgain("which-one", tries) : marked(1, { notes: rankNote(given) });
  // "Per Pugholm Olsen": who knows more of a name than the pack does is right, unless what is more belongs to another.
  const isLong = (name: Name) => isShortFor(name.spellings, given, true);
  const foreign = foreignTo(keys, others);
  if (!ofPeople || longWords(given.worded).some((word) => foreign.has(word))) return null;
  if (!fullest(keys).every(isLong)) return null;
  return others.some(isLong) ? askAgain("which-one", tries) : marked(1, { notes: rankNote(given) });
}

/** Is the last word of a name accepted for the whole? So it is with surnames. */
function isPerson(keys: readonly Name[]): boolean {
  const single = new Set(keys.flatMap(({ spellings }) => [...spellings.worded]).filter((word) => !word.includes(" ")));
  return keys.some(({ spellings }) => endsWith(spellings.worded, single));
}

/** The names of most words: a middle name that the pack knows must be the one that is given ("Henry C. Wallace" is not Henry A. Wallace). */
function fullest(names: readonly Name[]): readonly Name[] {
  const countOf = ({ spellings }: Name) => Math.max(...[...spellings.worded].map((each) => each.split(" ").length));
  const most = Math.max(...names.map(countOf));
  return names.filter((name) => countOf(name) === most);
}

/** Words of others' names that are none of the key's: with one of them two are named. */
function foreignTo(keys: readonly Name[], others: readonly Name[]): ReadonlySet<string> {
  const own = wordsOf(keys);
  return new Set([...wordsOf(others)].filter((word) => !own.has(word)));
}

const spelled: readonly MarkNote[] = ["spelling"];

/** What is accepted, and what is the key's among the near names: borne by others too, or of a form that the gap does not take. */
function namesOfKey({ accepts, answer, near, key }: Question): string[] {
  return [...accepts, answer, ...near.filter(({ value }) => key.includes(value)).map(({ text }) => text)];
}

/** Spellings without the single letters that stand for middle names; none of a name of one word. */
function bareOf(spellings: Iterable<string>): ReadonlySet<string> {
  const bare = [...spellings].map((spelling) => spelling.split(" ").filter((word) => !/^\p{L}$/u.test(word)));
  return new Set(bare.filter((words) => words.length > 1).map((words) => words.join(" ")));
}

/** A name with its spellings; `value` is null for the key's own. */
type Name = {
  readonly value: ValueKey | null;
  readonly spellings: Spellings;
  readonly bare: ReadonlySet<string>;
  readonly isCode: boolean;
};

function nameOf(text: string, value: ValueKey | null, titles: readonly string[]): Name {
  let names = lately.get(titles);
  if (!names || names.size >= mostRemembered) {
    names = new Map();
    lately.set(titles, names);
  }
  let known = names.get(text);
  if (!known) {
    const spellings = spellingsOf(text, titles);
    known = { spellings, bare: bareOf(spellings.worded), isCode: isCode(text) };
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

function markSlips(
  given: Spellings,
  asIs: ReadonlySet<string>,
  { ofPeople, keys, others }: Names,
  tries: Try,
  tally?: Tally,
): Mark {
  const foreign = wordsOf(ofPeople ? [] : others);
  const isSlip = (response: string, name: string, distance: number) =>
    !isOtherWord(response, name, distance, foreign, ofPeople);
  // "Smell" is too little for a bad smell, and no slip for "smelly".
  const isPart = keys.some(({ spellings }) => [...spellings.worded].some((name) => isPartOf(asIs, name)));
  const key = isPart ? null : nearest(given, keys, true, tally, isSlip);
  const allowedOther = nearest(given, others, true, tally);
  if (!key) return allowedOther ? mistaken(allowedOther.name.value) : marked(0);
  // Any other name that is as near makes the response ambiguous, even one that bears no slip itself.
  const other = nearest(given, others, false, tally);
  if (other && other.distance < key.distance) return mistaken(other.name.value);
  if (other && other.distance === key.distance) return askAgain("which-one", tries);
  return marked(1, { notes: ["spelling", ...rankNote(given)] });
}

/** The name at the least distance, up to 2; with `withinLimits`, only where slips are allowed and all numerals are equal. */
function nearest(
  given: Spellings,
  names: readonly Name[],
  withinLimits: boolean,
  tally?: Tally,
  isSlip: (response: string, name: string, distance: number) => boolean = () => true,
) {
  let best: { readonly name: Name; readonly distance: number } | null = null;
  for (const name of names) {
    for (const spelling of name.spellings.worded) {
      const limit = withinLimits ? slipsAllowed(lettersIn(spelling), name.isCode) : 2;
      const bound = Math.min(limit, best ? best.distance - 1 : 2);
      if (bound < 0) continue;
      for (const response of given.worded) {
        if (withinLimits && numeralsIn(response) !== numeralsIn(spelling)) continue;
        const distance = editDistance(response, spelling, bound, tally);
        if (distance <= bound && (!best || distance < best.distance) && isSlip(response, spelling, distance))
          best = { name, distance };
      }
    }
  }
  return best;
}

/** Are the last words of one of the names such an end, with others before it? */
function endsWith(names: ReadonlySet<string>, ends: ReadonlySet<string>): boolean {
  return [...ends].some((end) => [...names].some((name) => name.endsWith(` ${end}`)));
}

/** Does the name hold the response as whole words, and more? */
function isPartOf(worded: ReadonlySet<string>, name: string): boolean {
  for (const response of worded) if (name !== response && ` ${name} `.includes(` ${response} `)) return true;
  return false;
}

function wordsOf(names: readonly Name[]): ReadonlySet<string> {
  return new Set(names.flatMap(({ spellings }) => longWords(spellings.worded)));
}

function longWords(worded: ReadonlySet<string>): string[] {
  return [...worded].flatMap((name) => name.split(" ").filter((word) => word.length > 3));
}

function mistaken(value: ValueKey | null): Mark {
  return marked(0, { notes: ["other-entity"], mistakenFor: value });
}

function meets(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  for (const spelling of left) if (spelling !== "" && right.has(spelling)) return true;
  return false;
}

/** Says that a rank or title was not looked at, when the response has one. */
function rankNote(given: Spellings): MarkNote[] {
  for (const spelling of given.strict) if (!given.untitled.has(spelling)) return ["rank-ignored"];
  return [];
}
