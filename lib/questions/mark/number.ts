/** Marks a typed number against what the source says, qualifier included. question-engine 5.3. */
import type { Qualifier } from "../../facts/fact.ts";
import { folded, longestResponse } from "../normalise.ts";
import type { Mark, Question } from "../question.ts";
import { askAgain, marked, type Try } from "./marked.ts";
import { readNumber } from "./read-number.ts";

/** The mark of a typed number, of a range, or of words such as "several hundred". */
export function markNumber(question: Question, text: string, tries: Try): Mark {
  if (text.length > longestResponse || folded(text) === "") return askAgain("unreadable", tries);
  const key = question.key[0] ?? "";
  if (key.startsWith("v:")) return markVague(question, key.slice(2), text, tries);
  const unit = key.split(":")[3] ?? "";
  const read = readNumber(text, measureOf(unit));
  if (read.kind === "unreadable") return askAgain("unreadable", tries);
  if (read.kind === "range" || otherMeasure(read.words, unit)) return marked(0);
  return judge(question, read.number, read.qualifier);
}

/** How far from the source's number a number may lie on either side, and what it then earns: the nearest first. Not for words such as "several". */
export function tolerancesOf({ key: [key = ""], decimals }: Pick<Question, "key" | "decimals">): Tolerances {
  const source = Number((/^n:(.+)$/.exec(key) ?? /^q:[a-z_]+:([^:]*):/.exec(key))?.[1]);
  const qualifier = (/^q:([a-z_]+):/.exec(key)?.[1] ?? "exact") as Qualifier;
  const size = Math.abs(source);
  // 382 is given to the last figure: ±2 of it is right, ±7 half; a round number must not be stretched beyond 5 and 10 %.
  if (qualifier === "about") {
    const unit = lastFigure(source);
    const steps = [
      { within: Math.min(2 * unit, size * 0.05), fraction: 1 },
      { within: Math.min(7 * unit, size * 0.1), fraction: 0.5 },
    ];
    return { source, qualifier, steps };
  }
  // Asked to one decimal, 14.01 is met by 14.0: whatever lies within half a unit of the last decimal asked.
  const isRounded = decimals !== undefined && qualifier === "exact";
  const within = isRounded ? 0.5 / 10 ** decimals + 1e-9 * Math.max(1, size) : 0;
  return { source, qualifier, steps: [{ within, fraction: 1 }] };
}

export type Tolerances = {
  readonly source: number;
  readonly qualifier: Qualifier;
  readonly steps: readonly { readonly within: number; readonly fraction: number }[];
};

/** What may be said for what the source says; `noted` is right with the remark that the source has a qualifier. */
const said: Readonly<Record<Qualifier, { readonly right: readonly string[]; readonly noted: readonly string[] }>> = {
  exact: { right: ["plain", "exact"], noted: [] },
  about: { right: ["plain", "about"], noted: [] },
  more_than: { right: ["more_than"], noted: ["plain", "at_least", "about"] },
  at_least: { right: ["at_least"], noted: ["plain", "more_than", "about"] },
  less_than: { right: ["less_than"], noted: ["plain", "at_most", "about"] },
  at_most: { right: ["at_most"], noted: ["plain", "less_than", "about"] },
};

function judge(question: Question, number: number, saidQualifier: string): Mark {
  const { source, qualifier, steps } = tolerancesOf(question);
  const { right, noted } = said[qualifier];
  const isNoted = noted.includes(saidQualifier);
  if (!isNoted && !right.includes(saidQualifier)) return marked(0);
  if (number === source) return marked(1, { notes: isNoted ? ["source-qualifier"] : [] });
  const off = Math.abs(number - source);
  return marked(steps.find(({ within }) => off <= within)?.fraction ?? 0);
}

/** The worth of the last figure that is not 0: 1 for 382, 10 for 350, 0.1 for 2.5. */
function lastFigure(number: number): number {
  const [digits, exponent] = Math.abs(number).toExponential().split("e") as [string, string];
  const decimals = digits.includes(".") ? digits.length - 2 : 0;
  return 10 ** (Number(exponent) - decimals);
}

/** "several hundred" is met by its own words; "8-10" by the same range, half by one number of it; a single number claims too much. */
function markVague(question: Question, source: string, text: string, tries: Try): Mark {
  const given = folded(text);
  const accepted = [source, question.answer, ...question.accepts].map(folded);
  if (accepted.includes(given) || accepted.some((words) => pluralOf(words) === given)) return marked(1);
  const range = readNumber(source);
  const read = readNumber(text);
  if (range.kind !== "range")
    return read.kind === "unreadable" ? marked(0) : marked(0, { notes: ["source-less-exact"] });
  if (read.kind === "unreadable") return askAgain("unreadable", tries);
  if (read.kind === "range") return marked(read.from === range.from && read.to === range.to ? 1 : 0);
  return marked(read.qualifier === "plain" && read.number >= range.from && read.number <= range.to ? 0.5 : 0);
}

/** "several hundred" is "hundreds" too. */
function pluralOf(words: string): string {
  const match = /^(?:several|some|many|a few) (dozen|hundred|thousand|million)s?(?: of)?\b/.exec(words);
  return match ? `${match[1]}s` : "";
}

const measures: readonly RegExp[] = [
  /^(?:s|secs?|seconds?)$/,
  /^(?:min|mins|minutes?)$/,
  /^(?:h|hrs?|hours?)$/,
  /^days?$/,
  /^weeks?$/,
  /^months?$/,
  /^years?$/,
  /^decades?$/,
  /^(?:km|kilomet(?:re|er)s?)$/,
  /^(?:m|met(?:re|er)s?)$/,
  /^(?:cm|centimet(?:re|er)s?)$/,
  /^(?:mm|millimet(?:re|er)s?)$/,
  /^miles?$/,
  /^(?:ft|foot|feet)$/,
  /^(?:in|inch|inches)$/,
  /^(?:yd|yards?)$/,
  /^(?:g|grams?|grammes?)$/,
  /^(?:kg|kilos?|kilograms?)$/,
  /^(?:t|tons?|tonnes?)$/,
  /^(?:lbs?|pounds?)$/,
  /^(?:k|kelvins?)$/,
  /^(?:c|°c|celsius|centigrade)$/,
  /^(?:f|°f|fahrenheit)$/,
  /^(?:ev|electronvolts?)$/,
  /^(?:v|volts?)$/,
  /^(?:%|percent|pct)$/,
];

/**
 * Did the response name a measure that is not the source's? Other words ("people" for "personnel") are not judged; nor, where nothing is measured, are
 * single letters and the "in" of "5 in all".
 */
function otherMeasure(words: readonly string[], unit: string): boolean {
  const asked = measureOf(unit);
  const isOther = (word: string) => isMeasure(word) && (asked ? !asked.test(word) : word.length > 1 && word !== "in");
  // "Electron volts" is one measure in two words.
  return !asked?.test(words.join("")) && words.some(isOther);
}

const isMeasure = (word: string): boolean => measures.some((measure) => measure.test(word));

/** The measure that a unit names; undefined for what is counted. */
export function measureOf(unit: string): RegExp | undefined {
  return measures.find((measure) => unit.split(/[\s_]+/).some((word) => measure.test(word)));
}
