/** The sample class: its quizzes, and who of its simulated learners does what when. All of it follows from the seed. */
import { shuffled } from "../base/random.ts";
import type { Kind } from "../questions/question.ts";
import { type SimulatedLearner, simulatedLearners } from "./simulated.ts";

export type SampleQuiz = {
  readonly title: string;
  readonly kinds: readonly Kind[];
  readonly count: number;
  /** Hours before (negative) or after the class is opened. */
  readonly opensHours: number;
  readonly dueHours: number | null;
  readonly closesHours: number;
};

/** One that is over, with some who were late, and one that runs. No kind in both: no question either, so that the first need not wait for the second to be settled. */
export const sampleQuizzes: readonly SampleQuiz[] = [
  {
    ...{ title: "Sample quiz 1", kinds: ["choice", "true-false", "multi-select"], count: 12 },
    ...{ opensHours: -9 * 24, dueHours: -5 * 24, closesHours: -2 * 24 },
  },
  {
    ...{ title: "Sample quiz 2", kinds: ["typed", "cloze", "order", "match", "timeline"], count: 10 },
    ...{ opensHours: -26, dueHours: null, closesHours: 6 * 24 },
  },
];

/** The 24 learners of a sample class. */
export const sampleLearners = (seed: string): SimulatedLearner[] => simulatedLearners(sampleSize, seed);

/** What a learner does with a quiz. */
export type Doing = {
  readonly does: "hands-in" | "stops-halfway" | "stays-away";
  /** Hours after the quiz opened at which the attempt begins. */
  readonly afterHours: number;
};

/** The same few in every sample class: of a quiz that is over some were late; of one that runs some have not come yet, and one is at it. */
export function doingOf({ opensHours, dueHours }: SampleQuiz, quiz: number, learner: number, seed: string): Doing {
  const place = shuffled([...Array(sampleSize).keys()], `${seed} quiz ${quiz}`).indexOf(learner);
  if (dueHours !== null) return { does: "hands-in", afterHours: place < late ? dueHours - opensHours + 12 : 1 + place };
  const does = place < away ? "stays-away" : place === away ? "stops-halfway" : "hands-in";
  return { does, afterHours: 1 + (place % 22) };
}

const sampleSize = 24;
const [late, away] = [3, 4];

/** How many attempts there are once all have done what they do. */
export function attemptsExpected(seed: string): number {
  const places = [...Array(sampleSize).keys()];
  const begins = (quiz: SampleQuiz, index: number) =>
    places.filter((learner) => doingOf(quiz, index, learner, seed).does !== "stays-away").length;
  return sampleQuizzes.reduce((sum, quiz, index) => sum + begins(quiz, index), 0);
}
