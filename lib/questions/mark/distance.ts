/** How many slips of the pen lie between two words: letters left out, added, exchanged, or two neighbours swapped. */

/** Counts what was computed, so that a test can bound the work instead of timing it. */
export type Tally = { cells: number };

/**
 * The edit distance with swaps of neighbours (Damerau–Levenshtein, no stretch edited twice), exact up to `atMost`;
 * anything greater is `atMost + 1`. Computes a band of 2·atMost + 1 cells a row and stops when a row exceeds the bound.
 */
export function editDistance(left: string, right: string, atMost: number, tally?: Tally): number {
  const over = atMost + 1;
  if (Math.abs(left.length - right.length) > atMost) return over;
  if (left === right) return 0;
  let beforeLast: number[] = [];
  let last: number[] = [];
  let current: number[] = [];
  for (let column = 0; column <= Math.min(right.length, over); column++) last[column] = column;
  for (let row = 1; row <= left.length; row++) {
    const from = Math.max(1, row - atMost);
    const to = Math.min(right.length, row + atMost);
    // The cells beside the band stand for "too far"; the rows are used again, so they are written each time.
    current[from - 1] = from === 1 && row <= atMost ? row : over;
    let least = current[from - 1]!;
    for (let column = from; column <= to; column++) {
      const same = left[row - 1] === right[column - 1];
      let cell = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1), over);
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1])
        cell = Math.min(cell, beforeLast[column - 2]! + 1);
      current[column] = cell;
      least = Math.min(least, cell);
    }
    current[to + 1] = over;
    if (tally) tally.cells += to - from + 1;
    // A swap reaches back two rows, but then the row between is within the bound as well.
    if (least > atMost) return over;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return last[right.length]!;
}
