/** A name to be typed: what is accepted, and which other names must not be. */
import type { Entity } from "../../facts/fact.ts";
import type { Facts } from "../../facts/facts.ts";
import { plainName } from "../../facts/names.ts";
import { entityKey, valueKey } from "../../facts/value.ts";
import { candidatesFor } from "../candidates.ts";
import { drawSeed, type KindRules, questionOf, refuseKind, type Wish } from "../kind.ts";
import { type NearName, namesOfEntity, nearNames } from "../near-names.ts";
import { bearersOf, couldMean, otherNames } from "../other-names.ts";
import type { Query } from "../query.ts";
import { valueWords } from "../wording.ts";
import { keyStrip, leaks } from "./recall.ts";

export const typed: KindRules = {
  kind: "typed",

  put(facts, query, wish) {
    const { value } = query.key[0]!;
    if (query.key.length !== 1 || value.kind !== "entity")
      return refuseKind(query, { reason: "no_key", detail: "not one name" });
    const entity = facts.entity(value.entity);
    if (sharesItsName(facts, entity))
      return refuseKind(query, { reason: "homonym", detail: `“${entity.name}” names more than one` });
    const leak = leaks(facts, query);
    if (leak) return leak;
    const names = namesOfEntity(entity);
    const known = withRivals(facts, query, wish, [
      ...nearNames(facts, entity, names),
      ...namesakes(facts, entity, names),
    ]);
    // "Roosevelt" is no answer: it is known as a name of the key's and of another, and answered by "which one?", unless the stem means only one of them.
    const borne = new Set(known.map(({ text }) => plainName(text)));
    const isShared = (name: string) => borne.has(plainName(name));
    const others = otherNames(facts, query, entity);
    const own = new Set([...names, ...others].map(plainName));
    const isMeant = ({ value, text }: NearName) => !own.has(plainName(text)) || couldMean(facts, query, value.slice(2));
    const near = known.filter(isMeant);
    return questionOf(facts, query, wish, {
      key: [valueKey(value)],
      answer: valueWords(facts, value),
      accepts: names.filter((name) => !isShared(name)),
      near: [...alsoOf(value.entity, [...names.filter(isShared), ...others]), ...near],
      titles: entity.surname === null ? [] : facts.pack.titles,
      strip: keyStrip(query),
    });
  },
};

/** Names of the key that are not printed as accepted: marking knows them beside the names of others. */
export function alsoOf(entity: string, names: readonly string[]): NearName[] {
  return names.map((text) => ({ value: entityKey(entity), text }));
}

/** All names of others that share one with the entity, for their full names must not be taken for short ones of its own. */
function namesakes(facts: Facts, entity: Entity, names: readonly string[]): NearName[] {
  const others = new Set(names.flatMap((name) => bearersOf(facts, entity, name)));
  return [...others].flatMap((other) => alsoOf(other, namesOfEntity(facts.entity(other))));
}

/** Rivals whose names are carried so that an answer with one of them is known as a mix-up. */
const mostRivals = 12;

/** Near names, and the names of those who stand in the same relation: the likeliest wrong answers. */
function withRivals(facts: Facts, query: Query, wish: Wish, near: readonly NearName[]): NearName[] {
  const names = new Map(near.map((name) => [`${name.value}\n${name.text}`, name]));
  const rivals = candidatesFor(facts, query, wish.confusions, drawSeed(query, wish)).filter(({ role }) => role > 0);
  for (const { value } of rivals.slice(0, mostRivals)) {
    if (value.kind !== "entity" || query.judge(value).verdict === "true") continue;
    for (const text of namesOfEntity(facts.entity(value.entity)))
      names.set(`${entityKey(value.entity)}\n${text}`, { value: entityKey(value.entity), text });
  }
  return [...names.values()];
}

function sharesItsName(facts: Facts, entity: Entity): boolean {
  return facts.named(entity.name).some((other) => {
    if (other === entity.key || facts.entity(other).type !== entity.type) return false;
    return plainName(facts.entity(other).name) === plainName(entity.name);
  });
}
