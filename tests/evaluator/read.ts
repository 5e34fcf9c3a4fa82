/** A pack straight from its YAML files. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { julian, readDate, type Stretch, type When } from "./calendar.ts";
import type { Bound, Citation, Entity, Fact, List, Pack, Relation, Value } from "./pack.ts";

type Raw = Record<string, unknown>;

/** What the words of a document's date may mean: itself, and more where it counts its days in another way (R9). */
type Meaning = (date: When) => When;

/** Reads the six files of a folder. */
export function readFolder(folder: string): Pack {
  return readTexts((name) => {
    const file = readdirSync(folder).find((one) => one.startsWith(`${name}.`));
    return file === undefined ? "[]" : readFileSync(path.join(folder, file), "utf8");
  });
}

/** The same from the texts of the files, by their names. */
export function readTexts(textOf: (name: string) => string): Pack {
  const read = (name: string): unknown => parse(textOf(name));
  const records = (name: string) => (read(name) ?? []) as Raw[];
  const sources = records("sources");
  const meaningIn = new Map(sources.map((one) => [text(one.key), meaning(one)]));
  /** What a date means that stands in all of these documents. */
  const meaningOf =
    (cited: readonly string[]): Meaning =>
    (when) =>
      cited.reduce((found, key) => meaningIn.get(key)?.(found) ?? found, when);
  return {
    asOf: readDate((read("pack") as Raw).as_of),
    sources: sources.map((one) => ({
      key: text(one.key),
      inStem: text(one.in_stem),
      within: text(one.within ?? `in ${one.in_stem}`),
      date: meaningOf([text(one.key)])(readDate(one.date)),
    })),
    entities: records("entities").map(entity),
    relations: records("relations").map((one) => relation(one, meaningOf)),
    facts: records("facts").map((one) => fact(one, meaningOf(citedBy(one)))),
    lists: records("lists").map((one) => list(one, meaningOf(citedBy(one)))),
  };
}

/** R9: a Julian date is the day as it is written or the day so called in that calendar; without a zone it may be the day before or after. */
function meaning({ calendar, zone }: Raw): Meaning {
  const margin = zone === "unknown" ? 1 : 0;
  return (when) => {
    const stretches: Stretch[] = calendar === "julian" ? [when, julian(when.edtf)] : [when];
    return {
      edtf: when.edtf,
      first: Math.min(...stretches.map(({ first }) => first)) - margin,
      last: Math.max(...stretches.map(({ last }) => last)) + margin,
    };
  };
}

function citedBy(one: Raw): string[] {
  return ((one.cite ?? []) as Citation[]).map(({ source }) => source);
}

const text = (value: unknown): string => String(value);
const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : []);
const orNull = (value: unknown): string | null => (value === undefined || value === null ? null : text(value));
const date = (value: unknown, means: Meaning): When | null =>
  value === undefined || value === null ? null : means(readDate(value));

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
    question: one.clause === undefined ? null : text((one.clause as Raw).question),
    attributes: (one.attributes ?? {}) as Record<string, string>,
    partOf: strings(one.part_of),
    overlaps: strings(one.overlaps),
  };
}

function relation(one: Raw, meaningOf: (cited: readonly string[]) => Meaning): Relation {
  return {
    key: text(one.key),
    temporal: one.temporal !== false,
    one: { subject: one.subjects_per_object === "one", object: one.objects_per_subject === "one" },
    types: { subject: strings(one.subject), object: strings(one.object) },
    nearSynonym: strings(one.near_synonym),
    bounds: text(one.bounds ?? "unknown") as Relation["bounds"],
    numbers: orNull(one.numbers) as Relation["numbers"],
    leastGap: one.least_gap === undefined ? null : Number(one.least_gap),
    closed: ((one.closed ?? []) as Raw[]).map((closure) => ({
      subject: orNull(closure.subject),
      object: orNull(closure.object),
      from: date(closure.from, meaningOf([text(closure.source)])),
      asOf: date(closure.as_of, meaningOf([text(closure.source)])),
      cite: { source: text(closure.source), at: text(closure.at) },
    })),
    events: strings(one.events),
    frames: (one.frames ?? {}) as Record<string, string>,
  };
}

function fact(one: Raw, means: Meaning): Fact {
  return {
    key: text(one.key),
    relation: text(one.r),
    subject: { kind: "entity", entity: text(one.s) },
    object: value(one.o, means),
    from: bound(one.from, means),
    to: bound(one.to, means),
    asOf: date(one.as_of, means),
    negative: one.negative === true,
    capacity: orNull(one.capacity) as Fact["capacity"],
    onlyIn: orNull(one.only_in),
    replaces: orNull(one.replaces),
    cite: (one.cite ?? []) as Citation[],
  };
}

function value(one: unknown, means: Meaning): Value {
  if (typeof one !== "object" || one === null) return { kind: "entity", entity: text(one) };
  const raw = one as Raw;
  if (raw.date !== undefined) return { kind: "date", when: means(readDate(raw.date)) };
  if (raw.vague !== undefined) return { kind: "vague", text: text(raw.vague) };
  return {
    kind: "number",
    number: Number(raw.number),
    qualifier: text(raw.qualifier ?? "exact"),
    unit: text(raw.unit ?? ""),
  };
}

function bound(one: unknown, means: Meaning): Bound {
  if (one === undefined || one === null || one === "unknown") return "unknown";
  return one === "open" ? "open" : means(readDate(one));
}

function list(one: Raw, means: Meaning): List {
  const cite = (one.cite ?? []) as Citation[];
  return {
    key: text(one.key),
    gloss: text(one.gloss),
    members: one.members as "subject" | "object",
    facts: strings(one.facts),
    complete: one.complete === true ? "yes" : (text(one.complete ?? "no") as List["complete"]),
    asOf: date(one.as_of, means),
    sources: cite.map(({ source }) => source),
    compareWith: strings(one.compare_with),
    frames: (one.frames ?? {}) as Record<string, string>,
    cite,
  };
}
