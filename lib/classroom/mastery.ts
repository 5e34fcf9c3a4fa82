/** What a class knows: by fact and by topic, from each student's last answer on it. */
import { type Estimate, shareOf, sumOf } from "./statistics.ts";

/** One answer on one fact. */
export type FactAnswer = {
  readonly student: string;
  /** Pack and fact. */
  readonly fact: string;
  readonly topic: string;
  /** 0..1 */
  readonly fraction: number;
  readonly at: Date;
};

export type Mastery = { readonly key: string; readonly students: number; readonly share: Estimate };

/** Share right by fact and by topic, the smallest first; a student who answered on a fact several times counts with the last one. */
export function masteryOf(answers: readonly FactAnswer[]): {
  readonly facts: readonly Mastery[];
  readonly topics: readonly Mastery[];
} {
  const last = new Map<string, FactAnswer>();
  for (const answer of answers) {
    const key = JSON.stringify([answer.student, answer.fact]);
    const before = last.get(key);
    if (!before || before.at <= answer.at) last.set(key, answer);
  }
  const counted = [...last.values()];
  return { facts: by(counted, ({ fact }) => fact), topics: by(counted, ({ topic }) => topic) };
}

function by(answers: readonly FactAnswer[], keyOf: (answer: FactAnswer) => string): Mastery[] {
  return [...Map.groupBy(answers, keyOf)]
    .flatMap(([key, own]) => {
      const share = shareOf(sumOf(own.map(({ fraction }) => fraction)), own.length);
      return share ? [{ key, students: new Set(own.map(({ student }) => student)).size, share }] : [];
    })
    .sort((a, b) => a.share.value - b.share.value || (a.key < b.key ? -1 : 1));
}
