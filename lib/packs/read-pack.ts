/** From the files of a pack to the pack, or to all of its problems at once. Format: docs/packs.md. */
import { inOrder } from "../facts/canonical-pack.ts";
import type { Pack, Problem } from "../facts/fact.ts";
import { assemblePack } from "./assemble-pack.ts";
import { checkPack } from "./check-pack.ts";
import { fieldName, type PlacedRecord, type Places, type RecordKind } from "./places.ts";
import type { FieldProblem } from "./read-record.ts";
import { readTree, type Tree, type TreeFile } from "./tree.ts";

/** A file of a pack: its path, for messages, and what it says. */
export type PackFile = { readonly path: string; readonly text: string };

/** What reading gave: the pack, its records in the order of their keys, or null when there is an error; and every problem, warnings too. */
export type ReadPack = { readonly pack: Pack | null; readonly problems: readonly Problem[] };

/**
 * Reads a pack from the texts of its files (`pack`, `sources`, `entities`, `relations`, `facts`, `lists`, each `.yaml`, `.yml` or `.json`;
 * other files are left alone) and checks it. Problems come in the order of the files, then of their places. Where a file cannot be read
 * as YAML nothing else is said: what it held would be missed everywhere.
 */
export function readPack(files: readonly PackFile[]): ReadPack {
  const problems: Problem[] = [];
  const records: Record<RecordKind, PlacedRecord[]> = {
    pack: [],
    topics: [],
    types: [],
    sources: [],
    entities: [],
    relations: [],
    facts: [],
    lists: [],
  };
  const broken = new Set<RecordKind>();
  const known = files.flatMap((file) => {
    const name = /^(?:.*[/\\])?(pack|sources|entities|relations|facts|lists)\.(?:ya?ml|json)$/.exec(file.path)?.[1];
    return name ? [{ ...file, kind: name as RecordKind }] : [];
  });
  const trees = known.map((file) => ({ ...file, file: readTree(file.text, file.path.endsWith(".json")) }));
  for (const { path, kind, file } of trees)
    for (const { code, offset, message } of file.problems)
      problems.push({ severity: "error", code, file: path, ...file.placeOf(offset), field: kind, message });
  if (trees.some(({ file }) => file.broken)) return { pack: null, problems: inPlace(problems, known) };
  for (const { path, kind, file } of trees) {
    if (!file.tree) continue;
    const found = recordsOf(kind, file.tree, file, path);
    problems.push(...found.problems);
    for (const record of found.records) records[record.kind].push(record);
  }
  for (const kind of ["pack", "sources", "entities", "relations", "facts"] as const) {
    if (known.some((file) => file.kind === kind)) continue;
    const file = `${kind}.yaml`;
    broken.add(kind);
    problems.push({
      severity: "error",
      code: "missing-file",
      file,
      line: 1,
      column: 1,
      field: kind,
      message: `There is no ${file}.`,
    });
  }

  const faulty = new Set<string>();
  const report = (kind: RecordKind, index: number, found: readonly FieldProblem[]) => {
    const record = records[kind][index]!;
    for (const { code, offset, path, message } of found) {
      const first = path[0];
      if (first !== undefined) faulty.add(fieldName([kind, index, first]));
      const field = fieldName([kind, index, ...path]);
      problems.push({ severity: "error", code, file: record.path, ...record.file.placeOf(offset), field, message });
    }
  };
  const pack = assemblePack(records, report);
  const places: Places = { records, broken, faulty };
  if (pack) problems.push(...checkPack(pack, places));

  const isGood = pack !== null && !problems.some((problem) => problem.severity === "error");
  return { pack: isGood ? inOrder(pack) : null, problems: inPlace(problems, known) };
}

/** Problems in the order of the files, then of their places. */
function inPlace(problems: readonly Problem[], files: readonly PackFile[]): Problem[] {
  const order = new Map(files.map((file, index) => [file.path, index]));
  return problems.toSorted(
    (a, b) =>
      (order.get(a.file) ?? order.size) - (order.get(b.file) ?? order.size) || a.line - b.line || a.column - b.column,
  );
}

type Found = { records: (PlacedRecord & { kind: RecordKind })[]; problems: Problem[] };

/** The records of a file: those of its list, or of `pack` the one record with its topics and types. */
function recordsOf(kind: RecordKind, tree: Tree, file: TreeFile, path: string): Found {
  const found: Found = { records: [], problems: [] };
  const refuse = (at: Tree, field: string, message: string) =>
    found.problems.push({
      severity: "error",
      code: "bad-value",
      file: path,
      ...file.placeOf(at.start),
      field,
      message,
    });
  const addList = (of: RecordKind, list: Tree) => {
    if (list.kind === "list") for (const item of list.items) found.records.push({ kind: of, file, path, tree: item });
    else if (list.kind !== "none") refuse(list, of, "A list of records is expected here.");
  };
  if (kind !== "pack") addList(kind, tree);
  else {
    const record = tree.kind === "list" && tree.items.length === 1 ? tree.items[0]! : tree;
    if (record.kind !== "map") refuse(record, "pack", "One record is expected here.");
    else {
      found.records.push({ kind: "pack", file, path, tree: record });
      for (const part of ["topics", "types"] as const) {
        const list = record.fields.get(part)?.value;
        if (list) addList(part, list);
      }
    }
  }
  return found;
}
