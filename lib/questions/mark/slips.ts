/** Slips of the pen: how many a name bears, and which name a response with slips is nearest to. */
import { hasOrdinal, lettersIn, numeralsIn, type Spellings } from "../normalise.ts";
import type { Mark } from "../question.ts";
import { editDistance, type Tally } from "./distance.ts";
import { askAgain, marked, mistaken, rankNote, type Try } from "./marked.ts";
import { type Name, type Names, wordsOf } from "./names.ts";
import { isOtherWord } from "./other-word.ts";

/** Slips allowed in a name of so many letters and digits: none up to 4, one up to 9, two beyond; none in a code or year. */
export function slipsAllowed(letters: number, isCode: boolean): number {
  if (isCode || letters <= 4) return 0;
  return letters <= 9 ? 1 : 2;
}

/** The mark of a response that is no name exactly; `asIs` are its spellings with nothing left off. */
export function markSlips(
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
  const key = isPart ? null : nearest(given, keys, true, ofPeople, tally, isSlip);
  const allowedOther = nearest(given, others, true, ofPeople, tally);
  if (!key) return allowedOther ? mistaken(allowedOther.name.value) : marked(0);
  // Any other name that is as near makes the response ambiguous, even one that bears no slip itself.
  const other = nearest(given, others, false, ofPeople, tally);
  if (other && other.distance < key.distance) return mistaken(other.name.value);
  if (other && other.distance === key.distance) return askAgain("which-one", tries);
  return marked(1, { notes: ["spelling", ...rankNote(given)] });
}

/** The name at the least distance, up to 2; with `withinLimits`, only where slips are allowed and all numerals are equal; of people also to short names. */
function nearest(
  given: Spellings,
  names: readonly Name[],
  withinLimits: boolean,
  ofPeople: boolean,
  tally?: Tally,
  isSlip: (response: string, name: string, distance: number) => boolean = () => true,
) {
  let best: { readonly name: Name; readonly distance: number } | null = null;
  for (const name of names) {
    for (const spelling of ofPeople ? [...name.spellings.worded, ...name.short] : name.spellings.worded) {
      const limit = withinLimits ? slipsAllowed(lettersIn(spelling), name.isCode) : 2;
      const bound = Math.min(limit, best ? best.distance - 1 : 2);
      if (bound < 0) continue;
      for (const response of given.worded) {
        // "Sixth" is no slip for fifth; "secnd" is one for second.
        if (hasOrdinal(response)) continue;
        if (withinLimits && numeralsIn(response) !== numeralsIn(spelling)) continue;
        const distance = editDistance(response, spelling, bound, tally);
        if (distance <= bound && (!best || distance < best.distance) && isSlip(response, spelling, distance))
          best = { name, distance };
      }
    }
  }
  return best;
}

/** Does the name hold the response as whole words, and more? */
function isPartOf(worded: ReadonlySet<string>, name: string): boolean {
  for (const response of worded) if (name !== response && ` ${name} `.includes(` ${response} `)) return true;
  return false;
}
