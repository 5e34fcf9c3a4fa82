/** Learners who do not exist: what they know and answer is made from a seed, so that a class can be looked at before anybody is in it. */
import { hash32, seeded, shuffled } from "../base/random.ts";
import type { Question, Response } from "../questions/question.ts";
import { rightResponse } from "../questions/right-response.ts";
import { itemOf } from "./analysed.ts";

export type SimulatedLearner = {
  readonly name: string;
  readonly studentNumber: string;
  readonly section: string;
  /** In standard deviations above (below) the class's mean. */
  readonly ability: number;
};

/** So many learners, "Simulated learner 01" and on, in two sections; their abilities are spread as a normal distribution is, in an order of the seed. */
export function simulatedLearners(count: number, seed: string): SimulatedLearner[] {
  const order = shuffled([...Array(count).keys()], `${seed} abilities`);
  return order.map((rank, index) => {
    const number = String(index + 1).padStart(2, "0");
    return {
      name: `Simulated learner ${number}`,
      studentNumber: `SIM-${number}`,
      section: index % 2 === 0 ? "A" : "B",
      ability: normalQuantile((rank + 0.5) / count),
    };
  });
}

/** How an item behaves: the three-parameter logistic model (A. Birnbaum 1968). */
export type SimulatedItem = {
  /** The ability at which half of those who do not guess are right. */
  readonly difficulty: number;
  /** > 0 */
  readonly discrimination: number;
  /** Share right of those who know nothing, 0..1. */
  readonly guessing: number;
};

/** The same for every question that asks the same, whatever variant it stands in. */
export function simulatedItem(question: Question, seed: string): SimulatedItem {
  const next = seeded(`${seed} item ${itemOf(question)}`);
  const difficulty = normalQuantile(inside(next())) * 0.8 - 0.4;
  return { difficulty, discrimination: 0.8 + 0.9 * next(), guessing: guessingOf(question) };
}

/** Share of such learners who are right, 0..1. */
export function chanceRight(ability: number, { difficulty, discrimination, guessing }: SimulatedItem): number {
  return guessing + (1 - guessing) / (1 + Math.exp(-discrimination * (ability - difficulty)));
}

/** What a learner of such an ability answers, and after how many seconds; null is left blank. `seed` is the class's, `who` makes the learner another than the others. */
export function simulatedAnswer(
  question: Question,
  { ability, seed, who }: { readonly ability: number; readonly seed: string; readonly who: string },
): { readonly response: Response | null; readonly seconds: number } {
  const next = seeded(`${seed} ${who} ${itemOf(question)}`);
  const isRight = next() < chanceRight(ability, simulatedItem(question, seed));
  const isBlank = !isRight && next() < 0.08;
  const seconds = 6 + Math.round(next() * 30 + (isRight ? 0 : next() * 20));
  if (isBlank) return { response: null, seconds };
  return { response: isRight ? rightResponse(question) : wrongResponse(question, seed, next), seconds };
}

/** What somebody takes for right who does not know: most of them the same, as misconceptions are. */
function wrongResponse(question: Question, seed: string, next: () => number): Response {
  const { kind, key, options, near, prompts = [] } = question;
  const wrong = options.filter(({ value }) => !key.includes(value)).map(({ value }) => value);
  const favourite = wrong[hash32(`${seed} favourite ${itemOf(question)}`) % Math.max(1, wrong.length)];
  const taken = next() < 0.6 ? favourite : wrong[Math.floor(next() * wrong.length)];
  const [swap, other] = [Math.floor(next() * (key.length - 1)), next()];
  switch (kind) {
    case "choice":
    case "timeline":
      return taken === undefined ? { kind: "dont-know" } : { kind, value: taken };
    case "true-false":
      return { kind, value: key[0] === "t:true" ? "t:false" : "t:true" };
    case "multi-select":
      return { kind, values: taken === undefined ? key.slice(1) : [...key.slice(1), taken] };
    case "order":
      return { kind, values: swapped(key, swap) };
    case "match":
      return {
        kind,
        pairs: prompts.map(({ value }, place) => ({ prompt: value, value: swapped(key, swap)[place] ?? value })),
      };
    case "typed":
    case "cloze":
      return { kind: "typed", text: near[Math.floor(other * near.length)]?.text ?? "Somebody else" };
    default:
      return { kind: "dont-know" };
  }
}

const swapped = (values: readonly string[], at: number): string[] =>
  values.map((value, place) => (place === at ? values[at + 1] : place === at + 1 ? values[at] : value) ?? value);

function guessingOf({ kind, options }: Question): number {
  if (kind === "true-false") return 0.5;
  return kind === "choice" && options.length > 0 ? 1 / options.length : 0;
}

const inside = (share: number): number => Math.min(0.999, Math.max(0.001, share));

/** The value below which such a share (0..1, ends excluded) of a normal distribution lies, to 0.005: C. Hastings 1955 (26.2.22 in Abramowitz and Stegun). */
function normalQuantile(share: number): number {
  if (share > 0.5) return -normalQuantile(1 - share);
  const t = Math.sqrt(-2 * Math.log(share));
  return -(t - (2.30753 + 0.27061 * t) / (1 + 0.99229 * t + 0.04481 * t * t));
}
