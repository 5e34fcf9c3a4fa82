/** The timeline strip of a receipt: the key and the options that have a time, one above the other. */
import type { Fact, Value } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { entityOf, valueKey } from "../facts/value.ts";
import { dateInWords } from "./date-words.ts";
import { optionName } from "./noun-phrase.ts";
import type { Strip, StripSpan } from "./question.ts";

/** The strip of these spans, or null when fewer than one has a time. */
export function stripOf(spans: readonly (StripSpan | null)[], asked: Strip["asked"]): Strip | null {
  const known = spans.filter((span) => span !== null);
  return known.length === 0 ? null : { spans: known, asked };
}

/** A date as a point; an entity by the time of its fact; null for a value without a time. An open end runs to the as-of day. */
export function spanOfValue(facts: Facts, value: Value, fact: Fact | null): StripSpan | null {
  if (value.kind === "date") {
    const { first, last } = value.date;
    return { value: valueKey(value), label: dateInWords(value.date), from: first, to: last, open: false, point: true };
  }
  const entity = entityOf(value);
  if (entity === null || !fact) return null;
  const named = facts.entity(entity);
  const label = named.surname ?? optionName(named);
  const common = { value: valueKey(value), label };
  if (fact.object.kind === "date")
    return { ...common, from: fact.object.date.first, to: fact.object.date.last, open: false, point: true };
  if (!facts.relation(fact.relation).temporal || (fact.from.kind !== "date" && fact.to.kind !== "date")) return null;
  const open = fact.to.kind === "open";
  return {
    ...common,
    from: fact.from.kind === "date" ? fact.from.date.first : null,
    to: fact.to.kind === "date" ? fact.to.date.last : open ? (fact.asOf ?? facts.pack.asOf).last : null,
    open,
    point: false,
  };
}
