/** From a table (one thing a row, one relation a column) to the files of a pack that works as it stands and is then written on by hand. */
import { stringify } from "yaml";
import type { PackFile } from "./read-pack.ts";
import { type Cell, type Column, columnsOf, keysFor, pluralOf } from "./table-columns.ts";

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
 * are separated by semicolons. Every fact cites its row and column.
 */
export function packFromTable(
  rows: readonly (readonly string[])[],
  about: AboutTable,
): { readonly files: readonly PackFile[] } | { readonly problems: readonly TableProblem[] } {
  const read = columnsOf(rows);
  if ("problems" in read) return read;
  const { subject, columns, subjects } = read;
  const names = columns.flatMap((column) => (column.kind === "names" ? [column] : []));
  const keys = keysFor([
    ...subjects.map((name) => ({ type: subject.type, name })),
    ...names.flatMap(({ type, cells }) => cells.flatMap(({ names: found }) => found.map((name) => ({ type, name })))),
  ]);
  const types = new Map([subject, ...names].map(({ type, noun }) => [type, noun]));
  const entities = [...keys].map(([spelled, key]) => {
    const [type, name] = spelled.split("\n") as [string, string];
    return { key, type, name };
  });
  const keyOf = (type: string, name: string) => keys.get(`${type}\n${name}`)!;
  const facts = columns.flatMap((column) => factsOf(column, subject.type, subjects, keyOf));

  const file = (name: string, content: unknown): PackFile => ({
    path: `${name}.yaml`,
    text: `# yaml-language-server: $schema=../../schema/${name}.json\n${stringify(content, { lineWidth: 140, flowCollectionPadding: true })}`,
  });
  return {
    files: [
      file("pack", {
        key: about.key,
        title: about.title,
        description: `What a table says of ${subjects.length} ${pluralOf(subject.noun)}.`,
        notice: "A private pack, made from a table.",
        licence: "Not for distribution until its author says so",
        as_of: about.asOf,
        topics: columns.map(({ key, noun }) => ({ key, title: raised(noun) })),
        types: [...types].map(([key, noun]) => ({ key, noun: [noun, pluralOf(noun)], wh: `Which ${noun}` })),
      }),
      file("sources", [
        {
          key: "s1",
          title: about.title,
          publisher: about.publisher,
          date: about.asOf,
          cite: `${about.publisher}, “${about.title}”`,
          in_stem: `the table “${about.title}”`,
        },
      ]),
      file("entities", entities),
      file(
        "relations",
        columns.map((column) => relationOf(column, subject)),
      ),
      file("facts", facts),
      file("lists", listsOf(columns, subjects, subject, keyOf)),
    ],
  };
}

/** A name that needs no article and no care: the author adds those where English wants them. */
function relationOf(column: Column, subject: { readonly type: string; readonly noun: string }) {
  const { noun, key } = column;
  const common = { key, subject: [subject.type], temporal: false, kickers: { default: raised(noun) } };
  switch (column.kind) {
    case "numbers":
      return {
        ...common,
        object: ["number"],
        objects_per_subject: "one",
        frames: { fact: `The ${noun} of {s} is {o}.`, ask_number: `What is the ${noun} of {s}?` },
      };
    case "dates":
      return {
        ...common,
        object: ["date"],
        objects_per_subject: "one",
        frames: {
          fact: `The ${noun} of {s} was {o}.`,
          ask_date: `{wh_date} was the ${noun} of {s}?`,
          ask_order: `Put these ${pluralOf(subject.noun)} in the order of their ${noun}, earliest first.`,
        },
      };
    case "names": {
      const isOne = column.cells.every(({ names }) => names.length < 2);
      const all = column.cells.flatMap(({ names }) => names);
      const isOneBack = new Set(all).size === all.length;
      const one = {
        fact: `The ${noun} of {s} is {o}.`,
        ask_object: `What is the ${noun} of {s}?`,
        ask_members_of_object: `Which of these ${pluralOf(subject.noun)} has {o} as its ${noun}?`,
        ...(isOneBack ? { ask_subject: `Which ${subject.noun} has {o} as its ${noun}?` } : {}),
      };
      const many = {
        fact: `{o} is among the ${pluralOf(noun)} of {s}.`,
        ask_members_of_subject: `Which of these {nouns} does {source} give for {s}?`,
        ask_some_members_of_subject: `Which {n} of these {nouns} does {source} give for {s}?`,
        ask_missing_of_subject: `Besides {others}, which ${noun} does {source} give for {s}?`,
      };
      return {
        ...common,
        object: [column.type],
        objects_per_subject: isOne ? "one" : "many",
        ...(isOne && isOneBack ? { subjects_per_object: "one" } : {}),
        frames: isOne ? one : many,
      };
    }
  }
}

type KeyOf = (type: string, name: string) => string;

function factsOf(column: Column, type: string, subjects: readonly string[], keyOf: KeyOf) {
  return column.cells.flatMap((cell) => {
    const s = keyOf(type, subjects[cell.row - 2]!);
    return objectsOf(column, cell, keyOf).map(({ o, end }) => ({
      key: `${column.key}-${s}${end}`,
      s,
      r: column.key,
      o,
      topic: column.key,
      cite: [{ source: "s1", at: `row ${cell.row}, column ${column.header}` }],
    }));
  });
}

function objectsOf(column: Column, cell: Cell, keyOf: KeyOf): { readonly o: unknown; readonly end: string }[] {
  switch (column.kind) {
    case "numbers":
      return [{ o: { ...cell.quantity, ...(column.unit ? { unit: column.unit } : {}) }, end: "" }];
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
function listsOf(
  columns: readonly Column[],
  subjects: readonly string[],
  subject: { readonly type: string },
  keyOf: KeyOf,
) {
  return columns.flatMap((column) => {
    if (column.kind !== "names" || column.cells.every(({ names }) => names.length < 2)) return [];
    return column.cells.map((cell) => {
      const name = subjects[cell.row - 2]!;
      const s = keyOf(subject.type, name);
      return {
        key: `${column.key}-of-${s}`,
        gloss: `the ${pluralOf(column.noun)} that the table gives for ${name}`,
        members: "object",
        facts: objectsOf(column, cell, keyOf).map(({ end }) => `${column.key}-${s}${end}`),
        complete: "as_named",
        cite: [{ source: "s1", at: `row ${cell.row}, column ${column.header}` }],
      };
    });
  });
}

function raised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
