/** Rules of wording that hold in every published pack, and what a fresh reader found against them. */
import { describe, expect, test } from "vitest";
import { questionsOf } from "@/lib/questions/bank.ts";
import { contentWords } from "@/lib/questions/fold.ts";
import { contentPack } from "@/tests/support/content-packs.ts";

const packs = ["nato-mission-iraq", "us-presidents", "chemical-elements"] as const;

describe.each(packs)("%s", (name) => {
  const facts = contentPack(name);
  const questions = ["1", "2"].flatMap((seed) => [...questionsOf(facts, { seed })]);
  const sentences = questions.flatMap(({ stem, why }) => [stem, why]);

  test("a place in an order is sought among three anchors at the fewest, and asked for as a place", () => {
    for (const { kind, stem, options } of questions) {
      if (kind !== "timeline") continue;
      // The gap before the first anchor, and one after each.
      expect(options.length, stem).toBeGreaterThanOrEqual(4);
      expect(stem).toMatch(/^In (?:the )?order of .+, earliest first, where (?:among .+ )?do(?:es)? .+ belong\?$/);
    }
  });

  test("an open number is asked for before the question, and the stem names it once", () => {
    for (const { kind, choose, stem } of questions)
      if (kind === "multi-select")
        expect(/^Choose one or more: (?!which one or more)/.test(stem), stem).toBe(choose === null);
  });

  test("nothing “had become” or “had provided” according to somebody", () => {
    expect(sentences.filter((sentence) => /\bhad (?:become|provided|been)\b[^.]*according to/i.test(sentence))).toEqual(
      [],
    );
  });

  test("no kicker has a word of the answer that the stem has not", () => {
    const told = questions.filter(({ kind, kicker, stem, answer }) => {
      const [title, asked] = [contentWords(kicker), contentWords(stem)];
      return (
        !["match", "true-false"].includes(kind) &&
        kind !== "order" &&
        [...contentWords(answer)].some((word) => title.has(word) && !asked.has(word))
      );
    });
    expect([...new Set(told.map(({ kicker, answer }) => `${kicker}: ${answer}`))]).toEqual([]);
  });

  test("every match says that something is left over", () => {
    for (const { kind, stem } of questions) if (kind === "match") expect(stem).toMatch(/; one \p{L}+ is left over\.$/u);
  });
});

test("what may only be recalled is not offered among others, not even several at once", () => {
  const facts = contentPack("nato-mission-iraq");
  const recalled = facts.pack.facts.filter(({ relation, askable }) => {
    const own = askable ?? facts.relation(relation).askable;
    return own === "recall_only";
  });
  const keys = new Set(recalled.map(({ key }) => key));
  const offered = [...questionsOf(facts, { seed: "1" })].filter(
    ({ form, kind, card, facts: of }) =>
      // What disproves a false statement is told, not asked.
      (kind === "true-false" && card ? [card.fact] : of).some((key) => keys.has(key)) &&
      !["Q15", "Q16"].includes(form) &&
      ["choice", "multi-select", "true-false", "match"].includes(kind),
  );
  expect(recalled.length).toBeGreaterThan(20);
  expect(offered.map(({ stem }) => stem)).toEqual([]);
});
