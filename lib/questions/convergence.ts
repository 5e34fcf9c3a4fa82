import { fromDayNumber } from "../base/day.ts";
import type { Value } from "../facts/fact.ts";

/**
 * Convergence (check 13): whoever picks, part by part, what most options have in common finds the key. It needs at least two parts that several
 * options share; options of different numbers of parts do not converge.
 */
export function converges(options: readonly (readonly string[])[], key: number): boolean {
  const [first] = options;
  if (!first || first.length < 2 || options.some(({ length }) => length !== first.length)) return false;
  const most = first.map((_, place) => {
    const counts = new Map<string, number>();
    for (const parts of options) counts.set(parts[place]!, (counts.get(parts[place]!) ?? 0) + 1);
    return { counts, most: Math.max(...counts.values()) };
  });
  if (most.filter((part) => part.most > 1).length < 2) return false;
  // A part that all options share tells nothing.
  const telling = most.map((part, place) => ({ ...part, place })).filter((part) => part.counts.size > 1);
  const holds = (parts: readonly string[]) =>
    telling.every(({ counts, most: highest, place }) => counts.get(parts[place]!) === highest);
  return telling.length > 1 && holds(options[key]!) && !options.some((parts, index) => index !== key && holds(parts));
}

/** What an option is made of: year, month and day of a date as far as they are known; the words of anything else. */
export function partsOf(value: Value | null, text: string): readonly string[] {
  if (value?.kind !== "date") return text.toLowerCase().split(" ");
  const { year, month, day } = fromDayNumber(value.date.first);
  const parts = [`year ${year}`, `month ${month}`, `day ${day}`];
  return parts.slice(0, value.date.precision === "day" ? 3 : value.date.precision === "month" ? 2 : 1);
}
