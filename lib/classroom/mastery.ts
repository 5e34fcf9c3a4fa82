/** What a class knows: by fact and by topic, from each student's last answer on it. */
import { orMade } from "../base/or-made.ts";
import type { Question, Response } from "../questions/question.ts";
import { markFinal } from "./mark-final.ts";
import { type Estimate, mean, shareOf, sumOf } from "./statistics.ts";

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

/** What an answer says of which fact, 0..1: of a composite each part says its own, and what the key only rests on says nothing. */
export function factFractions(
  question: Question,
  response: Response | null,
  fraction: number,
): { readonly fact: string; readonly fraction: number }[] {
  if (question.card) return [{ fact: question.card.fact, fraction }];
  if (question.parts.length === 0) return question.facts.map((fact) => ({ fact, fraction }));
  const marked = response && markFinal(question, response);
  const wrong = marked?.kind === "marked" ? marked.wrongParts : null;
  return question.parts.map(({ fact, value }) => {
    // Wholly right or wholly wrong needs no parts; blank, and unknown, are wrong in all of them.
    const isRight = fraction >= 1 || (fraction > 0 && wrong !== null && !wrong.includes(value));
    return { fact, fraction: isRight ? 1 : 0 };
  });
}

/**
 * Share right by fact and by topic, the smallest first; a student who answered on a fact several times counts with the last one, and on a topic with the mean of its facts,
 * since the answers of one student are not so many students.
 */
export function masteryOf(answers: readonly FactAnswer[]): {
  readonly facts: readonly Mastery[];
  readonly topics: readonly Mastery[];
} {
  const last = new Map<string, Map<string, FactAnswer>>();
  for (const answer of answers) {
    const ofStudent = orMade(last, answer.student, () => new Map<string, FactAnswer>());
    const before = ofStudent.get(answer.fact);
    if (!before || before.at <= answer.at) ofStudent.set(answer.fact, answer);
  }
  const counted = [...last.values()].flatMap((ofStudent) => [...ofStudent.values()]);
  return { facts: by(counted, ({ fact }) => fact), topics: by(counted, ({ topic }) => topic) };
}

function by(answers: readonly FactAnswer[], keyOf: (answer: FactAnswer) => string): Mastery[] {
  return [...Map.groupBy(answers, keyOf)]
    .flatMap(([key, own]) => {
      const students = [...Map.groupBy(own, ({ student }) => student).values()];
      const means = students.flatMap((each) => mean(each.map(({ fraction }) => fraction)) ?? []);
      const share = shareOf(sumOf(means), means.length);
      return share ? [{ key, students: means.length, share }] : [];
    })
    .sort((a, b) => a.share.value - b.share.value || (a.key < b.key ? -1 : 1));
}
