/** A false statement is explained with both: what it says, and what is so. */
import { describe, expect, test } from "vitest";
import { valueKey } from "@/lib/facts/value.ts";
import { askedOf } from "@/lib/questions/bank.ts";
import { isRefusal } from "@/lib/questions/form.ts";
import { queryOf } from "@/lib/questions/forms.ts";
import { factSentence } from "@/lib/questions/wording.ts";
import { everyPack } from "@/tests/support/content-packs.ts";

describe.each(everyPack())("every false statement of %s", { timeout: 60_000 }, (_, facts) => {
  const statements = [...askedOf(facts, { seed: "1", kinds: ["true-false"] })].filter(
    ({ question }) => question.key[0] === "t:false",
  );

  test("counts the fact that disproves it among those that it rests on", () => {
    for (const { question } of statements) {
      const disproof = question.options.find(({ right }) => !right)!.whyNot!;
      const telling = facts.pack.facts.filter((fact) => disproof === factSentence(facts, fact));
      for (const fact of telling) expect(question.facts, `${question.stem}\n${disproof}`).toContain(fact.key);
    }
  });

  test("shows what it says beside what is so, where both have a time", () => {
    for (const { ask, question } of statements) {
      const query = queryOf(facts, ask, question.seed);
      if (isRefusal(query) || !question.strip) continue;
      const { value, fact } = query.key[0]!;
      const so = query.spanOf(value, fact);
      const { claimed, spans } = question.strip;
      if (claimed === undefined) continue;
      expect(so === null ? [] : [valueKey(value)]).toEqual(
        spans.map((span) => span.value).filter((one) => one !== claimed),
      );
      expect(spans.map((span) => span.value)).toContain(claimed);
    }
    const drawn = statements.filter(({ question }) => (question.strip?.spans.length ?? 0) > 0);
    const both = drawn.filter(({ question }) => question.strip?.spans.length === 2);
    if (drawn.length > 0) expect(both.length / drawn.length).toBeGreaterThan(0.8);
  });
});
