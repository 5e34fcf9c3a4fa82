/** Numbers in words and figures; a qualifier is never parted from its number. */
import type { Qualifier, Value } from "../facts/fact.ts";

const small = [
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
][0]!.split(" ");

const qualifiers: Readonly<Record<Exclude<Qualifier, "less_than">, string>> = {
  exact: "",
  about: "about",
  more_than: "more than",
  at_least: "at least",
  at_most: "at most",
};

/** What is measured and not counted: "less than 20 metres", but "fewer than 20 people". */
const measures =
  /^(?:(?:square|cubic|nautical|light|atomic) )?(?:(?:kilo|milli|centi|micro|nano|mega|giga)?(?:met(?:re|er)|gram|lit(?:re|er)|ton|watt|volt|hertz|pascal|joule|electronvolt|second)|m|km|cm|mm|kg|g|t|l|K|eV|°[CF]?|%|foot|feet|inch(?:e(?=s))?|mile|yard|acre|hectare|knot|tonne|pound|ounce|gallon|degree|kelvin|mass unit|pauling unit|per cent|percent|minute|hour|day|week|month|year|decade|centur(?:y|ie)|euro|dollar|cent|franc)s?(?: |$)/i;

/** Is a unit what is measured, such as "metres", and not what is counted? */
export function isMeasure(unit: string): boolean {
  return measures.test(unit);
}

/** "more than", "about", "fewer than" of what is counted and "less than" of what is measured or has no unit; empty for an exact number. */
export function qualifierWords(qualifier: Qualifier, unit: string | null): string {
  if (qualifier !== "less_than") return qualifiers[qualifier];
  return unit === null || measures.test(unit) ? "less than" : "fewer than";
}

function qualified(words: string, { number, qualifier, unit }: Value & { kind: "number" }): string {
  const agreed = unit !== null && number === 1 ? ofOne(unit) : unit;
  return [qualifierWords(qualifier, unit), words, agreed ?? ""].filter(Boolean).join(" ");
}

/** A unit of one: "metres above the sea" is "metre above the sea". Packs give units as they stand beside other numbers. */
function ofOne(unit: string): string {
  return unit.replace(/\p{L}+(?=$| (?:above|at|below|for|from|in|of|on|per|to|with) )/u, (noun) => {
    const known = irregular[noun.toLowerCase()];
    if (known !== undefined) return known;
    if (/[^aeiou]ies$/.test(noun)) return noun.replace(/ies$/, "y");
    return /(?:ch|sh|ss|x|z)es$/.test(noun) ? noun.slice(0, -2) : /[^isu]s$/.test(noun) ? noun.slice(0, -1) : noun;
  });
}

const irregular: Readonly<Record<string, string>> = {
  children: "child",
  feet: "foot",
  men: "man",
  people: "person",
  women: "woman",
};

const ordinals =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );

/** The place that a name begins with, from 1: of "the fourth period" and "4th period" four; null for other names. */
export function ordinalIn(text: string): number | null {
  const [word = ""] = text.toLowerCase().replace(/^the /, "").split(" ");
  const figure = /^(\d+)(?:st|nd|rd|th)$/.exec(word);
  if (figure) return Number(figure[1]);
  const place = ordinals.indexOf(word);
  return place < 0 ? null : place + 1;
}

/** "two" up to twenty, then figures. */
export function countInWords(count: number): string {
  return small[count] ?? figures(count);
}

/** "more than 350 personnel", "8 people", "about 382": as an option or an answer; rounded to so many decimals, where it is asked to them: "13.6 electronvolts". */
export function numberInWords(value: Value & { kind: "number" }, decimals: number | null = null): string {
  const size = Math.abs(value.number);
  return qualified(grouped(value.number, decimals === null ? String(size) : rounded(size, decimals)), value);
}

/** Half up as it is written: 63.15 to one decimal is 63.2, though in binary it lies a little below. */
function rounded(size: number, decimals: number): string {
  const whole = Math.round(Number(`${size}e${decimals}`));
  return Number(`${whole}e-${decimals}`).toFixed(decimals);
}

/** The same within a sentence, where a whole number below ten is spelled: "more than 350 personnel", "eight people". */
export function numberInSentence(value: Value & { kind: "number" }): string {
  return qualified(spelledBelowTen(value.number), value);
}

/** "two", but "10", "28.5" and "−3". */
export function spelledBelowTen(number: number): string {
  return (number < 10 ? small[number] : undefined) ?? figures(number);
}

/** Figures with a comma for thousands, the same on every machine: 350, 1,200, 0.5. */
export function figures(number: number): string {
  return grouped(number, String(Math.abs(number)));
}

function grouped(number: number, size: string): string {
  const [whole, fraction] = size.split(".");
  const thousands = whole!.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${number < 0 ? "−" : ""}${thousands}${fraction === undefined ? "" : `.${fraction}`}`;
}
