/** Q12, match pairs. "Match each commander with the country that NATO's list gives." Only sets that are surely one to one. */
import { hash32, shuffled } from "../../base/random.ts";
import type { Fact, Relation } from "../../facts/fact.ts";
import { type Facts, objectKey } from "../../facts/facts.ts";
import { lifeBeside, lifeOf } from "../../facts/life.ts";
import { overlap } from "../../facts/time.ts";
import { entityOf, valueKey } from "../../facts/value.ts";
import { containsWords, folded, sharedRun } from "../fold.ts";
import { askableOf, type FormRules, kickerOf, noFrame, refuse, setAsk, stemOf, whyOf } from "../form.ts";
import { type Hole, judge, keyFault, lookupOf } from "../judge.ts";
import type { Ask, Judgement, Query } from "../query.ts";
import type { TimeScope } from "../question.ts";
import { timeOf, timeVariants } from "../time-asked.ts";
import { scopeWords, valueWords } from "../wording.ts";

const fewestPairs = 3;

/** Pairs of one question. */
const sizes = [4, 3, 4, 5];

/** Sets of a relation at the most; members looked at for one of them. */
const mostSets = 8;
const mostLookedAt = 64;

/** Dates as near as these are told apart by luck (check 33). */
const nearestDays = 3;

export const match: FormRules = {
  form: "Q12",

  asksOfRelation(facts, relation) {
    if (relation.frames.ask_match === undefined) return [];
    return groupsOf(facts, relation).flatMap((group) => {
      const [first] = group as [Fact, ...Fact[]];
      const count = group.length <= fewestPairs ? 1 : Math.min(Math.ceil(group.length / 3), mostSets);
      const sets = Array.from({ length: count }, (_, variant) =>
        setAsk("Q12", first, "ask_match", null, variant, ["match"]),
      );
      // Two that share what they are matched with must be refused together.
      return sharing(facts, group) ? [...sets, { ...sets[0]!, on: "shared" }] : sets;
    });
  },

  resolve(facts, ask, seed) {
    const first = facts.fact(ask.fact);
    const group = groupOf(facts, first);
    const shared = ask.on === "shared" ? sharing(facts, group) : null;
    if (shared)
      return refuse(
        ask,
        { reason: "not_one_to_one", detail: "two of the set are matched with the same" },
        shared.map(({ key }) => key),
      );
    const time = timeOfPairs(facts, first, seed);
    if (!time)
      return refuse(ask, { reason: "undated", detail: "the relation changes over time and has no common date" });
    const members = chosen(facts, group, time, ask.variant, seed);
    if (members.length < fewestPairs)
      return refuse(
        ask,
        {
          reason: "not_one_to_one",
          detail: `${members.length} surely match one to one: of either end one, and no more, as objects_per_subject and subjects_per_object say`,
        },
        group.slice(0, 6).map(({ key }) => key),
      );
    const pairs = pairsOf(members);
    for (let earlier = 0; earlier < ask.variant; earlier++)
      if (pairsOf(chosen(facts, group, time, earlier, seed)) === pairs)
        return refuse(
          ask,
          { reason: "not_one_to_one", detail: "those that match one to one are the pairs of another set already" },
          members.map(({ key }) => key),
        );
    return matchQuery(facts, ask, members, time);
  },
};

/** The same for the same pairs, in whatever order they are asked. */
function pairsOf(members: readonly Fact[]): string {
  return members
    .map(({ key }) => key)
    .sort()
    .join();
}

function matchQuery(facts: Facts, ask: Ask, members: readonly Fact[], time: TimeScope) {
  const first = members[0]!;
  const scope = scopeWords(facts, time);
  const stem = stemOf(facts, first, ask.purpose, first.object, { scope, on: scope });
  const why = whyOf(facts, members);
  if (stem === null || why === null) return refuse(ask, noFrame);
  const query: Query = {
    ask,
    time,
    stem,
    kicker: kickerOf(facts, first, ask.purpose),
    key: members.map((fact) => ({ value: fact.object, fact })),
    facts: members,
    slot: "object",
    isOfSet: true,
    judge: (value) => ofNone(members.map((fact) => judge(facts, lookupOf(holeOf(fact, time)), value))),
    statement: () => null,
    why,
    contrast: () => null,
    whyNotListed: () => null,
    spanOf: () => null,
    asked: null,
  };
  return query;
}

/** A spare is wrong only where it is wrong for each of the prompts. */
function ofNone(judgements: readonly Judgement[]): Judgement {
  return (
    judgements.find(({ verdict }) => verdict === "true") ??
    judgements.find(({ verdict }) => verdict === "unknown") ?? { verdict: "false" }
  );
}

function holeOf(fact: Fact, time: TimeScope): Hole {
  return { fact, slot: "object", time, list: null };
}

/** What is asked together: facts of one relation that share the time at which they are asked, and the sort of their objects. */
function groupsOf(facts: Facts, relation: Relation): (readonly Fact[])[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts.factsOfRelation(relation.key)) {
    if (!isMember(facts, fact)) continue;
    const sort = sortOf(facts, fact);
    const group = groups.get(sort);
    if (group) group.push(fact);
    else groups.set(sort, [fact]);
  }
  return [...groups.values()].filter(({ length }) => length >= fewestPairs);
}

function groupOf(facts: Facts, first: Fact): readonly Fact[] {
  const sort = sortOf(facts, first);
  return facts.factsOfRelation(first.relation).filter((fact) => isMember(facts, fact) && sortOf(facts, fact) === sort);
}

function isMember(facts: Facts, fact: Fact): boolean {
  if (fact.negative || askableOf(facts, fact) !== "yes") return false;
  return fact.object.kind === "entity" || (fact.object.kind === "date" && fact.object.date.precision !== "between");
}

/** One sort of answer at one time: options of two sorts would give themselves away. */
function sortOf(facts: Facts, { subject, object, asOf }: Fact): string {
  const sort =
    object.kind === "entity" ? facts.entity(object.entity).type : object.kind === "date" ? object.date.precision : "";
  return `${facts.entity(subject).type} ${sort} ${asOf?.edtf ?? ""}`;
}

/** No time where the relation has none, or else that of the snapshot which all of them are taken from. */
function timeOfPairs(facts: Facts, first: Fact, seed: string): TimeScope | null {
  const { temporal } = facts.relation(first.relation);
  const time = timeOf(facts, first, temporal ? timeVariants.snapshot : 0, seed);
  return time?.kind === "on" ? null : time;
}

/** A set in which every subject has one object, and no other's; drawn by the seed, around a different member for each variant. */
function chosen(facts: Facts, group: readonly Fact[], time: TimeScope, variant: number, seed: string): readonly Fact[] {
  const drawn = sizes[hash32(`${seed}\npairs ${variant}`) % sizes.length]!;
  // Of a small group one is kept out, so that its partner is left over.
  const size = Math.min(drawn, Math.max(fewestPairs, group.length - 1));
  const members: Fact[] = [];
  for (const fact of shuffledFrom(group, variant, seed)) {
    if (members.length === size) break;
    const hole = lookupOf(holeOf(fact, time));
    if (keyFault(facts, hole, [fact.object], true) || tellsItself(facts, fact)) continue;
    if (members.every((other) => areApart(facts, fact, other, time))) members.push(fact);
  }
  const one = told(facts, members);
  if (!one) return members;
  const others = group.filter((fact) => fact !== one);
  return others.length < fewestPairs ? [] : chosen(facts, others, time, variant, seed);
}

/** One that can have been at one of the dates alone: whoever knows when a thing can have been at all has its pair. */
function told(facts: Facts, members: readonly Fact[]): Fact | undefined {
  return members.find(({ subject, object: own }) => {
    const life = lifeBeside(lifeOf(facts, [subject]), own);
    return members.filter(({ object }) => object.kind !== "date" || overlap(life, object.date)).length < 2;
  });
}

/** Both cross pairs are surely false, and neither side may name a part, a whole or a namesake of the other's. */
function areApart(facts: Facts, a: Fact, b: Fact, time: TimeScope): boolean {
  if (a.subject === b.subject || facts.related(a.subject, b.subject)) return false;
  if (nameOf(facts, a.subject) === nameOf(facts, b.subject)) return false;
  const [x, y] = [entityOf(a.object), entityOf(b.object)];
  if (x !== null && y !== null && facts.related(x, y)) return false;
  if (
    a.object.kind === "date" &&
    b.object.kind === "date" &&
    Math.abs(a.object.date.first - b.object.date.first) <= nearestDays
  )
    return false;
  const isFalse = (fact: Fact, value: Fact["object"]) =>
    judge(facts, lookupOf(holeOf(fact, time)), value).verdict === "false";
  return isFalse(a, b.object) && isFalse(b, a.object);
}

/** Is the one in the name of the other, as in "Treaty of Lyth" and Lyth, or "Danish" and Denmark, do both begin alike, as "radium" and "ray", or do they share letters, as "holmium" and "Stockholm"? */
function tellsItself(facts: Facts, { subject, object }: Fact): boolean {
  const prompt = nameOf(facts, subject);
  const entity = entityOf(object);
  const adjective = entity === null ? null : facts.entity(entity).adjective;
  const answer = valueWords(facts, object);
  if (containsWords(prompt, answer) || containsWords(answer, prompt)) return true;
  if (entity !== null && beginning(facts, subject) === beginning(facts, entity)) return true;
  if (sharedRun(folded(prompt), folded(answer)) !== null) return true;
  return (adjective !== null && containsWords(prompt, adjective)) || (object.kind === "date" && /\d/.test(prompt));
}

/** The first two letters of a name, without its article. */
function beginning(facts: Facts, entity: string): string {
  return folded(facts.entity(entity).name).slice(0, 2);
}

function nameOf(facts: Facts, entity: string): string {
  return valueWords(facts, { kind: "entity", entity });
}

/** Two facts of the group with one object; null where there are none. */
function sharing(facts: Facts, group: readonly Fact[]): readonly [Fact, Fact] | null {
  const seen = new Map<string, Fact>();
  for (const fact of group) {
    const object = fact.object.kind === "entity" ? objectKey(fact) : valueKey(fact.object);
    const other = seen.get(object);
    if (other && other.subject !== fact.subject && !facts.related(other.subject, fact.subject)) return [other, fact];
    seen.set(object, fact);
  }
  return null;
}

/** The group in an order of the seed, the variant's own member first; of a very large group a part is enough. */
function shuffledFrom(group: readonly Fact[], variant: number, seed: string): readonly Fact[] {
  const start = (variant * 3) % group.length;
  const turned = [...group.slice(start), ...group.slice(0, start)].slice(0, mostLookedAt);
  return [turned[0]!, ...shuffled(turned.slice(1), `${seed}\n${variant}`)];
}
