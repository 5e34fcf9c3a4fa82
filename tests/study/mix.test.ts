/** Past the first rung a session is not one lookup after another. Decision 18. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Form } from "@/lib/questions/question.ts";
import { isRelational } from "@/lib/questions/relational.ts";
import type { Rung } from "@/lib/study/event.ts";
import { arrange, nextQuestion, relationalShare } from "@/lib/study/mix.ts";
import { aBundle, aBundleCard, kept } from "@/tests/support/bundle.ts";
import { anOrder } from "@/tests/support/question.ts";

const order = (index: number) => ({ hash: `order ${index}`, question: anOrder(4) });
const deep = (fact: string, ...forms: Form[]) =>
  aBundleCard(
    fact,
    { rung: 3 },
    forms.map((form) => kept(fact, form)),
  );
const facts = (count: number) => Array.from({ length: count }, (_, index) => `f${index + 1}`);

function share(items: ReturnType<typeof arrange>): number {
  const past = items.filter((item) => !item.card || (item.card.state?.rung ?? 0) >= 2);
  return past.filter((item) => isRelational(item.kept.question.form)).length / past.length;
}

describe("the mix of a session", () => {
  test("new and young cards are asked their first question, and no composite is mixed in", () => {
    const cards = [aBundleCard("f1"), aBundleCard("f2", { rung: 1 }, [kept("f2", "Q1"), kept("f2", "Q4")])];
    const items = arrange(aBundle(cards, { composites: [order(1)] }));
    expect(items.map((item) => item.kept)).toEqual(cards.map((card) => card.questions[0]));
  });

  test("cards past the first rung turn relational until 40 % do, evenly, and no further", () => {
    const items = arrange(aBundle(facts(10).map((fact) => deep(fact, "Q1", "Q4"))));
    expect(items.map((item) => item.kept.question.form)).toEqual([
      "Q4",
      "Q1",
      "Q4",
      "Q1",
      "Q1",
      "Q4",
      "Q1",
      "Q4",
      "Q1",
      "Q1",
    ]);
  });

  test("composites fill up what the cards cannot, spread over the session, none first", () => {
    const cards = facts(6).map((fact) => deep(fact, "Q1", "Q10"));
    const items = arrange(aBundle(cards, { composites: [1, 2, 3, 4, 5, 6].map(order) }));
    expect(share(items)).toBeGreaterThanOrEqual(relationalShare);
    expect(items.map((item) => (item.card ? "card" : "order"))).toEqual([
      ...["card", "card", "order", "card", "order", "card", "order", "card", "order", "card"],
    ]);
  });

  test("practice asks everything it was given", () => {
    const items = arrange(aBundle([aBundleCard("f1")], { mode: "practice", composites: [order(1), order(2)] }));
    expect(items).toHaveLength(3);
  });

  test("a card without a question is passed over", () => {
    expect(arrange(aBundle([aBundleCard("f1", null, [])]))).toEqual([]);
  });
});

test("a card that comes back is asked what was not asked yet, then what was asked longest ago", () => {
  const card = aBundleCard("f1", null, [kept("f1", "Q1"), kept("f1", "Q2"), kept("f1", "Q3")]);
  const hashes = card.questions.map((question) => question.hash);
  expect(nextQuestion(card, []).hash).toBe(hashes[0]);
  expect(nextQuestion(card, [hashes[0]!]).hash).toBe(hashes[1]);
  expect(nextQuestion(card, [hashes[0]!, hashes[1]!, hashes[2]!]).hash).toBe(hashes[0]);
  expect(nextQuestion(card, [hashes[0]!, hashes[1]!, hashes[2]!, hashes[0]!]).hash).toBe(hashes[1]);
});

test("whatever the session, at least 40 % past the first rung is relational where the questions allow it, and each card is asked once", () => {
  const forms = fc.constantFrom<Form>("Q1", "Q2", "Q3", "Q10", "Q4", "Q5", "Q7", "Q14");
  const card = fc.record({
    rung: fc.integer({ min: 0, max: 4 }),
    forms: fc.array(forms, { minLength: 1, maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(card, { maxLength: 30 }), fc.nat({ max: 12 }), (rows, composites) => {
      const cards = rows.map((row, index) =>
        aBundleCard(
          `f${index}`,
          row.rung === 0 ? null : { rung: row.rung as Rung },
          row.forms.map((form) => kept(`f${index}`, form)),
        ),
      );
      const items = arrange(
        aBundle(cards, { composites: Array.from({ length: composites }, (_, index) => order(index)) }),
      );
      expect(items.flatMap((item) => item.card ?? [])).toEqual(cards);
      const past = cards.filter((one) => (one.state?.rung ?? 0) >= 2);
      if (past.length === 0) return;
      const able = past.filter((one) => one.questions.some(({ question }) => isRelational(question.form))).length;
      const best = (able + composites) / (past.length + composites);
      if (best >= relationalShare) expect(share(items)).toBeGreaterThanOrEqual(relationalShare);
      else expect(share(items)).toBeCloseTo(best);
    }),
    { numRuns: 500 },
  );
});
