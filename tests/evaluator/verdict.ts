/** The truth test (3.4) at one reading, by loops over all facts: T, F or U. "Not in the pack" is never F. */
import type { Stretch, When } from "./calendar.ts";
import { areApart, isSame } from "./kin.ts";
import { type Fact, factOf, factsOf, type List, type Pack, type Relation, type Value } from "./pack.ts";
import { boundDay, type Cover, covers, dayIn, type Reading } from "./readings.ts";

export type Verdict = "T" | "F" | "U";

export type Place = "subject" | "object";

/** The time that a stem states. */
export type Asked =
  | { readonly kind: "timeless" }
  | { readonly kind: "within"; readonly days: Stretch }
  | { readonly kind: "as-of"; readonly when: When; readonly source: string | null };

/** A relation with one place open and the other filled. */
export type Query = {
  readonly relation: Relation;
  readonly hole: Place;
  readonly anchor: Value;
  readonly asked: Asked;
  /** "Had been by then": it is enough to have begun before the date. */
  readonly everBefore: boolean;
  /** Documents that the question names: what they name completely may be denied of others. */
  readonly names: readonly string[];
  /** Only what this document says counts (R3). */
  readonly alone: string | null;
};

export function otherPlace(place: Place): Place {
  return place === "subject" ? "object" : "subject";
}

/** Whether a value answers the query in a world. */
export function verdict(pack: Pack, query: Query, value: Value, reading: Reading): Verdict {
  const { relation, hole, anchor } = query;
  const place = otherPlace(hole);
  const said = factsOf(pack, relation.key).filter((fact) => !fact.negative && counts(fact, query));
  const aboutAnchor = said.filter((fact) => isSame(fact[place], anchor));

  const own = aboutAnchor.filter((fact) => isSame(fact[hole], value)).map((fact) => cover(fact, query, reading));
  if (own.includes("whole")) return "T";
  if (own.includes("part")) return "U";

  const true_ = aboutAnchor.filter((fact) => cover(fact, query, reading) === "whole").map((fact) => fact[hole]);
  const elsewhere = said
    .filter((fact) => isSame(fact[hole], value) && cover(fact, query, reading) === "whole")
    .map((fact) => fact[place]);
  if (true_.some((one) => !areApart(pack, one, value))) return "U";
  // (a) There is one at a time, and another one is sure; in either direction.
  if (isOne(query, hole, said) && true_.length > 0) return "F";
  if (isOne(query, place, said) && elsewhere.some((one) => areApart(pack, one, anchor))) return "F";
  // (b) All of them are known, and it is not among them.
  if (isClosed(pack, query)) return "F";
  // (c) A source says no.
  const denied = factsOf(pack, relation.key).some(
    (fact) =>
      fact.negative &&
      isSame(fact[place], anchor) &&
      isSame(fact[hole], value) &&
      cover(fact, query, reading) === "whole",
  );
  return denied ? "F" : "U";
}

/** Whether there is at most one in a place at the time asked. "One at a time" says nothing of all who ever were. */
export function isOne({ relation, everBefore }: Query, place: Place, facts: readonly Fact[]): boolean {
  const isSpan = (fact: Fact) => fact.from !== "unknown" || fact.to !== "unknown";
  return relation.one[place] && !(relation.temporal && everBefore && facts.some(isSpan));
}

function counts(fact: Fact, { alone }: Query): boolean {
  return alone === null || fact.cite.some(({ source }) => source === alone);
}

/** How a fact stands to the time asked. */
export function cover(fact: Fact, { relation, asked, everBefore }: Query, reading: Reading): Cover {
  if (!relation.temporal) return "whole";
  if (asked.kind === "timeless") return "part";
  if (asked.kind === "within") return covers(fact, asked.days, reading);
  if (fact.from === "unknown" && fact.to === "unknown") {
    // R4: the stem names one snapshot and so excludes the others.
    if (fact.asOf === null) return "part";
    if (fact.asOf.edtf !== asked.when.edtf) return "none";
    return asked.source === null || fact.cite.some(({ source }) => source === asked.source) ? "whole" : "none";
  }
  const day = dayIn(asked.when, reading.written);
  if (!everBefore) return covers(fact, { first: day, last: day }, reading);
  const from = boundDay(fact, "from", reading);
  return from < day ? "whole" : from > day ? "none" : "part";
}

/** Whether the pack declares all right answers known, for the scope and the time asked. */
export function isClosed(pack: Pack, query: Query): boolean {
  const { relation, hole, anchor, asked } = query;
  const key = anchor.kind === "entity" ? anchor.entity : null;
  const declared = relation.closed.some((closure) => {
    const fixed = hole === "subject" ? closure.object : closure.subject;
    if (fixed === null || fixed !== key) return false;
    if (!relation.temporal) return true;
    if (asked.kind === "timeless") return false;
    if (asked.kind === "as-of")
      return closure.asOf?.edtf === asked.when.edtf || isWithin(asked.when, closure.from, closure.asOf);
    return isWithin(asked.days, closure.from, closure.asOf);
  });
  return declared || listsFor(pack, query).length > 0;
}

function isWithin(days: Stretch, from: When | null, asOf: When | null): boolean {
  return asOf !== null && from !== null && from.last < days.first && days.last <= asOf.first;
}

/** The complete lists that hold the right answers: nothing else belongs, or nothing else is named and the question says by whom. */
export function listsFor(pack: Pack, query: Query): List[] {
  const { relation, hole, anchor, asked, names } = query;
  return pack.lists.filter((list) => {
    const facts = list.facts.map((key) => factOf(pack, key));
    const fits =
      list.members === hole &&
      facts.every((fact) => fact.relation === relation.key && isSame(fact[otherPlace(hole)], anchor));
    const timed =
      !relation.temporal || asked.kind === "timeless"
        ? !relation.temporal
        : asked.kind === "as-of" && list.asOf?.edtf === asked.when.edtf;
    const said =
      list.complete === "yes" || (list.complete === "as_named" && list.sources.some((s) => names.includes(s)));
    return fits && timed && said;
  });
}
