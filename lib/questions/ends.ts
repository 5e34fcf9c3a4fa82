/** On which days the spans of a relation begin, and on which they end: counted once for a pack. */
import type { Facts } from "../facts/facts.ts";

/** An end of a span. */
type End = "from" | "to";

/** How often a relation's spans begin, or end, on a date (as written, EDTF), and on its day of the year ("03-04"). */
type Ends = { on(edtf: string): number; onDayOfYear(edtf: string): number };

/** Those of a relation and an end; 0 for a date on which none does. */
export function endsOf(facts: Facts, relation: string, end: End): Ends {
  let known = counted.get(facts);
  if (!known) {
    known = new Map();
    counted.set(facts, known);
  }
  let counts = known.get(`${relation} ${end}`);
  if (!counts) {
    counts = new Map();
    for (const { negative, [end]: bound } of facts.factsOfRelation(relation)) {
      if (negative || bound.kind !== "date") continue;
      for (const name of [bound.date.edtf, dayOfYear(bound.date.edtf)]) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    known.set(`${relation} ${end}`, counts);
  }
  const found = counts;
  return { on: (edtf) => found.get(edtf) ?? 0, onDayOfYear: (edtf) => found.get(dayOfYear(edtf)) ?? 0 };
}

const counted = new WeakMap<Facts, Map<string, Map<string, number>>>();

/** "03-04" of 1801-03-04. */
const dayOfYear = (edtf: string): string => edtf.slice(-5);
