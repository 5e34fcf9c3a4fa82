/** Variants drawn from small packs, where twins are few, of all kinds of questions, for a class of 30 and of 500: the same quiz, whoever has which. */
import { describe, expect, test } from "vitest";
import { candidatesOf } from "@/lib/classroom/candidates.ts";
import { drawQuestions, quizKinds } from "@/lib/classroom/plan.ts";
import { cellOf } from "@/lib/classroom/twins.ts";
import { makeVariants } from "@/lib/classroom/variants.ts";
import { indexPack } from "@/lib/facts/facts.ts";
import { revealsOf, tells } from "@/lib/questions/reveals.ts";
import { contentPack } from "../support/content-packs.ts";
import { lanternIsles } from "../support/fictional-pack.ts";

const meanOf = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;

const packs = [
  ["nato-mission-iraq", contentPack("nato-mission-iraq")],
  ["lantern-isles", indexPack(lanternIsles())],
] as const;

describe.each(packs)("%s", (_name, facts) => {
  const bank = [...candidatesOf(facts, { seed: "packs", kinds: quizKinds })];
  const drawn = drawQuestions(bank, { topics: [], kinds: quizKinds, count: 12, seed: "packs" });
  const places = drawn.map((question, index) => ({ slot: index + 1, question, points: 1, pinned: false }));

  test.each([30, 500])("for a class of %i", (count) => {
    const variants = makeVariants(places, bank, { shuffleQuestions: true, shuffleOptions: true, seed: "packs", count });
    expect(variants).toHaveLength(count);
    const plan = drawn.map(cellOf);
    const isOther = variants.filter((each) => each.some(({ question }, place) => cellOf(question) !== plan[place]));
    expect(isOther).toHaveLength(0);
    const closeness = variants.map((each) => meanOf(each.flatMap(({ question }) => question.closeness?.value ?? [])));
    expect(Math.max(...closeness) - Math.min(...closeness)).toBeLessThanOrEqual(0.1);
    const isTwice = variants.filter((each) => {
      const asked = each.flatMap(({ question }) => question.facts);
      return new Set(asked).size < asked.length;
    });
    expect(isTwice).toHaveLength(0);
    // Whoever sits beside somebody with another variant reads no key in it.
    const asked = [...new Map(variants.flat().map(({ question }) => [question.id, question])).values()];
    const told = asked.map((question) => ({ ...revealsOf(facts, question), question }));
    const telling = told.flatMap((one) =>
      told
        .filter((other) => other !== one && other.question.kind !== "true-false" && tells(one, other))
        .map((other) => [one.question.stem, other.question.stem, other.question.answer]),
    );
    expect(telling).toEqual([]);
  });
});
