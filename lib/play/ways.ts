/** Which ways of playing a pack's facts license. */
import type { Facts } from "../facts/facts.ts";
import { isRefusal } from "../questions/form.ts";
import { asksOfSets, plainWish, put, queryOf } from "../questions/forms.ts";
import type { Question } from "../questions/question.ts";
import { boardOf } from "./board.ts";
import { casesOf } from "./case.ts";
import { chainsOf } from "./chain.ts";
import { contrastsOf } from "./rounds.ts";
import { twinsOf } from "./twins.ts";

/** The ways, in the order in which they are offered. */
export const ways = ["day", "chain", "twins", "minute", "case"] as const;
export type Way = (typeof ways)[number];

/** Fewer things to place make no round. */
const fewestPlaced = 4;

/** The ways that this pack can be played without what is hidden, and without questions that may not be asked. */
export function waysOf(facts: Facts, hidden: ReadonlySet<string>, mayAsk: (question: Question) => boolean): Way[] {
  const isOffered: Record<Way, () => boolean> = {
    day: () => boardOf(facts, hidden) !== null,
    chain: () => chainsOf(facts, hidden).length > 0,
    twins: () => contrastsOf(facts, twinsOf(facts, hidden, seed), { count: 1, seed, mayAsk }).length > 0,
    minute: () => isPlaceable(facts, mayAsk),
    case: () => casesOf(facts, hidden, seed).length > 0,
  };
  return ways.filter((way) => isOffered[way]());
}

const seed = "ways";

/** Are there enough things that can be placed on a line of time? */
function isPlaceable(facts: Facts, mayAsk: (question: Question) => boolean): boolean {
  let found = 0;
  for (const ask of asksOfSets(facts)) {
    if (!ask.kinds.includes("timeline")) continue;
    const query = queryOf(facts, ask, seed);
    const question = isRefusal(query) ? query : put(facts, query, plainWish("timeline", seed));
    if (!isRefusal(question) && mayAsk(question) && ++found === fewestPlaced) return true;
  }
  return false;
}
