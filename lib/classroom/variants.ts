/** The versions of a quiz: the same plan in every one, other questions, so that who sits beside has no use for what they see. */
import { hash32, shuffled } from "../base/random.ts";
import type { Question } from "../questions/question.ts";
import { arranged, keyPosition, keyPositions } from "./positions.ts";
import { type Place, twinsOf } from "./twins.ts";
import type { Variety } from "./variety.ts";

export type VariantSlot = {
  readonly slot: number;
  /** Where it is shown, from 1. */
  readonly position: number;
  readonly points: number;
  readonly question: Question;
};

/**
 * So many variants of a quiz, each with the same slots. The first has the questions that its instructor has looked through. In every other each place has one of its twins
 * (`twinsOf`), each about as often as the others; no fact is asked twice in a variant.
 */
export function makeVariants(
  places: readonly Place[],
  candidates: readonly Question[],
  { count, seed, ...variety }: Omit<Variety, "variants"> & { readonly count: number; readonly seed: string },
): VariantSlot[][] {
  const twins = count > 1 ? twinsOf(places, candidates, seed) : places.map(({ question }) => [question]);
  const uses = new Map<Question, number>();
  const optionCounts = places.map(({ question }) => (keyPosition(question) === null ? 0 : question.options.length));
  // A few orders of the options of each question are enough, and are stored once each.
  const stored = new Map<string, Question>();
  const arrange = (question: Question, position: number | null, index: number): Question => {
    const name = `${question.id} options ${position} ${index % ordersOfOptions}`;
    const made = stored.get(name) ?? arranged(question, position, `${seed} ${name}`);
    stored.set(name, made);
    return made;
  };
  return Array.from({ length: count }, (_, index) => {
    const own = `${seed} variant ${index + 1}`;
    const wanted = keyPositions(optionCounts, index + 1, seed);
    const chosen = index === 0 ? places.map(({ question }) => question) : choose(twins, wanted, uses, own);
    for (const question of chosen) uses.set(question, (uses.get(question) ?? 0) + 1);
    const order = variety.shuffleQuestions ? shuffled([...places.keys()], `${own} order`) : [...places.keys()];
    return places.map(({ slot, points }, place) => {
      const question = chosen[place]!;
      const shown = variety.shuffleOptions ? arrange(question, wanted[place]!, index) : question;
      return { slot, position: order.indexOf(place) + 1, points, question: shown };
    });
  });
}

const ordersOfOptions = 4;

/** One twin for each place: the rarest place first, of its twins the least used, then one whose key cannot be moved but stands where it is wanted. */
function choose(
  twins: readonly (readonly Question[])[],
  wanted: readonly (number | null)[],
  uses: ReadonlyMap<Question, number>,
  seed: string,
): Question[] {
  const chosen: Question[] = [];
  const asked = new Set<string>();
  for (const place of [...twins.keys()].sort((a, b) => twins[a]!.length - twins[b]!.length || a - b)) {
    const free = twins[place]!.filter((each) => each.facts.every((fact) => !asked.has(fact)));
    const rank = (each: Question) =>
      (uses.get(each) ?? 0) +
      (arranged(each, wanted[place]!, "") === each && isElsewhere(each, wanted[place]!) ? 1 : 0);
    // A place's own question fits beside every twin of the others (`twinsOf`), so there is always one.
    const next = free
      .map((each) => ({ each, rank: rank(each), drawn: hash32(`${seed} ${place} ${each.id}`) }))
      .sort((a, b) => a.rank - b.rank || a.drawn - b.drawn)[0]!.each;
    chosen[place] = next;
    for (const fact of next.facts) asked.add(fact);
  }
  return chosen;
}

const isElsewhere = (question: Question, wanted: number | null): boolean =>
  wanted !== null && keyPosition(question) !== wanted;
