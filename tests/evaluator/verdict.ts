/** The truth test (3.4) at one reading, by loops over all facts: T, F or U. "Not in the pack" is never F. */
import type { Stretch, When } from "./calendar.ts";
import { areApart, isSame } from "./kin.ts";
import { type Fact, factOf, factsOf, type List, type Pack, type Relation, type Value } from "./pack.ts";
import { boundDay, type Cover, covers, dayIn, isClaim, type Reading, readingsOf, stillOn } from "./readings.ts";

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

/** R3: where two sources give different answers to a question that has one, the one that is named counts alone; otherwise each alone must bear the verdict. */
export function verdictOfAll(pack: Pack, query: Query, value: Value, reading: Reading): Verdict {
  const { said } = worldOf(pack, query, reading);
  const answers = said.filter(
    ({ fact, cover, isAbout }) =>
      isAbout && cover === "whole" && !isJoint(fact) && verdict(pack, query, fact[query.hole], reading) === "T",
  );
  const first = answers[0]?.fact[query.hole];
  const differ = isOne(query, query.hole, said) && answers.some(({ fact }) => !isSame(fact[query.hole], first!));
  if (!differ) return verdict(pack, query, value, reading);
  if (query.names.length === 1) return verdict(pack, { ...query, alone: query.names[0]! }, value, reading);
  const each = pack.sources.map(({ key }) => verdict(pack, { ...query, alone: key }, value, reading));
  return each.every((one) => one === each[0]) ? each[0]! : "U";
}

/** Whether a value answers the query in a world; worked out once for all questions that ask the same. */
export function verdict(pack: Pack, query: Query, value: Value, reading: Reading): Verdict {
  const world = worldOf(pack, query, reading);
  return entry(world.given, nameOf(value), () => verdictIn(pack, query, value, world));
}

/** What is said of a relation in a world, and how it stands to the time asked. */
type World = {
  readonly said: readonly { readonly fact: Fact; readonly cover: Cover; readonly isAbout: boolean }[];
  readonly denied: readonly Value[];
  readonly isClosed: boolean;
  readonly given: Map<string, Verdict>;
};

const worlds = new WeakMap<Pack, Map<string, Map<Reading, World>>>();

function worldOf(pack: Pack, query: Query, reading: Reading): World {
  const ofPack = entry(worlds, pack, () => new Map<string, Map<Reading, World>>());
  const ofQuery = entry(ofPack, nameOf(query), () => new Map<Reading, World>());
  // What has no time is the same in every world.
  const one = query.relation.temporal ? reading : readingsOf(pack)[0]!;
  return entry(ofQuery, one, () => {
    const place = otherPlace(query.hole);
    const heard = factsOf(pack, query.relation.key).map((fact) => ({
      fact,
      cover: cover(fact, query, one),
      isAbout: isSame(fact[place], query.anchor),
    }));
    return {
      said: heard.filter(({ fact }) => !fact.negative && counts(pack, fact, query, one)),
      denied: heard
        .filter(({ fact, isAbout, cover }) => fact.negative && isAbout && cover === "whole")
        .map(({ fact }) => fact[query.hole]),
      isClosed: isClosed(pack, query),
      given: new Map(),
    };
  });
}

const names = new WeakMap<Query | Value, string>();

function nameOf(one: Query | Value): string {
  return entry(names, one, () => JSON.stringify("hole" in one ? { ...one, relation: one.relation.key } : one));
}

/** What a map holds under a key, made when it is asked for first. */
function entry<K, V>(map: { get(key: K): V | undefined; set(key: K, value: V): unknown }, key: K, make: () => V): V {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}

function verdictIn(pack: Pack, query: Query, value: Value, { said, denied, isClosed }: World): Verdict {
  const { hole, anchor } = query;
  const place = otherPlace(hole);
  const own = said.filter(({ fact, isAbout }) => isAbout && isSame(fact[hole], value));
  const others = said
    .filter(({ fact, cover, isAbout }) => isAbout && cover === "whole" && !isSame(fact[hole], value))
    .map(({ fact }) => fact);
  // R7: of two where there is one, of whom one acts or claims, if only for a part of the time, nobody knows which is the one.
  if (own.some(({ cover }) => cover === "whole")) {
    const beside = said.filter(({ fact, cover, isAbout }) => isAbout && cover !== "none" && !isSame(fact[hole], value));
    const isContested = [...own, ...beside].some(({ fact }) => isClaim(fact));
    return isOne(query, hole, said) && beside.length > 0 && isContested ? "U" : "T";
  }
  if (own.some(({ cover }) => cover === "part")) return "U";

  if (others.some((fact) => !areApart(pack, fact[hole], value))) return "U";
  // (a) There is one at a time, and another one is sure; in either direction. Joint holders are more than one.
  if (isOne(query, hole, said) && others.length > 0 && !others.some(isJoint)) return "F";
  const isElsewhere = said.some(
    ({ fact, cover }) =>
      cover === "whole" && isSame(fact[hole], value) && !isJoint(fact) && areApart(pack, fact[place], anchor),
  );
  if (isOne(query, place, said) && isElsewhere) return "F";
  // (b) All of them are known, and it is not among them. (c) A source says no.
  return isClosed || denied.some((one) => isSame(one, value)) ? "F" : "U";
}

function isJoint({ capacity }: Fact): boolean {
  return capacity === "joint";
}

/** Whether there is at most one in a place at the time asked. "One at a time" says nothing of all who ever were. */
function isOne({ relation, everBefore }: Query, place: Place, said: World["said"]): boolean {
  const isSpan = ({ fact }: World["said"][number]) => fact.from !== "unknown" || fact.to !== "unknown";
  return relation.one[place] && !(relation.temporal && everBefore && said.some(isSpan));
}

/** Whether a fact is heard in a world: said by the document that alone counts (R3), by one who counts (R7), and not out of date. */
function counts(pack: Pack, fact: Fact, { alone, relation }: Query, reading: Reading): boolean {
  if (alone !== null && !fact.cite.some(({ source }) => source === alone)) return false;
  if (isClaim(fact) && !reading.claimantsCount) return false;
  return relation.temporal || !factsOf(pack, fact.relation).some(({ replaces }) => replaces === fact.key);
}

/** How a fact stands to the time asked. */
function cover(fact: Fact, { relation, asked, everBefore }: Query, reading: Reading): Cover {
  if (!relation.temporal) return "whole";
  if (asked.kind === "timeless") return "part";
  if (asked.kind === "within") return covers(fact, asked.days, reading, relation.bounds);
  if (fact.from === "unknown" && fact.to === "unknown") {
    // R4: the stem names one snapshot and so excludes the others.
    if (fact.asOf === null) return "part";
    if (fact.asOf.edtf !== asked.when.edtf) return "none";
    return asked.source === null || fact.cite.some(({ source }) => source === asked.source) ? "whole" : "none";
  }
  const day = dayIn(asked.when, reading.written);
  if (!everBefore) return covers(fact, { first: day, last: day }, reading, relation.bounds);
  if (stillOn(fact, reading) <= day) return "whole";
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
