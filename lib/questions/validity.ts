/** When a fact holds, in words, end by end and only as exactly as its source says. */
import type { Bound, Fact, HistoricalDate } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { dateInWords, spanInWords } from "./date-words.ts";
import { limitWords } from "./limit-words.ts";

/** One end of a fact's time, or its one date. */
export type ValidityEnd = {
  readonly end: "on" | "from" | "to" | "as-of";
  /** "November 2018"; null where no document says it. */
  readonly date: string | null;
  /** "to the month, without a day"; null without a date. */
  readonly exact: string | null;
  /** It had not come when that was written. */
  readonly open: boolean;
};

/** When a fact holds. Empty ends: nothing dates it. */
export type Validity = {
  /** False for what holds at all times. */
  readonly changes: boolean;
  readonly ends: readonly ValidityEnd[];
};

/** Every date that a fact gives for itself, with how exactly it is given. */
export function validityOf(facts: Facts, fact: Fact): Validity {
  if (fact.object.kind === "date") return { changes: true, ends: [endOf(facts, "on", fact.object.date)] };
  const { temporal } = facts.relation(fact.relation);
  const isDated = fact.from.kind === "date" || fact.to.kind === "date";
  const bound = (end: "from" | "to") => ({
    ...endOf(facts, end, dateOf(fact[end])),
    open: fact[end].kind === "open",
  });
  return {
    changes: temporal,
    ends: [...(isDated ? [bound("from"), bound("to")] : []), ...(fact.asOf ? [endOf(facts, "as-of", fact.asOf)] : [])],
  };
}

function endOf(facts: Facts, end: ValidityEnd["end"], date: HistoricalDate | null): ValidityEnd {
  if (!date) return { end, date: null, exact: null, open: false };
  return {
    end,
    date: dateInWords(date),
    exact: limitWords(facts, { kind: "limit", limit: "precision", of: date.precision }),
    open: false,
  };
}

function dateOf(bound: Bound): HistoricalDate | null {
  return bound.kind === "date" ? bound.date : null;
}

/** The same in few words: "November 2018 to 26 November 2019", "July 2018", "as of 27 May 2024"; null where nothing says when. */
export function whenInShort({ object, from, to, asOf }: Fact): string | null {
  if (object.kind === "date") return dateInWords(object.date);
  if (from.kind === "date" || to.kind === "date")
    return spanInWords(from, to, asOf ? dateInWords(asOf) : null).replace(/^from (?!a day)/, "");
  return asOf ? `as of ${dateInWords(asOf).replace(/^between /, "a day between ")}` : null;
}
