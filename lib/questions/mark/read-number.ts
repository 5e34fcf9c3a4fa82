/** Reads a number as people type it, with its qualifier: "over 350", "350+", "three hundred and fifty", "8 to 10". */
import type { Qualifier } from "../../facts/fact.ts";
import { asciiDigits } from "../normalise.ts";

/** What was read; `plain` is a bare number, which may stand for any qualifier. `words`: the rest of the text, such as a unit. */
export type ReadNumber =
  | {
      readonly kind: "number";
      readonly number: number;
      readonly qualifier: Qualifier | "plain";
      readonly words: readonly string[];
    }
  | { readonly kind: "range"; readonly from: number; readonly to: number; readonly words: readonly string[] }
  | { readonly kind: "unreadable" };

/**
 * Reads a typed number or a range of two; anything with more numbers, or none, is unreadable. `unit`: how its unit is written,
 * so that "41 m" is no number of millions.
 */
export function readNumber(text: string, unit?: RegExp): ReadNumber {
  let plain = asciiDigits(text.normalize("NFKC"))
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/gu, " ")
    .trim();
  let qualifier: Qualifier | "plain" = "plain";
  for (const [phrase, meaning] of qualifiers) {
    if (!phrase.test(plain)) continue;
    qualifier = meaning;
    plain = plain.replace(phrase, " ");
    break;
  }
  const found = numbersIn(plain, unit);
  if (!found) return { kind: "unreadable" };
  const { numbers, words } = found;
  if (numbers.length === 1) return { kind: "number", number: numbers[0]!, qualifier, words };
  if (numbers.length === 2 && (qualifier === "plain" || qualifier === "about") && numbers[0]! < numbers[1]!)
    return isRange(plain) ? { kind: "range", from: numbers[0]!, to: numbers[1]!, words } : { kind: "unreadable" };
  return { kind: "unreadable" };
}

/** In the order in which they are tried: "no more than" before "more than". */
const qualifiers: readonly (readonly [RegExp, Qualifier])[] = [
  [
    /\b(?:no|not) (?:more|greater) than\b|\bat (?:the )?most\b|\bup to\b|≤|<=|\bor (?:less|fewer)\b|\bmaximum(?: of)?\b/,
    "at_most",
  ],
  [/\b(?:no|not) (?:less|fewer) than\b|\bat least\b|≥|>=|\bor (?:more|above|over)\b|\bminimum(?: of)?\b/, "at_least"],
  [
    /\b(?:more|greater|bigger|higher) than\b|\bover\b|\babove\b|\bin excess of\b|\bupwards of\b|\bexceeding\b|>|(?<=\d)\s?\+|\bplus$/,
    "more_than",
  ],
  [/\b(?:less|fewer|smaller|lower) than\b|\bunder\b|\bbelow\b|\bnearly\b|\balmost\b|<(?!=)/, "less_than"],
  [
    /\babout\b|\baround\b|\bapprox(?:imately|\.)?|\broughly\b|\bcirca\b|\bca\b\.?|\bc\. ?(?=\d)|[~≈]|\bor so\b|\bsome\b(?= \d)/,
    "about",
  ],
  [/\bexactly\b|\bprecisely\b|\bjust\b|^=/, "exact"],
];

function isRange(plain: string): boolean {
  return /\d ?- ?\d|\bto\b|\bbetween\b|\bthrough\b|\buntil\b/.test(plain);
}

/** The numbers of a text in order, and the words that are none; null where it has no number. */
function numbersIn(plain: string, unit?: RegExp): { numbers: number[]; words: string[] } | null {
  const spaced = plain
    .replace(/(?<=\d)[ '\u2019_](?=\d{3}(?!\d))/g, "")
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, "")
    .replace(/(?<=\d),(?=\d)/g, ".")
    .replace(/(?<![\d.])\.(?=\d)/g, "0.")
    .replace(/(?<=[\d\p{L}])-(?=[\d\p{L}])/gu, " - ")
    .replace(/(?<=\d)(?=\p{L})/gu, " ");
  const numbers: number[] = [];
  const words: string[] = [];
  let spelled: Spelled | null = null;
  const finish = () => {
    if (spelled) numbers.push(spelled.total + spelled.current);
    spelled = null;
  };
  for (const raw of spaced.split(" ")) {
    const token = raw.replace(/^[(,.;:!?"']+|[),.;:!?"']+$/g, "");
    if (token === "") continue;
    const figures = /^([-+]?)(\d+(?:\.\d+)?)$/.exec(token);
    if (figures) {
      finish();
      spelled = { total: 0, current: Number(figures[2]) * (figures[1] === "-" ? -1 : 1), wantsMore: false };
      continue;
    }
    const next: Spelled | "end" | null = unit?.test(token) ? null : spell(spelled, token);
    if (next === null) {
      finish();
      if (!linking.has(token)) words.push(token);
    } else if (next === "end") {
      finish();
      spelled = spell(null, token) as Spelled;
    } else spelled = next;
  }
  finish();
  return numbers.length > 0 ? { numbers, words } : null;
}

const linking = new Set(["-", "to", "between", "and", "of", "the", "through", "until", "from"]);

/** A number being read from words: "two hundred" waits for "and five". */
type Spelled = { readonly total: number; readonly current: number; readonly wantsMore: boolean };

const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  dozen: 12,
  thousand: 1000,
  k: 1000,
  million: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
};

/** One more word of a number; "end" where it begins the next number; null where it is no number word. */
function spell(so: Spelled | null, token: string): Spelled | "end" | null {
  const scale = scales[token];
  if (scale !== undefined && Object.hasOwn(scales, token)) {
    if (!so && (token === "k" || token === "m" || token === "bn")) return null;
    const current = (so?.current ?? 1) * scale;
    if (scale < 1000) return { total: so?.total ?? 0, current, wantsMore: true };
    return { total: (so?.total ?? 0) + current, current: 0, wantsMore: true };
  }
  if ((token === "and" || token === "-") && so) return token === "and" && so.wantsMore ? so : joinsTens(so) ? so : null;
  if (token === "a" && !so) return null;
  const unit = small.indexOf(token);
  const ten = tens.indexOf(token);
  if (unit === -1 && ten === -1) return null;
  const value = unit === -1 ? (ten + 2) * 10 : unit;
  if (!so) return { total: 0, current: value, wantsMore: value >= 20 };
  const fits =
    so.wantsMore && (so.current % 100 === 0 || (so.current % 10 === 0 && so.current % 100 >= 20 && value < 10));
  return fits ? { total: so.total, current: so.current + value, wantsMore: value >= 20 } : "end";
}

function joinsTens(so: Spelled): boolean {
  return so.wantsMore && so.current % 100 >= 20 && so.current % 10 === 0;
}
