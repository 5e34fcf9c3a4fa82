/** The guard rails of distractors (question-engine 2.3). Each candidate that fails one is logged with its name. */
import type { Value } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { entityOf, type ValueKey, valueKey } from "../facts/value.ts";
import type { Candidate } from "./candidates.ts";
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
  const longest = Math.max(...keys.map(({ text }) => text.length));
  const shortest = Math.min(...keys.map(({ text }) => text.length));

  const fault = ({ value, key }: Candidate): readonly [Guard, string] | null => {
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
    if (value.kind === "date" && like.kind === "date" && Math.abs(value.date.first - like.date.first) <= nearestDays)
      return ["G6", "within three days of the key"];
    if (synonyms.has(key)) return ["G8", "a value of a near synonym"];
    if (containsWords(query.stem, text)) return ["G9", "the stem names it"];
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
        for (const other of facts.factsOf({ subject: overlapping, relation: fact.relation }))
          values.add(valueKey(other.object));
  }
  for (const { value } of key) values.delete(valueKey(value));
  return values;
}

function isSymmetric(facts: Facts, { key }: Query, entity: string): boolean {
  const { fact } = key[0]!;
  return facts.relation(fact.relation).symmetric && (fact.subject === entity || entityOf(fact.object) === entity);
}

/** Names are as long as they are; common nouns and clauses should be of a length. */
function isName(facts: Facts, value: Value): boolean {
  return value.kind !== "entity" || /^\p{Lu}/u.test(facts.entity(value.entity).name);
}
