/** One record of a file: every field read on its own, every fault with its place, and the weakest value where one is at fault. */
import type { z } from "zod";
import { didYouMean } from "./nearest.ts";
import type { PlacedRecord } from "./places.ts";
import { plain, type Tree } from "./tree.ts";

type Shape = Readonly<Record<string, z.ZodType>>;
type Output<Fields extends Shape> = { [Name in keyof Fields]: z.output<Fields[Name]> };

/** What fields are taken for that are missing or at fault. */
export type Weakest<Fields extends Shape> = Output<Fields>;

/** A fault of a field: where it stands in the file, and the path from the record to it. */
export type FieldProblem = {
  readonly code: string;
  readonly offset: number;
  readonly path: readonly (string | number)[];
  readonly message: string;
};

/** Reads a record by the schema of its fields. `weakest` says what a field is taken for that is missing or at fault. */
export function readRecord<Fields extends Shape>(
  { tree }: PlacedRecord,
  fields: Fields,
  weakest: Weakest<Fields>,
  problems: FieldProblem[],
): Output<Fields> {
  const given: ReadonlyMap<string, { readonly nameStart: number; readonly value: Tree }> =
    tree.kind === "map" ? tree.fields : new Map();
  if (tree.kind !== "map")
    problems.push({ code: "bad-value", offset: tree.start, path: [], message: "A record of fields is expected here." });
  for (const [name, { nameStart }] of given)
    if (!Object.hasOwn(fields, name)) problems.push(unknownField(name, nameStart, [name], Object.keys(fields)));

  const record: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(fields)) {
    const value = given.get(name)?.value;
    if (value) problems.push(...emptyUnknowns(value, name, [name]));
    const input = value && value.kind !== "none" ? plain(value) : undefined;
    const read = schema.safeParse(input);
    if (read.success) {
      record[name] = read.data;
      continue;
    }
    if (tree.kind === "map")
      for (const issue of read.error.issues) problems.push(...problemsOf(issue, name, input, value ?? tree));
    record[name] = name === "key" && typeof input === "string" ? input : weakest[name];
  }
  return record as Output<Fields>;
}

function problemsOf(issue: z.core.$ZodIssue, name: string, input: unknown, value: Tree): FieldProblem[] {
  if (issue.code === "invalid_union") {
    // The spellings of one field: the words that are neither `open` nor `unknown` were meant as a date.
    const last = issue.errors.at(-1)?.[0];
    if (last) return problemsOf({ ...last, path: [...issue.path, ...last.path] }, name, input, value);
  }
  const parts = issue.path.filter((part) => typeof part !== "symbol");
  const path = [name, ...parts];
  const { tree, found } = at(value, parts);
  if (issue.code === "unrecognized_keys") {
    const fields: ReadonlyMap<string, { readonly nameStart: number }> = tree.kind === "map" ? tree.fields : new Map();
    return issue.keys.map((key) =>
      unknownField(key, fields.get(key)?.nameStart ?? tree.start, [...path, key], knownBeside[name] ?? []),
    );
  }
  if (input === undefined || !found)
    return [{ code: "missing-field", offset: tree.start, path, message: `${path.at(-1)} is missing.` }];
  const params = issue.code === "custom" ? (issue.params as { code?: string } | undefined) : undefined;
  const suggestion =
    issue.code === "invalid_value" && tree.kind === "text" && !issue.message.includes("Did you mean")
      ? didYouMean(tree.text, issue.values.map(String))
      : "";
  return [{ code: params?.code ?? "bad-value", offset: tree.start, path, message: `${issue.message}${suggestion}` }];
}

/**
 * Unknown fields without a value, in the maps of a field: what stands behind a comma (`at: Keepers, line 4`; `number: 4,000`) is one to
 * YAML. The schema sees only those that have a value.
 */
function emptyUnknowns(value: Tree, name: string, path: readonly (string | number)[]): FieldProblem[] {
  const known = knownBeside[name];
  if (!known) return [];
  if (value.kind === "list") return value.items.flatMap((item, index) => emptyUnknowns(item, name, [...path, index]));
  if (value.kind !== "map") return [];
  let before: Tree | null = null;
  return [...value.fields].flatMap(([field, { nameStart, value: held }]) => {
    const figure = before?.kind === "text" ? before.text : "";
    before = held;
    if (held.kind !== "none" || known.includes(field)) return [];
    const problem = unknownField(field, nameStart, [...path, field], known);
    const isThousands = /^\d+$/.test(figure) && /^\d{3}$/.test(field);
    if (!isThousands) return [problem];
    return [{ ...problem, message: `There is no field ${field} here. Write ${figure}${field}, without a comma.` }];
  });
}

function unknownField(
  name: string,
  offset: number,
  path: readonly (string | number)[],
  known: readonly string[],
): FieldProblem {
  const hint =
    /\s/.test(name) || known.length === 0
      ? " A text that holds a comma or a colon needs quotes."
      : didYouMean(name, known);
  const message = `There is no field ${name} here.${hint}`;
  return { code: "unknown-field", offset, path, message };
}

/** The fields of the maps within records. */
const knownBeside: Readonly<Record<string, readonly string[]>> = {
  o: ["date", "number", "qualifier", "unit", "vague"],
  cite: ["source", "at"],
  closed: ["subject", "object", "from", "as_of", "source", "at"],
  clause: ["past", "question"],
  confirmed: ["warning", "keys", "because"],
  document: ["sha256", "licence", "file", "from"],
};

/** The part of a field at a path, or the nearest that holds it; a single thing that stands for a list is its own item 0. */
function at(value: Tree, parts: readonly (string | number)[]): { tree: Tree; found: boolean } {
  let tree = value;
  for (const part of parts) {
    let next: Tree | undefined;
    if (typeof part === "number") next = tree.kind === "list" ? tree.items[part] : part === 0 ? tree : undefined;
    else if (tree.kind === "map") next = tree.fields.get(part)?.value;
    if (!next || next.kind === "none") return { tree, found: false };
    tree = next;
  }
  return { tree, found: true };
}
