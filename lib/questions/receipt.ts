/** Where a question's facts are written: the citations as they are printed under its answer. */
import type { Citation, Source } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { dateInWords } from "./date-words.ts";
import type { Receipt } from "./question.ts";

/** One receipt for each place that a fact is cited from, in the order of the facts, then for each of `more`; a place is named once. */
export function receiptsOf(facts: Facts, keys: readonly string[], more: readonly Citation[] = []): Receipt[] {
  const receipts = new Map<string, Receipt>();
  for (const { source: sourceKey, locator } of [...keys.flatMap((key) => facts.fact(key).citations), ...more]) {
    const source = facts.source(sourceKey);
    const place = `${sourceKey}\n${locator}`;
    if (!receipts.has(place))
      receipts.set(place, { source: sourceKey, cite: source.cite, locator, dated: datedWords(source) });
  }
  return [...receipts.values()];
}

/** "27 May 2024"; of a document that does not state its date "undated (between May 2021 and May 2022)". */
export function datedWords(source: Source): string {
  return source.dateBasis === null ? dateInWords(source.date) : `undated (${dateInWords(source.date)})`;
}
