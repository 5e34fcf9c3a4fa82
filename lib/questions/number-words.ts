/** Numbers in words and figures; a qualifier is never parted from its number. */
import type { Qualifier, Value } from "../facts/fact.ts";

const small = [
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
][0]!.split(" ");

const qualifiers: Readonly<Record<Qualifier, string>> = {
  exact: "",
  about: "about ",
  more_than: "more than ",
  less_than: "fewer than ",
  at_least: "at least ",
  at_most: "at most ",
};

/** "more than", "about"; empty for an exact number. */
export function qualifierWords(qualifier: Qualifier): string {
  return qualifiers[qualifier].trimEnd();
}

/** "two" up to twenty, then figures. */
export function countInWords(count: number): string {
  return small[count] ?? figures(count);
}

/** "more than 350 personnel", "8 people", "about 382": as an option or an answer. */
export function numberInWords(value: Value & { kind: "number" }): string {
  return `${qualifiers[value.qualifier]}${figures(value.number)}${value.unit ? ` ${value.unit}` : ""}`;
}

/** The same within a sentence, where a whole number below ten is spelled: "more than 350 personnel", "eight people". */
export function numberInSentence(value: Value & { kind: "number" }): string {
  return `${qualifiers[value.qualifier]}${spelledBelowTen(value.number)}${value.unit ? ` ${value.unit}` : ""}`;
}

/** "two", but "10", "28.5" and "−3". */
export function spelledBelowTen(number: number): string {
  return (number < 10 ? small[number] : undefined) ?? figures(number);
}

/** Figures with a comma for thousands, the same on every machine: 350, 1,200, 0.5. */
export function figures(number: number): string {
  const [whole, fraction] = String(Math.abs(number)).split(".");
  const grouped = whole!.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${number < 0 ? "−" : ""}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}
