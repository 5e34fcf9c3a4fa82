/**
 * Marks a typed name: an exact hit decides, strict spellings before loose ones; then slips of the pen, where no other name is as near.
 * question-engine 5.1. The limits follow H5P's essay grader, stricter below five letters because short names collide.
 */
import { lettersIn, longestResponse, numeralsIn, type Spellings, spellingsOf } from "../normalise.ts";
import type { Mark, MarkNote, Question, ValueKey } from "../question.ts";
import { editDistance, type Tally } from "./distance.ts";
import { askAgain, marked, type Try } from "./marked.ts";

/** Slips allowed in a name of so many letters and digits: none up to 4, one up to 8, two beyond; none in a code or year. */
export function slipsAllowed(letters: number, isCode: boolean): number {
  if (isCode || letters <= 4) return 0;
  return letters <= 8 ? 1 : 2;
}

/** The mark of a typed response. Only names in the question's `accepts` and `near` are known to it. */
export function markTyped(question: Question, text: string, tries: Try, tally?: Tally): Mark {
  if (text.length > longestResponse) return askAgain("unreadable", tries);
  const given = spellingsOf(text, question.titles);
  if (given.strict.size === 0) return askAgain("unreadable", tries);

  const keys = namesOfKey(question).map((name) => nameOf(name, null, question.titles));
  const others = question.near
    .filter((near) => !question.key.includes(near.value))
    .map((near) => nameOf(near.text, near.value, question.titles));

  for (const tier of ["strict", "untitled", "loose"] as const) {
    const isKey = keys.some((key) => meets(given[tier], key.spellings[tier]));
    const other = others.find((name) => meets(given[tier], name.spellings[tier]));
    if (isKey && other) return askAgain("which-one", tries);
    if (other) return mistaken(other.value);
    if (isKey) return marked(1, { notes: tier === "strict" ? [] : rankNote(given) });
  }
  const key = keys.some((name) => initialsMeet(given, name.spellings));
  const other = others.find((name) => initialsMeet(given, name.spellings));
  if (key) return other ? askAgain("which-one", tries) : marked(1, { notes: rankNote(given) });
  // "George Bush" leaves out of two names what tells them apart: that is no slip of one of them.
  const isShort = (name: Name) => meets(bareOf(given.worded), bareOf(name.spellings.worded));
  if (keys.some(isShort) && others.some(isShort)) return askAgain("which-one", tries);
  return markSlips(given, keys, others, tries, tally);
}

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
type Name = { readonly value: ValueKey | null; readonly spellings: Spellings; readonly isCode: boolean };

function nameOf(text: string, value: ValueKey | null, titles: readonly string[]): Name {
  let names = lately.get(titles);
  if (!names || names.size >= mostRemembered) {
    names = new Map();
    lately.set(titles, names);
  }
  let known = names.get(text);
  if (!known) {
    known = { spellings: spellingsOf(text, titles), isCode: isCode(text) };
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

function markSlips(given: Spellings, keys: readonly Name[], others: readonly Name[], tries: Try, tally?: Tally): Mark {
  const key = nearest(given, keys, true, tally);
  const allowedOther = nearest(given, others, true, tally);
  if (!key) return allowedOther ? mistaken(allowedOther.name.value) : marked(0);
  // Any other name that is as near makes the response ambiguous, even one that bears no slip itself.
  const other = nearest(given, others, false, tally);
  if (other && other.distance < key.distance) return mistaken(other.name.value);
  if (other && other.distance === key.distance) return askAgain("which-one", tries);
  return marked(1, { notes: ["spelling", ...rankNote(given)] });
}

/** The name at the least distance, up to 2; with `withinLimits`, only where slips are allowed and all numerals are equal. */
function nearest(given: Spellings, names: readonly Name[], withinLimits: boolean, tally?: Tally) {
  let best: { readonly name: Name; readonly distance: number } | null = null;
  for (const name of names) {
    for (const spelling of name.spellings.worded) {
      const limit = withinLimits ? slipsAllowed(lettersIn(spelling), name.isCode) : 2;
      const bound = Math.min(limit, best ? best.distance - 1 : 2);
      if (bound < 0) continue;
      for (const response of given.worded) {
        if (withinLimits && numeralsIn(response) !== numeralsIn(spelling)) continue;
        const distance = editDistance(response, spelling, bound, tally);
        if (distance <= bound && (!best || distance < best.distance)) best = { name, distance };
      }
    }
  }
  return best;
}

function mistaken(value: ValueKey | null): Mark {
  return marked(0, { notes: ["other-entity"], mistakenFor: value });
}

function meets(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  for (const spelling of left) if (spelling !== "" && right.has(spelling)) return true;
  return false;
}

/** "J. A. Agüero" for José Antonio Agüero: single letters begin the first names in order, and the rest ends the name. */
function initialsMeet(given: Spellings, name: Spellings): boolean {
  for (const response of given.worded) {
    const tokens = response.split(" ");
    const initials = tokens.findIndex((token) => !/^\p{L}$/u.test(token));
    const rest = tokens.slice(initials).join(" ");
    if (initials <= 0 || !/\p{L}{2}/u.test(rest)) continue;
    for (const spelling of name.worded) {
      if (!spelling.endsWith(` ${rest}`)) continue;
      const first = spelling.slice(0, -rest.length).trim().split(" ");
      if (tokens.slice(0, initials).every((initial, index) => first[index]?.startsWith(initial))) return true;
    }
  }
  return false;
}

/** Says that a rank or title was not looked at, when the response has one. */
function rankNote(given: Spellings): MarkNote[] {
  for (const spelling of given.strict) if (!given.untitled.has(spelling)) return ["rank-ignored"];
  return [];
}
