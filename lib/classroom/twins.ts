/** Questions that may stand in one another's place: what makes two equally hard to answer, as far as that can be said before anybody has. */
import { hash32 } from "../base/random.ts";
import type { Question } from "../questions/question.ts";
import { isSilent, standTogether } from "./plan.ts";

/** Half of 0.1: of any two questions that stand in one place, closeness differs by at most 0.1, and so do the means of two variants. */
export const closenessApart = 0.05;

/** A place of a quiz, as it stands in its first variant; a pinned one has the same question in all. */
export type Place = {
  readonly slot: number;
  readonly question: Question;
  readonly points: number;
  readonly pinned: boolean;
};

/** Of a place no more are taken: so many serve any class, and every one has to be held against all others. */
const mostTwins = 24;
/** Nor are more than so many tried. */
const mostTried = 96;

/**
 * For each place the questions that may stand there, its own first: of the same cell (topic, form, kind, as many options and parts), of nearly the same closeness. None rests on a
 * fact of another place's own question, so that this one always fits beside it, and no stem of any prints the answer of another,
 * in whichever place: variants lie side by side.
 */
export function twinsOf(places: readonly Place[], candidates: readonly Question[], seed: string): Question[][] {
  const twins = places.map(({ question }) => [question]);
  const byCell = Map.groupBy(candidates, cellOf);
  const waiting = places.map(({ question, pinned }) =>
    pinned
      ? []
      : (byCell.get(cellOf(question)) ?? [])
          .filter((each) => each.id !== question.id && isNear(each, question))
          .map((each) => ({ each, drawn: hash32(`${seed} ${each.id}`) }))
          .sort((a, b) => a.drawn - b.drawn || (a.each.id < b.each.id ? -1 : 1))
          .slice(0, mostTried)
          .map(({ each }) => each),
  );
  const fits = (twin: Question, place: number) =>
    places.every((other, index) => index === place || standTogether(twin, other.question)) &&
    twins.every((others, index) =>
      others.every((other) => isSilent(twin, other) && !(index === place && saysSame(twin, other))),
    );
  // In turns, so that no place takes what another needs just because it comes first.
  for (let left = true; left; ) {
    left = false;
    places.forEach((_, place) => {
      const own = twins[place]!;
      while (own.length < mostTwins && waiting[place]!.length > 0) {
        const next = waiting[place]!.shift()!;
        if (!fits(next, place)) continue;
        own.push(next);
        left = true;
        return;
      }
    });
  }
  return twins;
}

/** What equally hard questions have in common: all of their plan's cell, and the odds of guessing. */
export function cellOf({ topic, form, kind, options, parts, prompts, choose, key, span, precision }: Question): string {
  const shape = [options.length, parts.length, prompts?.length ?? 0, choose ?? 0, key.length];
  return [topic, form, kind, ...shape, precision ?? "", span ? `${span.from} ${span.to}` : ""].join("\n");
}

/** Is the closeness of two questions nearly the same? */
function isNear(a: Question, b: Question): boolean {
  if (!a.closeness || !b.closeness) return a.closeness === b.closeness;
  return Math.abs(a.closeness.value - b.closeness.value) <= closenessApart;
}

/** The same words about the same facts: that would be no other question. */
function saysSame(a: Question, b: Question): boolean {
  return a.stem === b.stem && a.answer === b.answer;
}
