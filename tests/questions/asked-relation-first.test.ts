/** What is said of a wrong option bears on what was asked: the asked relation, its list, or another relation between the same sorts of things. */
import { describe, expect, test } from "vitest";
import type { Relation } from "@/lib/facts/fact.ts";
import { askedOf } from "@/lib/questions/bank.ts";
import type { Question } from "@/lib/questions/question.ts";
import { denyingSentence, factSentence } from "@/lib/questions/wording.ts";
import { contentPack, everyPack } from "@/tests/support/content-packs.ts";

const offered = ({ kind }: Question) => kind === "choice" || kind === "multi-select";

describe.each(everyPack())("every wrong name in %s", { timeout: 60_000 }, (_, facts) => {
  const relationsOf = new Map<string, Relation[]>();
  for (const fact of facts.pack.facts) {
    const sentence = factSentence(facts, fact) ?? "";
    relationsOf.set(sentence, [...(relationsOf.get(sentence) ?? []), facts.relation(fact.relation)]);
  }
  const areAlike = (a: Relation, b: Relation) =>
    a.key === b.key ||
    (a.subject.some((type) => b.subject.includes(type)) && a.object.some((type) => b.object.includes(type)));

  test("is told from the right one by a sentence that bears on the question", () => {
    for (const { ask, question } of askedOf(facts, { seed: "1" })) {
      if (!offered(question)) continue;
      const asked = facts.relation(facts.fact(ask.fact).relation);
      for (const { value, text, whyNot } of question.options) {
        if (whyNot === null || !value.startsWith("e:")) continue;
        const said = relationsOf.get(whyNot);
        if (said)
          expect(
            said.some((one) => areAlike(one, asked)),
            `${question.stem}\n${text}: ${whyNot}`,
          ).toBe(true);
      }
    }
  });
});

describe("the sentence about a wrong option", () => {
  const sentences = (pack: string, form: string, stem: RegExp) =>
    [...askedOf(contentPack(pack), { seed: "1", kinds: ["choice"] })]
      .filter(({ question }) => question.form === form && stem.test(question.stem))
      .flatMap(({ question }) => question.options.flatMap(({ whyNot }) => whyNot ?? []));

  test("sets it against the right one where nothing of the sort is said of it", () => {
    const facts = contentPack("chemical-elements");
    const denied = (key: string, slot: "subject" | "object", entity: string) =>
      denyingSentence(facts, facts.fact(key), slot, { kind: "entity", entity });
    expect(denied("number-beryllium", "subject", "thallium")).toBe("Beryllium, not thallium, has the atomic number 4.");
    expect(denied("family-argon", "object", "halogens")).toMatch(/noble gases, not the halogens\.$/);
  });

  test("says that the list does not name it before what else it is", () => {
    const said = sentences("us-presidents", "Q7", /by succession/);
    expect(said.some((one) => /^\p{Lu}.* is not among the people who/u.test(one))).toBe(true);
  });

  test("says of a date who began or ended on it, as it was asked", () => {
    const said = sentences("nato-mission-iraq", "Q10", /hand over command/);
    expect(said).toContain("Dany Fortin handed over command of NMI on 26 November 2019.");
    expect(said.filter((one) => one.includes("took command of NMI on 26 November 2019"))).toEqual([]);
  });
});
