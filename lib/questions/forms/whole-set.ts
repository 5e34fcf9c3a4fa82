/** A set that is declared whole (a list with `complete: yes`, a closed relation): what non-membership and counting need to know of it. */

import { isDisputed } from "../../facts/capacity.ts";
import type { Closure, Fact, FactList, Relation, Source, Value } from "../../facts/fact.ts";
import { type Facts, objectKey } from "../../facts/facts.ts";
import { plainName } from "../../facts/names.ts";
import { spanOf } from "../../facts/time.ts";
import { entityOf, valueKey } from "../../facts/value.ts";
import { timeOfList } from "../hole.ts";
import { type Fault, fillOf, judge, lookupOf } from "../judge.ts";
import { membersListed, notListed } from "../list-sentences.ts";
import { holdersOf, listed, raised } from "../noun-phrase.ts";
import { countInWords } from "../number-words.ts";
import type { Judgement } from "../query.ts";
import type { TimeScope } from "../question.ts";
import { type Said, saying } from "../said.ts";
import { nameOf, scopeWords } from "../wording.ts";
import { frameOf } from "./listed.ts";
import { membersOf } from "./members.ts";

export type WholeSet = {
  readonly members: readonly { readonly value: Value; readonly fact: Fact }[];
  readonly slot: "subject" | "object";
  /** Is a value in it: the truth test of membership at the time at which it is asked. */
  contains(value: Value): Judgement;
  readonly time: TimeScope & { readonly kind: "as-of" };
  readonly source: Source;
  readonly complete: FactList["complete"];
  /** Is the time, where the relation has one, that of the set as a whole? */
  readonly isDated: boolean;
  /** Both ends of the time of a closed relation, of a complete list of it too; null where the start is not declared. */
  readonly span: (TimeScope & { readonly kind: "span" }) | null;
  /** The frame of a purpose without its anchor: the list's own, else the relation's. */
  frame(purpose: string): string | undefined;
  /** That a value is not in it, as a sentence; null where no words say so. */
  lacks(value: Value): Said | null;
  /** How many there are, and who or what, if they can be named in a sentence; null where no words say so. */
  counted(): Said | null;
};

/** More names than these make no sentence. */
const mostNamed = 12;

function counting(number: number, named: Said): Said {
  return { ...named, text: `${raised(countInWords(number))}. ${named.text}` };
}

/** The set of a list, whatever it declares; null without members. */
export function listSet(facts: Facts, list: FactList): WholeSet | null {
  const members = membersOf(facts, list);
  if (members.length === 0) return null;
  const first = facts.fact(list.facts[0]!);
  const relation = facts.relation(first.relation);
  const time = timeOfList(facts, list);
  const span = spanBeside(relation, list, first);
  return {
    members,
    slot: list.members,
    contains: (value) => judge(facts, lookupOf({ fact: first, slot: list.members, time, list: list.key }), value),
    time,
    source: facts.source(list.citations[0]!.source),
    complete: list.complete,
    // A list of all there ever were is as long as the closed relation beside it.
    isDated: !relation.temporal || list.asOf !== null || span !== null,
    span,
    frame: (purpose) => frameOf(facts, list, `${purpose}_of_${list.members === "subject" ? "object" : "subject"}`),
    lacks: (value) => notListed(facts, list, value),
    counted: () =>
      members.length > mostNamed
        ? saying(`${raised(countInWords(members.length))} is the number of ${list.gloss}.`, [], list.citations)
        : counting(members.length, membersListed(facts, list, members, true)),
  };
}

/** Of a list that is as complete as the closed relation beside it: both ends of that closure. */
function spanBeside({ closed }: Relation, { complete, members, asOf }: FactList, first: Fact): WholeSet["span"] {
  const closure = closed.find((one) =>
    members === "subject" ? one.object === objectKey(first) : one.subject === first.subject,
  );
  const isSame = complete === "yes" && closure && (asOf === null || asOf.edtf === closure.asOf?.edtf);
  return isSame ? spanOfClosure(closure) : null;
}

function spanOfClosure({ from, asOf }: Closure): WholeSet["span"] {
  return from && asOf ? { kind: "span", from: from.edtf, to: asOf.edtf } : null;
}

/** The sets for which a relation is closed and that no complete list declares. */
export function closedSetsOf(facts: Facts, relation: Relation): WholeSet[] {
  return relation.closed.flatMap((closure) => {
    const slot = closure.object === null ? "object" : "subject";
    const group = groupOf(facts, relation, closure);
    const isListed =
      group[0] && facts.listsOf(group[0].key).some((list) => list.complete === "yes" && list.members === slot);
    return group[0] && !isListed ? (closedSet(facts, group[0], slot) ?? []) : [];
  });
}

/** The set of a fact's relation that is closed around its other end; null when it is not. */
export function closedSet(facts: Facts, fact: Fact, slot: "subject" | "object"): WholeSet | null {
  const relation = facts.relation(fact.relation);
  const anchor = slot === "subject" ? "object" : "subject";
  const closure = relation.closed.find((one) => one[anchor] === (anchor === "object" ? objectKey(fact) : fact.subject));
  if (!closure) return null;
  const source = facts.source(closure.citation.source);
  const asOf = closure.asOf ?? source.date;
  const time = { kind: "as-of", edtf: asOf.edtf, source: asOf.edtf === source.date.edtf ? source.key : null } as const;
  const members = new Map<string, { value: Value; fact: Fact }>();
  for (const one of groupOf(facts, relation, closure)) {
    const value = fillOf(one, slot);
    if (!members.has(valueKey(value))) members.set(valueKey(value), { value, fact: one });
  }
  const names = () => listed([...members.values()].map(({ value }) => nameOf(facts, value)));
  const about = nameOf(facts, slot === "subject" ? fact.object : { kind: "entity", entity: fact.subject });
  const { noun } = relation;
  const span = spanOfClosure(closure);
  return {
    members: [...members.values()],
    slot,
    // Who held it once and no longer does has held it: only others are asked of the truth test.
    contains: (value) =>
      members.has(valueKey(value))
        ? { verdict: "true" }
        : judge(facts, lookupOf({ fact, slot, time, list: null }), value),
    time,
    source,
    complete: "yes",
    isDated: !relation.temporal || closure.asOf !== null,
    span,
    frame: (purpose) => relation.frames[`${purpose}_of_${anchor}`],
    lacks: (value) =>
      noun && slot === "subject"
        ? saying(
            raised(
              `${nameOf(facts, value)} is not among the ${holdersOf(noun, about)}, all of whom ${source.inStem} names.`,
            ),
            [],
            [closure.citation],
          )
        : null,
    counted() {
      if (!noun || slot !== "subject") return null;
      const those = `${holdersOf(noun, about)}${span ? ` ${scopeWords(facts, span)}` : ""}`;
      const number = countInWords(members.size);
      return members.size > mostNamed
        ? saying(`There were ${number} ${those}.`, [], [closure.citation])
        : counting(
            members.size,
            saying(
              `The ${those} were ${names()}.`,
              [...members.values()].map(({ fact }) => fact),
              [closure.citation],
            ),
          );
    },
  };
}

/** The facts of a closed scope in the order of time. */
function groupOf(facts: Facts, relation: Relation, { subject, object }: Closure): readonly Fact[] {
  const group =
    object === null
      ? facts.factsOf({ subject: subject!, relation: relation.key })
      : facts.factsTo({ object, relation: relation.key });
  return group
    .filter(({ negative }) => !negative)
    .toSorted(
      (a, b) => spanOf(a, relation).possible.first - spanOf(b, relation).possible.first || (a.key < b.key ? -1 : 1),
    );
}

/** Why a set cannot be counted or denied membership of; null when it can. */
export function wholeFault(facts: Facts, { complete, members, isDated }: WholeSet): Fault | null {
  if (complete !== "yes") return { reason: "open_list", detail: `nothing says that there are no others (${complete})` };
  if (!isDated) return { reason: "undated", detail: "it changes over time and has no date" };
  const disputed = members.find(({ fact }) => isDisputed(fact));
  if (disputed) return { reason: "two_keys", detail: `${disputed.fact.key}: ${disputed.fact.capacity} only` };
  const names = new Set<string>();
  const keys = new Set(members.map(({ value }) => entityOf(value)));
  for (const { value } of members) {
    const entity = entityOf(value);
    if (entity === null) continue;
    const name = plainName(facts.entity(entity).name);
    if (names.has(name)) return { reason: "homonym", detail: `“${facts.entity(entity).name}” names two of them` };
    names.add(name);
    const relative = facts.relatives(entity).find((other) => keys.has(other));
    if (relative !== undefined)
      return { reason: "two_keys", detail: `${relative} may be ${entity}, or one is a part of the other` };
  }
  return null;
}
