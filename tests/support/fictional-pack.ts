/** Packs for tests: builders with the weakest values, and the Lantern Isles, a fictional pack that has something of everything. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseDate } from "@/lib/facts/dates.ts";
import type { Bound, Entity, EntityType, Fact, HistoricalDate, Pack, Relation, Source } from "@/lib/facts/fact.ts";
import { type PackFile, readPack } from "@/lib/packs/read-pack.ts";

/** The files of the Lantern Isles, by their names in alphabetical order. */
export function lanternIslesFiles(): PackFile[] {
  return filesIn("packs/lantern-isles");
}

/** The files of the Tide Towns: holders in every capacity, sources that differ, what was replaced, quantities, and a frame for every form. */
export function tideTownsFiles(): PackFile[] {
  return filesIn("tide-towns");
}

/** The files of the Reed Coast: two documents that differ, titles, saints, and names that hold "First" and "Last". */
export function reedCoastFiles(): PackFile[] {
  return filesIn("reed-coast");
}

function filesIn(name: string): PackFile[] {
  const folder = path.join(import.meta.dirname, name);
  return readdirSync(folder)
    .sort()
    .map((file) => ({ path: file, text: readFileSync(path.join(folder, file), "utf8") }));
}

/** The Tide Towns as a pack. */
export function tideTowns(): Pack {
  const { pack, problems } = readPack(tideTownsFiles());
  if (!pack) throw new Error(JSON.stringify(problems));
  return pack;
}

/** The Reed Coast as a pack. */
export function reedCoast(): Pack {
  const { pack, problems } = readPack(reedCoastFiles());
  if (!pack) throw new Error(JSON.stringify(problems));
  return pack;
}

/** The Lantern Isles as a pack. */
export function lanternIsles(): Pack {
  const { pack, problems } = readPack(lanternIslesFiles());
  if (!pack) throw new Error(JSON.stringify(problems));
  return pack;
}

/** A date from its EDTF spelling; throws on one that does not exist. */
export function aDate(edtf: string): HistoricalDate {
  const date = parseDate(edtf);
  if (!date) throw new Error(`no date: ${edtf}`);
  return date;
}

/** A bound from its spelling in files: an EDTF date, `open` or `unknown`. */
export function aBound(spelling: string): Bound {
  if (spelling === "open" || spelling === "unknown") return { kind: spelling };
  return { kind: "date", date: aDate(spelling) };
}

/** Times as files spell them; `object` may be an entity's key. */
type FactParts = Partial<Omit<Fact, "from" | "to" | "asOf" | "object">> & {
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string | null;
  readonly object?: string | Fact["object"];
};

/** A fact: ada kept the mill, at no stated time, cited from the book; its key says what it is unless given. */
export function aFact({
  from = "unknown",
  to = "unknown",
  asOf = null,
  object = "mill",
  ...parts
}: FactParts = {}): Fact {
  const subject = parts.subject ?? "ada";
  const relation = parts.relation ?? "kept";
  return {
    key: `${subject}-${relation}-${typeof object === "string" ? object : "value"}-${from}-${to}`.toLowerCase(),
    subject,
    relation,
    object: typeof object === "string" ? { kind: "entity", entity: object } : object,
    from: aBound(from),
    to: aBound(to),
    asOf: asOf === null ? null : aDate(asOf),
    negative: false,
    topic: "all",
    importance: "normal",
    askable: null,
    replaces: null,
    capacity: null,
    onlyIn: null,
    citations: [{ source: "book", locator: "page 1" }],
    ...parts,
  };
}

/** A person, named after the key. */
export function anEntity(parts: Partial<Entity> & { readonly key: string }): Entity {
  return {
    type: "person",
    name: parts.key,
    short: null,
    article: null,
    plural: false,
    adjective: null,
    aliases: [],
    given: null,
    surname: null,
    surnameHeads: [],
    attributes: {},
    clause: null,
    partOf: [],
    overlaps: [],
    ...parts,
  };
}

/** The relation "kept" from persons to places, with the weakest properties. */
export function aRelation(parts: Partial<Relation> = {}): Relation {
  return {
    key: "kept",
    subject: ["person"],
    object: ["place"],
    temporal: true,
    objectsPerSubject: "many",
    subjectsPerObject: "many",
    symmetric: false,
    nearSynonym: [],
    bounds: "unknown",
    askable: "yes",
    closed: [],
    compareOn: [],
    noun: null,
    events: [],
    frames: { fact: "{s} kept {o} {when}.", fact_open: "{s} began to keep {o} {from} and still kept it {as_of}." },
    kickers: {},
    ...parts,
  };
}

/** The book, of the last day of 2020. */
export function aSource(parts: Partial<Source> = {}): Source {
  return {
    key: "book",
    title: "The book",
    publisher: "Press",
    date: aDate("2020-12-31"),
    dateBasis: null,
    calendar: "gregorian",
    zone: "known",
    cite: "Press, “The book”, 31 December 2020",
    inStem: "the book of 31 December 2020",
    ...parts,
  };
}

/** A pack as of the last day of 2020. Entities that facts name and nobody gives become persons (subjects) and places (objects). */
export function aPack(parts: Partial<Pack> = {}): Pack {
  const facts = parts.facts ?? [];
  const entities = new Map((parts.entities ?? []).map((entity) => [entity.key, entity]));
  const add = (key: string, type: string) => {
    if (!entities.has(key)) entities.set(key, anEntity({ key, type }));
  };
  for (const fact of facts) {
    add(fact.subject, "person");
    if (fact.object.kind === "entity") add(fact.object.entity, "place");
  }
  const types: EntityType[] = [
    { key: "person", noun: ["person", "people"], wh: "Who" },
    { key: "place", noun: ["place", "places"], wh: "Which place" },
  ];
  return {
    key: "small",
    title: "Small",
    description: "A pack for a test.",
    notice: "Fictional.",
    licence: "CC0-1.0",
    asOf: aDate("2020-12-31"),
    topics: [{ key: "all", title: "All" }],
    types,
    titles: [],
    distinct: [],
    confirmed: [],
    sources: [aSource()],
    relations: [aRelation()],
    lists: [],
    ...parts,
    entities: [...entities.values()],
    facts,
  };
}
