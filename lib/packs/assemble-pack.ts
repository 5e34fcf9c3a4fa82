/** From records to the pack's types: names as the rules spell them. */
import { parseDate } from "../facts/dates.ts";
import type { Entity, Fact, FactList, Pack, Relation, Source } from "../facts/fact.ts";
import { inCalendars } from "./calendars.ts";
import type { PlacedRecord, RecordKind } from "./places.ts";
import { type FieldProblem, readRecord, type Weakest } from "./read-record.ts";
import * as schema from "./schema.ts";

/** Called once for each record with its faults. */
type Reporter = (kind: RecordKind, index: number, problems: readonly FieldProblem[]) => void;

/**
 * The pack that the records say, in their order. Where a field is missing or at fault it holds the weakest value, so that the checks can go on;
 * such a pack is never handed out. Null when there is no record about the pack itself.
 */
export function assemblePack(
  records: Readonly<Record<RecordKind, readonly PlacedRecord[]>>,
  report: Reporter,
): Pack | null {
  const sources = records.sources.map((record, index): Source => {
    const read = reading("sources", index, report, (problems) =>
      readRecord(record, schema.sourceFields, weakSource, problems),
    );
    const { date_basis: dateBasis, in_stem: inStem, ...rest } = read;
    return { ...rest, dateBasis, inStem };
  });
  const entities = records.entities.map((record, index): Entity => {
    const read = reading("entities", index, report, (problems) =>
      readRecord(record, schema.entityFields, weakEntity, problems),
    );
    const { surname_heads: surnameHeads, part_of: partOf, not_before: notBefore, not_after: notAfter, ...rest } = read;
    return { ...rest, surnameHeads, partOf, notBefore, notAfter };
  });
  const relations = records.relations.map((record, index): Relation => {
    const read = reading("relations", index, report, (problems) =>
      readRecord(record, schema.relationFields, weakRelation, problems),
    );
    const {
      objects_per_subject: objectsPerSubject,
      subjects_per_object: subjectsPerObject,
      near_synonym: nearSynonym,
      compare_on: compareOn,
      least_gap: leastGap,
      closed,
      ...rest
    } = read;
    const closures = closed.map(({ subject, object, from, as_of: asOf, source, at }) => ({
      subject,
      object,
      from,
      asOf,
      citation: { source, locator: at },
    }));
    return { ...rest, objectsPerSubject, subjectsPerObject, nearSynonym, compareOn, leastGap, closed: closures };
  });
  const facts = records.facts.map((record, index): Fact => {
    const read = reading("facts", index, report, (problems) =>
      readRecord(record, schema.factFields, weakFact, problems),
    );
    const { s: subject, r: relation, o: object, as_of: asOf, only_in: onlyIn, cite: citations, ...rest } = read;
    return { ...rest, subject, relation, object, asOf, onlyIn, citations };
  });
  const lists = records.lists.map((record, index): FactList => {
    const read = reading("lists", index, report, (problems) =>
      readRecord(record, schema.listFields, weakList, problems),
    );
    const { as_of: asOf, cite: citations, compare_with: compareWith, ...rest } = read;
    return { ...rest, asOf, citations, compareWith };
  });
  const topics = records.topics.map((record, index) =>
    reading("topics", index, report, (problems) =>
      readRecord(record, schema.topicFields, { key: "", title: "" }, problems),
    ),
  );
  const types = records.types.map((record, index) =>
    reading("types", index, report, (problems) => readRecord(record, schema.typeFields, weakType, problems)),
  );

  const [about] = records.pack;
  if (!about) return null;
  // Topics and types are records of their own; here they are only known by name.
  const own = { topics: records.topics, types: records.types };
  const read = reading("pack", 0, report, (problems) => {
    const all: FieldProblem[] = [];
    const result = readRecord(about, schema.packFields, weakPack, all);
    problems.push(...all.filter(({ code, path }) => !(code === "unknown-field" && Object.hasOwn(own, path[0] ?? ""))));
    return result;
  });
  const { as_of: asOf, ...rest } = read;
  return inCalendars({ ...rest, asOf, topics, types, sources, entities, relations, facts, lists });
}

function reading<Read>(
  kind: RecordKind,
  index: number,
  report: Reporter,
  read: (problems: FieldProblem[]) => Read,
): Read {
  const problems: FieldProblem[] = [];
  const result = read(problems);
  report(kind, index, problems);
  return result;
}

/** A day that no check objects to, for records whose own date is at fault. */
const someDay = parseDate("[-9999..9999]")!;

const weakPack: Weakest<typeof schema.packFields> = {
  key: "",
  title: "",
  description: "",
  notice: "",
  licence: "",
  place: null,
  as_of: someDay,
  titles: [],
  distinct: [],
  confirmed: [],
};
const weakType: Weakest<typeof schema.typeFields> = { key: "", noun: ["", ""], wh: "" };
const weakSource: Weakest<typeof schema.sourceFields> = {
  key: "",
  title: "",
  publisher: "",
  date: someDay,
  date_basis: null,
  calendar: "gregorian",
  zone: "known",
  cite: "",
  in_stem: "",
  within: null,
  document: null,
};
const weakEntity: Weakest<typeof schema.entityFields> = {
  key: "",
  type: "",
  name: "",
  short: null,
  article: null,
  plural: false,
  adjective: null,
  aliases: [],
  given: null,
  surname: null,
  surname_heads: [],
  attributes: {},
  clause: null,
  part_of: [],
  overlaps: [],
  not_before: null,
  not_after: null,
};
const weakRelation: Weakest<typeof schema.relationFields> = {
  key: "",
  subject: [],
  object: [],
  temporal: true,
  objects_per_subject: "many",
  subjects_per_object: "many",
  symmetric: false,
  near_synonym: [],
  bounds: "unknown",
  askable: "yes",
  closed: [],
  compare_on: [],
  numbers: null,
  least_gap: null,
  noun: null,
  events: [],
  frames: {},
  kickers: {},
};
const weakFact: Weakest<typeof schema.factFields> = {
  key: "",
  s: "",
  r: "",
  o: { kind: "vague", text: "" },
  from: { kind: "unknown" },
  to: { kind: "unknown" },
  as_of: null,
  negative: false,
  topic: "",
  importance: "normal",
  askable: null,
  replaces: null,
  capacity: null,
  only_in: null,
  cite: [],
};
const weakList: Weakest<typeof schema.listFields> = {
  key: "",
  gloss: "",
  members: "subject",
  facts: [],
  complete: "no",
  as_of: null,
  cite: [],
  compare_with: [],
  frames: {},
};
