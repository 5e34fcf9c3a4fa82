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

const known = new WeakMap<Pack, Map<string, ReadonlySet<string>>>();

/**
 * Whether one may be, or be part of, the other. "May be" does not chain: of two officials who may each be the adviser of a caption neither
 * may be the other.
 */
export function areKin(pack: Pack, a: string, b: string): boolean {
  const kin = known.get(pack) ?? kinsfolk(pack);
  known.set(pack, kin);
  return kin.get(a)!.has(b);
}

/** For everything what may be it, with the parts and wholes of that; and everything of which it may be a part or a whole under another name. */
function kinsfolk(pack: Pack): Map<string, ReadonlySet<string>> {
  const keys = pack.entities.map(({ key }) => key);
  const same = new Map(keys.map((key) => [key, new Set([key, ...entityOf(pack, key).overlaps])]));
  for (const key of keys) for (const other of entityOf(pack, key).overlaps) same.get(other)!.add(key);
  const above = new Map(keys.map((key) => [key, wholes(pack, key)]));
  const isPart = (x: string, y: string) => above.get(x)!.has(y) || above.get(y)!.has(x);
  const isKin = (a: string, b: string) => [...same.get(a)!].some((x) => x === b || isPart(x, b));
  return new Map(keys.map((key) => [key, new Set(keys.filter((one) => isKin(key, one) || isKin(one, key)))]));
}

/** The wholes that something is part of, and their wholes. */
function wholes(pack: Pack, key: string): Set<string> {
  const found = new Set<string>();
  const visit = (one: string) => {
    for (const whole of entityOf(pack, one).partOf)
      if (!found.has(whole)) {
        found.add(whole);
        visit(whole);
      }
  };
  visit(key);
  return found;
}

const byKey = new WeakMap<Pack, Map<string, Entity>>();

/** The entity of a key; throws when there is none. */
export function entityOf(pack: Pack, key: string): Entity {
  const entities = byKey.get(pack) ?? new Map(pack.entities.map((one) => [one.key, one]));
  byKey.set(pack, entities);
  const found = entities.get(key);
  if (!found) throw new Error(`no entity ${key}`);
  return found;
}

/** The same claim, word for word. */
export function isSame(a: Value, b: Value): boolean {
  if (a.kind === "entity" && b.kind === "entity") return a.entity === b.entity;
  if (a.kind === "date" && b.kind === "date") return a.when.edtf === b.when.edtf;
  if (a.kind === "number" && b.kind === "number")
    return a.number === b.number && a.qualifier === b.qualifier && a.unit === b.unit;
  if (a.kind === "limit" && b.kind === "limit") return a.limit === b.limit && a.of === b.of;
  return a.kind === "vague" && b.kind === "vague" && a.text === b.text;
}

/** Surely different claims: never both right of the same thing. Vague words are apart from nothing. */
export function areApart(pack: Pack, a: Value, b: Value): boolean {
  if (a.kind === "entity" && b.kind === "entity") return !areKin(pack, a.entity, b.entity);
  if (a.kind === "date" && b.kind === "date") return apart(a.when, b.when);
  if (a.kind === "number" && b.kind === "number") return areOfOneUnit(a, b) && apart(allowed(a), allowed(b));
  if (a.kind === "limit" && b.kind === "limit") return a.limit === b.limit && a.of !== b.of;
  return false;
}

/** An exact number stands in a question without its unit. */
function areOfOneUnit(a: { readonly unit: string }, b: { readonly unit: string }): boolean {
  return a.unit === b.unit || a.unit === "" || b.unit === "";
}

/** The numbers that a qualifier allows (R8). */
export function allowed({ number, qualifier }: Extract<Value, { kind: "number" }>): { first: number; last: number } {
  const least = Number.EPSILON * Math.max(1, Math.abs(number));
  switch (qualifier) {
    case "exact":
      return { first: number, last: number };
    case "about": {
      // Two of the last digit given (5.3: about 382 is 380 to 384), or a twentieth where that is more.
      const decimals = String(number).split(".")[1]?.length ?? 0;
      const margin = Math.max(2 / 10 ** decimals, Math.abs(number) / 20);
      return { first: number - margin, last: number + margin };
    }
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
