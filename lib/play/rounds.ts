/** Rounds of contrasts: which pairs, and in which order their cards and questions come. */
import { hash32 } from "../base/random.ts";
import type { Facts } from "../facts/facts.ts";
import type { Question } from "../questions/question.ts";
import { type Contrast, contrastOf } from "./contrast.ts";
import { pairName, type Twin } from "./twins.ts";

/** A question of a round, with the pair whose card is shown before it, or behind its answer; null for none. */
export type Turn = { readonly question: Question; readonly before: Contrast | null; readonly after: Contrast | null };

/** So many of the pairs that can be put, no fact in two of them: else the one would give the other away. */
export function contrastsOf(
  facts: Facts,
  twins: Iterable<Twin>,
  {
    count,
    seed,
    mayAsk,
  }: { readonly count: number; readonly seed: string; readonly mayAsk: (question: Question) => boolean },
): Contrast[] {
  const taken = new Set<string>();
  const found: Contrast[] = [];
  for (const twin of twins) {
    if (found.length === count) break;
    const keys = twin.sides.map(({ card }) => card.fact);
    if (keys.some((key) => taken.has(key))) continue;
    const contrast = contrastOf(facts, twin, seed, mayAsk);
    if (!contrast) continue;
    found.push(contrast);
    for (const key of keys) taken.add(key);
  }
  return found;
}

/**
 * The turns of a round: both questions of every pair, never one directly after the other where there is more than one pair. The card comes before
 * the first of the two (`first`: who mixed them up reads before being asked), or behind the second (`last`: asked first, told then).
 */
export function turnsOf(contrasts: readonly Contrast[], card: "first" | "last", seed: string): Turn[] {
  return groupsOf(contrasts).flatMap((group) => {
    const turned = group.map((contrast) => ({
      contrast,
      sides: hash32(`${seed}\n${contrast.card.name}`) % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const),
    }));
    const turns = (half: 0 | 1) =>
      turned.map(
        ({ contrast, sides }): Turn => ({
          question: contrast.questions[sides[half]],
          before: card === "first" && half === 0 ? contrast : null,
          after: card === "last" && half === 1 ? contrast : null,
        }),
      );
    return [...turns(0), ...turns(1)];
  });
}

/** Pairs two and two, so that what was asked is not long ago; three at the end where their number is odd. */
function groupsOf(contrasts: readonly Contrast[]): Contrast[][] {
  const groups: Contrast[][] = [];
  for (let at = 0; at < contrasts.length; at += 2) groups.push(contrasts.slice(at, at + 2));
  const last = groups.at(-1);
  if (groups.length > 1 && last?.length === 1) groups.splice(-2, 2, [...groups.at(-2)!, ...last]);
  return groups;
}

/** The pair of two given facts among the twins; null where the rules find none. */
export function twinNamed(twins: readonly Twin[], facts: readonly string[]): Twin | null {
  return twins.find((twin) => facts.every((key) => pairName(twin).includes(`${key} `))) ?? null;
}
