/** What a pack yields, counted: questions by form and kind, facts that can be asked, and how many different questions each has. */

import { canonicalJson } from "../base/canonical.ts";
import type { Fact } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { askedOf, refusalsOf } from "./bank.ts";
import type { Form, Kind, RefusalReason } from "./question.ts";

/** A fact with fewer different questions than it should have, and why nothing more is asked. */
export type ThinFact = {
  readonly fact: string;
  readonly different: number;
  readonly wanted: number;
  readonly refused: readonly { readonly form: Form; readonly reason: RefusalReason; readonly detail: string }[];
};

export type Stats = {
  readonly facts: number;
  readonly askable: number;
  /** 0..1 */
  readonly shareAskable: number;
  readonly questions: number;
  readonly byFormAndKind: Readonly<Record<string, number>>;
  readonly byReason: Readonly<Record<string, number>>;
  /** Different questions of a fact: how many facts have so many. */
  readonly differentPerFact: Readonly<Record<string, number>>;
  readonly notAskable: readonly ThinFact[];
  readonly thin: readonly ThinFact[];
};

/** Kinds in which the answer is produced; the others show it among options. */
const recall: readonly Kind[] = ["typed", "date", "number", "flashcard", "cloze"];

/**
 * Two questions of a fact are different when they differ in form, hole, time scope, or between recognition and recall. A functional or
 * dated fact should have 3, any other 1.
 */
export function statsOf(facts: Facts, seed: string): Stats {
  const different = new Map<string, Set<string>>(facts.pack.facts.map(({ key }) => [key, new Set()]));
  const byFormAndKind: Record<string, number> = {};
  let questions = 0;
  for (const { ask, question } of askedOf(facts, { seed })) {
    questions++;
    count(byFormAndKind, `${question.form} ${question.kind}`);
    const way = recall.includes(question.kind) ? "recall" : "recognition";
    const name = canonicalJson([question.form, ask.purpose, question.time, way]);
    for (const key of question.facts) different.get(key)?.add(name);
  }
  const byReason: Record<string, number> = {};
  const refused = new Map<string, ThinFact["refused"][number][]>();
  for (const { form, reason, detail, facts: of } of refusalsOf(facts, seed)) {
    count(byReason, reason);
    for (const key of of) refused.set(key, [...(refused.get(key) ?? []), { form, reason, detail }]);
  }
  const thin = facts.pack.facts
    .map(
      (fact): ThinFact => ({
        fact: fact.key,
        different: different.get(fact.key)!.size,
        wanted: wantedOf(facts, fact),
        refused: refused.get(fact.key) ?? [],
      }),
    )
    .filter((fact) => fact.different < fact.wanted);
  const differentPerFact: Record<string, number> = {};
  for (const set of different.values()) count(differentPerFact, String(set.size));
  const notAskable = thin.filter((fact) => fact.different === 0);
  const total = facts.pack.facts.length;
  return {
    facts: total,
    askable: total - notAskable.length,
    shareAskable: total === 0 ? 1 : Math.round(((total - notAskable.length) / total) * 1000) / 1000,
    questions,
    byFormAndKind: sorted(byFormAndKind),
    byReason: sorted(byReason),
    differentPerFact: sorted(differentPerFact),
    notAskable,
    thin: thin.filter((fact) => fact.different > 0),
  };
}

function wantedOf(facts: Facts, fact: Fact): number {
  const relation = facts.relation(fact.relation);
  const isFunctional = relation.objectsPerSubject === "one" || relation.subjectsPerObject === "one";
  const isDated = fact.from.kind === "date" || fact.to.kind === "date" || fact.object.kind === "date";
  return isFunctional || isDated ? 3 : 1;
}

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

function sorted(counts: Readonly<Record<string, number>>): Record<string, number> {
  const key = (name: string) => name.replace(/\d+/, (digits) => digits.padStart(4, "0"));
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (key(a) < key(b) ? -1 : 1)));
}
