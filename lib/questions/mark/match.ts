/** Marks a match by its right pairs, less what guessing gets right. question-engine 5.6. */
import type { Mark, Pair, Question } from "../question.ts";
import { marked } from "./marked.ts";

/**
 * max(0, (right pairs − e) / (pairs − e)), where e is what guessing gets right on average: prompts over options, so 1 without a spare option
 * and n/(n+1) with one. A prompt or an option that is used twice makes no right pair. Wrong parts are the prompts that are not matched rightly.
 */
export function markMatch(question: Question, pairs: readonly Pair[]): Mark {
  const prompts = question.prompts ?? [];
  const isOnce = (name: keyof Pair, value: string) => pairs.filter((pair) => pair[name] === value).length === 1;
  const right = new Set(
    prompts
      .filter(({ value: prompt }, place) =>
        pairs.some(
          (pair) =>
            pair.prompt === prompt &&
            pair.value === question.key[place] &&
            isOnce("prompt", prompt) &&
            isOnce("value", pair.value),
        ),
      )
      .map(({ value }) => value),
  );
  const count = prompts.length;
  const guessed = count / Math.max(1, question.options.length);
  const fraction = count > guessed ? (right.size - guessed) / (count - guessed) : 0;
  return marked(Math.min(1, Math.max(0, fraction)), {
    wrongParts: prompts.map(({ value }) => value).filter((value) => !right.has(value)),
  });
}
