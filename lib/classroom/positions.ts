/** Where the right option stands: in each variant as often here as there, and over the variants of one place everywhere in turn. */
import { shuffled } from "../base/random.ts";
import type { Option, Question } from "../questions/question.ts";

/**
 * The wanted position (from 0) of the key for each of these numbers of options, for one variant (from 1): among places with equally many options all positions
 * come equally often, give or take one; and of any run of so many variants a place has every position once. Null where there are fewer than two options.
 */
export function keyPositions(optionCounts: readonly number[], variant: number, seed: string): (number | null)[] {
  const wanted: (number | null)[] = optionCounts.map(() => null);
  for (const [count, places] of Map.groupBy(optionCounts.keys(), (place) => optionCounts[place]!)) {
    if (count < 2) continue;
    const turns = shuffled(
      places.map((_, index) => index % count),
      `${seed} positions of ${count}`,
    );
    places.forEach((place, index) => {
      wanted[place] = (turns[index]! + variant - 1) % count;
    });
  }
  return wanted;
}

/** Where the key stands now, from 0; null where there is not one key among options. */
export function keyPosition({ options, key }: Question): number | null {
  const position = key.length === 1 ? options.findIndex(({ value }) => value === key[0]) : -1;
  return position < 0 ? null : position;
}

/** Do the options have no order of their own? Names have none; dates and numbers ascend, and verdicts stand as they always do. */
export function hasFreeOptions({ kind, options }: Question): boolean {
  return (kind === "choice" || kind === "multi-select") && options.every(({ value }) => /^[eo]:/.test(value));
}

/** The same question with its options in an order of the seed, the key of a choice at a position; as it is where its options have an order of their own. */
export function arranged(question: Question, position: number | null, seed: string): Question {
  if (!hasFreeOptions(question)) return question;
  const [key] = question.key;
  if (question.kind === "multi-select" || position === null || key === undefined)
    return { ...question, options: shuffled(question.options, seed) };
  const options: Option[] = shuffled(
    question.options.filter(({ value }) => value !== key),
    seed,
  );
  options.splice(position, 0, question.options.find(({ value }) => value === key)!);
  return { ...question, options };
}
