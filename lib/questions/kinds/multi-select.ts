/** Several right options among others; the stem says how many, or that it may be any number. */
import { hash32 } from "../../base/random.ts";
import { valueKey } from "../../facts/value.ts";
import { drawSeed, type KindRules, type Particulars, questionOf, refuseKind, stripFor } from "../kind.ts";
import { listed, raised } from "../noun-phrase.ts";
import { countInWords } from "../number-words.ts";
import { valueInSentence } from "../wording.ts";
import { fewestDistractors, optionsFor } from "./choice.ts";

export const multiSelect: KindRules = {
  kind: "multi-select",

  put(facts, query, wish) {
    const right = query.key.length;
    if (right < 2) return refuseKind(query, { reason: "no_key", detail: "one right value is a choice" });
    // With few distractors one slip would cost too much (question-engine 5.4).
    const fewest = Math.max(fewestDistractors, right - 1);
    const set = optionsFor(facts, query, wish, Math.max(fewest, 3), fewest);
    if ("reason" in set) return refuseKind(query, set);
    const { options, said, closeness, values } = set;
    const open = openStem(query.stem, right, `${drawSeed(query, wish)}\nopen`);
    const particulars: Particulars = {
      ...(open === null ? {} : { stem: open }),
      key: query.key.map(({ value }) => valueKey(value)).sort(),
      answer: raised(listed(query.key.map(({ value }) => valueInSentence(facts, value)))),
      parts: query.key.map(({ value, fact }) => ({ fact: fact.key, direction: query.slot, value: valueKey(value) })),
      choose: open === null ? right : null,
      options,
      closeness,
      strip: stripFor(query, options, values),
    };
    return questionOf(facts, query, wish, particulars, { options: said });
  },
};

/** One in so many leaves the number open: to know when all are found is harder. */
const openShare = 3;

/** "Choose one or more: which of these …?" where the stem says how many; null where the number is announced. */
function openStem(stem: string, right: number, seed: string): string | null {
  if (hash32(seed) % openShare !== 0) return null;
  const open = stem.replace(new RegExp(`\\b${countInWords(right)} of these\\b`, "i"), "of these");
  return open === stem ? null : `Choose one or more: ${open.replace(asking, (word) => word.toLowerCase())}`;
}

/** The first word of a question that is no name. */
const asking = /^(?:which|(?:to|on|in|of|for|from|with|by|at|after|under|through|between|besides) which)\b/i;
