/** Things to be matched one to one, with one option to spare, so that the last pair is not forced. */
import { shuffled } from "../../base/random.ts";
import type { Value } from "../../facts/fact.ts";
import { valueKey } from "../../facts/value.ts";
import { distractorsFor } from "../distractors.ts";
import { drawSeed, type KindRules, type Particulars, questionOf, refuseKind } from "../kind.ts";
import type { Option } from "../question.ts";
import { whyNot } from "../why-not.ts";
import { valueWords } from "../wording.ts";
import { inOrder } from "./choice.ts";

export const match: KindRules = {
  kind: "match",

  put(facts, query, wish) {
    const seed = drawSeed(query, wish);
    const { chosen } = distractorsFor(facts, query, {
      most: 1,
      target: wish.target,
      confusions: wish.confusions,
      evenly: wish.evenly,
      seed,
    });
    const spare = chosen[0];
    if (!spare)
      return refuseKind(query, {
        reason: "no_distractor",
        detail: "nothing is surely left over: one more thing of the sort, matched with none of them, is needed",
      });
    const said = whyNot(facts, query, spare);
    // Prompts and options are drawn apart: the place of one tells nothing of the place of the other.
    const pairs = shuffled(query.key, `${seed}\nprompts`);
    const prompts = pairs.map(({ fact }) => {
      const value: Value = { kind: "entity", entity: fact.subject };
      return { value: valueKey(value), text: valueWords(facts, value) };
    });
    const drawn = [...pairs.map(({ value }) => ({ value })), { value: spare.value }];
    const options = inOrder(facts, drawn, seed).map(({ value }): Option => {
      const isSpare = valueKey(value) === spare.key;
      return {
        value: valueKey(value),
        text: valueWords(facts, value, query.stem),
        right: !isSpare,
        whyNot: isSpare ? said.text : null,
        synthetic: isSpare && spare.synthetic,
      };
    });
    const answerTo = (index: number) => valueWords(facts, pairs[index]!.value, query.stem);
    const particulars: Particulars = {
      key: pairs.map(({ value }) => valueKey(value)),
      answer: prompts.map(({ text }, index) => `${text}: ${answerTo(index)}`).join("; "),
      prompts,
      options,
      parts: pairs.map(({ fact }, index) => ({
        fact: fact.key,
        direction: "object",
        value: prompts[index]!.value,
      })),
    };
    return questionOf(facts, query, wish, particulars, { options: [{ value: spare.key, said }] });
  },
};
