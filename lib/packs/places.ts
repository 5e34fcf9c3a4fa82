/** Where things stand: from the path of a field to file, line and column, and the collecting of problems there. */
import type { Problem } from "../facts/fact.ts";
import type { Tree, TreeFile } from "./tree.ts";

/** The kinds of records of a pack; `pack` is the one record about the pack itself. */
export const kindsOfRecords = [
  "pack",
  "topics",
  "types",
  "sources",
  "entities",
  "relations",
  "facts",
  "lists",
] as const;
export type RecordKind = (typeof kindsOfRecords)[number];

/** A field by its path: `["facts", 3, "from"]`, a part of it deeper; `["pack", 0, "title"]` for the pack itself. */
export type Path = readonly [RecordKind, number, ...(string | number)[]];

/** A record as it stands in a file. */
export type PlacedRecord = { readonly file: TreeFile; readonly path: string; readonly tree: Tree };

/** Where the records of a pack stand, in the order of the pack's lists; what could not be read is missing. */
export type Places = {
  readonly records: Readonly<Record<RecordKind, readonly PlacedRecord[]>>;
  /** Kinds of which some records were lost, so that "unknown" would be said without reason. */
  readonly broken: ReadonlySet<RecordKind>;
  /** Fields that already have an error, as `facts[3].from`; nothing more is said about them. */
  readonly faulty: ReadonlySet<string>;
};

/** A problem as the checks report it. */
export type Report = {
  readonly code: string;
  readonly at: Path;
  readonly message: string;
  readonly severity?: "error" | "warning";
  /** Words within the field's text to point at; the field's start when absent or not found as written. */
  readonly words?: string;
  /** Of a warning: the records that it is about, as an author confirms it. */
  readonly keys?: readonly string[];
};

/** A pack that comes from no file: every problem then stands at line 1, column 1 of a file without a name. */
export const nowhere: Places = {
  records: { pack: [], topics: [], types: [], sources: [], entities: [], relations: [], facts: [], lists: [] },
  broken: new Set(),
  faulty: new Set(),
};

/** The problem of a report, at its place: that of the field, or of the nearest enclosing thing that stands in the file. */
export function placed(report: Report, places: Places): Problem {
  const { code, at, message, severity = "error" } = report;
  const record = places.records[at[0]][at[1]];
  const field = fieldName(at);
  if (!record) return { severity, code, file: "", line: 1, column: 1, field, message };
  const tree = within(record.tree, at.slice(2));
  let offset = tree.start;
  if (report.words !== undefined) {
    const found = record.file.text.slice(tree.start, tree.end).indexOf(report.words);
    if (found >= 0) offset += found;
  }
  return { severity, code, file: record.path, ...record.file.placeOf(offset), field, message };
}

/** The name of a path as authors read it: `facts[3].cite[0].at`, and `title` for a field of the pack itself. */
export function fieldName([kind, index, ...rest]: Path): string {
  const start = kind === "pack" ? "" : `${kind}[${index}]`;
  const name = rest.reduce<string>(
    (path, part) => (typeof part === "number" ? `${path}[${part}]` : path === "" ? part : `${path}.${part}`),
    start,
  );
  return name === "" ? "pack" : name;
}

/** Does a field, or the one that holds it, already have an error? */
export function isFaulty([kind, index, ...rest]: Path, { faulty }: Places): boolean {
  return rest.length > 0 && faulty.has(fieldName([kind, index, rest[0]!]));
}

function within(tree: Tree, parts: readonly (string | number)[]): Tree {
  let current = tree;
  for (const part of parts) {
    const next =
      current.kind === "list" && typeof part === "number"
        ? current.items[part]
        : current.kind === "map" && typeof part === "string"
          ? current.fields.get(part)?.value
          : undefined;
    if (!next) return current;
    current = next;
  }
  return current;
}
