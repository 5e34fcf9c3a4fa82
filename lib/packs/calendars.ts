/** Dates of documents that count days otherwise than we do: every day that their words may mean (R9). */
import { fromDayNumber } from "../base/day.ts";
import type { Bound, Fact, HistoricalDate, Pack, Source, Value } from "../facts/fact.ts";

/** The pack with the dates of facts, closed scopes and lists widened where a source that they are cited from declares a calendar or a zone. */
export function inCalendars(pack: Pack): Pack {
  const odd = new Map(
    pack.sources
      .filter(({ calendar, zone }) => calendar === "julian" || zone === "unknown")
      .map((source) => [source.key, source]),
  );
  if (odd.size === 0) return pack;
  const widener = (cited: readonly string[]) => {
    const found = cited.flatMap((key) => odd.get(key) ?? []);
    return (date: HistoricalDate): HistoricalDate => found.reduce(widened, date);
  };
  return {
    ...pack,
    sources: pack.sources.map((source) => ({ ...source, date: widener([source.key])(source.date) })),
    facts: pack.facts.map((fact) => widenedFact(fact, widener(fact.citations.map(({ source }) => source)))),
    relations: pack.relations.map((relation) => ({
      ...relation,
      closed: relation.closed.map((closure) => {
        const widen = widener([closure.citation.source]);
        return { ...closure, from: closure.from && widen(closure.from), asOf: closure.asOf && widen(closure.asOf) };
      }),
    })),
    lists: pack.lists.map((list) => {
      const widen = widener(list.citations.map(({ source }) => source));
      return { ...list, asOf: list.asOf && widen(list.asOf) };
    }),
  };
}

type Widen = (date: HistoricalDate) => HistoricalDate;

function widenedFact(fact: Fact, widen: Widen): Fact {
  const bound = (one: Bound): Bound => (one.kind === "date" ? { kind: "date", date: widen(one.date) } : one);
  const object: Value = fact.object.kind === "date" ? { kind: "date", date: widen(fact.object.date) } : fact.object;
  return { ...fact, object, from: bound(fact.from), to: bound(fact.to), asOf: fact.asOf && widen(fact.asOf) };
}

/** A Julian date is the day as written or that day in our calendar; without a zone it is a day to either side. */
function widened(date: HistoricalDate, { calendar, zone }: Source): HistoricalDate {
  const margin = zone === "unknown" ? 1 : 0;
  const [early, late] = calendar === "julian" ? [shiftAt(date.first), shiftAt(date.last)] : [0, 0];
  return { ...date, first: date.first + Math.min(0, early) - margin, last: date.last + Math.max(0, late) + margin };
}

/** Days from a date of the Julian calendar, written with the same figures, to its day in ours: 10 in 1582, 13 in 1917, −2 in the year 1. */
function shiftAt(day: number): number {
  const { year, month } = fromDayNumber(day);
  const counted = month <= 2 ? year - 1 : year;
  return Math.floor(counted / 100) - Math.floor(counted / 400) - 2;
}
