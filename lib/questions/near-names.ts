/** Names that could be taken for another's: what marking must know beside the key, so that it needs no pack. */
import type { Entity } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { labelsOf, plainName } from "../facts/names.ts";
import { entityKey, type ValueKey } from "../facts/value.ts";
import { editDistance } from "./mark/distance.ts";

/** A name of another entity. */
export type NearName = { readonly value: ValueKey; readonly text: string };

/** Greatest distance of a near name: twice the slips that are allowed in a long name. */
export const nearDistance = 4;

/** All strings by which an entity may be answered: its labels, with and without a bracketed abbreviation, given name and surname. */
export function namesOfEntity(entity: Entity): string[] {
  const bracket = /^(.*) \(([^()]+)\)$/.exec(entity.name);
  const names = [...labelsOf(entity), ...(bracket ? [bracket[1]!, bracket[2]!] : [])];
  if (entity.given !== null && entity.surname !== null) names.push(`${entity.given} ${entity.surname}`);
  if (entity.given !== null) for (const head of entity.surnameHeads) names.push(`${entity.given} ${head}`);
  return [...new Set(names)];
}

/**
 * Names of other entities of the type that are equal to one of the accepted strings or at most `nearDistance` from it, in the order of
 * their entities. In a type of very many names those up to half the distance are found for sure: no name of another is ever accepted.
 */
export function nearNames(facts: Facts, entity: Entity, accepted: readonly string[]): NearName[] {
  const index = indexOf(facts, entity.type);
  const found = new Set<Name>();
  for (const text of new Set(accepted.map(plainName)))
    for (const name of index.around(text))
      if (name.entity !== entity.key && editDistance(name.folded, text, nearDistance) <= nearDistance) found.add(name);
  return [...found]
    .toSorted((a, b) => a.place - b.place)
    .map(({ entity: key, text }) => ({ value: entityKey(key), text }));
}

type Name = { readonly entity: string; readonly text: string; readonly folded: string; readonly place: number };
type NameIndex = { around(text: string): Iterable<Name> };

const indexes = new WeakMap<Facts, Map<string, NameIndex>>();

/** Up to so many names are simply compared one by one. */
const fewNames = 600;

function indexOf(facts: Facts, type: string): NameIndex {
  let known = indexes.get(facts);
  if (!known) {
    known = new Map();
    indexes.set(facts, known);
  }
  let index = known.get(type);
  if (!index) {
    const names: Name[] = [];
    for (const entity of facts.entitiesOfType(type))
      for (const text of namesOfEntity(entity))
        names.push({ entity: entity.key, text, folded: plainName(text), place: names.length });
    index = names.length <= fewNames ? { around: () => names } : piecesOf(names);
    known.set(type, index);
  }
  return index;
}

/**
 * Names by pieces: cut into three, two slips leave one piece whole and at most two places off. So a look-up of the query's own pieces
 * finds every name at distance 2, at a cost that hardly grows with their number. Pieces that very many names share are passed over
 * only where another piece of the same cut is rarer.
 */
function piecesOf(names: readonly Name[]): NameIndex {
  const byPiece = new Map<string, Name[]>();
  for (const name of names)
    for (const [piece, start, length] of cuts(name.folded)) {
      const place = `${name.folded.length} ${piece} ${name.folded.slice(start, start + length)}`;
      const group = byPiece.get(place);
      if (group) group.push(name);
      else byPiece.set(place, [name]);
    }
  return {
    around(text) {
      const found = new Set<Name>();
      for (let length = Math.max(1, text.length - 2); length <= text.length + 2; length++)
        for (const [piece, start, size] of cuts("x".repeat(length)))
          for (let shift = -2; shift <= 2; shift++) {
            if (start + shift < 0) continue;
            const part = text.slice(start + shift, start + shift + size);
            if (part.length === size)
              for (const name of byPiece.get(`${length} ${piece} ${part}`) ?? []) found.add(name);
          }
      return found;
    },
  };
}

/** Three pieces of nearly equal length: number, start and length of each. */
function cuts(text: string): [number, number, number][] {
  const size = Math.ceil(text.length / 3);
  return [0, 1, 2]
    .map((piece): [number, number, number] => [piece, piece * size, Math.min(size, text.length - piece * size)])
    .filter(([, , length]) => length > 0);
}
