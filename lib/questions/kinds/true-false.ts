/** A full statement, true about half of the time; a false one bears a proved distractor in the key's place. */
import { hash32 } from "../../base/random.ts";
import { valueKey } from "../../facts/value.ts";
import { closenessOf, distractorsFor } from "../distractors.ts";
import {
  drawSeed,
  type KindRules,
  type Particulars,
  questionOf,
  refuseKind,
  type StripFact,
  stripFor,
} from "../kind.ts";
import { tooFew } from "../left-out.ts";
import type { Option } from "../question.ts";
import { asOne, eachOnce } from "../said.ts";
import { whyNot } from "../why-not.ts";

export const trueFalse: KindRules = {
  kind: "true-false",

  put(facts, query, wish) {
    const key = query.key[0]!;
    const seed = drawSeed(query, wish);
    const isTrue = hash32(`${seed}\ntrue-false`) % 2 === 0;
    const { chosen, dropped } = distractorsFor(facts, query, {
      most: 1,
      target: wish.target,
      confusions: wish.confusions,
      evenly: wish.evenly,
      seed,
    });
    const distractor = chosen[0];
    // A true statement too needs a false variant: where nothing can be false, "true" tells itself.
    // A date made by rule stands beside others as an option; by itself it would be said of the thing.
    if (!distractor || distractor.synthetic)
      return refuseKind(query, { reason: "no_distractor", detail: tooFew(0, 1, dropped) });
    const stem = query.statement(isTrue ? key.value : distractor.value);
    if (stem === null)
      return refuseKind(query, {
        reason: "no_frame",
        detail: "no sentence states it with another in its place: see the frame fact",
      });
    // What several can have (a rank, a place) is not disproved by another who has it, too: what is so of the thing itself says all.
    const { object, relation } = key.fact;
    const isShared =
      !query.isOfSet &&
      query.slot === "object" &&
      object.kind === "entity" &&
      facts.relation(relation).subjectsPerObject !== "one";
    const contrast = isShared ? asOne(query.why) : whyNot(facts, query, distractor);
    // Of a false statement both are to be learned: what is so, and what the name in it stands for.
    const so = query.isOfSet ? [query.set ?? contrast] : query.why;
    const why = isTrue || isShared ? query.why : eachOnce([...so, contrast]);
    const reason = isTrue ? asOne(query.why) : contrast;
    const option = (value: "t:true" | "t:false", text: string, right: boolean): Option => ({
      value,
      text,
      right,
      whyNot: right ? null : reason.text,
      synthetic: false,
    });
    const shown = new Map<string, StripFact>([[valueKey(key.value), key]]);
    if (!isTrue) shown.set(distractor.key, distractor);
    const strip = stripFor(
      query,
      [...shown.keys()].map((value) => ({ value })),
      shown,
    );
    const particulars: Particulars = {
      stem,
      kicker: "True or false",
      card: query.isOfSet ? null : query.ask.card,
      key: [isTrue ? "t:true" : "t:false"],
      answer: isTrue ? "True" : "False",
      // What disproves a statement is what it is about, too: who must not be told the one must not be told the other.
      facts: [...new Set([...query.facts, ...(isTrue ? [] : contrast.facts)])].map((fact) => fact.key),
      options: [option("t:true", "True", isTrue), option("t:false", "False", !isTrue)],
      closeness: closenessOf(chosen),
      strip:
        isTrue || !strip?.spans.some(({ value }) => value === distractor.key)
          ? strip
          : { ...strip, claimed: distractor.key },
    };
    return questionOf(facts, query, wish, particulars, {
      why,
      options: [{ value: isTrue ? "t:false" : "t:true", said: reason }],
    });
  },
};
