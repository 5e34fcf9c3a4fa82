/** A query with one hole, and the time at which it is asked. */
import type { Fact, HistoricalDate, Relation, Value } from "./fact.ts";
import { type Certainty, certaintyAt, type Days, spanOf } from "./time.ts";

/**
 * The time that a stem states: none; throughout some days ("on 1 January 2022", "throughout June 2021");
 * or that of a statement ("as of 27 May 2024", "according to NATO's page of 27 May 2024", where only that source counts).
 */
export type AskedTime =
  | { readonly kind: "timeless" }
  | { readonly kind: "during"; readonly days: Days }
  | { readonly kind: "as-of"; readonly date: HistoricalDate; readonly source: string | null };

/** What is asked: who or what stands in the hole. With a list: who or what is among what it names. */
export type Query = LookupQuery | EndQuery;

/** The subject or the object is asked. */
export type LookupQuery = { readonly relation: string; readonly time: AskedTime; readonly list: string | null } & (
  | { readonly hole: "subject"; readonly object: Value }
  | { readonly hole: "object"; readonly subject: string }
);

/** The date on which a fact began or ended is asked. */
export type EndQuery = { readonly fact: string } & ({ readonly hole: "from" } | { readonly hole: "to" });

/** A query with its hole filled: what an option claims. */
export type Claim = {
  readonly subject: string;
  readonly relation: string;
  readonly object: Value;
  readonly time: AskedTime;
};

/** How a fact stands to the time asked; a snapshot is sure at its own as-of, also where that is a stretch of time. */
export function certaintyOf(fact: Fact, relation: Relation, time: AskedTime): Certainty {
  if (!relation.temporal || fact.object.kind === "date") return "sure";
  switch (time.kind) {
    case "timeless":
      return "maybe";
    case "during":
      return certaintyAt(spanOf(fact, relation), time.days);
    case "as-of":
      if (isSnapshotOf(fact, time.date)) return "sure";
      return certaintyAt(spanOf(fact, relation), time.date);
  }
}

/** Is the fact a snapshot of that very time? */
export function isSnapshotOf(fact: Fact, date: HistoricalDate): boolean {
  return fact.asOf !== null && fact.to.kind !== "date" && fact.asOf.edtf === date.edtf;
}

/** Does the fact count, where the query names a source? */
export function isCitedFor(fact: Pick<Fact, "citations">, time: AskedTime): boolean {
  return time.kind !== "as-of" || time.source === null || fact.citations.some(({ source }) => source === time.source);
}
