/** What a check is: one line of the rubric for questions (question-engine 1), as a rule that a program decides. */
import { parseDate } from "../../facts/dates.ts";
import type { Value } from "../../facts/fact.ts";
import type { Facts } from "../../facts/facts.ts";
import type { ValueKey } from "../../facts/value.ts";
import type { Ask, Query } from "../query.ts";
import type { Option, Question } from "../question.ts";

/** How bad a fault is: a fatal or major one rejects the question, one minor one does not. */
export type Severity = "fatal" | "major" | "minor";

/** What a check looks at: a question as it is printed, and the query that it came from, proved anew; null where it cannot be proved. */
export type Item = {
  readonly facts: Facts;
  readonly ask: Ask;
  readonly question: Question;
  readonly query: Query | null;
};

/** One line of the rubric. */
export type Check = {
  /** 1 to 38. */
  readonly number: number;
  readonly severity: Severity;
  /** Who decides: the program alone, or a reader whom the program points to the place. */
  readonly by: "program" | "reader";
  /** What must not be. */
  readonly fails: string;
  /** What of the item is so, one message for each place; empty when the item passes. */
  faults(item: Item): string[];
};

/** The value of an option or key; null for "true", "false" and whatever is no value of a fact. */
export function readValue(key: ValueKey): Value | null {
  const [sort, ...rest] = key.split(":");
  switch (sort) {
    case "e":
      return { kind: "entity", entity: rest.join(":") };
    case "d": {
      const date = parseDate(rest.join(":"));
      return date && { kind: "date", date };
    }
    case "n":
      return { kind: "number", number: Number(rest[0]), qualifier: "exact", unit: null };
    case "q": {
      const [qualifier, number, ...unit] = rest;
      const value = { kind: "number", number: Number(number), unit: unit.join(":") || null } as const;
      return { ...value, qualifier: qualifier as (Value & { kind: "number" })["qualifier"] };
    }
    case "v":
      return { kind: "vague", text: rest.join(":") };
    default:
      return null;
  }
}

/** Is the option an answer about the documents themselves (all, some, to the day), worded by the program and not by the pack? */
export function isAboutDocuments({ value }: Option): boolean {
  return /^[spc]:/.test(value);
}

/** Kinds whose options are offered as answers, some of them wrong. */
export function offersAnswers({ kind }: Question): boolean {
  return kind === "choice" || kind === "multi-select";
}

/** Kinds whose stem is a statement or an instruction, not a question. */
export function isStatement({ kind }: Question): boolean {
  return kind === "true-false" || kind === "order" || kind === "cloze" || kind === "match";
}

export function wrongOptions({ options }: Question): readonly Option[] {
  return options.filter(({ right }) => !right);
}

export function rightOptions({ options }: Question): readonly Option[] {
  return options.filter(({ right }) => right);
}

/** Every sentence that the question prints: stem, why, and why not. */
export function sentencesOf({ stem, why, options }: Question): string[] {
  return [stem, why, ...options.flatMap(({ whyNot }) => whyNot ?? [])];
}
