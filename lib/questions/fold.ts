/** Words as the checks compare them: which words of a stem give an option away. */
import { plainName } from "../facts/names.ts";

/** `plainName`, remembered for the texts met last: a stem is searched for many names. */
export function folded(text: string): string {
  let known = lately.get(text);
  if (known === undefined) {
    if (lately.size >= mostRemembered) lately.clear();
    known = plainName(text);
    lately.set(text, known);
  }
  return known;
}

const lately = new Map<string, string>();
const mostRemembered = 4096;

/** Is the text contained in the other as whole words, whatever the case, accents and punctuation? */
export function containsWords(text: string, part: string): boolean {
  const words = folded(part);
  return words !== "" && ` ${folded(text)} `.includes(` ${words} `);
}

/** The content words of a text: 4 letters or more, folded, without plural s; words that every text has are left out. */
export function contentWords(text: string): Set<string> {
  const words = folded(text)
    .split(" ")
    .filter((word) => /^\p{L}{4,}$/u.test(word) && !common.has(word))
    .map(singular);
  return new Set(words);
}

/** Words of 4 letters or more that say nothing about what is asked. */
const common = new Set(
  (
    "about above according after again also among another been before being below between both could date does down during each " +
    "earliest first from have here into just like made many month more most names only other over page said same should some such " +
    "than that their them then there these they this those through throughout took under until upon very were what when where which " +
    "while whom whose will with within without would year"
  ).split(" "),
);

/** A folded word without its plural s; short ones ("gas") as they are. */
export function singular(word: string): string {
  if (word.length > 5 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.length > 4 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

/** So many letters in a row are shared by more than chance, and seen within a word. */
const tellingRun = 4;

/** The first letters in a row that two folded texts share within a word ("holm" of holmium and Stockholm); null where there are none. */
export function sharedRun(one: string, other: string): string | null {
  for (let at = 0; at + tellingRun <= one.length; at++) {
    const run = one.slice(at, at + tellingRun);
    if (!run.includes(" ") && other.includes(run)) return run;
  }
  return null;
}
