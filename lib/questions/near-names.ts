/** Names that could be taken for another's: what marking must know beside the key, so that it needs no pack. */
import type { Entity } from "../facts/fact.ts";
import type { Facts } from "../facts/facts.ts";
import { labelsOf, plainName } from "../facts/names.ts";
import { entityKey, type ValueKey } from "../facts/value.ts";
import { editDistance } from "./mark/distance.ts";
import { slipsAllowed } from "./mark/slips.ts";

/** A name of another entity, or one of the key's that is not among those accepted. */
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
 * Names of other entities of the type that are equal to one of the accepted strings, at most `nearDistance` from it or longer by whole words, in the
 * order of their entities. In a type of very many names, those at most two slips away, as far as slips are allowed at all: every name that is as near to a
 * response as the key, where one slip is allowed. The nearest are enough, but every name within the slips themselves is among them.
 */
export function nearNames(facts: Facts, entity: Entity, accepted: readonly string[]): NearName[] {
  const index = indexOf(facts, entity.type);
  const found = new Map<Name, number>();
  for (const text of new Set(accepted.map(plainName))) {
    const radius = index.isLarge
      ? Math.min(largeDistance, 2 * slipsAllowed(lettersOf(text), /\d/.test(text)))
      : nearDistance;
    const letters = lettersIn(text);
    for (const group of index.around(text))
      for (let at = 0; at < group.names.length; at++) {
        const name = group.names[at]!;
        if (name.entity === entity.key) continue;
        const isWithin = ` ${name.folded} `.includes(` ${text} `);
        // An edit adds or takes away at most two letters of the alphabet that a name has: a comparison of bits spares most distances.
        if (!isWithin && bits(group.letters[at]! ^ letters) > 2 * radius) continue;
        const distance = isWithin
          ? Math.min(radius, name.folded.length - text.length)
          : editDistance(name.folded, text, radius);
        if (distance <= Math.min(radius, found.get(name) ?? radius)) found.set(name, distance);
      }
  }
  const nearest = [...found].toSorted(([a, x], [b, y]) => x - y || a.place - b.place);
  const kept = nearest.filter(([, distance], place) => place < mostNear || distance <= nearDistance / 2);
  return kept
    .toSorted(([a], [b]) => a.place - b.place)
    .map(([{ entity: key, text }]) => ({ value: entityKey(key), text }));
}

/** What the index of a large type promises to find. */
const largeDistance = 2;

type Name = {
  readonly entity: string;
  readonly text: string;
  readonly folded: string;
  readonly place: number;
};

/** Names, and for each which letters it has, as a set of bits. */
type NameGroup = { readonly names: Name[]; readonly letters: number[] };

type NameIndex = { readonly isLarge: boolean; around(text: string): readonly NameGroup[] };

const indexes = new WeakMap<Facts, Map<string, NameIndex>>();

/** Up to so many names of a type are simply compared one by one. */
const fewNames = 600;

/** Names beyond these add nothing: a response that is far from the key is wrong, whoever else it resembles. */
const mostNear = 48;

function indexOf(facts: Facts, type: string): NameIndex {
  let known = indexes.get(facts);
  if (!known) {
    known = new Map();
    indexes.set(facts, known);
  }
  let index = known.get(type);
  if (!index) {
    const all: NameGroup = { names: [], letters: [] };
    for (const entity of facts.entitiesOfType(type))
      for (const text of namesOfEntity(entity)) {
        const name = plainName(text);
        all.names.push({ entity: entity.key, text, folded: name, place: all.names.length });
        all.letters.push(lettersIn(name));
      }
    index = all.names.length <= fewNames ? { isLarge: false, around: () => [all] } : piecesOf(all);
    known.set(type, index);
  }
  return index;
}

/**
 * Names by pieces: cut into three, two slips leave one piece whole and at most two places off. So a look-up of the query's own pieces
 * finds every name at distance 2, at a cost that hardly grows with their number.
 */
function piecesOf({ names, letters }: NameGroup): NameIndex {
  const byPiece = new Map<string, NameGroup>();
  names.forEach((name, at) => {
    for (const { piece, start, end } of cuts(name.folded.length)) {
      const place = `${name.folded.length} ${piece} ${name.folded.slice(start, end)}`;
      const group = byPiece.get(place);
      if (group) {
        group.names.push(name);
        group.letters.push(letters[at]!);
      } else byPiece.set(place, { names: [name], letters: [letters[at]!] });
    }
  });
  return {
    isLarge: true,
    around(text) {
      const groups: NameGroup[] = [];
      for (let length = Math.max(1, text.length - 2); length <= text.length + 2; length++)
        for (const { piece, start, end } of cuts(length))
          for (let shift = -2; shift <= 2; shift++) {
            if (start + shift < 0 || end + shift > text.length) continue;
            const group = byPiece.get(`${length} ${piece} ${text.slice(start + shift, end + shift)}`);
            if (group) groups.push(group);
          }
      return groups;
    },
  };
}

/** Three pieces of a length, as even as can be; empty ones are left out. */
function cuts(length: number): { piece: number; start: number; end: number }[] {
  return [0, 1, 2]
    .map((piece) => ({ piece, start: Math.floor((piece * length) / 3), end: Math.floor(((piece + 1) * length) / 3) }))
    .filter(({ start, end }) => end > start);
}

function lettersOf(text: string): number {
  return text.replaceAll(" ", "").length;
}

/** One bit for each letter a–z that a text has, the same bit for what is not of the alphabet. */
function lettersIn(text: string): number {
  let letters = 0;
  for (let index = 0; index < text.length; index++) {
    const place = text.charCodeAt(index) - 97;
    letters |= 1 << (place >= 0 && place < 26 ? place : 26);
  }
  return letters;
}

/** How many bits are set. */
function bits(set: number): number {
  let rest = set - ((set >>> 1) & 0x5555_5555);
  rest = (rest & 0x3333_3333) + ((rest >>> 2) & 0x3333_3333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
