/** The odd one of four (Q13): three that meet a criterion, and one that surely does not and that nothing else sets another one apart from. */
import { shuffled } from "../../base/random.ts";
import type { Fact, Value } from "../../facts/fact.ts";
import type { Facts } from "../../facts/facts.ts";
import type { Days } from "../../facts/time.ts";
import { entityOf } from "../../facts/value.ts";
import { daysFrom, daysOf, eraOf } from "../era.ts";
import { containsWords } from "../fold.ts";
import { kickerOf, noFrame, refuse, typeWords } from "../form.ts";
import { formCue } from "../form-cues.ts";
import { realise } from "../frame.ts";
import type { Fault } from "../judge.ts";
import { leakOf } from "../leak.ts";
import type { Ask, Judgement, Query } from "../query.ts";
import type { Refusal, TimeScope } from "../question.ts";
import type { Said } from "../said.ts";
import { secondCriterion } from "../second-criterion.ts";
import { spanOfValue } from "../strip.ts";
import { factSlots, inStem, valueWords } from "../wording.ts";

/** A value with the fact that it was found in, if any. */
export type Found = { readonly value: Value; readonly fact: Fact | null };

/** What a question of any criterion is made of. */
export type Four = {
  readonly time: TimeScope;
  readonly slot: "subject" | "object";
  readonly anchor: Fact;
  readonly frame: string | undefined;
  readonly text: Readonly<Record<string, string>>;
  readonly three: readonly Found[];
  readonly odd: readonly Found[];
  /** Does a value meet the criterion? */
  judge(value: Value): Judgement;
  readonly asked: { readonly relation: string; readonly key: string };
  why(odd: Found): readonly Said[] | null;
  /** That one of the three meets it, as a sentence; null to leave it to what else is known of it. */
  member(value: Value): Said | null;
  /** Facts that the criterion rests on, beside those of the four. */
  readonly beside: readonly Fact[];
};

/** Drawings of four that are tried until no second criterion sets another one apart. */
const drawings = 12;

/** Three that meet the criterion and one that surely does not, drawn by the seed so that nothing else declared sets another one apart. */
export function oneOfFour(facts: Facts, ask: Ask, four: Four, seed: string): Query | Refusal {
  const { anchor, slot, time, frame, text, asked } = four;
  if (frame === undefined) return refuse(ask, noFrame);
  if (four.three.length < 3)
    return refuse(ask, {
      reason: "no_key",
      detail: `only ${four.three.length} surely meet the criterion and can be offered`,
    });
  if (four.odd.length === 0)
    return refuse(ask, { reason: "no_distractor", detail: "nothing surely fails the criterion" });
  const stem = realise(
    frame,
    { ...factSlots(facts, anchor), text: { ...typeWords(facts, four.three[0]!.value), ...text } },
    inStem,
  );
  let fault: Fault = {
    reason: "second_criterion",
    detail: "every set of four is of related things, or named by the stem",
  };
  for (let drawing = 0; drawing < drawings; drawing++) {
    const [odd] = shuffled(four.odd, `${seed}\nodd ${ask.variant} ${drawing}`) as [Found, ...Found[]];
    const three = shuffled(nearest(facts, four.three, odd), `${seed}\nthree ${ask.variant} ${drawing}`).slice(0, 3);
    const all = [odd, ...three].map(({ value }) => entityOf(value)!);
    const [own, ...texts] = [odd, ...three].map(({ value }) => valueWords(facts, value, stem)) as [string, ...string[]];
    const leak = leakOf(stem, { text: own, names: [], adjective: null }, texts);
    if (leak !== null) {
      fault = { reason: "leak", detail: leak };
      continue;
    }
    const form = formCue(
      facts,
      { ask, key: [{ value: odd.value, fact: odd.fact ?? anchor }], judge: (value) => opposite(four.judge(value)) },
      three.map(({ value }) => value),
    );
    if (form !== null) {
      fault = { reason: "leak", detail: `${form} sets the odd one apart` };
      continue;
    }
    if (areRelated(facts, all) || all.some((key) => containsWords(stem, facts.entity(key).name))) continue;
    const second = secondCriterion(facts, all, all[0]!, asked);
    if (second !== null) {
      fault = { reason: "second_criterion", detail: `“${second}” sets another one apart` };
      continue;
    }
    const why = four.why(odd);
    const members = three.flatMap(({ fact }) => fact ?? []);
    if (why === null) return refuse(ask, noFrame);
    return {
      ask,
      time,
      stem,
      kicker: kickerOf(facts, anchor, ask.purpose),
      key: [{ value: odd.value, fact: odd.fact ?? anchor }],
      facts: [...new Set([...(odd.fact ? [odd.fact] : []), ...members, ...four.beside])],
      slot,
      isOfSet: true,
      judge: (value) => opposite(four.judge(value)),
      offered: three,
      statement: () => null,
      why,
      contrast: (value) => four.member(value),
      whyNotListed: () => null,
      spanOf: (value, fact) => spanOfValue(facts, value, entityOf(value) === all[0] ? odd.fact : fact),
      asked: null,
    };
  }
  return refuse(ask, fault);
}

/** From so many of those nearest in time to the odd one the three are drawn. */
const nearestInTime = 4;

function nearest(facts: Facts, three: readonly Found[], odd: Found): readonly Found[] {
  const time = eraOfFound(facts, odd);
  if (!time || three.length <= nearestInTime) return three;
  const days = new Map(three.map((one) => [one, daysFrom(facts, [time], one)]));
  return three.toSorted((a, b) => Math.min(1e9, days.get(a)!) - Math.min(1e9, days.get(b)!)).slice(0, nearestInTime);
}

function eraOfFound(facts: Facts, { value, fact }: Found): Days | null {
  return (fact && daysOf(fact)) ?? eraOf(facts, entityOf(value) ?? "");
}

function opposite(found: Judgement): Judgement {
  if (found.verdict === "unknown") return found;
  return { verdict: found.verdict === "true" ? "false" : "true" };
}

function areRelated(facts: Facts, keys: readonly string[]): boolean {
  return keys.some((key, place) => keys.slice(place + 1).some((other) => facts.related(key, other)));
}
