/** What words and values may denote: R5 (every entity a label can name), R6 (parts, wholes, other names), R8 (what a qualifier allows). */
import { apart } from "./calendar.ts";
import type { Entity, Pack, Value } from "./pack.ts";

/** Lower case, without article, accents and punctuation. */
export function folded(text: string): string {
  const known = folds.get(text);
  if (known !== undefined) return known;
  const fold = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^(the|a|an) /, "");
  folds.set(text, fold);
  return fold;
}

const folds = new Map<string, string>();

/** All entities that a text can name. */
export function named(pack: Pack, text: string): Entity[] {
  return pack.entities.filter(({ names }) => names.some((name) => folded(name) === folded(text)));
}

/** Itself, and what it may be another name of. */
function sameThing(pack: Pack, key: string): string[] {
  return pack.entities
    .filter((one) => one.key === key || one.overlaps.includes(key) || entityOf(pack, key).overlaps.includes(one.key))
    .map((one) => one.key);
}

/** The wholes that something is part of, and their wholes. */
function wholes(pack: Pack, key: string): string[] {
  const found: string[] = [];
  const visit = (one: string) => {
    for (const whole of entityOf(pack, one).partOf)
      if (!found.includes(whole)) {
        found.push(whole);
        visit(whole);
      }
  };
  visit(key);
  return found;
}

const known = new WeakMap<Pack, Map<string, boolean>>();

/**
 * Whether one may be, or be part of, the other. "May be" does not chain: of two officials who may each be the adviser of a caption neither
 * may be the other.
 */
export function areKin(pack: Pack, a: string, b: string): boolean {
  const seen = known.get(pack) ?? new Map<string, boolean>();
  known.set(pack, seen);
  const pair = a < b ? `${a} ${b}` : `${b} ${a}`;
  let found = seen.get(pair);
  if (found === undefined) {
    const isPart = (x: string, y: string) => wholes(pack, x).includes(y) || wholes(pack, y).includes(x);
    found =
      sameThing(pack, a).some((x) => x === b || isPart(x, b)) ||
      sameThing(pack, b).some((y) => y === a || isPart(a, y));
    seen.set(pair, found);
  }
  return found;
}

/** The entity of a key; throws when there is none. */
export function entityOf(pack: Pack, key: string): Entity {
  const found = pack.entities.find((one) => one.key === key);
  if (!found) throw new Error(`no entity ${key}`);
  return found;
}

/** The same claim, word for word. */
export function isSame(a: Value, b: Value): boolean {
  if (a.kind === "entity" && b.kind === "entity") return a.entity === b.entity;
  if (a.kind === "date" && b.kind === "date") return a.when.edtf === b.when.edtf;
  if (a.kind === "number" && b.kind === "number")
    return a.number === b.number && a.qualifier === b.qualifier && a.unit === b.unit;
  return a.kind === "vague" && b.kind === "vague" && a.text === b.text;
}

/** Surely different claims: never both right of the same thing. Vague words are apart from nothing. */
export function areApart(pack: Pack, a: Value, b: Value): boolean {
  if (a.kind === "entity" && b.kind === "entity") return !areKin(pack, a.entity, b.entity);
  if (a.kind === "date" && b.kind === "date") return apart(a.when, b.when);
  if (a.kind === "number" && b.kind === "number") return apart(allowed(a), allowed(b));
  return false;
}

/** The numbers that a qualifier allows. */
function allowed({ number, qualifier }: Extract<Value, { kind: "number" }>): { first: number; last: number } {
  const least = Number.EPSILON * Math.max(1, Math.abs(number));
  switch (qualifier) {
    case "exact":
      return { first: number, last: number };
    case "about":
      return { first: number * 0.9, last: number * 1.1 };
    case "more_than":
      return { first: number + least, last: Infinity };
    case "at_least":
      return { first: number, last: Infinity };
    case "less_than":
      return { first: -Infinity, last: number - least };
    case "at_most":
      return { first: -Infinity, last: number };
    default:
      throw new Error(`no qualifier ${qualifier}`);
  }
}
