/** Marks an order by the pairs that stand right: Kendall's tau, floored at 0. question-engine 5.5. */
import type { Mark, Question, ValueKey } from "../question.ts";
import { marked } from "./marked.ts";

/**
 * max(0, 2 · right pairs / all pairs − 1). Wrong parts are the values outside the longest run in right relative order,
 * because only they need to move. A value that is missing or was not offered stands in no right pair; repeats are dropped.
 */
export function markOrder(question: Question, values: readonly ValueKey[]): Mark {
  const count = question.key.length;
  const ranks = [...new Set(values)].map((value) => question.key.indexOf(value)).filter((rank) => rank !== -1);
  let rightPairs = 0;
  for (let later = 1; later < ranks.length; later++)
    for (let earlier = 0; earlier < later; earlier++) if (ranks[earlier]! < ranks[later]!) rightPairs++;
  const allPairs = (count * (count - 1)) / 2;
  const fraction = allPairs === 0 ? ranks.length : Math.max(0, (2 * rightPairs) / allPairs - 1);
  const run = new Set(longestRun(ranks));
  return marked(fraction, {
    notes: run.size < count ? ["longest-run"] : [],
    wrongParts: question.key.filter((_, rank) => !run.has(rank)),
    longestRun: run.size,
  });
}

/** The longest ascending subsequence; of several, the one that ends first. Quadratic: an order has at most a dozen items. */
function longestRun(ranks: readonly number[]): number[] {
  const runs: number[][] = [];
  let best: number[] = [];
  for (const [index, rank] of ranks.entries()) {
    let before: number[] = [];
    for (let earlier = 0; earlier < index; earlier++)
      if (ranks[earlier]! < rank && runs[earlier]!.length > before.length) before = runs[earlier]!;
    runs.push([...before, rank]);
    if (before.length + 1 > best.length) best = runs[index]!;
  }
  return best;
}
