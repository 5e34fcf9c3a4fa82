/** Names that may be at most two slips apart, found without comparing every pair. */

/**
 * Pairs of indexes [i, j], i < j, of names that may be at an edit distance of 1 or 2 (or equal): none such is missed, others may be named too.
 * A slip touches at most two of the five pieces of a name (a swap may straddle two), so two slips leave one piece whole, moved by at most two
 * letters: a name is a candidate where it holds, at about the same place, a piece of an earlier one of about its length.
 */
export function* closePairs(names: readonly string[]): Generator<[number, number]> {
  const byPiece = new Map<string, number[]>();
  for (const [j, name] of names.entries()) {
    const candidates = new Set<number>();
    for (let length = Math.max(0, name.length - slips); length <= name.length + slips; length++)
      for (const [piece, start, end] of piecesOf(length))
        for (let shift = -slips; shift <= slips; shift++)
          if (start + shift >= 0)
            for (const i of byPiece.get(`${length} ${piece} ${name.slice(start + shift, end + shift)}`) ?? [])
              candidates.add(i);
    for (const i of candidates) yield [i, j];
    for (const [piece, start, end] of piecesOf(name.length)) {
      const key = `${name.length} ${piece} ${name.slice(start, end)}`;
      const group = byPiece.get(key);
      if (group) group.push(j);
      else byPiece.set(key, [j]);
    }
  }
}

const slips = 2;
const pieces = 2 * slips + 1;

/** The pieces of a name of this length: number, start and end. */
function piecesOf(length: number): [number, number, number][] {
  return Array.from({ length: pieces }, (_, piece) => [
    piece,
    Math.floor((length * piece) / pieces),
    Math.floor((length * (piece + 1)) / pieces),
  ]);
}
