/** The guard rails of distractors (question-engine 2.3). Each candidate that fails one is logged with its name. */
import { isDisputed } from "../facts/capacity.ts";
import type { Value } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { lifeBeside, lifeOf } from "../facts/life.ts";
import { isNear } from "../facts/measure.ts";
import { type Days, overlap } from "../facts/time.ts";
import { entityOf, type ValueKey, valueKey } from "../facts/value.ts";
import type { Candidate } from "./candidates.ts";
import { endsOf } from "./ends.ts";
import { containsWords, folded } from "./fold.ts";
import type { Query } from "./query.ts";
import { valueWords } from "./wording.ts";

export type Guard = "G1" | "G2" | "G3" | "G4" | "G5" | "G6" | "G7" | "G8" | "G9" | "G10";

/** A candidate that may not be an option, and why. */
export type Dropped = { readonly key: ValueKey; readonly guard: Guard; readonly detail: string };

/** Tests of one query: of a candidate by itself, and beside the distractors chosen before it. */
export type Guards = {
  admits(candidate: Candidate): boolean;
  beside(candidate: Candidate, chosen: readonly Candidate[]): boolean;
};

/** The guards of a query; what they drop is appended to `dropped`. The similarity floor of G6 is held by the scorer. */
export function guardFor(facts: Facts, query: Query, dropped: Dropped[]): Guards {
  const keys = query.key.map(({ value }) => ({ value, entity: entityOf(value), text: valueWords(facts, value) }));
  const { related } = facts;
  const synonyms = nearSynonyms(facts, query);
  const roles = otherRoles(facts, query);
  // Of several (a match) what is possible for one of them is possible.
  const lives = query.key.map((key) =>
    lifeBeside(lifeOf(facts, entitiesAsked({ key: [key], slot: query.slot })), key.value),
  );
  const longest = Math.max(...keys.map(({ text }) => text.length));
  const shortest = Math.min(...keys.map(({ text }) => text.length));

  const fault = ({ value, key, role, fact }: Candidate): readonly [Guard, string] | null => {
    const like = keys[0]!.value;
    const sort = sortFault(facts, like, value);
    if (sort) return sort;
    const text = valueWords(facts, value);
    const entity = entityOf(value);
    if (entity !== null) {
      const whole = keys.find((other) => other.entity !== null && related(entity, other.entity));
      if (whole) return ["G3", `part, whole or another name of ${whole.text}`];
      const { type } = facts.entity(entity);
      const namesakes = facts.named(text).filter((other) => facts.entity(other).type === type);
      if (namesakes.length > 1) return ["G4", `“${text}” names more than one`];
      if (isSymmetric(facts, query, entity)) return ["G7", "the same symmetric fact"];
    }
    if (keys.some((other) => folded(other.text) === folded(text))) return ["G4", `reads like the key`];
    const impossible = possibleFault(facts, query, lives, like, { value, role, fact });
    if (impossible) return ["G6", impossible];
    if (synonyms.has(key)) return ["G8", "a value of a near synonym"];
    if (query.time.kind === "on" && role === 1 && fact && isDisputed(fact))
      return ["G6", "held it as a deputy or claimant"];
    if (roles.has(key)) return ["G8", "in another role of the same subject"];
    // As it will be printed: a number without the unit that the stem has.
    if (containsWords(query.stem, text) || containsWords(query.stem, valueWords(facts, value, query.stem)))
      return ["G9", "the stem names it"];
    if (!isName(facts, value) && (text.length > 2 * longest || text.length * 2 < shortest))
      return ["G10", `${text.length} characters`];
    const judgement = query.judge(value);
    if (judgement.verdict !== "false") return ["G2", judgement.verdict === "true" ? "it is right" : judgement.detail];
    return null;
  };

  return {
    admits(candidate) {
      const found = fault(candidate);
      if (found) dropped.push({ key: candidate.key, guard: found[0], detail: found[1] });
      return found === null;
    },
    beside(candidate, chosen) {
      const entity = entityOf(candidate.value);
      if (entity === null) return true;
      return chosen.every((other) => !related(entity, entityOf(other.value) ?? ""));
    },
  };
}

/** Dates so near to each other test nothing but luck (check 33). */
const nearestDays = 3;

/** Dates farther than twenty years apart are ruled out at sight. */
const farthestDays = 20 * 365.25;

/** Numbers so many times as large or small are ruled out at sight, unless they are small and so near. */
const mostTimes = 5;

/** G6: why a value can be ruled out by who knows nothing but what the stem is about; null when it cannot. */
function possibleFault(
  facts: Facts,
  { asked, key, slot }: Query,
  lives: readonly Days[],
  like: Value,
  { value, role, fact }: Pick<Candidate, "value" | "role" | "fact">,
): string | null {
  if (value.kind === "date" && like.kind === "date") {
    const { relation } = key[0]!.fact;
    if ((slot === "from" || slot === "to") && fact?.relation === relation) {
      // On the day of a death nobody begins: a date of the other end is of another sort, unless it is both.
      if (endsOf(facts, relation, slot).on(value.date.edtf) === 0) return "the other end of a span";
    }
    if (Math.abs(value.date.first - like.date.first) <= nearestDays) return "within three days of the key";
    const isWithin = key.some(
      ({ value: own }) => own.kind === "date" && Math.abs(value.date.first - own.date.first) <= farthestDays,
    );
    if (!isWithin) return "more than twenty years from the key";
    return lives.some((life) => overlap(value.date, life)) ? null : "outside the life of what is asked about";
  }
  if (value.kind === "number" && like.kind === "number") {
    if (role === 0 && value.unit === null) return "a number of something else";
    if (isNear(facts.relation(key[0]!.fact.relation), value, like)) return "measured as near as luck";
    const [small, large] = [value.number, like.number].map(Math.abs).toSorted((a, b) => a - b) as [number, number];
    const isAlike = large <= small * mostTimes || large - small <= mostTimes;
    return isAlike && Math.sign(value.number) === Math.sign(like.number) ? null : "of another order of magnitude";
  }
  const entity = entityOf(value);
  const { object } = key[0]!.fact;
  // Of what is dated, the date that the stem gives is the time.
  const days = asked ? { first: asked.from, last: asked.to } : object.kind === "date" ? object.date : null;
  if (entity === null || !days) return null;
  return overlap(lifeBeside(lifeOf(facts, [entity]), fact?.object ?? value), days) ? null : "not there at the time";
}

/** What the stem is about: the entities of the key's facts, without the key itself. */
function entitiesAsked({ key, slot }: Pick<Query, "key" | "slot">): Set<string> {
  const entities = new Set<string>();
  for (const { fact } of key) {
    if (slot !== "subject") entities.add(fact.subject);
    const object = entityOf(fact.object);
    if (slot !== "object" && object !== null) entities.add(object);
  }
  return entities;
}

/**
 * G8: objects of the subject's other roles. Where there can be several of each ("focused on", "instructed on"), who has read the source can
 * call them right too, though the list that is asked does not name them.
 */
function otherRoles(facts: Facts, { key, slot }: Query): Set<ValueKey> {
  const values = new Set<ValueKey>();
  const own = key[0]!.fact;
  if (slot !== "object" || facts.relation(own.relation).objectsPerSubject === "one") return values;
  const types = facts.relation(own.relation).object;
  for (const relation of facts.pack.relations) {
    if (relation.key === own.relation || !relation.object.some((type) => types.includes(type))) continue;
    if (relation.objectsPerSubject === "one") continue;
    for (const { object, negative } of facts.factsOf({ subject: own.subject, relation: relation.key }).slice(0, 64))
      if (!negative && object.kind === "entity") values.add(valueKey(object));
  }
  // What another document says of it in this very relation is told apart by the document that the stem names.
  for (const { object } of facts.factsOf({ subject: own.subject, relation: own.relation }).slice(0, 64))
    values.delete(valueKey(object));
  return values;
}

/** G1 and G5: the same type of entity; the same precision, unit and qualifier; a name formed like the key's. */
function sortFault(facts: Facts, like: Value, value: Value): readonly [Guard, string] | null {
  if (like.kind === "entity" && value.kind === "entity") {
    const [a, b] = [facts.entity(like.entity), facts.entity(value.entity)];
    if (a.type !== b.type) return ["G1", `a ${b.type}, not a ${a.type}`];
    if ((a.surname === null) !== (b.surname === null)) return ["G5", "a name of another form"];
    return null;
  }
  if (like.kind === "date" && value.kind === "date")
    return like.date.precision === value.date.precision ? null : ["G5", `dated to the ${value.date.precision}`];
  if (like.kind === "number" && value.kind === "number")
    return like.unit === value.unit && like.qualifier === value.qualifier ? null : ["G5", "another unit or qualifier"];
  return ["G1", `a ${value.kind}, not a ${like.kind}`];
}

/** G8: what stands in the same slot of a fact that says nearly the same. */
function nearSynonyms(facts: Facts, { key, slot }: Query): Set<ValueKey> {
  const values = new Set<ValueKey>();
  for (const { fact } of key) {
    const near = facts.relation(fact.relation).nearSynonym;
    for (const relation of near)
      for (const other of slot === "subject"
        ? facts.factsTo({ object: entityOf(fact.object) ?? valueKey(fact.object), relation })
        : facts.factsOf({ subject: fact.subject, relation })) {
        if (slot === "subject") values.add(valueKey({ kind: "entity", entity: other.subject }));
        else {
          values.add(valueKey(other.object));
          for (const bound of [other.from, other.to]) if (bound.kind === "date") values.add(`d:${bound.date.edtf}`);
        }
      }
    // Two events that may be one thing under two names: the date of one is no wrong date for the other.
    if (slot !== "subject")
      for (const overlapping of facts.relatives(fact.subject))
        for (const relation of [fact.relation, ...near])
          for (const other of facts.factsOf({ subject: overlapping, relation })) values.add(valueKey(other.object));
  }
  for (const { value } of key) values.delete(valueKey(value));
  return values;
}

function isSymmetric(facts: Facts, { key }: Query, entity: string): boolean {
  const { fact } = key[0]!;
  return facts.relation(fact.relation).symmetric && (fact.subject === entity || entityOf(fact.object) === entity);
}

/** Names, dates and numbers are as long as they are; common nouns and clauses should be of a length. */
export function isName(facts: Facts, value: Value): boolean {
  return value.kind !== "entity" || /^\p{Lu}/u.test(facts.entity(value.entity).name);
}

/** A name that is longer than others is no cue, up to a length that nobody overlooks. */
export function isAsLongAsItIs(facts: Facts, value: Value, length: number): boolean {
  return isName(facts, value) && length <= longestName;
}

/** Characters of a name that nobody overlooks. */
export const longestName = 20;
