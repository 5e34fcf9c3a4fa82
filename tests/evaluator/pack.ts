/** A pack straight from its YAML files, as plain records; what is not written has the weakest value. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { readDate, type When } from "./calendar.ts";

export type Value =
  | { readonly kind: "entity"; readonly entity: string }
  | { readonly kind: "date"; readonly when: When }
  | { readonly kind: "number"; readonly number: number; readonly qualifier: string; readonly unit: string }
  | { readonly kind: "vague"; readonly text: string };

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
  readonly clause: string | null;
  readonly partOf: readonly string[];
  readonly overlaps: readonly string[];
};

export type Closure = {
  readonly subject: string | null;
  readonly object: string | null;
  readonly from: When | null;
  readonly asOf: When | null;
};

export type Relation = {
  readonly key: string;
  readonly temporal: boolean;
  /** At most one at a time in this place, for one thing in the other place. */
  readonly one: { readonly subject: boolean; readonly object: boolean };
  readonly types: { readonly subject: readonly string[]; readonly object: readonly string[] };
  readonly nearSynonym: readonly string[];
  readonly closed: readonly Closure[];
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
  readonly cite: readonly Citation[];
};

export type Source = { readonly key: string; readonly inStem: string; readonly date: When };

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

type Raw = Record<string, unknown>;

/** Reads the six files of a folder. */
export function readFolder(folder: string): Pack {
  const read = (name: string): unknown => {
    const file = readdirSync(folder).find((one) => one.startsWith(`${name}.`));
    return file === undefined ? [] : parse(readFileSync(path.join(folder, file), "utf8"));
  };
  const records = (name: string) => (read(name) ?? []) as Raw[];
  return {
    asOf: readDate((read("pack") as Raw).as_of),
    sources: records("sources").map((one) => ({
      key: text(one.key),
      inStem: text(one.in_stem),
      date: readDate(one.date),
    })),
    entities: records("entities").map(entity),
    relations: records("relations").map(relation),
    facts: records("facts").map(fact),
    lists: records("lists").map(list),
  };
}

const text = (value: unknown): string => String(value);
const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : []);
const orNull = (value: unknown): string | null => (value === undefined || value === null ? null : text(value));
const date = (value: unknown): When | null => (value === undefined || value === null ? null : readDate(value));

function entity(one: Raw): Entity {
  const name = text(one.name);
  const short = orNull(one.short);
  return {
    key: text(one.key),
    type: text(one.type),
    name,
    short,
    names: [name, ...(short === null ? [] : [short]), ...strings(one.aliases)],
    clause: one.clause === undefined ? null : text((one.clause as Raw).past),
    partOf: strings(one.part_of),
    overlaps: strings(one.overlaps),
  };
}

function relation(one: Raw): Relation {
  return {
    key: text(one.key),
    temporal: one.temporal !== false,
    one: { subject: one.subjects_per_object === "one", object: one.objects_per_subject === "one" },
    types: { subject: strings(one.subject), object: strings(one.object) },
    nearSynonym: strings(one.near_synonym),
    closed: ((one.closed ?? []) as Raw[]).map((closure) => ({
      subject: orNull(closure.subject),
      object: orNull(closure.object),
      from: date(closure.from),
      asOf: date(closure.as_of),
    })),
    frames: (one.frames ?? {}) as Record<string, string>,
  };
}

function fact(one: Raw): Fact {
  return {
    key: text(one.key),
    relation: text(one.r),
    subject: { kind: "entity", entity: text(one.s) },
    object: value(one.o),
    from: bound(one.from),
    to: bound(one.to),
    asOf: date(one.as_of),
    negative: one.negative === true,
    cite: (one.cite ?? []) as Citation[],
  };
}

function value(one: unknown): Value {
  if (typeof one !== "object" || one === null) return { kind: "entity", entity: text(one) };
  const raw = one as Raw;
  if (raw.date !== undefined) return { kind: "date", when: readDate(raw.date) };
  if (raw.vague !== undefined) return { kind: "vague", text: text(raw.vague) };
  return {
    kind: "number",
    number: Number(raw.number),
    qualifier: text(raw.qualifier ?? "exact"),
    unit: text(raw.unit ?? ""),
  };
}

function bound(one: unknown): Bound {
  if (one === undefined || one === null || one === "unknown") return "unknown";
  return one === "open" ? "open" : readDate(one);
}

function list(one: Raw): List {
  const cite = (one.cite ?? []) as Citation[];
  return {
    key: text(one.key),
    gloss: text(one.gloss),
    members: one.members as "subject" | "object",
    facts: strings(one.facts),
    complete: one.complete === true ? "yes" : (text(one.complete ?? "no") as List["complete"]),
    asOf: date(one.as_of),
    sources: cite.map(({ source }) => source),
    compareWith: strings(one.compare_with),
    cite,
  };
}
