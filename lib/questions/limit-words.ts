/** Answers about the documents themselves, in words: which of two says it, how exactly, how much of a set it names. */
import type { Limit, Value } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";

/** "only NATO's page of 27 May 2024", "to the month", "it names all of them": as within a sentence. */
export function limitWords(facts: Facts, limit: Limit): string {
  switch (limit.limit) {
    case "source":
      return limit.of === "both" ? "both documents" : `only ${facts.source(limit.of).inStem}`;
    case "precision":
      return precisions[limit.of];
    case "completeness":
      return amounts[limit.of];
  }
}

const precisions: Readonly<Record<Extract<Limit, { limit: "precision" }>["of"], string>> = {
  day: "to the day",
  month: "to the month, without a day",
  year: "to the year, without a month",
  between: "as one day of a longer stretch of time",
  exact: "as an exact number",
  about: "as a rounded number",
  bound: "as a lower or upper limit",
  vague: "only in vague words, without a number",
  none: "not at all",
};

const amounts: Readonly<Record<Extract<Limit, { limit: "completeness" }>["of"], string>> = {
  all: "yes, it names all of them",
  some: "no, there may have been others",
  none: "no, it names none of them",
};

/** A text by which answers about documents are put in order: from much to nothing, both documents after the one and the other. */
export function placeOfLimit(value: Value): string {
  if (value.kind !== "limit") return "";
  if (value.limit === "source") return value.of === "both" ? "2" : `1 ${value.of}`;
  const known: readonly string[] = Object.keys(value.limit === "precision" ? precisions : amounts);
  return String.fromCharCode(97 + known.indexOf(value.of));
}
