/** A pack as plain records; what is not written has the weakest value. */
import type { When } from "./calendar.ts";

export type Value =
  | { readonly kind: "entity"; readonly entity: string }
  | { readonly kind: "date"; readonly when: When }
  | { readonly kind: "number"; readonly number: number; readonly qualifier: string; readonly unit: string }
  | { readonly kind: "vague"; readonly text: string }
  /** Of the documents themselves: which says it, how exactly, how much of a set. Never in a fact. */
  | { readonly kind: "limit"; readonly limit: "source" | "precision" | "completeness"; readonly of: string };

/** An end of a span: a date, or nobody knows, or not yet when the source was written. */
export type Bound = When | "unknown" | "open";

export type Fact = {
  readonly key: string;
  readonly relation: string;
  readonly subject: Value;
  readonly object: Value;
  readonly from: Bound;
  readonly to: Bound;
  readonly asOf: When | null;
  readonly negative: boolean;
  /** Acting and rival holders, of whom nobody knows whether they count; joint ones, who all do; null for a holder in full (R7). */
  readonly capacity: "acting" | "joint" | "rival" | null;
  /** The one document that says so, by an author who has looked into the others. */
  readonly onlyIn: string | null;
  /** The fact that this one follows: the world has changed. */
  readonly replaces: string | null;
  readonly cite: readonly Citation[];
};

export type Citation = { readonly source: string; readonly at: string };

export type Entity = {
  readonly key: string;
  readonly type: string;
  readonly name: string;
  readonly short: string | null;
  /** Every string that the entity is known by. */
  readonly names: readonly string[];
  /** An event as a sentence, and the same after "did". */
  readonly clause: string | null;
  readonly question: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly partOf: readonly string[];
  readonly overlaps: readonly string[];
};

export type Closure = {
  readonly subject: string | null;
  readonly object: string | null;
  readonly from: When | null;
  readonly asOf: When | null;
  readonly cite: Citation;
};

export type Relation = {
  readonly key: string;
  readonly temporal: boolean;
  /** At most one at a time in this place, for one thing in the other place. */
  readonly one: { readonly subject: boolean; readonly object: boolean };
  readonly types: { readonly subject: readonly string[]; readonly object: readonly string[] };
  readonly nearSynonym: readonly string[];
  /** Whether a day on which it begins or ends belongs to it, where the documents say so (R1). */
  readonly bounds: "inclusive" | "exclusive" | "unknown";
  readonly closed: readonly Closure[];
  /** What its numbers are, and the least difference of two in percent of the larger; null where it is not declared. */
  readonly numbers: "measured" | "counted" | "naming" | null;
  readonly leastGap: number | null;
  /** Relations of the events that are set against the spans of this one (Q11). */
  readonly events: readonly string[];
  readonly frames: Readonly<Record<string, string>>;
};

export type List = {
  readonly key: string;
  readonly gloss: string;
  readonly members: "subject" | "object";
  readonly facts: readonly string[];
  readonly complete: "yes" | "as_named" | "no";
  readonly asOf: When | null;
  readonly sources: readonly string[];
  readonly compareWith: readonly string[];
  readonly frames: Readonly<Record<string, string>>;
  readonly cite: readonly Citation[];
};

export type Source = {
  readonly key: string;
  readonly inStem: string;
  /** How an answer names it beside a stem that has named it in full. */
  readonly within: string;
  readonly date: When;
};

export type Pack = {
  readonly asOf: When;
  readonly sources: readonly Source[];
  readonly entities: readonly Entity[];
  readonly relations: readonly Relation[];
  readonly facts: readonly Fact[];
  readonly lists: readonly List[];
};

const byRelation = new WeakMap<Pack, Map<string, Fact[]>>();

/** All facts of a relation. */
export function factsOf(pack: Pack, relation: string): Fact[] {
  const found = byRelation.get(pack) ?? Map.groupBy(pack.facts, (fact) => fact.relation);
  byRelation.set(pack, found);
  return found.get(relation) ?? [];
}

const byKey = new WeakMap<Pack, Map<string, Fact>>();

/** The fact of a key; throws when there is none. */
export function factOf(pack: Pack, key: string): Fact {
  const known = byKey.get(pack) ?? new Map(pack.facts.map((fact) => [fact.key, fact]));
  byKey.set(pack, known);
  const fact = known.get(key);
  if (!fact) throw new Error(`no fact ${key}`);
  return fact;
}
