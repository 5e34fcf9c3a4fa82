/** From a table (one thing a row, one relation a column) to the files of a pack that works as it stands and is then written on by hand. */
import { Document, isCollection, isPair, isScalar, visit } from "yaml";
import { parseDate } from "../facts/dates.ts";
import { dateInWords } from "../questions/date-words.ts";
import type { PackFile } from "./read-pack.ts";
import { type Cell, type Column, columnsOf, type KeyOf, keysFor, type Sort } from "./table/columns.ts";
import { entitiesOf, namesByType, peopleIn } from "./table/entities.ts";
import { relationOf, unitOf } from "./table/frames.ts";
import { heldFacts, heldRelation, roleOf } from "./table/held.ts";
import { notesOf } from "./table/notes.ts";
import { glossOfRole, titleOf } from "./table/roles.ts";
import { mayChange, sortNamed } from "./table/sorts.ts";
import { headerWords, meansWorks, pluralOf, roleIn } from "./table/words.ts";

/** What the table does not say. */
export type AboutTable = {
  readonly key: string;
  readonly title: string;
  /** Who made the table, for the citation. */
  readonly publisher: string;
  /** EDTF: nothing later than this is asked. */
  readonly asOf: string;
};

/** Why a table gives no pack; every reason with its row and column, both counted from 1. */
export type TableProblem = { readonly row: number; readonly column: number; readonly message: string };

/**
 * The files of the pack, or all that is wrong with the table. The first row names the columns, the first column the things; a
 * column of figures, of dates, or of names becomes a relation with figures, dates or other things; several names in a cell
 * are separated by semicolons; a beginning and an end beside what was held become one relation with spans. Every fact cites its row. `notes` say what
 * was guessed of names, `guesses` how each column was taken.
 */
export function packFromTable(
  rows: readonly (readonly string[])[],
  about: AboutTable,
):
  | { readonly files: readonly PackFile[]; readonly notes: readonly string[]; readonly guesses: readonly string[] }
  | { readonly problems: readonly TableProblem[] } {
  const read = columnsOf(rows);
  if ("problems" in read) return read;
  const { subject, columns, subjects, held } = read;
  const names = columns.flatMap((column) => (column.kind === "names" ? [column] : []));
  const things = [
    ...subjects.map((name) => ({ type: subject.type, name })),
    ...(held?.spans ?? []).flatMap((span) => [
      { type: held!.holder.type, name: span.subject },
      { type: held!.held.type, name: span.object },
    ]),
    ...names.flatMap(({ type, cells }) => cells.flatMap(({ names: found }) => found.map((name) => ({ type, name })))),
  ];
  const keys = keysFor(things);
  const types = new Map(
    [subject, ...(held ? [held.holder, held.held] : []), ...names.filter(({ type }) => type !== subject.type)].map(
      ({ type, noun }) => [type, noun],
    ),
  );
  const namesOf = namesByType(things);
  const people = peopleIn(types, namesOf);
  const entities = entitiesOf(keys, types, people);
  const keyOf = (type: string, name: string) => keys.get(`${type}\n${name}`)!;
  const facts = columns.flatMap((column) => factsOf(column, subject.type, subjects, keyOf, about.asOf));
  // The role, not a column of its own, names the relation of who held what.
  const role = held && roleOf(held);

  return {
    guesses: [
      ...(held && role
        ? [`${held.holder.noun}: who was ${role.noun} of each ${held.held.noun}, from when to when`]
        : []),
      ...columns.map((column) => guessOf(column, subject)),
    ],
    notes: notesOf(columns, held, types, people, entities),
    files: [
      file("pack", {
        key: about.key,
        title: about.title,
        description: `What a table says of ${new Set(subjects).size} ${pluralOf(subject.noun)}.`,
        notice: "A private pack, made from a table.",
        licence: "Not for distribution until its author says so",
        as_of: about.asOf,
        topics: [...(role ? [role] : []), ...columns].map((one) => ({ key: one.key, title: titleOf(one) })),
        types: [...types].map(([key, noun]) => ({ key, ...sortNamed(noun, namesOf.get(key)) })),
      }),
      file("sources", [
        {
          key: "s1",
          title: about.title,
          publisher: about.publisher,
          date: about.asOf,
          cite: `${about.publisher}, “${about.title}”`,
          // What may change is asked with the date at which it was so.
          in_stem: `the table “${about.title}”${held || columns.some(mayChange) ? ` of ${dateInWords(parseDate(about.asOf)!)}` : ""}`,
        },
      ]),
      file("entities", entities),
      file("relations", [
        ...(held && role ? [heldRelation(held, role.key)] : []),
        ...columns.map((column) => relationOf(column, subject)),
      ]),
      file("facts", [...(held && role ? heldFacts(held, role.key, about.asOf, keyOf) : []), ...facts]),
      file("lists", listsOf(columns, subjects, subject, keyOf)),
    ],
  };
}

/** A file with its schema; what reads as a sentence stands in quotes, and what has no sentences on one line. */
function file(name: string, content: unknown): PackFile {
  const document = new Document(content);
  visit(document, {
    Scalar(at, scalar) {
      if (at !== "key" && typeof scalar.value === "string" && /[\s{}]/.test(scalar.value)) scalar.type = "QUOTE_DOUBLE";
    },
    Map(_, map, path) {
      if (path.length > 1 && map.get("frames") === undefined && !isFrames(path.at(-1))) map.flow = true;
    },
    Seq(_, seq, path) {
      if (path.length > 1) seq.flow = seq.items.every((item) => !isCollection(item));
    },
  });
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: true });
  return { path: `${name}.yaml`, text: `# yaml-language-server: $schema=../../schema/${name}.json\n${text}` };
}

/** The sentences of a relation stand one below another. */
function isFrames(parent: unknown): boolean {
  return isPair(parent) && isScalar(parent.key) && parent.key.value === "frames";
}

/** How a column was taken, for its author to look at. */
function guessOf(column: Column, subject: Sort): string {
  if (column.kind === "numbers") return `${column.header}: a number of each ${subject.noun}`;
  if (column.kind === "dates") return `${column.header}: a date of each ${subject.noun}`;
  const isOne = column.cells.every(({ names }) => names.length < 2);
  const all = column.cells.flatMap(({ names }) => names);
  const { noun } = sortNamed(column.type === subject.type ? subject.noun : column.noun, all);
  const isOneBack = isOne && new Set(all).size === all.length;
  return `${column.header}: ${isOne ? `one ${noun[0]}` : `several ${noun[1]}`} of each ${subject.noun}${isOneBack ? ", none of two" : ""}${mayChange(column) ? ", which may change" : ""}`;
}

function factsOf(column: Column, type: string, subjects: readonly string[], keyOf: KeyOf, asOf: string) {
  return column.cells.flatMap((cell) => {
    const s = keyOf(type, subjects[cell.row - 2]!);
    return objectsOf(column, cell, keyOf).map(({ o, end }) => ({
      key: `${column.key}-${s}${end}`,
      s,
      r: column.key,
      o,
      ...(mayChange(column) ? { as_of: asOf } : {}),
      topic: column.key,
      cite: [{ source: "s1", at: `row ${cell.row}, column ${column.header}` }],
    }));
  });
}

function objectsOf(column: Column, cell: Cell, keyOf: KeyOf): { readonly o: unknown; readonly end: string }[] {
  switch (column.kind) {
    case "numbers":
      return [{ o: { ...cell.quantity, ...(unitOf(column) === null ? {} : { unit: unitOf(column) }) }, end: "" }];
    case "dates":
      return [{ o: { date: cell.names[0] }, end: "" }];
    case "names":
      return cell.names.map((name) => {
        const o = keyOf(column.type, name);
        return { o, end: cell.names.length > 1 ? `-${o}` : "" };
      });
  }
}

/** What a cell names for a thing is all that the table names for it. */
function listsOf(columns: readonly Column[], subjects: readonly string[], subject: Sort, keyOf: KeyOf) {
  return columns.flatMap((column) => {
    const role = roleIn(column.noun);
    if (column.kind !== "names" || column.cells.every(({ names }) => names.length < 2)) return [];
    return column.cells.map((cell) => {
      const name = subjects[cell.row - 2]!;
      const s = keyOf(subject.type, name);
      const named = meansWorks(subject.noun) ? name : name.replace(/^The (?=\S)/, "the ");
      return {
        key: `${column.key}-of-${s}`,
        gloss: role === null ? glossOf(column.noun, named) : glossOfRole(role, named),
        members: "object",
        facts: objectsOf(column, cell, keyOf).map(({ end }) => `${column.key}-${s}${end}`),
        complete: "as_named",
        cite: [{ source: "s1", at: `row ${cell.row}, column ${column.header}` }],
      };
    });
  });
}

function glossOf(noun: string, name: string): string {
  return headerWords(noun).sort === "noun"
    ? `the ${pluralOf(noun)} that the table gives for ${name}`
    : `what the table gives for ${name} under “${noun}”`;
}
