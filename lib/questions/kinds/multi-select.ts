/** Several right options among others; the stem says how many. */
import { valueKey } from "../../facts/value.ts";
import { type KindRules, questionOf, refuseKind, stripFor } from "../kind.ts";
import { listed, raised } from "../noun-phrase.ts";
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
    const { options, closeness, values } = set;
    return questionOf(facts, query, wish, {
      key: query.key.map(({ value }) => valueKey(value)).sort(),
      answer: raised(listed(query.key.map(({ value }) => valueInSentence(facts, value)))),
      parts: query.key.map(({ value, fact }) => ({ fact: fact.key, direction: query.slot, value: valueKey(value) })),
      choose: right,
      options,
      closeness,
      strip: stripFor(query, options, values),
    });
  },
};
