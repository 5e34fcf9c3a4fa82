/** Answers about the documents themselves, in words: which of two says it, how exactly, how much of a set it names. */
import type { Limit } from "../facts/fact.ts";
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
  month: "to the month",
  year: "to the year",
  between: "as one day of a longer stretch of time",
  none: "not at all",
  exact: "as an exact number",
  about: "as a rounded number",
  bound: "as a lower or upper limit",
  vague: "only in words, without a number",
};

const amounts: Readonly<Record<Extract<Limit, { limit: "completeness" }>["of"], string>> = {
  all: "it names all of them",
  some: "it names some, and does not say that there are no others",
  none: "it names none of them",
};
