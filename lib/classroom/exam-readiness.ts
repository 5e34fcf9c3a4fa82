/** How ready a class is for its exam: what it will recall on that day, from its own quizzes alone and never by student. */
import type { Rating } from "../questions/question.ts";
import { type Day, daysBetween } from "../study/day.ts";
import { defaultParameters, futures, type Memory, retrievability } from "../study/fsrs.ts";
import { mean, sumOf } from "./statistics.ts";

/** A review that a quiz of the class made of somebody's answer. */
export type QuizReview = {
  readonly student: string;
  /** Pack and fact. */
  readonly fact: string;
  readonly direction: string;
  readonly rating: Rating;
  readonly day: Day;
};

/** Of fewer students nothing is said: what is said of few is said of each. */
export const fewestShown = 5;

/** From which share on a fact is in a band, the highest first. */
export const bands = [
  { band: "recalled", from: 0.8 },
  { band: "shaky", from: 0.5 },
  { band: "forgotten", from: 0 },
] as const;
export type Band = (typeof bands)[number]["band"];

export type ReadyFact = {
  readonly fact: string;
  /** At least `fewestShown`. */
  readonly students: number;
  /** Of them so large a share is expected to recall it on the day, 0..1. */
  readonly share: number;
  readonly band: Band;
};

export type ExamReadiness = {
  readonly students: number;
  /** Expected share recalled of all that was asked, 0..1. */
  readonly share: number;
  /** The least known first. */
  readonly facts: readonly ReadyFact[];
  /** Facts that fewer than `fewestShown` students were asked; nothing else is said of them. */
  readonly hidden: number;
};

/**
 * What is to be expected on a day, by FSRS with its usual weights from the quizzes' reviews, as if nobody studied in between; a fact asked in several directions counts
 * with their mean. "too-few": fewer than `fewestShown` students were asked anything, or no fact was asked of so many.
 */
export function examReadiness(reviews: readonly QuizReview[], examOn: Day): ExamReadiness | "too-few" {
  const byStudent = Map.groupBy(reviews, ({ student }) => student);
  if (byStudent.size < fewestShown) return "too-few";
  const recalls = [...byStudent.values()].flatMap((own) =>
    [...Map.groupBy(own, ({ fact }) => fact)].map(([fact, of]) => {
      const directions = [...Map.groupBy(of, ({ direction }) => direction).values()];
      return { fact, recall: mean(directions.map((each) => recallOn(each, examOn))) ?? 0 };
    }),
  );
  const byFact = [...Map.groupBy(recalls, ({ fact }) => fact)];
  const shown = byFact.filter(([, own]) => own.length >= fewestShown);
  if (shown.length === 0) return "too-few";
  const facts = shown.map(([fact, own]): ReadyFact => {
    const share = sumOf(own.map(({ recall }) => recall)) / own.length;
    return { fact, students: own.length, share, band: bandOf(share) };
  });
  // Of what is shown alone: a sum over all would tell what is hidden by what is missing.
  const share = sumOf(facts.map((each) => each.share * each.students)) / sumOf(facts.map((each) => each.students));
  return {
    ...{ students: byStudent.size, share, hidden: byFact.length - shown.length },
    facts: facts.sort((a, b) => a.share - b.share || (a.fact < b.fact ? -1 : 1)),
  };
}

const bandOf = (share: number): Band => bands.find(({ from }) => share >= from)?.band ?? "forgotten";

/** Chance that one card is recalled on a day, after these reviews of it. */
function recallOn(reviews: readonly QuizReview[], examOn: Day): number {
  let memory: Memory | null = null;
  let last: Day | null = null;
  for (const { rating, day } of reviews.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    memory = futures(memory, last === null ? 0 : daysBetween(last, day), defaultParameters)[rating];
    last = day;
  }
  if (memory === null || last === null) return 0;
  return retrievability(memory.stability, Math.max(0, daysBetween(last, examOn)), defaultParameters);
}
