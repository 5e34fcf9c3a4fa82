/**
 * A pack as one text with one hash. The order in which records were written means nothing and is lost here,
 * so that a file can be sorted or split without making a new revision; topics and types keep the author's order, which readers see.
 */
import { canonicalJson } from "../base/canonical.ts";
import { sha256 } from "../base/sha256.ts";
import type { Pack } from "./fact.ts";

/** The canonical JSON of a pack: what a published revision stores. */
export function canonicalPack(pack: Pack): string {
  return canonicalJson(inOrder(pack));
}

/** The SHA-256 of a pack's canonical JSON, in hexadecimal: the name of its revision. */
export function packHash(pack: Pack): string {
  return sha256(canonicalPack(pack));
}

/** A pack from what `canonicalPack` wrote, as text or already parsed (jsonb). Throws on anything that is not a pack. */
export function packFromJson(json: unknown): Pack {
  const value: unknown = typeof json === "string" ? JSON.parse(json) : json;
  if (typeof value !== "object" || value === null) throw new TypeError("packFromJson: not an object");
  const record = value as Readonly<Record<string, unknown>>;
  for (const field of [
    "topics",
    "types",
    "titles",
    "distinct",
    "confirmed",
    "sources",
    "entities",
    "relations",
    "facts",
    "lists",
  ])
    if (!Array.isArray(record[field])) throw new TypeError(`packFromJson: ${field} is not a list`);
  if (typeof record.key !== "string") throw new TypeError("packFromJson: no key");
  return value as Pack;
}

/** The same pack with its records in the order of their keys; the pack itself when they already are. */
export function inOrder(pack: Pack): Pack {
  const sources = byKey(pack.sources);
  const entities = byKey(pack.entities);
  const relations = byKey(pack.relations);
  const facts = byKey(pack.facts);
  const lists = byKey(pack.lists);
  const same =
    sources === pack.sources &&
    entities === pack.entities &&
    relations === pack.relations &&
    facts === pack.facts &&
    lists === pack.lists;
  return same ? pack : { ...pack, sources, entities, relations, facts, lists };
}

function byKey<Item extends { readonly key: string }>(items: readonly Item[]): readonly Item[] {
  const sorted = items.every((item, index) => index === 0 || items[index - 1]!.key <= item.key);
  return sorted ? items : items.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}
