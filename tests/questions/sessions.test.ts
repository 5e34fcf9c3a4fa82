/** What a session is dealt from real packs (decision 18): past the first rung not one look-up after another, and nothing before its time. */
import { describe, expect, test } from "vitest";
import { shuffled } from "@/lib/base/random.ts";
import type { Facts } from "@/lib/facts/facts.ts";
import { cardsOf, compositesFor, questionsForCard } from "@/lib/questions/cards.ts";
import { hashQuestion } from "@/lib/questions/hash.ts";
import { asksRelation } from "@/lib/questions/relational.ts";
import { firstRungOf } from "@/lib/study/ladder.ts";
import { arrange, compositesNeeded, relationalShare } from "@/lib/study/mix.ts";
import { aBundle, aBundleCard } from "@/tests/support/bundle.ts";
import { contentPack } from "@/tests/support/content-packs.ts";

const slow = { timeout: 60_000 };
const rungs = [2, 3, 4] as const;
const packs = ["nato-mission-iraq", "us-presidents", "chemical-elements"].map(
  (name) => [name, contentPack(name)] as const,
);
const nmi = packs[0]![1];

/** A session of 20 cards of a pack, all on one rung, with the composites that would be mixed in. */
function sessionOf(facts: Facts, rung: (typeof rungs)[number], seed: string) {
  const keep = (question: ReturnType<typeof questionsForCard>[number]) => ({ hash: hashQuestion(question), question });
  const cards = shuffled(cardsOf(facts), seed)
    .slice(0, 20)
    .map(({ card }) => ({
      ...aBundleCard(card.fact, { rung }, questionsForCard(facts, card, { rung, seed, count: 3 }).map(keep)),
    }));
  const composites = compositesFor(facts, { seed, count: 48 })
    .filter(({ form }) => rung >= firstRungOf(form))
    .slice(0, compositesNeeded(20))
    .map(keep);
  return arrange(aBundle(cards, { composites }));
}

describe.each(packs)("a session of 20 cards of %s", (_, facts) => {
  test.each(rungs)("on rung %d asks relation, order, change or limits in 40 % of its questions", slow, (rung) => {
    for (const seed of ["1", "2", "3", "4"]) {
      const items = sessionOf(facts, rung, seed);
      const relational = items.filter(({ kept }) => asksRelation(kept.question)).length;
      expect(relational / items.length, `seed ${seed}`).toBeGreaterThanOrEqual(relationalShare);
    }
  });
});

test("who does not belong is asked from rung 3 on", slow, () => {
  expect(firstRungOf("Q8")).toBe(3);
  const forms = (rung: 2 | 3) =>
    ["1", "2", "3", "4", "5", "6"].flatMap((seed) => sessionOf(nmi, rung, seed).map(({ kept }) => kept.question.form));
  expect(forms(2)).not.toContain("Q8");
  expect(forms(3)).toContain("Q8");
});

test("composites of a pack come from every form that has them, not from the one that has most", slow, () => {
  const composites = compositesFor(nmi, { seed: "forms", count: 40 });
  const forms = new Set(composites.map(({ form }) => form));
  for (const form of ["Q6", "Q7", "Q8", "Q9", "Q10", "Q12", "Q13", "Q14", "Q15", "Q16"] as const)
    expect(forms).toContain(form);
  expect(composites.every(({ card }) => card === null)).toBe(true);
});
