/**
 * A file as a tree of texts with their places. YAML (and so JSON) is read without its types: `2018`, `no` and `1e3` stay the words they are,
 * and each field decides what its words mean. Aliases, anchors, tags and merge keys are refused; depth and size are capped before the parser runs.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from "yaml";
import { syntaxFaults } from "./syntax-words.ts";

/** A node of a file; offsets count UTF-16 units from the start of the file. */
export type Tree =
  | { readonly kind: "none"; readonly start: number; readonly end: number }
  | { readonly kind: "text"; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: "list"; readonly items: readonly Tree[]; readonly start: number; readonly end: number }
  | { readonly kind: "map"; readonly fields: ReadonlyMap<string, Field>; readonly start: number; readonly end: number };

/** A field of a map: where its name stands, and its value. */
export type Field = { readonly nameStart: number; readonly value: Tree };

/** Something wrong with a file as such. */
export type TreeProblem = { readonly code: string; readonly offset: number; readonly message: string };

/** A file that was read: its tree (null when nothing could be made of it), its problems, and lines and columns of its offsets, from 1. */
export type TreeFile = {
  readonly tree: Tree | null;
  readonly problems: readonly TreeProblem[];
  /** Was some of the content lost, so that what refers to it cannot be judged? */
  readonly broken: boolean;
  readonly text: string;
  placeOf(offset: number): { readonly line: number; readonly column: number };
};

/** Five megabytes of text; a larger pack is split into several. */
export const largestFile = 5_000_000;
/** Lists and maps within one another, and indentation; no record of a pack needs a tenth of either. */
const deepest = 32;
const farthestIndent = 160;

/** Reads a file; `isJson` takes tabs for blanks, which YAML would refuse. */
export function readTree(text: string, isJson: boolean): TreeFile {
  const lines = new LineCounter();
  const placeOf = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const refused = (problem: TreeProblem): TreeFile => {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines.addNewLine(at + 1);
    return { tree: null, problems: [problem], broken: true, text, placeOf };
  };
  lines.addNewLine(0);
  if (text.length > largestFile)
    return refused({ code: "too-large", offset: 0, message: `The file has more than ${largestFile} characters.` });
  const depth = depthProblem(text);
  if (depth !== null) return refused({ code: "too-deep", offset: depth, message: "Nested too deeply." });

  lines.lineStarts.length = 0;
  try {
    const document = parseDocument(isJson ? text.replaceAll("\t", " ") : text, {
      lineCounter: lines,
      schema: "failsafe",
      version: "1.2",
      strict: true,
      uniqueKeys: true,
      prettyErrors: false,
      logLevel: "error",
    });
    const problems: TreeProblem[] = [];
    const unread: { offset: number; message: string }[] = [];
    for (const { code, pos, message } of [...document.errors, ...document.warnings]) {
      if (code === "DUPLICATE_KEY")
        problems.push({ code: "duplicate-field", offset: pos[0], message: "This field is given twice." });
      else if (code !== "TAG_RESOLVE_FAILED") unread.push({ offset: pos[0], message });
    }
    for (const fault of syntaxFaults(text, unread)) problems.push({ code: "syntax", ...fault });
    const broken = unread.length > 0;
    const tree = document.contents ? treeOf(document.contents, problems) : null;
    return { tree, problems, broken, text, placeOf };
  } catch (error) {
    if (error instanceof RangeError) return refused({ code: "too-deep", offset: 0, message: "Nested too deeply." });
    throw error;
  }
}

/** What a tree says as plain data: texts, lists, and maps without the fields that are empty. */
export function plain(tree: Tree): unknown {
  switch (tree.kind) {
    case "none":
      return null;
    case "text":
      return tree.text;
    case "list":
      return tree.items.map(plain);
    case "map":
      return Object.fromEntries(
        [...tree.fields]
          .filter(([, { value }]) => value.kind !== "none")
          .map(([name, { value }]) => [name, plain(value)]),
      );
  }
}

function treeOf(node: ParsedNode, problems: TreeProblem[]): Tree {
  const [start, end] = node.range;
  const refuse = (code: string, message: string, offset = start) => problems.push({ code, offset, message });
  if (isAlias(node)) {
    refuse("alias", "Aliases are not used in packs: say it again.");
    return { kind: "text", text: `*${node.source}`, start, end };
  }
  if (node.anchor) refuse("anchor", "Anchors are not used in packs.");
  if (node.tag) refuse("tag", "Tags are not used in packs.");
  if (isScalar(node)) {
    const text = String(node.value ?? "");
    if (node.type === "PLAIN" && (text === "" || text === "~" || text === "null")) return { kind: "none", start, end };
    if (controls.test(text)) refuse("control-character", "The text holds a control character.");
    return { kind: "text", text, start, end };
  }
  if (isSeq(node)) return { kind: "list", items: node.items.map((item) => treeOf(item, problems)), start, end };
  if (!isMap(node)) return { kind: "none", start, end };
  const fields = new Map<string, Field>();
  for (const { key, value } of node.items) {
    const nameStart = key.range[0];
    if (!isScalar(key)) refuse("field-name", "The name of a field must be a word.", nameStart);
    else if (!fields.has(String(key.value)))
      fields.set(String(key.value), {
        nameStart,
        value: value ? treeOf(value, problems) : { kind: "none", start: key.range[1], end: key.range[1] },
      });
  }
  return { kind: "map", fields, start, end };
}

/** Control characters, but for line feed and tab; the database could not store the first of them. */
const controls = /[\p{Cc}--[\n\t]]/v;

/**
 * Where a text is nested or indented too deeply, or null. Brackets are counted wherever they stand, in texts too: the bound is far above
 * what a text needs, and the parser, which knows better, is what this protects.
 */
function depthProblem(text: string): number | null {
  let depth = 0;
  let lead = true;
  let indent = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a) {
      lead = true;
      indent = 0;
      continue;
    }
    // Blanks and the marks of nested lists and maps at the start of a line.
    if (lead) {
      lead = unit === 0x20 || unit === 0x2d || unit === 0x3f || unit === 0x3a;
      if (lead && ++indent > farthestIndent) return at;
    }
    if (unit === 0x5b || unit === 0x7b) {
      if (++depth > deepest) return at;
    } else if ((unit === 0x5d || unit === 0x7d) && depth > 0) depth--;
  }
  return null;
}
