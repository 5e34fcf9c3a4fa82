/** Members of a declared set. */
import { hash32, shuffled } from "../../base/random.ts";
import type { Fact, FactList, Value } from "../../facts/fact.ts";
import { type Facts, objectKey } from "../../facts/facts.ts";
import { valueKey } from "../../facts/value.ts";
import { fillOf } from "../judge.ts";
import type { Ask } from "../query.ts";

/** The different members of a list, each with the first fact that it rests on, in the order of the list. */
export function membersOf(facts: Facts, list: FactList): { readonly value: Value; readonly fact: Fact }[] {
  const members = new Map<string, { value: Value; fact: Fact }>();
  for (const key of list.facts) {
    const fact = facts.fact(key);
    const value = fillOf(fact, list.members);
    if (!fact.negative && !members.has(valueKey(value))) members.set(valueKey(value), { value, fact });
  }
  return [...members.values()];
}

/** Do all facts of a list have one and the same other side, so that a frame of the relation can print it? */
export function hasOneAnchor(facts: Facts, list: FactList): boolean {
  const anchors = list.facts.map((key) => {
    const fact = facts.fact(key);
    return list.members === "object" ? `${fact.relation} ${fact.subject}` : `${fact.relation} ${objectKey(fact)}`;
  });
  return new Set(anchors).size === 1;
}

/** Lists, complete in some way, that declare the members standing in this place of the fact. */
export function completeListsOf(facts: Facts, fact: Fact, slot: "subject" | "object"): FactList[] {
  return facts.listsOf(fact.key).filter((list) => list.members === slot && list.complete !== "no");
}

/** Two to four members, drawn by the seed. */
export function chosenMembers<Member>(members: readonly Member[], ask: Ask, seed: string): Member[] {
  const most = Math.min(4, members.length);
  const count = 2 + (most > 2 ? (hash32(`${seed}\ncount`) + ask.variant) % (most - 1) : 0);
  return members.length < 2 ? [...members] : shuffled(members, `${seed}\n${ask.variant}`).slice(0, count);
}
