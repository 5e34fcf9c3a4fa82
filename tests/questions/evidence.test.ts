/** What stands behind a key: every sentence of a Why, and every sentence about a wrong option, has its own places in the documents. */
import { describe, expect, test } from "vitest";
import type { Facts } from "@/lib/facts/facts.ts";
import { type Asked, askedOf } from "@/lib/questions/bank.ts";
import type { Question, Receipt } from "@/lib/questions/question.ts";
import { receiptsOfOption, sentencesOfWhy } from "@/lib/questions/receipt.ts";
import { everyPack } from "@/tests/support/content-packs.ts";

const isAt = (receipts: readonly Receipt[], place: { readonly source: string; readonly locator: string }) =>
  receipts.some(({ source, locator }) => source === place.source && locator === place.locator);

/** Where the set that a question is about is declared whole: its list, else the closed relation of its facts. */
function declaredAt(facts: Facts, { ask }: Asked) {
  if (ask.list !== null) return facts.list(ask.list).citations;
  const fact = facts.fact(ask.fact);
  const { closed } = facts.relation(fact.relation);
  const about = fact.object.kind === "entity" ? fact.object.entity : null;
  return closed
    .filter(({ subject, object }) => (about !== null && object === about) || subject === fact.subject)
    .map(({ citation }) => citation);
}

describe.each(everyPack())("every question of %s", { timeout: 90_000 }, (_, facts) => {
  const asked = [...askedOf(facts, { seed: "1" })];
  const questions = asked.map(({ question }) => question);

  test("has a Why whose sentences each have a place", () => {
    for (const question of questions) {
      const sentences = sentencesOfWhy(question);
      expect(sentences.map(({ text }) => text).join(" ")).toBe(question.why);
      for (const { text, receipts } of sentences) expect(receipts, `${question.stem}\n${text}`).not.toEqual([]);
    }
  });

  test("has a place for what is said of every wrong option", () => {
    for (const question of questions)
      for (const { value, whyNot } of question.options)
        if (whyNot !== null) expect(receiptsOfOption(question, value), `${question.stem}\n${whyNot}`).not.toEqual([]);
  });

  test("has no place that bears nothing that is said, and none twice", () => {
    for (const { stem, citations } of questions) {
      for (const { locator, sentences, options } of citations)
        expect([...(sentences ?? []), ...(options ?? [])], `${stem}\n${locator}`).not.toEqual([]);
      const places = citations.map(({ source, locator }) => `${source} ${locator}`);
      expect(new Set(places).size, stem).toBe(places.length);
    }
  });

  test("cites the whole list where it is about the whole of a set", () => {
    const ofWhole = (one: Asked) => {
      const { form, kind, options } = one.question;
      if (form === "Q5") return !/_(?:more|less)$/.test(one.ask.purpose);
      const isOfList = one.ask.list !== null && (form === "Q13" || one.ask.purpose.includes("missing"));
      return form === "Q8" || form === "Q9" || isOfList || (form === "Q14" && kind !== "typed" && options.length > 0);
    };
    for (const one of asked.filter(ofWhole)) {
      const places = declaredAt(facts, one);
      if (one.ask.purpose === "ask_change") continue;
      expect(places, one.question.stem).not.toEqual([]);
      const isCited = places.some((place) => isAt(whyPlaces(one.question), place));
      expect(isCited, `${one.question.stem}\n${one.question.why}`).toBe(true);
    }
  });
});

function whyPlaces(question: Question): readonly Receipt[] {
  return sentencesOfWhy(question).flatMap(({ receipts }) => receipts);
}
