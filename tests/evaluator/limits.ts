/** What is asked of the documents themselves: which of them says it (Q15), how exactly, and how much of a set (Q16). */
import { areApart, isSame } from "./kin.ts";
import { type Bound, type Fact, factsOf, type List, type Pack, type Value } from "./pack.ts";
import type { Verdict } from "./verdict.ts";

/**
 * Q15: one document alone says it only where the author has looked into the others and says so; both say it where both are cited. That the pack
 * cites only one of them proves nothing.
 */
export function sourceVerdict(pack: Pack, fact: Fact, offered: readonly string[], value: Value): Verdict {
  if (value.kind !== "limit" || value.limit !== "source") return "U";
  const documents = offered.filter((one) => one !== "both");
  if (documents.length !== 2 || !documents.every((key) => pack.sources.some((source) => source.key === key)))
    return "U";
  const claims = factsOf(pack, fact.relation).filter(
    (one) => one.negative === fact.negative && isSame(one.subject, fact.subject) && isSame(one.object, fact.object),
  );
  const says = (key: string) => claims.some(({ cite }) => cite.some(({ source }) => source === key));
  const only = new Set(claims.map(({ onlyIn }) => onlyIn).filter((one) => one !== null));
  const answer = documents.every(says) ? "both" : only.size === 1 ? documents.find((key) => only.has(key)) : undefined;
  if (answer === undefined || (answer !== "both" && documents.some((key) => key !== answer && says(key)))) return "U";
  return value.of === answer ? "T" : "F";
}

const bounds = ["more_than", "less_than", "at_least", "at_most"];

/** Q16: how exactly a date or a quantity is given, by every fact that gives it; of an end that was still to come, or is not stated, no date is. */
export function precisionVerdict(pack: Pack, fact: Fact, side: "object" | "from" | "to", value: Value): Verdict {
  if (value.kind !== "limit" || value.limit !== "precision") return "U";
  const given = factsOf(pack, fact.relation)
    .filter(
      (one) =>
        !one.negative &&
        isSame(one.subject, fact.subject) &&
        (side === "object" ? one.asOf?.edtf === fact.asOf?.edtf : isSame(one.object, fact.object)),
    )
    .map((one) => (side === "object" ? exactnessOf(one.object) : precisionOf(one[side])));
  if (new Set(given).size !== 1 || given[0] === null) return "U";
  return value.of === given[0] ? "T" : "F";
}

/** Q16: of what no document gives the day, in any fact about it or about what may be the same. */
export function unsaidVerdict(pack: Pack, asked: Fact, side: "object" | "from" | "to", value: Value): Verdict {
  const about = factsOf(pack, asked.relation).filter(
    (one) => !one.negative && (side === "object" || isSame(one.object, asked.object)),
  );
  const dayOf = (one: Fact) => {
    if (side !== "object") return precisionOf(one[side]) === "day";
    return one.object.kind === "date" && precisionOf(one.object.when) === "day";
  };
  const own = about.filter(({ subject }) => isSame(subject, value));
  if (own.length === 0) return "U";
  if (own.every(dayOf)) return "F";
  return about.filter(({ subject }) => !areApart(pack, subject, value)).some(dayOf) ? "U" : "T";
}

function exactnessOf(value: Value): string | null {
  if (value.kind === "date") return precisionOf(value.when);
  if (value.kind === "vague") return "vague";
  if (value.kind !== "number") return null;
  return bounds.includes(value.qualifier) ? "bound" : value.qualifier;
}

function precisionOf(bound: Bound): string {
  if (typeof bound === "string") return "none";
  if (bound.edtf.startsWith("[")) return "between";
  return ["year", "month", "day"][bound.edtf.split(/(?<=\d)-/).length - 1]!;
}

/** Q16: how much of a set a document names, in the author's word: all of it, or those that it names and no more. */
export function completenessVerdict(list: List | null, value: Value): Verdict {
  if (value.kind !== "limit" || value.limit !== "completeness" || list === null) return "U";
  const answer = list.complete === "yes" ? "all" : "some";
  return value.of === answer ? "T" : "F";
}
