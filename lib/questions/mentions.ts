/** Where a sentence names the things that it is about, so that each name can lead to its thing. */
import type { Facts } from "../facts/facts.ts";
import { printedForms } from "../facts/names.ts";

/** A piece of a sentence: words, or the name of an entity. */
export type Piece = { readonly text: string; readonly entity: string | null };

/** The sentence in pieces, each of the entities at its first mention, as far as it stands there under a name of its own. */
export function piecesOfSentence(facts: Facts, sentence: string, entities: readonly string[]): Piece[] {
  let pieces: readonly Piece[] = [{ text: sentence, entity: null }];
  for (const key of entities) {
    const entity = facts.entity(key);
    const names = [...printedForms(entity), ...(entity.surname === null ? [] : [entity.surname])];
    for (const name of names) {
      const split = splitAt(pieces, name, key);
      pieces = split ?? pieces;
      if (split) break;
    }
  }
  return [...pieces];
}

/** The pieces with the first mention of a name as a piece of its own; null where there is none. */
function splitAt(pieces: readonly Piece[], name: string, entity: string): Piece[] | null {
  const words = name.toLowerCase();
  for (const [index, { text, entity: named }] of pieces.entries()) {
    const at = named === null ? wordsAt(text.toLowerCase(), words) : -1;
    if (at < 0) continue;
    const split: Piece[] = [
      { text: text.slice(0, at), entity: null },
      { text: text.slice(at, at + words.length), entity },
      { text: text.slice(at + words.length), entity: null },
    ];
    return pieces.toSpliced(index, 1, ...split.filter((piece) => piece.text !== ""));
  }
  return null;
}

/** Where the words stand in a text as whole words; -1 where they do not. */
function wordsAt(text: string, words: string): number {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + words.length])) return at;
  return -1;
}

const isLetter = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
