/** Why another answer about the documents is wrong (Q16): for each its own sentence, of what is missing or what is given beyond it. */
import type { Exact } from "./exactness.ts";

/** Why a date or quantity of exactness `key` is not given as `of` says; `given` is the date or quantity in words, null where there is none. */
export function notGivenSo(of: Exact, key: Exact, given: string | null): string {
  if (given === null) return missing[of] ?? "Nothing of the sort is given.";
  const only = key === "between" ? `only that it was ${given}` : `only ${given}`;
  switch (of) {
    case "day":
      return `No day is given, ${only}.`;
    case "month":
      return key === "day" ? `More than the month is given: ${given}.` : `No month is given, ${only}.`;
    case "year":
      return `More than the year is given: ${given}.`;
    case "between":
      return `No stretch of time is given, but ${given}.`;
    case "none":
      return `A date is given: ${given}.`;
    case "exact":
      return `No exact number is given, ${only}.`;
    case "about":
      return `The number is not said to be rounded: what is given is ${given}.`;
    case "bound":
      return `No limit is given: what is given is ${given}.`;
    case "vague":
      return `A number is given: ${given}.`;
  }
}

const missing: Partial<Readonly<Record<Exact, string>>> = {
  day: "No day is given.",
  month: "No month is given.",
  year: "No year is given.",
  between: "No stretch of time is given.",
};
