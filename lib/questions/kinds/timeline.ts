/** One thing to be placed on a line among dated anchors: in which gap does it belong? */
import { hash32 } from "../../base/random.ts";
import type { Fact, HistoricalDate } from "../../facts/fact.ts";
import type { Facts } from "../../facts/facts.ts";
import { valueKey } from "../../facts/value.ts";
import { lowered } from "../attributed.ts";
import { dateInWords } from "../date-words.ts";
import { whyOf } from "../form.ts";
import { drawSeed, type KindRules, type Particulars, questionOf, refuseKind } from "../kind.ts";
import { leakOf } from "../leak.ts";
import type { Query } from "../query.ts";
import { atStart, type Option } from "../question.ts";
import { factSaid } from "../said.ts";
import { valueInSentence, valueWords } from "../wording.ts";

/** Anchors beside the thing placed, at the fewest: among fewer it is guessed too often. */
const fewestAnchors = 3;

export const timeline: KindRules = {
  kind: "timeline",

  put(facts, query, wish) {
    const place = hash32(`${drawSeed(query, wish)}\nplace`) % query.key.length;
    const placed = query.key[place]!;
    const anchors = query.key.filter((member) => member !== placed);
    const stem = query.place?.(placed.fact) ?? null;
    if (stem === null) return refuseKind(query, { reason: "no_frame", detail: "there is no frame ask_place" });
    if (anchors.length < fewestAnchors)
      return refuseKind(query, {
        reason: "no_distractor",
        detail: `${anchors.length} others surely lie apart on the line, and three are needed`,
      });
    const dates = anchors.map(({ fact }) => startOf(fact));
    const sentences = anchors.map(({ fact }) => factSaid(facts, fact));
    const why = whyOf(
      facts,
      // The thing placed and its neighbours: one date decides nothing.
      query.key.slice(Math.max(0, place - 1), place + 2).map(({ fact }) => fact),
    );
    if (why === null || sentences.includes(null) || dates.includes(null))
      return refuseKind(query, { reason: "no_frame", detail: "an anchor has no date, or no sentence" });
    const before = place === 0 ? null : anchors[place - 1]!;
    const key = before ? valueKey(before.value) : atStart;
    const gaps = [
      { value: atStart, text: `Before ${valueInSentence(facts, anchors[0]!.value)}`, title: false },
      ...anchors.map(({ value }) => {
        const text = valueWords(facts, value);
        return {
          value: valueKey(value),
          text,
          title: lowered(text) !== text && valueInSentence(facts, value) === text,
        };
      }),
    ];
    // What disproves a place: too early, the anchor after it, which came before the thing too; too late, the one before it.
    const beside = (index: number) => sentences[index < place ? index : index - 1]!;
    const options = gaps.map(({ value, text, title }, index): Option => {
      const right = value === key;
      const whyNot = right ? null : beside(index).text;
      const date = index === 0 ? null : dates[index - 1]!;
      const shown = { ...(date ? { when: dateInWords(date) } : {}), ...(title ? { title: true as const } : {}) };
      return { value, text, ...shown, right, whyNot, synthetic: false };
    });
    const [right, wrongOnes] = [options.find((one) => one.right)!, options.filter((one) => !one.right)];
    const leak = leakOf(
      stem,
      { text: right.text, names: [], adjective: null },
      wrongOnes.map(({ text }) => text),
    );
    if (leak !== null) return refuseKind(query, { reason: "leak", detail: leak });
    const prompt = { value: valueKey(placed.value), text: valueWords(facts, placed.value) };
    const particulars: Particulars = {
      stem,
      key: [key],
      answer: placeInWords(facts, anchors, place),
      prompts: [prompt],
      options,
      parts: [
        {
          fact: placed.fact.key,
          direction: placed.fact.object.kind === "date" ? "object" : "from",
          value: prompt.value,
        },
      ],
    };
    const wrong = gaps.flatMap(({ value }, index) => (value === key ? [] : [{ value, said: beside(index) }]));
    return questionOf(facts, query, wish, particulars, { why, options: wrong });
  },
};

/** "Before A", "Between A and B", "After B". */
function placeInWords(facts: Facts, anchors: Query["key"], place: number): string {
  const [before, after] = [anchors[place - 1], anchors[place]].map((one) => one && valueInSentence(facts, one.value));
  if (before === undefined) return `Before ${after}`;
  return after === undefined ? `After ${before}` : `Between ${before} and ${after}`;
}

/** When it happened or began; null where it is not dated. */
function startOf({ object, from }: Fact): HistoricalDate | null {
  if (object.kind === "date") return object.date;
  return from.kind === "date" ? from.date : null;
}
