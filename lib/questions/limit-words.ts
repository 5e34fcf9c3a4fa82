/** Answers about the documents themselves, in words: which of two says it, how exactly, how much of a set it names. */
import type { Limit, Source, Value } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";

/** "in the almanac of 2021 alone", "on the page alone", "to the month", "yes, its list is complete": as within a sentence. */
export function limitWords(facts: Facts, limit: Limit): string {
  switch (limit.limit) {
    case "source":
      return limit.of === "both" ? "in both of them" : `${within(facts.source(limit.of))} alone`;
    case "precision":
      return precisions[limit.of];
    case "completeness":
      return amounts[limit.of];
  }
}

/** "on NATO's page"; where the author says nothing shorter, "in NATO's page of 27 May 2024". */
function within({ within, inStem }: Source): string {
  return within ?? `in ${inStem}`;
}

const precisions: Readonly<Record<Extract<Limit, { limit: "precision" }>["of"], string>> = {
  day: "to the day",
  month: "to the month, without a day",
  year: "to the year, without a month",
  between: "as one day of a longer stretch of time",
  exact: "as an exact figure",
  about: "as a rounded figure",
  bound: "as a mere limit",
  vague: "as a vague quantity",
  none: "without any date",
};

const amounts: Readonly<Record<Extract<Limit, { limit: "completeness" }>["of"], string>> = {
  all: "yes, its list is complete",
  some: "no, its list is left open",
  none: "no, it gives no such list",
};

/** A text by which answers about documents are put in order: from much to nothing, both documents after the one and the other. */
export function placeOfLimit(value: Value): string {
  if (value.kind !== "limit") return "";
  if (value.limit === "source") return value.of === "both" ? "2" : `1 ${value.of}`;
  const known: readonly string[] = Object.keys(value.limit === "precision" ? precisions : amounts);
  return String.fromCharCode(97 + known.indexOf(value.of));
}
