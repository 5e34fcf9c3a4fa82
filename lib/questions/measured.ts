/** How a measured number is asked: in its unit, in every stem; and to a stated precision where it is to be produced. */
import type { Fact, Value } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { decimalsAsked, sortOfNumber } from "../facts/measure.ts";
import { containsWords } from "./fold.ts";
import { countInWords } from "./number-words.ts";

/** "How high is Gull Rock (in metres)?": a measure is asked in its unit; what is counted is named in the stem. */
export function inUnit(stem: string, value: Value): string {
  if (value.kind !== "number" || value.unit === null) return stem;
  if (containsWords(stem, value.unit) || /\bhow many\b/i.test(stem)) return stem;
  return stem.replace(/\?$/, ` (in ${value.unit})?`);
}

/** Decimals to which an exactly measured number is asked; null for what is counted, names something, or has a qualifier, which says it all. */
export function askedDecimals(facts: Facts, fact: Fact, value: Value): number | null {
  if (value.kind !== "number" || value.qualifier !== "exact") return null;
  return sortOfNumber(facts.relation(fact.relation), value) === "measured" ? decimalsAsked(value) : null;
}

/** "… (in kelvin, to the nearest whole number)?": the stem with the precision that is wanted. */
export function toDecimals(stem: string, decimals: number | null): string {
  if (decimals === null || /\bhow many\b/i.test(stem)) return stem;
  const words = precisionWords(decimals);
  return stem.endsWith(")?") ? `${stem.slice(0, -2)}, ${words})?` : stem.replace(/\?$/, ` (${words})?`);
}

/** "to the nearest whole number", "to one decimal", "to two decimals". */
export function precisionWords(decimals: number): string {
  if (decimals === 0) return "to the nearest whole number";
  return `to ${countInWords(decimals)} decimal${decimals === 1 ? "" : "s"}`;
}
