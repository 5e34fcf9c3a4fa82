/**
 * Marks a typed name: an exact hit decides, strict spellings before loose ones; then slips of the pen, where no other name is as near.
 * question-engine 5.1. The limits follow H5P's essay grader, stricter below five letters because short names collide.
 */
import { longestResponse, type Spellings, spellingsOf } from "../normalise.ts";
import type { Mark, MarkNote, Question } from "../question.ts";
import { wordsOfStem } from "./around.ts";
import type { Tally } from "./distance.ts";
import { askAgain, marked, mistaken, rankNote, type Try } from "./marked.ts";
import {
  bareOf,
  endsWith,
  foreignTo,
  fullest,
  isPerson,
  longWords,
  meets,
  type Name,
  type Names,
  nameOf,
} from "./names.ts";
import { isNearly } from "./nearly.ts";
import { namesIn, readingsOf } from "./readings.ts";
import { isInitialled, isMadeOf, isShortened } from "./short-names.ts";
import { markSlips } from "./slips.ts";

/** The mark of a typed response. Only names in the question's `accepts` and `near` are known to it. */
export function markTyped(question: Question, text: string, tries: Try, tally?: Tally): Mark {
  if (text.length > longestResponse) return askAgain("unreadable", tries);
  const ownNames = namesOfKey(question);
  const read = (each: string) => spellingsOf(each, question.titles);
  const keys = ownNames.map((name) => nameOf(name, null, question.titles));
  const others = question.near
    .filter((near) => !question.key.includes(near.value))
    .map((near) => nameOf(near.text, near.value, question.titles));
  const foreign = foreignTo(keys, others);
  const ofPeople = question.titles.length > 0;
  const names: Names = { ofPeople, ofPerson: ofPeople && isPerson(keys), keys, others, foreign };
  const ofStem = wordsOfStem(question.stem);
  const around = { stem: question.stem, ofStem, names: ownNames, foreign, ofPerson: names.ofPerson };
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
  const found = markSlips({ ...given[0]!, worded }, given[0]!.worded, names, tries, tally);
  const isWrong = found.kind === "marked" && found.fraction === 0 && found.mistakenFor === null;
  if (!isWrong || names.ofPerson) return found;
  return isNearly(given[0]!.worded, names, ofStem) ? askAgain("nearly", tries) : found;
}

/** The mark of a response that is a name as it stands, or with first names left out or as initials; null where it is none. */
function markExactly(given: Spellings, { ofPeople, ofPerson, keys, others, foreign }: Names, tries: Try): Mark | null {
  for (const tier of ["strict", "untitled", "loose", "regional"] as const) {
    const isKey = keys.some((key) => meets(given[tier], key.spellings[tier]));
    const other = others.find((name) => meets(given[tier], name.spellings[tier]));
    if (isKey && other) return askAgain("which-one", tries);
    if (other) return mistaken(other.value);
    if (isKey && tier === "strict") return marked(1);
    if (isKey) return marked(1, { notes: [...(tier === "regional" ? spelled : []), ...rankNote(given)] });
  }
  // What may as well be another's name is asked back.
  const unless = (isKey: boolean, isOther: () => boolean): Mark | null => {
    if (!isKey) return null;
    return isOther() ? askAgain("which-one", tries) : marked(1, { notes: rankNote(given) });
  };
  const hasInitials = ({ spellings }: Name) => isInitialled(given, spellings);
  const found = unless(keys.some(hasInitials), () => others.some(hasInitials));
  if (found || !ofPeople) return found;
  const isShort = ({ spellings }: Name) => isShortened(given, spellings);
  // "Maria Iannucci": the surname with a second name before it.
  const isEnd = ({ spellings }: Name) => endsWith(spellings.worded, given.worded);
  const endsInSurname = keys.some(({ spellings }) => endsWith(given.worded, spellings.worded));
  // "Jimmy Earl Carter": a nickname with the second name behind it.
  const isMade = (of: readonly Name[]) => isMadeOf(given, of);
  const byPerson = () => [...Map.groupBy(others, ({ value }) => value).values()];
  // "Per Pugholm Olsen": who knows more of a name than the pack does is right, unless what is more belongs to another.
  const isLong = ({ spellings }: Name) => isShortened(spellings, given);
  const namesTwo = longWords(given.worded).some((word) => foreign.has(word));
  return (
    unless(keys.some(isShort), () => others.some(isShort)) ??
    unless(endsInSurname && keys.some(isEnd), () => others.some(isEnd)) ??
    unless(ofPerson && isMade(keys), () => byPerson().some(isMade)) ??
    unless(!namesTwo && fullest(keys).every(isLong), () => others.some(isLong))
  );
}

const spelled: readonly MarkNote[] = ["spelling"];

/** What is accepted, and what is the key's among the near names: borne by others too, or of a form that the gap does not take. */
function namesOfKey({ accepts, answer, near, key }: Question): string[] {
  return [...accepts, answer, ...near.filter(({ value }) => key.includes(value)).map(({ text }) => text)];
}
