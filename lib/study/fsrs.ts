/**
 * The memory model FSRS-6, behind four futures: give a memory (or none), the days elapsed and the parameters; take one.
 * The only file that imports ts-fsrs. Days are counted by the caller on the learner's calendar; ts-fsrs counts UTC dates, which is
 * why its schedulers are not used. Nothing is random: no fuzz. Numbers checked against fsrs-rs and py-fsrs in tests/golden/fsrs.
 */
import { FSRSAlgorithm } from "ts-fsrs";
import type { Rating } from "../questions/question.ts";
import type { MemoryParameters } from "./event.ts";

// Importing ts-fsrs writes four methods on Date.prototype that nothing here uses; they are taken off again.
for (const name of ["scheduler", "diff", "format", "dueFormat"]) Reflect.deleteProperty(Date.prototype, name);

/** What is remembered of a card: days until recall falls to 0.9 (> 0), and difficulty, 1..10. */
export type Memory = { readonly stability: number; readonly difficulty: number };

/** A memory after a rating, and the days until recall falls to the desired retention: at least 1. */
export type Future = Memory & { readonly intervalDays: number };

/** The weights that come with FSRS-6, fitted on some hundred million reviews; recall is to stay at 90 %. */
export const defaultParameters: MemoryParameters = {
  epoch: 0,
  weights: [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
    0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ],
  desiredRetention: 0.9,
  caps: true,
};

/**
 * What each rating would make of a memory after so many learner's days (≥ 0; 0 is the same day, which has its own formula).
 * Intervals keep the order of the buttons as in ts-fsrs and Anki: hard ≤ good < easy, and hard < good on a later day.
 */
export function futures(
  memory: Memory | null,
  elapsedDays: number,
  parameters: MemoryParameters,
): Readonly<Record<Rating, Future>> {
  const algorithm = algorithmOf(parameters);
  const next = (grade: number): Future => {
    const { stability, difficulty } = algorithm.next_state(memory, elapsedDays, grade);
    return { stability, difficulty, intervalDays: algorithm.next_interval(stability, elapsedDays) };
  };
  const again = next(1);
  let [hard, good, easy] = [next(2), next(3), next(4)];
  hard = { ...hard, intervalDays: Math.min(hard.intervalDays, good.intervalDays) };
  if (memory && elapsedDays > 0) good = { ...good, intervalDays: Math.max(good.intervalDays, hard.intervalDays + 1) };
  easy = { ...easy, intervalDays: Math.max(easy.intervalDays, good.intervalDays + 1) };
  return { again, hard, good, easy };
}

/**
 * Chance of recall after `elapsedDays` for a memory of that stability (days, > 0); 1 at day 0, 0.9 when the two are equal.
 * FSRS-6, "The Algorithm", §Retrievability.
 */
export function retrievability(stability: number, elapsedDays: number, parameters: MemoryParameters): number {
  return algorithmOf(parameters).forgetting_curve(elapsedDays, stability);
}

/** One machine per set of weights and retention: making one costs more than many steps of it. */
const algorithms = new WeakMap<readonly number[], Map<number, FSRSAlgorithm>>();

function algorithmOf({ weights, desiredRetention }: MemoryParameters): FSRSAlgorithm {
  let byRetention = algorithms.get(weights);
  if (!byRetention) {
    byRetention = new Map();
    algorithms.set(weights, byRetention);
  }
  let algorithm = byRetention.get(desiredRetention);
  if (!algorithm) {
    algorithm = new FSRSAlgorithm({
      w: weights,
      request_retention: desiredRetention,
      maximum_interval: 36_500,
      enable_fuzz: false,
      enable_short_term: true,
    });
    byRetention.set(desiredRetention, algorithm);
  }
  return algorithm;
}
