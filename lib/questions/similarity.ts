/** How alike two values are in what a learner goes by: the six features of question-engine 2.2, each 0..1. */
import type { Fact } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { entityOf, type ValueKey } from "../facts/value.ts";
import type { Candidate } from "./candidates.ts";
import { intervalOf, typicalLength } from "./neighbours.ts";
import type { Query } from "./query.ts";
import { valueWords } from "./wording.ts";

/** A value as it is compared. */
export type Profile = {
  readonly key: ValueKey;
  readonly role: 0 | 0.5 | 1;
  readonly text: string;
  readonly words: number;
  readonly interval: { readonly from: number; readonly to: number } | null;
  readonly attributes: readonly (string | null)[];
  /** Natural logarithm of one more than the facts it stands in; null for a value that is no entity. */
  readonly salience: number | null;
};

/** What similarity is measured against: the relation's own length of time, the busiest entity of the pack. */
export type Scale = { readonly days: number; readonly salience: number };

const weights = { role: 0.3, time: 0.25, attributes: 0.15, confusion: 0.15, shape: 0.08, salience: 0.07 };

/** 0..1: the weighted features; `mixedUp` is how often the learner has mixed up the two, n/(n+2). A feature neither has counts half. */
export function similarity(a: Profile, b: Profile, scale: Scale, mixedUp: number): number {
  const sum =
    weights.role * Math.min(a.role, b.role) +
    weights.time * timeLikeness(a, b, scale) +
    weights.attributes * attributeLikeness(a, b) +
    weights.confusion * (mixedUp / (mixedUp + 2)) +
    weights.shape * shapeLikeness(a, b) +
    weights.salience * salienceLikeness(a, b, scale);
  // Rounded, so that the last bit of an exponential never decides which of two is nearer.
  return Math.round(sum * 1e6) / 1e6;
}

/** The profile of a candidate, or of a key (role 1). */
export function profileOf(facts: Facts, query: Query, candidate: Omit<Candidate, "synthetic">): Profile {
  const { value, fact, role, key } = candidate;
  const entity = entityOf(value);
  const relation = facts.relation(query.key[0]!.fact.relation);
  const text = valueWords(facts, value);
  return {
    key,
    role,
    text,
    words: text.split(" ").length,
    interval: value.kind === "date" ? { from: value.date.first, to: value.date.last } : fact && intervalOf(facts, fact),
    attributes: entity === null ? [] : relation.compareOn.map((name) => attributeOf(facts, entity, name)),
    salience: entity === null ? null : Math.log(1 + facts.mentions(entity)),
  };
}

export function scaleOf(facts: Facts, fact: Fact): Scale {
  return { days: typicalLength(facts, fact.relation), salience: busiest(facts) };
}

/** exp(−gap / T), the gap in days between the intervals, 0 where they touch. */
function timeLikeness(a: Profile, b: Profile, { days }: Scale): number {
  if (!a.interval || !b.interval) return a.interval || b.interval ? 0 : 0.5;
  const gap = Math.max(0, a.interval.from - b.interval.to, b.interval.from - a.interval.to);
  return Math.exp(-gap / days);
}

function attributeLikeness(a: Profile, b: Profile): number {
  const count = a.attributes.length;
  if (count === 0 || b.attributes.length !== count) return 0.5;
  const shared = a.attributes.filter((value, index) => value !== null && value === b.attributes[index]).length;
  return shared / count;
}

function shapeLikeness(a: Profile, b: Profile): number {
  const longest = Math.max(a.text.length, b.text.length, 1);
  return Math.min(1, 1 - Math.abs(a.text.length - b.text.length) / longest + (a.words === b.words ? 0.2 : 0));
}

function salienceLikeness(a: Profile, b: Profile, { salience }: Scale): number {
  if (a.salience === null || b.salience === null) return 0.5;
  return salience === 0 ? 1 : 1 - Math.abs(a.salience - b.salience) / salience;
}

/** An attribute of the record, or the object of its fact in the relation of that name. */
function attributeOf(facts: Facts, entity: string, name: string): string | null {
  const own = facts.entity(entity).attributes[name];
  if (own !== undefined) return own;
  const object = facts.factsOf({ subject: entity, relation: name })[0]?.object;
  return object ? (entityOf(object) ?? null) : null;
}

const busiestOf = new WeakMap<Facts, number>();

function busiest(facts: Facts): number {
  let most = busiestOf.get(facts);
  if (most === undefined) {
    most = 0;
    for (const { key } of facts.pack.entities) most = Math.max(most, Math.log(1 + facts.mentions(key)));
    busiestOf.set(facts, most);
  }
  return most;
}
