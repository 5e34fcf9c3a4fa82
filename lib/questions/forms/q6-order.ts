/** Q6, order of a set. "Put these events in the order in which they happened, earliest first." */
import { hash32, shuffled } from "../../base/random.ts";
import type { Fact, HistoricalDate, Relation } from "../../facts/fact.ts";
import { type Facts, objectKey } from "../../facts/facts.ts";
import { before } from "../../facts/time.ts";
import { askableOf, type FormRules, kickerOf, noFrame, refuse, stemOf, whyOf } from "../form.ts";
import { realise } from "../frame.ts";
import type { Ask, Query } from "../query.ts";
import { spanOfValue } from "../strip.ts";
import { factSlots, inStem, valueWords } from "../wording.ts";

/** Members of one question; the largest sets are for the durable rungs. */
const sizes = [4, 4, 5, 3, 6];

export const order: FormRules = {
  form: "Q6",

  asksOfRelation(facts, relation) {
    if (relation.frames.ask_order === undefined) return [];
    return groupsOf(facts, relation).flatMap((group) => {
      // About as many sets as half the members: each is met in two of them.
      const count = group.length < 3 ? 1 : Math.min(Math.ceil(group.length / 2), 8);
      return Array.from(
        { length: count },
        (_, variant): Ask => ({
          form: "Q6",
          purpose: "ask_order",
          fact: group[0]!.key,
          list: null,
          card: null,
          variant,
          on: null,
          kinds: ["order", "timeline"],
        }),
      );
    });
  },

  resolve(facts, ask, seed) {
    const relation = facts.relation(facts.fact(ask.fact).relation);
    const group = groupOf(facts, facts.fact(ask.fact), relation);
    const members = chosen(facts, group, ask.variant, seed);
    if (members.length < 3)
      return refuse(
        ask,
        { reason: "tie", detail: "fewer than three of the set are surely one after another" },
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
  return realise("Where on this line of time {s:does|do} {s} belong?", factSlots(facts, fact), inStem);
}

/** Sets that can be ordered: all dated things of a relation, or the holders of one object. */
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
  const facts_ =
    fact.object.kind === "date"
      ? facts.factsOfRelation(relation.key)
      : facts.factsTo({ object: objectKey(fact), relation: relation.key });
  return facts_.filter((other) => isMember(facts, other));
}

function anchorOf(fact: Fact, relation: Relation): string {
  return fact.object.kind === "date" ? relation.key : objectKey(fact);
}

/** Dated, askable, and printed without a figure or a month that would show the order. */
function isMember(facts: Facts, fact: Fact): boolean {
  if (fact.negative || askableOf(facts, fact) === "no" || !startOf(fact)) return false;
  return !/\d|\b(?:first|second|third|initial|final|last)\b/i.test(
    valueWords(facts, { kind: "entity", entity: fact.subject }),
  );
}

/** A set in which every pair is surely one before the other, in order; drawn by the seed, around a different member for each variant. */
function chosen(facts: Facts, group: readonly Fact[], variant: number, seed: string): Fact[] {
  const size = sizes[hash32(`${seed}\nsize ${variant}`) % sizes.length]!;
  const { related } = facts;
  const members: Fact[] = [];
  for (const fact of shuffledFrom(group, variant, seed)) {
    if (members.length === size) break;
    const fits = members.every((other) => isApart(fact, other) && !related(fact.subject, other.subject));
    if (fits) members.push(fact);
  }
  return members.toSorted((a, b) => startOf(a)!.first - startOf(b)!.first);
}

/** The group in an order of the seed, the variant's own member first; of a very large group a part is enough. */
function shuffledFrom(group: readonly Fact[], variant: number, seed: string): readonly Fact[] {
  const start = (variant * 2) % group.length;
  const turned = [...group.slice(start), ...group.slice(0, start)].slice(0, 64);
  return [turned[0]!, ...shuffled(turned.slice(1), `${seed}\n${variant}`)];
}

function isApart(a: Fact, b: Fact): boolean {
  const [x, y] = [startOf(a)!, startOf(b)!];
  return before(x, y) || before(y, x);
}

function startOf(fact: Fact): HistoricalDate | null {
  if (fact.object.kind === "date") return fact.object.date;
  return fact.from.kind === "date" ? fact.from.date : null;
}
