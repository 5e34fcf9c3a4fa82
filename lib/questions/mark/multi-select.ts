/** Marks several chosen options: the balanced rule, 0 for ticking everything and for ticking nothing. question-engine 5.4. */
import type { Mark, Question, ValueKey } from "../question.ts";
import { marked } from "./marked.ts";

/**
 * max(0, share of right options chosen − share of wrong options chosen); where the stem announces how many to choose,
 * right choices over that number, each choice beyond it taking one away. Choosing twice is choosing once; what was not offered is wrong.
 */
export function markMultiSelect(question: Question, values: readonly ValueKey[]): Mark {
  const chosen = new Set(values);
  const right = question.options.filter((option) => option.right);
  const wrong = question.options.filter((option) => !option.right);
  const hits = right.filter((option) => chosen.has(option.value)).length;
  const misses = chosen.size - hits;
  const fraction =
    question.choose === null
      ? hits / right.length - (wrong.length === 0 ? misses : misses / wrong.length)
      : (hits - Math.max(0, chosen.size - question.choose)) / question.choose;
  return marked(Math.min(1, Math.max(0, fraction)), {
    wrongParts: question.options
      .filter((option) => option.right !== chosen.has(option.value))
      .map((option) => option.value),
  });
}
