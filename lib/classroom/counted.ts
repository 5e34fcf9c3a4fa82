/** The score of several attempts. */
import { meanOf } from "./score.ts";
import type { Counts } from "./terms.ts";

/** An attempt that was handed in; `number` counts from 1. */
type Scored = { readonly number: number; readonly score: number };

/** The score that counts, and the attempts that make it; of equal highest ones the first. Null when none was handed in. */
export function countedOf(
  attempts: readonly Scored[],
  counts: Counts,
): { readonly score: number; readonly numbers: readonly number[] } | null {
  const made = attempts.toSorted((a, b) => a.number - b.number);
  const [first] = made;
  const last = made.at(-1);
  if (!first || !last) return null;
  const one = ({ number, score }: Scored) => ({ score, numbers: [number] });
  switch (counts) {
    case "first":
      return one(first);
    case "latest":
      return one(last);
    case "highest":
      return one(made.reduce((best, each) => (each.score > best.score ? each : best)));
    case "average":
      return { score: meanOf(made.map(({ score }) => score)), numbers: made.map(({ number }) => number) };
  }
}
