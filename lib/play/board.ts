/** What is needed to stand on a day of a pack: its seats, statements and happenings with the days on which each is sure or possible. */
import type { Bound, DayNumber, Fact, HistoricalDate, Relation } from "../facts/fact.ts";
import { type Facts, objectKey } from "../facts/facts.ts";
import { type Days, spanOf } from "../facts/time.ts";
import { entityOf } from "../facts/value.ts";
import { dateInWords, spanInWords } from "../questions/date-words.ts";
import { optionName } from "../questions/noun-phrase.ts";
import { datedWords } from "../questions/receipt.ts";
import { factSentence, nameOf, valueWords } from "../questions/wording.ts";

/** A document as a citation names it. */
export type Document = { readonly cite: string; readonly dated: string };

/** A place in one of the board's documents. */
export type Place = { readonly document: string; readonly locator: string };

/** A fact with a time, as one true sentence. */
export type BoardLine = {
  readonly fact: string;
  readonly topic: string;
  readonly sentence: string;
  readonly sure: Days;
  readonly possible: Days;
  /** The days that its dated ends may be: on these one of them falls, or may. */
  readonly ends: readonly Days[];
  /**
   * Of what a document says of its own time: that time, in words, and what is of it: "NATO's page of 27 May 2024". Null for a fact whose dates say
   * it all.
   */
  readonly asOf: { readonly days: Days; readonly date: string; readonly source: string } | null;
  readonly places: readonly Place[];
};

/** Somebody who holds or held a seat. */
export type BoardHolder = BoardLine & {
  readonly name: string;
  readonly when: string;
  /** Acting, joint or a rival; null for a holder in full. */
  readonly capacity: Fact["capacity"];
};

/** What one at a time holds: an office, a post, a command. */
export type BoardSeat = {
  readonly key: string;
  /** What it is: "Commander". */
  readonly role: string;
  /** Of what: "NATO Mission Iraq". */
  readonly about: string;
  /** In the order of time. */
  readonly holders: readonly BoardHolder[];
  /** The days of which the pack says that it has every holder; null where it does not say so, or where one may not be told. */
  readonly complete: Days | null;
};

/** Something that happened, and when as far as is known. */
export type BoardEvent = {
  readonly fact: string;
  readonly sentence: string;
  readonly name: string;
  readonly when: string;
  readonly days: Days;
  readonly places: readonly Place[];
};

export type Board = {
  /** The days that can be stood on, both included. */
  readonly days: Days;
  readonly seats: readonly BoardSeat[];
  readonly lines: readonly BoardLine[];
  /** In the order of time. */
  readonly events: readonly BoardEvent[];
  readonly topics: readonly { readonly key: string; readonly title: string }[];
  readonly documents: Readonly<Record<string, Document>>;
  /** Days on which something begins, ends or happens, or may: ascending, each once. */
  readonly changes: readonly DayNumber[];
};

/** The board of a pack without the facts that are hidden; null where nothing in it has a date of its own. */
export function boardOf(facts: Facts, hidden: ReadonlySet<string>): Board | null {
  const timed = facts.pack.facts.filter(
    (fact) =>
      !fact.negative &&
      !hidden.has(fact.key) &&
      (fact.object.kind === "date" || facts.relation(fact.relation).temporal) &&
      (fact.object.kind === "date" || isDated(fact) || fact.asOf !== null),
  );
  const events = timed.filter(({ object }) => object.kind === "date").flatMap((fact) => eventOf(facts, fact) ?? []);
  const seated = timed.filter((fact) => isSeat(facts, fact));
  const rest = timed.filter((fact) => fact.object.kind !== "date" && !seated.includes(fact));
  const instants = timed.flatMap(instantsOf);
  if (instants.length === 0) return null;
  const seats = [...Map.groupBy(seated, (fact) => `${fact.relation} ${objectKey(fact)}`)].flatMap(
    ([key, group]) => seatOf(facts, key, group, hidden) ?? [],
  );
  const last = facts.pack.asOf.last;
  const changes = [...new Set(instants)].filter((day) => day <= last).sort((a, b) => a - b);
  if (changes.length === 0) return null;
  return {
    days: { first: changes[0]! - leadDays, last },
    seats: seats.sort((a, b) => b.holders.length - a.holders.length || (a.key < b.key ? -1 : 1)),
    lines: rest.flatMap((fact) => lineOf(facts, fact) ?? []),
    events: events.sort((a, b) => a.days.first - b.days.first || a.days.last - b.days.last),
    topics: facts.pack.topics,
    documents: Object.fromEntries(
      facts.pack.sources.map((source) => [source.key, { cite: source.cite, dated: datedWords(source) }]),
    ),
    changes,
  };
}

/** One can stand a little before the first thing known, and see that nothing is. */
const leadDays = 31;

const isDated = ({ from, to }: Fact): boolean => from.kind === "date" || to.kind === "date";

/** Days on which something changes: what is dated to a month or a year may begin with its first day. */
function instantsOf(fact: Fact): DayNumber[] {
  if (fact.object.kind === "date") return [fact.object.date.first];
  return [fact.from, fact.to].flatMap((bound) => (bound.kind === "date" ? [bound.date.first] : []));
}

/** Does it stand for a seat: held by one at a time, from a day or to a day? */
function isSeat(facts: Facts, fact: Fact): boolean {
  return isDated(fact) && entityOf(fact.object) !== null && facts.relation(fact.relation).subjectsPerObject === "one";
}

function seatOf(facts: Facts, key: string, group: readonly Fact[], hidden: ReadonlySet<string>): BoardSeat | null {
  const { relation: relationKey, object } = group[0]!;
  const relation = facts.relation(relationKey);
  const holders = group
    .flatMap((fact): BoardHolder[] => {
      const line = lineOf(facts, fact);
      if (!line) return [];
      const name = optionName(facts.entity(fact.subject));
      return [{ ...line, name, when: whenOf(fact), capacity: fact.capacity }];
    })
    .sort((a, b) => a.possible.first - b.possible.first || a.possible.last - b.possible.last);
  if (holders.length === 0) return null;
  // Where one may not be told, or has no sentence, nothing may be said of an empty seat.
  const all = facts.factsTo({ object: objectKey(group[0]!), relation: relationKey }).filter((fact) => !fact.negative);
  const isWhole = all.length === holders.length && all.every((fact) => !hidden.has(fact.key));
  return {
    key,
    role: relation.kickers.default ?? relation.noun?.[0] ?? relation.key,
    about: valueWords(facts, object),
    holders,
    complete: isWhole ? completeDays(relation, objectKey(group[0]!)) : null,
  };
}

/** The days for which a relation declares that it has all holders of an object. */
function completeDays({ closed }: Relation, object: string): Days | null {
  const closure = closed.find((each) => each.object === object && each.asOf !== null);
  if (!closure) return null;
  return { first: closure.from ? closure.from.last + 1 : Number.NEGATIVE_INFINITY, last: closure.asOf!.first };
}

function lineOf(facts: Facts, fact: Fact): BoardLine | null {
  const sentence = factSentence(facts, fact);
  if (sentence === null) return null;
  const { sure, possible } = spanOf(fact, facts.relation(fact.relation));
  const { asOf } = fact;
  return {
    fact: fact.key,
    topic: fact.topic,
    sentence,
    sure,
    possible,
    ends: [fact.from, fact.to].flatMap((bound) => (bound.kind === "date" ? [daysOf(bound.date)] : [])),
    asOf:
      asOf && fact.to.kind !== "date"
        ? { days: daysOf(asOf), date: dateInWords(asOf), source: scopeOf(facts, fact, asOf) }
        : null,
    places: placesOf(fact),
  };
}

/** The document that is of that time, else the time itself. */
function scopeOf(facts: Facts, { citations }: Fact, asOf: HistoricalDate): string {
  const sources = citations.map(({ source }) => facts.source(source));
  return sources.find(({ date }) => date.edtf === asOf.edtf)?.inStem ?? dateInWords(asOf);
}

function eventOf(facts: Facts, fact: Fact): BoardEvent | null {
  if (fact.object.kind !== "date") return null;
  const sentence = factSentence(facts, fact);
  if (sentence === null) return null;
  const { date } = fact.object;
  const name = nameOf(facts, { kind: "entity", entity: fact.subject });
  return {
    fact: fact.key,
    sentence,
    name: name.charAt(0).toUpperCase() + name.slice(1),
    when: dateInWords(date),
    days: daysOf(date),
    places: placesOf(fact),
  };
}

/** "6 May 2021 to 10 May 2022": a span in words, without the preposition that would begin a sentence. */
export function whenOf({ from, to, asOf }: { from: Bound; to: Bound; asOf: Fact["asOf"] }): string {
  return spanInWords(from, to, asOf ? dateInWords(asOf) : null).replace(/^from /, "");
}

const daysOf = ({ first, last }: Days): Days => ({ first, last });

function placesOf({ citations }: Fact): Place[] {
  return citations.map(({ source, locator }) => ({ document: source, locator }));
}
