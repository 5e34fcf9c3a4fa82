/** Things to be put in the order of time or of a quantity. */
import { shuffled } from "../../base/random.ts";
import { valueKey } from "../../facts/value.ts";
import { drawSeed, type KindRules, questionOf, stripFor } from "../kind.ts";
import { valueWords } from "../wording.ts";

export const order: KindRules = {
  kind: "order",

  put(facts, query, wish) {
    const key = query.key.map(({ value }) => valueKey(value));
    const options = shuffledApart(key, drawSeed(query, wish)).map((place) => {
      const { value } = query.key[place]!;
      return { value: valueKey(value), text: valueWords(facts, value), right: true, whyNot: null, synthetic: false };
    });
    const shown = new Map(query.key.map(({ value, fact }) => [valueKey(value), { value, fact }]));
    return questionOf(facts, query, wish, {
      key,
      answer: query.key.map(({ value }) => valueWords(facts, value)).join(" → "),
      options,
      // The place of a member in the order is the memory of its own date or number.
      parts: query.key.map(({ value, fact }) => ({
        fact: fact.key,
        direction: fact.object.kind === "entity" ? "from" : "object",
        value: valueKey(value),
      })),
      strip: stripFor(query, options, shown),
    });
  },
};

/** Places in a shuffled order that is not the right one already. */
function shuffledApart(key: readonly string[], seed: string): number[] {
  const places = key.map((_, place) => place);
  for (let attempt = 0; attempt < 4; attempt++) {
    const mixed = shuffled(places, `${seed}\norder ${attempt}`);
    if (mixed.some((place, index) => place !== index)) return mixed;
  }
  return places.toReversed();
}
