/** Q6, order of a set, of time or of a quantity. "Put these events in the order in which they happened, earliest first." */
import { hash32, shuffled } from "../../base/random.ts";
import { rangeOf } from "../../facts/agree.ts";
import { isDisputed } from "../../facts/capacity.ts";
import type { Fact, Relation } from "../../facts/fact.ts";
import { type Facts, objectKey } from "../../facts/facts.ts";
import { valueKey } from "../../facts/value.ts";
import { askableOf, type FormRules, kickerOf, noFrame, refuse, stemOf, whyOf } from "../form.ts";
import { realise } from "../frame.ts";
import type { Ask, Query } from "../query.ts";
import { spanOfValue } from "../strip.ts";
import { factSlots, inStem, valueWords } from "../wording.ts";
import { compare, numberOf } from "./quantity-scale.ts";

/** Members of one question; the largest sets are for the durable rungs. */
const sizes = [4, 4, 5, 3, 6];

export const order: FormRules = {
  form: "Q6",

  asksOfRelation(facts, relation) {
    if (relation.frames.ask_order === undefined) return [];
    return groupsOf(facts, relation).flatMap((group) => {
      // About as many sets as half the members: each is met in two of them.
      const count = group.length < 3 ? 1 : Math.min(Math.ceil(group.length / 2), 8);
      const sets = Array.from(
        { length: count },
        (_, variant): Ask => ({
          form: "Q6",
          purpose: "ask_order",
          fact: group[0]!.key,
          list: null,
          card: null,
          variant,
          on: null,
          kinds: group[0]!.object.kind === "number" ? ["order"] : ["order", "timeline"],
        }),
      );
      // Two that were measured nearly the same must be refused together.
      return nearest(facts, group) ? [...sets, { ...sets[0]!, on: "near" }] : sets;
    });
  },

  resolve(facts, ask, seed) {
    const relation = facts.relation(facts.fact(ask.fact).relation);
    const group = groupOf(facts, facts.fact(ask.fact), relation);
    const near = ask.on === "near" ? nearest(facts, group) : null;
    if (near)
      return refuse(
        ask,
        { reason: "too_near", detail: "two of the set were measured nearly the same" },
        near.map(({ key }) => key),
      );
    const members = chosen(facts, group, ask.variant, seed);
    if (members.length < 3)
      return refuse(
        ask,
        { reason: "tie", detail: `fewer than three of the set are surely one after another${leftOut(facts, group)}` },
        group.slice(0, 6).map(({ key }) => key),
      );
    return orderQuery(facts, ask, members);
  },
};

function orderQuery(facts: Facts, ask: Ask, members: readonly Fact[]) {
  const first = members[0]!;
  const stem = stemOf(facts, first, ask.purpose, null, {});
  const why = whyOf(facts, members);
  if (stem === null || why === null) return refuse(ask, noFrame);
  const query: Query = {
    ask,
    time: { kind: "timeless" },
    stem,
    kicker: kickerOf(facts, first, ask.purpose),
    key: members.map((fact) => ({ value: { kind: "entity", entity: fact.subject }, fact })),
    facts: members,
    slot: "subject",
    isOfSet: true,
    judge: () => ({ verdict: "unknown", reason: "no_distractor", detail: "an order has no wrong options" }),
    statement: () => null,
    place: (fact) => stemOf(facts, fact, "ask_place", null, {}) ?? plainPlace(facts, fact),
    why,
    contrast: () => null,
    whyNotListed: () => null,
    spanOf: (value, fact) => spanOfValue(facts, value, fact),
    asked: null,
  };
  return query;
}

/** For what has a date of its own, a sentence that needs no frame. */
function plainPlace(facts: Facts, fact: Fact): string | null {
  if (fact.object.kind !== "date") return null;
  return realise("In order of time, earliest first, where {s:does|do} {s} belong?", factSlots(facts, fact), inStem);
}

/** Sets that can be ordered: all dated things of a relation, all numbers of one unit in one that never changes, or the holders of one object. */
function groupsOf(facts: Facts, relation: Relation): (readonly Fact[])[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts.factsOfRelation(relation.key)) {
    if (!isMember(facts, fact)) continue;
    const anchor = anchorOf(fact, relation);
    const group = groups.get(anchor);
    if (group) group.push(fact);
    else groups.set(anchor, [fact]);
  }
  return [...groups.values()].filter((group) => group.length >= 2);
}

function groupOf(facts: Facts, fact: Fact, relation: Relation): readonly Fact[] {
  const anchor = anchorOf(fact, relation);
  const facts_ =
    fact.object.kind === "date" || fact.object.kind === "number"
      ? facts.factsOfRelation(relation.key).filter((other) => anchorOf(other, relation) === anchor)
      : facts.factsTo({ object: objectKey(fact), relation: relation.key });
  return facts_.filter((other) => isMember(facts, other));
}

function anchorOf({ object }: Fact, relation: Relation): string {
  if (object.kind === "number") return `${relation.key} in ${object.unit}`;
  return object.kind === "date" ? relation.key : valueKey(object);
}

/** How many of the relation are no members because their names would tell their place; empty for none. */
function leftOut(facts: Facts, group: readonly Fact[]): string {
  const own = group[0]!;
  const relation = facts.relation(own.relation);
  const told = facts
    .factsOfRelation(own.relation)
    .filter((fact) => anchorOf(fact, relation) === anchorOf(own, relation) && tellsPlace(facts, fact)).length;
  return told === 0
    ? ""
    : `; ${told} ${told === 1 ? "is" : "are"} left out, because a figure or a word like first or last in a name tells its place`;
}

/** Does a figure or a word of the name show the order? */
function tellsPlace(facts: Facts, { subject }: Fact): boolean {
  const name = valueWords(facts, { kind: "entity", entity: subject });
  return /\d|\b(?:first|second|third|initial|final|last)\b/i.test(name);
}

/** Dated or measured, askable, and printed without a figure or a month that would show the order. */
function isMember(facts: Facts, fact: Fact): boolean {
  if (fact.negative || isDisputed(fact) || askableOf(facts, fact) === "no" || !placeOf(facts, fact)) return false;
  return !tellsPlace(facts, fact);
}

/** Who held it twice has two places in the row, and one name. */
function isRepeated(facts: Facts, { subject, relation, object }: Fact): boolean {
  return object.kind === "entity" && facts.factsBetween({ subject, relation, object: object.entity }).length > 1;
}

/** A set in which every pair is surely one before the other, in order; drawn by the seed, around a different member for each variant. */
function chosen(facts: Facts, group: readonly Fact[], variant: number, seed: string): Fact[] {
  const size = sizes[hash32(`${seed}\nsize ${variant}`) % sizes.length]!;
  const { related } = facts;
  const members: Fact[] = [];
  for (const fact of shuffledFrom(facts, group, variant, seed)) {
    if (members.length === size) break;
    if (isRepeated(facts, fact)) continue;
    const fits = members.every((other) => isApart(facts, fact, other) && !related(fact.subject, other.subject));
    if (fits) members.push(fact);
  }
  return members.toSorted((a, b) => placeOf(facts, a)!.first - placeOf(facts, b)!.first);
}

/** The group in an order of the seed, the variant's own member first; of a very large group a part is enough. */
function shuffledFrom(facts: Facts, group: readonly Fact[], variant: number, seed: string): readonly Fact[] {
  const start = (variant * 2) % group.length;
  const turned = [...group.slice(start), ...group.slice(0, start)].slice(0, 64);
  const own = turned[0]!;
  const others = turned.slice(1);
  if (own.object.kind === "number") return [own, ...shuffled(others, `${seed}\n${variant}`)];
  // Of what lies centuries apart the order is known at sight: the nearest in time are asked together.
  const days = (fact: Fact) => Math.abs(placeOf(facts, fact)!.first - placeOf(facts, own)!.first);
  const sorted = others.toSorted((a, b) => days(a) - days(b));
  return [own, ...shuffled(sorted.slice(0, mostAround), `${seed}\n${variant}`), ...sorted.slice(mostAround)];
}

/** Dated things around one of them, from which the others of its order are drawn. */
const mostAround = 12;

/** The first two neighbours, by size, that differ by less than the least gap of their relation; null where all lie apart. */
function nearest(facts: Facts, group: readonly Fact[]): readonly [Fact, Fact] | null {
  const numbers = group.filter(({ object }) => object.kind === "number").toSorted((a, b) => numberOf(a) - numberOf(b));
  const at = numbers.findIndex((fact, place) => place > 0 && compare(facts, numbers[place - 1]!, fact) === "near");
  return at < 0 ? null : [numbers[at - 1]!, numbers[at]!];
}

function isApart(facts: Facts, a: Fact, b: Fact): boolean {
  if (a.object.kind === "number") return ["more", "less"].includes(compare(facts, a, b) ?? "");
  const [x, y] = [placeOf(facts, a)!, placeOf(facts, b)!];
  return x.last < y.first || y.last < x.first;
}

/** Where it lies on the line of time or of numbers; null for what has no place there, and for a number that may change or is one of several. */
function placeOf(facts: Facts, fact: Fact): { readonly first: number; readonly last: number } | null {
  const { object, from } = fact;
  if (object.kind === "date") return object.date;
  if (object.kind !== "number") return from.kind === "date" ? from.date : null;
  const { temporal, objectsPerSubject } = facts.relation(fact.relation);
  const own = facts.factsOf({ subject: fact.subject, relation: fact.relation });
  if (temporal || objectsPerSubject !== "one" || own.length > 1) return null;
  const { least, most } = rangeOf(object);
  return { first: least, last: most };
}
