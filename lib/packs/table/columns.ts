/** What the columns of a table hold: the things themselves, then names, figures with a unit, or dates; or from when to when something was held. */
import type { TableProblem } from "../from-table.ts";
import { dateOf, namesIn, type Quantity, quantityOf, slugOf, splitUnit } from "./cells.ts";
import { tableFaults } from "./faults.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { endOfCell, type Span } from "./spans.ts";
import { agentOf, isUnnamed } from "./words.ts";

/** A cell that is not empty; its row counts from 1, the header is the first. */
export type Cell = { readonly row: number; readonly names: readonly string[]; readonly quantity: Quantity | null };

/** A column with its header as written, as a noun without the unit, and as a key. */
export type Column = {
  readonly kind: "names" | "numbers" | "dates";
  readonly header: string;
  readonly noun: string;
  readonly key: string;
  /** Type of the things that it names. */
  readonly type: string;
  /** From brackets at the end of the header: “height (m)”. */
  readonly unit: string | null;
  /** Of dates: the end of a span that no column says the object of. */
  readonly end: "from" | "to" | null;
  readonly cells: readonly Cell[];
};

/** A sort of things in a table: the key of its type, and what one of them is called. */
export type Sort = { readonly type: string; readonly noun: string };

/** Who held what from when to when, a row each. */
export type Held = { readonly holder: Sort; readonly held: Sort; readonly spans: readonly Span[] };

/** The key of a thing, by its type and name. */
export type KeyOf = (type: string, name: string) => string;

/** A table as things and columns. */
export type Columns = {
  readonly subject: Sort;
  /** The thing of each row, in their order; where something was held one may have several rows. */
  readonly subjects: readonly string[];
  readonly columns: readonly Column[];
  readonly held: Held | null;
};

/** The columns of a table, or everything that keeps it from being read. */
export function columnsOf(
  rows: readonly (readonly string[])[],
): Columns | { readonly problems: readonly TableProblem[] } {
  const [headers = [], ...body] = rows.map((row) => row.map((cell) => cell.trim()));
  const layout = layoutOf(headers, body);
  const { ends, pair } = layout;
  const beside = pair && Math.max(pair.holder, pair.held);
  const problems = tableFaults(headers, body, layout);
  if (problems.length > 0) return { problems };

  const endAt = (index: number) => (index === ends?.from ? "from" : index === ends?.to ? "to" : null);
  const columns = headers.flatMap((header, index): Column[] => {
    const end = endAt(index);
    if (index === 0 || index === beside || (pair !== null && end !== null)) return [];
    const texts = body.map((row, at) => {
      const text = row[index] ?? "";
      // What several rows say of one thing is one fact; that something is so still is no date.
      const isSaid = body.slice(0, at).some((other) => other[0] === row[0] && other[index] === text);
      return isSaid || (end !== null && dateOf(text) === null) ? "" : text;
    });
    const column = columnOf(header, texts);
    return column ? [{ ...column, end }] : [];
  });
  const subjects = body.map((row) => row[0]!);
  const held = heldOf(headers, body, layout);
  const subject = held && pair?.holder === 0 ? held.holder : sortOf(headers[0]!);
  return { subject, subjects, columns: columns.map((column) => ofSubjects(column, subject, subjects)), held };
}

/** A column of names most of which are things of the first column names more of these: the mother house of an abbey is an abbey. */
function ofSubjects(column: Column, subject: Sort, subjects: readonly string[]): Column {
  const names = new Set(column.cells.flatMap((cell) => cell.names));
  const known = subjects.filter((name) => names.has(name)).length;
  return column.kind === "names" && known > 1 && known * 2 >= names.size ? { ...column, type: subject.type } : column;
}

/** Who held what; null where no column says what. */
function heldOf(headers: readonly string[], body: readonly (readonly string[])[], layout: Layout): Held | null {
  const { ends, pair } = layout;
  if (ends === null || pair === null) return null;
  const spans = body.flatMap((row, index) => {
    const [subject, object] = [row[pair.holder] ?? "", row[pair.held] ?? ""];
    const span = {
      row: index + 2,
      subject,
      object,
      from: endOfCell(row[ends.from] ?? "", dateOf),
      to: endOfCell(row[ends.to] ?? "", dateOf),
    };
    return subject === "" || object === "" ? [] : [span];
  });
  const holder = sortOf(headers[pair.holder]!);
  // Who held something is a person, where the header says no more than that it is a name.
  const isPerson = isUnnamed(holder.noun) && headers.every((header) => sortOf(header).type !== "person");
  return { holder: isPerson ? { type: "person", noun: "person" } : holder, held: sortOf(headers[pair.held]!), spans };
}

function sortOf(header: string): Sort {
  const { noun } = splitUnit(header);
  return { type: slugOf(noun), noun };
}

/** A column by what all its cells are; null when they are all empty. */
function columnOf(header: string, texts: readonly string[]): Omit<Column, "end"> | null {
  const { noun, unit } = splitUnit(header);
  const filled = texts.flatMap((text, index) => (text === "" ? [] : [{ text, row: index + 2 }]));
  if (filled.length === 0) return null;
  const common = { header, noun, key: slugOf(noun), type: slugOf(noun), unit };
  // Four figures alone are years, unless a unit says what they count.
  const areDates = unit === null && filled.every(({ text }) => dateOf(text) !== null);
  const cells = filled.map(({ text, row }) => ({ row, names: namesIn(text), quantity: quantityOf(text) }));
  if (areDates)
    return {
      ...common,
      kind: "dates",
      cells: cells.map((cell, at) => ({ ...cell, names: [dateOf(filled[at]!.text)!] })),
    };
  if (cells.every(({ quantity }) => quantity !== null)) return { ...common, kind: "numbers", cells };
  // "designed by" several is said of them as its designers.
  const agent = cells.some(({ names }) => names.length > 1) ? agentOf(noun) : null;
  return agent === null
    ? { ...common, kind: "names", cells }
    : { ...common, noun: agent, key: slugOf(agent), type: slugOf(agent), kind: "names", cells };
}

/** One key for each thing, by `type`, a line break and its name: of the name where that is free, else with a figure behind it. */
export function keysFor(
  things: readonly { readonly type: string; readonly name: string }[],
): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const taken = new Set<string>();
  for (const { type, name } of things) {
    const spelled = `${type}\n${name}`;
    if (keys.has(spelled)) continue;
    const plain = slugOf(name) || type;
    const free = [plain, `${type}-${plain}`].find((key) => !taken.has(key));
    let key = free ?? plain;
    for (let count = 2; taken.has(key); count++) key = `${plain}-${count}`;
    taken.add(key);
    keys.set(spelled, key);
  }
  return keys;
}
