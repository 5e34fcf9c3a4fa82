import { expect, test } from "vitest";
import { entitiesOf } from "@/lib/facts/about.ts";
import { indexPack } from "@/lib/facts/facts.ts";
import { piecesOfSentence } from "@/lib/questions/mentions.ts";
import { factSentence } from "@/lib/questions/wording.ts";
import { everyPack } from "../support/content-packs.ts";
import { anEntity, aPack } from "../support/fictional-pack.ts";

const facts = indexPack(
  aPack({
    entities: [
      anEntity({ key: "nmi", name: "NATO Mission Iraq (NMI)", short: "NMI" }),
      anEntity({ key: "iraq", name: "Iraq" }),
      anEntity({ key: "iron", name: "iron" }),
    ],
  }),
);
const told = (sentence: string, ...entities: string[]) =>
  piecesOfSentence(facts, sentence, entities).map(({ text, entity }) => (entity ? `[${text}]` : text));

test.each([
  ["NMI advised Iraq.", ["nmi", "iraq"], ["[NMI]", " advised ", "[Iraq]", "."]],
  ["NATO Mission Iraq (NMI) advised Iraq.", ["nmi", "iraq"], ["[NATO Mission Iraq (NMI)]", " advised ", "[Iraq]", "."]],
  ["Iron is a metal; iron rusts.", ["iron"], ["[Iron]", " is a metal; iron rusts."]],
  ["Environs of Iraqis.", ["iron", "iraq"], ["Environs of Iraqis."]],
  ["Nothing is named.", ["nmi"], ["Nothing is named."]],
])("%s", (sentence, entities, pieces) => {
  expect(told(sentence, ...entities)).toEqual(pieces);
});

test.each(everyPack())("the pieces of every sentence of %s make the sentence again", (_, pack) => {
  for (const fact of pack.pack.facts) {
    const sentence = factSentence(pack, fact) ?? "";
    const pieces = piecesOfSentence(pack, sentence, entitiesOf(fact));
    expect(pieces.map(({ text }) => text).join("")).toBe(sentence);
    const linked = pieces.flatMap(({ entity }) => entity ?? []);
    expect(new Set(linked).size).toBe(linked.length);
  }
});
