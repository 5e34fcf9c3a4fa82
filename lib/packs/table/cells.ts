/** What a cell of a table says: names, a figure as it is qualified, or a date in one of the ways that people write it. */
import { parseDate } from "../../facts/dates.ts";
import type { Qualifier } from "../../facts/fact.ts";
import { plainName } from "../../facts/names.ts";
import { isMeasure } from "../../questions/number-words.ts";
import { withoutDateWord } from "./words.ts";

/** A figure as the table qualifies it. */
export type Quantity = { readonly number: number; readonly qualifier?: Qualifier };

const months = "january february march april may june july august september october november december".split(" ");

/** A date as EDTF, from EDTF or from words: 12 September 1868, July 14, 1871, June 1891, 12.9.1868; null when the text is none. */
export function dateOf(text: string): string | null {
  if (parseDate(text)) return text;
  const turned = text.replace(/^(\p{L}{3,}\.?) (\d{1,2})(?:st|nd|rd|th)?, (\d{4})$/u, "$2 $1 $3");
  const named = /^(?:(\d{1,2})(?:\.|st|nd|rd|th)? )?(\p{L}{3,})\.? (\d{4})$/u.exec(turned);
  const month = named ? months.findIndex((name) => isShortFor(named[2]!.toLowerCase(), name)) + 1 : 0;
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text);
  const [day, number, year] = named ? [named[1], month, named[3]] : dotted ? dotted.slice(1) : [];
  if (year === undefined || !Number(number)) return null;
  const parts = [year, String(number).padStart(2, "0"), ...(day ? [day.padStart(2, "0")] : [])].join("-");
  return parseDate(parts) ? parts : null;
}

function isShortFor(word: string, month: string): boolean {
  return word === month || word === month.slice(0, 3) || (word === "sept" && month === "september");
}

/** 04/07/1868 is a day in April or in July. */
export const mayBeTwoDays = /^\d{1,2}[/-]\d{1,2}[/-]\d{4}$/;

const aboutWords = "about|around|approximately|circa|ca?\\.?|~|≈";

/** The dates that people write otherwise, each with what to write for it. */
const dateWords: readonly (readonly [RegExp, (...parts: string[]) => string | null])[] = [
  [new RegExp(`^(?:${aboutWords})\\s*(\\d{4})$`, "i"), aboutYear],
  [/^(\d{4})\s*\?$/, aboutYear],
  [
    /^(\d{2})(\d{2})\s*[/–-]\s*(\d{2})$/,
    (century, first, last) =>
      last! > first! ? `[${century}${first}..${century}${last}], if it is one of these years` : null,
  ],
  [/^(\d{3})0s$/, (decade) => `[${decade}0..${decade}9]`],
  [/^(?:AD|CE)\s*(\d{4})$|^(\d{4})\s*(?:AD|CE)$/i, (before, behind) => before ?? behind!],
  [/^(?:before|after|by|until|since)\s.*\d/i, () => "the stretch that it is surely in, as [1900..1911]"],
  [mayBeTwoDays, () => "year, month and day as 1868-12-31"],
];

function aboutYear(year = ""): string {
  return `[${Number(year) - 2}..${Number(year) + 2}], or the stretch that it is surely in`;
}

/** What to write for a date that is written otherwise, as far as that can be told; else null. */
function dateToWrite(text: string): string | null {
  for (const [pattern, write] of dateWords) {
    const found = pattern.exec(text);
    const told = found && write(...found.slice(1));
    if (told) return told;
  }
  return null;
}

/** What is wrong with a cell that should be a date, and how it is written. */
export function notADate(text: string): string {
  if (isStretch.test(text)) return "is a stretch, not a date; use two columns, from and to";
  const told = dateToWrite(text);
  return told === null ? "is not a date" : `is not a date; write ${told}`;
}

/** What is wrong with such a cell, always with how a date is written. */
export function howDated(text: string): string {
  const fault = notADate(text);
  return fault.includes(";") ? fault : `${fault}; write 1868-12-31, 1868-12, 1868 or [1868..1872]`;
}

/** How a date in words is written, as far as that can be told. */
export function dateMeant(words: string): string {
  if (stillSo.test(words)) return "open, with as_of, where it still held";
  return dateOf(words) ?? dateToWrite(words) ?? "2018-11-26, 2018-11, 2018 or [2021-05-06..2022-05-10]";
}

/** Words for an end that had not come when the table or document was made. */
export const stillSo = /^(?:open|still|present|today|now|ongoing|incumbent)$/i;

/** 1901-1910 is a beginning and an end in one cell. */
export const isStretch = /^\d{4}\s*[-–—]\s*(?:\d{4}|open|still|present|today|now)$/i;

/** Is it a date, or does it look like one that is written otherwise: "c. 1803", "1850s", "31 June 1877"? */
export function looksDated(text: string): boolean {
  return dateOf(text) !== null || /(?<![\d.,])\d{3,4}(?![\d.,])/.test(text);
}

/** The names in a cell, each once; semicolons part them. */
export function namesIn(text: string): string[] {
  const names = text.split(";").map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ""))];
}

const qualifiers: readonly (readonly [RegExp, Qualifier])[] = [
  [new RegExp(`^(?:${aboutWords})\\s*`, "i"), "about"],
  [/^(?:more than|over|>)\s*/i, "more_than"],
  [/^(?:less than|under|fewer than|<)\s*/i, "less_than"],
  [/^(?:at least|≥|>=)\s*/i, "at_least"],
  [/^(?:at most|up to|≤|<=)\s*/i, "at_most"],
];

/** The qualifier that a word stands for: "circa", "over", "~"; null for none. */
export function qualifierOf(word: string): Qualifier | null {
  return qualifiers.find(([words]) => words.test(`${word.trim()} `))?.[1] ?? null;
}

/** "31", "about 1,240", "> 20", "40+"; null when the text is no figure. */
export function quantityOf(text: string): Quantity | null {
  const found = qualifiers.toReversed().find(([words]) => words.test(text)) ?? andMore(text);
  const figure = (found ? text.replace(found[0], "") : text).replace(/(?<=\d)[, \u00a0\u202f](?=\d{3}(?!\d))/g, "");
  if (!/^[-−]?\d+(?:\.\d+)?$/.test(figure)) return null;
  const number = Number(figure.replace("−", "-"));
  return found ? { number, qualifier: found[1] } : { number };
}

function andMore(text: string): readonly [RegExp, Qualifier] | undefined {
  return /\d\+$/.test(text) ? [/\+$/, "at_least"] : undefined;
}

/** Figures whose point may part thousands, as a comma surely does in another cell of the column: 1.200 beside 1,200. */
export function pointsInDoubt(texts: readonly string[]): { readonly at: number; readonly beside: number }[] {
  const beside = texts.findIndex((text) => /\d,\d{3}(?!\d)/.test(text) && quantityOf(text) !== null);
  if (beside < 0) return [];
  return texts.flatMap((text, at) =>
    /(?<![\d.,])\d{1,3}\.\d{3}(?!\d)/.test(text) && quantityOf(text) !== null ? [{ at, beside }] : [],
  );
}

/** A figure and the unit behind it: "about 24 m"; null for another text, and where what follows is no measure ("12 Elm Street"). */
export function measuredOf(text: string): { readonly figure: string; readonly unit: string } | null {
  const [, figure = "", unit = ""] = /^(.*\d\+?)\s*(\p{L}[\p{L} ]*|[%°].*)$/u.exec(text) ?? [];
  return isMeasure(unit) && quantityOf(figure) !== null ? { figure, unit } : null;
}

/** A number in words as fields: "number: 40, qualifier: about, unit: metres"; null for words without a figure. */
export function quantityFields(words: string): string | null {
  const [, figure = words, unit] = /^(.*\d\+?)\s*(\p{L}[\p{L} ]*|%)$/u.exec(words) ?? [];
  const read = quantityOf(figure);
  if (!read) return null;
  const qualifier = read.qualifier === undefined ? "" : `, qualifier: ${read.qualifier}`;
  return `number: ${read.number}${qualifier}${unit === undefined ? "" : `, unit: ${unit}`}`;
}

/** A cell that says only that nothing is known. */
export const saysNothing = /^(?:unknown|not known|not given|not applicable|no data|none|nil|n\/?a|tbd|\?+|-+|–|—)$/i;

/** A header as a noun, and the unit in brackets behind it. */
export function splitUnit(header: string): { readonly noun: string; readonly unit: string | null } {
  const found =
    /^(.*\S)\s*[([]([^()[\]]+)[)\]]$/.exec(header) ??
    /^(.*\S) in (mm|cm|m|km|ft|mi|g|kg|t|lb|ha|l|m²|km²|%)$/.exec(header);
  const noun = (found?.[1] ?? header)
    .replace(/_/g, " ")
    .trim()
    // What is counted is asked as "how many lamps".
    .replace(/^(?:number|no\.|count) of (?=.*s$)/i, "");
  return {
    noun: withoutDateWord(/^\p{Lu}\p{Ll}/u.test(noun) ? noun.charAt(0).toLowerCase() + noun.slice(1) : noun),
    unit: found?.[2] ?? null,
  };
}

/** A key of the words; empty when they have neither letter nor figure. */
export function slugOf(words: string): string {
  return plainName(words)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
