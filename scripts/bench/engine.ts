/**
 * What the question engine costs: per fact to index a pack and find its cards, and per question put for a card. It must not
 * grow with the pack, also where all facts hold one relation (design.md 6: per fact at most twice that of the small pack).
 */
import { indexPack } from "../../lib/facts/facts.ts";
import { cardsOf, questionsForCard } from "../../lib/questions/cards.ts";
import { generatedPack, type Shape } from "./generated-pack.ts";

export type EngineFigure = {
  readonly shape: Shape;
  readonly facts: number;
  /** Milliseconds per fact: index, all cards (each proved to have a question), and what the first question of each rung builds for all. */
  readonly perFactMs: number;
  /** Milliseconds per question, over cards evenly from the whole pack, at every rung. */
  readonly perQuestionMs: number;
};

/** Measures packs of these sizes in every shape, after a warm-up. */
export function measureEngine(sizes: readonly number[]): EngineFigure[] {
  const shapes: readonly Shape[] = ["mixed", "one relation", "one object"];
  for (const shape of shapes) measure(shape, 1_000);
  return shapes.flatMap((shape) => sizes.map((size) => measure(shape, size)));
}

function measure(shape: Shape, size: number): EngineFigure {
  const pack = generatedPack(size, shape);
  const start = cpuMs();
  const facts = indexPack(pack, "0".repeat(64));
  const cards = cardsOf(facts);
  for (const rung of [0, 1, 2, 3, 4] as const)
    for (const place of [0, 0.25, 0.5, 0.75])
      questionsForCard(facts, cards[Math.floor(place * cards.length)]!.card, { rung, seed: "first", count: 3 });
  const perFactMs = (cpuMs() - start) / pack.facts.length;
  const asked = 400;
  const since = cpuMs();
  let questions = 0;
  for (let index = 0; index < asked; index++) {
    const { card } = cards[Math.floor((index * cards.length) / asked)]!;
    questions += questionsForCard(facts, card, { rung: (index % 5) as 0, seed: String(index % 6), count: 3 }).length;
  }
  if (questions === 0) throw new Error(`The ${shape} pack yields no question.`);
  return { shape, facts: pack.facts.length, perFactMs, perQuestionMs: (cpuMs() - since) / questions };
}

/** Time of the processor, not of the clock: other programs on the machine do not count. */
function cpuMs(): number {
  return process.cpuUsage().user / 1_000;
}
