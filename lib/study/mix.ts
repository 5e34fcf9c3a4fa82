/** Which question of each card a session puts, so that past the first rung it is not one lookup after another. Decision 18. */
import { isRelational } from "../questions/relational.ts";
import type { Bundle, BundleCard, KeptQuestion } from "./event.ts";

/** A question to be put: of a card, or a composite (then `card` is null). */
export type Item = {
  readonly card: BundleCard | null;
  readonly kept: KeptQuestion;
  /** How often this card came back in this session because it was missed. */
  readonly returns: number;
};

/** At least this share of the questions past the first rung asks for more than one fact's other end. */
export const relationalShare = 0.4;

/** Composites that reach that share beside so many cards, none of which asks relationally. */
export function compositesNeeded(cards: number): number {
  return Math.ceil((relationalShare * cards) / (1 - relationalShare));
}

/**
 * The items of a session in the order of the bundle's cards. Cards past the first rung are asked relationally, and composites
 * mixed in, until `relationalShare` is reached or nothing more offers it; every card below is asked its first question.
 * Composites need what is known, so a session of new cards has none; practice has all it was given.
 */
export function arrange({ cards, composites, mode }: Pick<Bundle, "cards" | "composites" | "mode">): Item[] {
  const deep = cards.filter((card) => card.questions.length > 0 && (card.state?.rung ?? 0) >= 2);
  const relational = deep.filter((card) => isRelational(card.questions[0]!.question.form)).length;
  const willing = deep.filter((card) => !isRelational(card.questions[0]!.question.form) && alternative(card));
  // Some composites even where the cards alone would do: an order asks what no single card can.
  let count = mode === "practice" ? composites.length : Math.min(composites.length, Math.floor(deep.length / 8));
  const missing = () => Math.ceil(relationalShare * (deep.length + count)) - relational - count;
  while (mode === "study" && count < composites.length && missing() > willing.length) count++;
  // Practice asks in the kinds that were dealt to it.
  const turned = new Set(mode === "study" ? evenly(willing, Math.max(0, missing())) : []);
  const items = cards.flatMap((card): Item[] => {
    const kept = (turned.has(card) ? alternative(card) : undefined) ?? card.questions[0];
    return kept ? [{ card, kept, returns: 0 }] : [];
  });
  return spread(
    items,
    composites.slice(0, count).map((kept) => ({ card: null, kept, returns: 0 })),
  );
}

/** The question for a card that comes back: one that was not asked yet where there is one, else the one asked longest ago. */
export function nextQuestion(card: BundleCard, asked: readonly string[]): KeptQuestion {
  const lastAsked = (kept: KeptQuestion) => asked.lastIndexOf(kept.hash);
  return card.questions.reduce((best, kept) => (lastAsked(kept) < lastAsked(best) ? kept : best));
}

function alternative(card: BundleCard): KeptQuestion | undefined {
  return card.questions.find((kept) => isRelational(kept.question.form));
}

/** So many of the things, evenly out of all of them; all where that is not enough. */
function evenly<Thing>(things: readonly Thing[], count: number): Thing[] {
  if (count >= things.length) return [...things];
  return Array.from({ length: count }, (_, index) => things[Math.floor((index * things.length) / count)]!);
}

/** The first list with the second evenly between, never at the very start. */
function spread<Thing>(list: readonly Thing[], between: readonly Thing[]): Thing[] {
  const mixed = [...list];
  for (const [index, thing] of between.entries())
    mixed.splice(Math.ceil(((index + 1) * list.length) / (between.length + 1)) + index, 0, thing);
  return mixed;
}
