/** Q16 of several: for which of these is the day not given? What other forms refuse for `precision` is the answer here. */
import { shuffled } from "../../base/random.ts";
import type { Fact } from "../../facts/fact.ts";
import { type Facts, objectKey } from "../../facts/facts.ts";
import { entityKey, entityOf } from "../../facts/value.ts";
import { askableOf, type FormRules, kickerOf, noFrame, refuse, setAsk, stemOf, whyOf } from "../form.ts";
import { fillOf } from "../judge.ts";
import { drawnFrom } from "../neighbours.ts";
import type { Ask, Judgement, Query } from "../query.ts";
import { saying, within } from "../said.ts";
import { spanOfValue } from "../strip.ts";
import { exactnessOf, type Place, remarkOn, rivalFault } from "./exactness.ts";
import { mostSequence } from "./sequence.ts";

const purposes = { object: "ask_unsaid", from: "ask_unsaid_from", to: "ask_unsaid_to" } as const;
const places: readonly Place[] = ["object", "from", "to"];

/** Is it asked for which of several the day is not given? Q16 of one thing is in q16-limits.ts. */
export function isOfUnsaid({ purpose }: Ask): boolean {
  return places.some((place) => purposes[place] === purpose);
}

export const unsaid: Pick<FormRules, "asksOfRelation" | "resolve"> = {
  asksOfRelation(facts, relation) {
    return places
      .filter((place) => relation.frames[purposes[place]] !== undefined)
      .flatMap((place): Ask[] => {
        const first = new Map<string, Fact>();
        for (const fact of facts.factsOfRelation(relation.key)) {
          const anchor = place === "object" ? "" : objectKey(fact);
          if (!first.has(anchor) && isMember(facts, fact, place)) first.set(anchor, fact);
        }
        return [...first.values()].flatMap((fact) =>
          [0, 1].map((variant) => setAsk("Q16", fact, purposes[place], null, variant, ["choice"])),
        );
      });
  },

  resolve(facts, ask, seed) {
    const place = places.find((one) => purposes[one] === ask.purpose)!;
    const first = facts.fact(ask.fact);
    const { relation } = first;
    const group =
      place === "object" ? facts.factsOfRelation(relation) : facts.factsTo({ object: objectKey(first), relation });
    const members = drawnFrom(group, mostSequence, seed).filter((fact) => isMember(facts, fact, place));
    const isGiven = (fact: Fact) => exactnessOf(fact, place) === "day";
    const fact = shuffled(
      members.filter((one) => !isGiven(one)),
      seed,
    )[ask.variant];
    if (!fact) return refuse(ask, { reason: "no_key", detail: "there is no other whose day is not given" });
    const others = members.filter((one) => isGiven(one) && !facts.related(one.subject, fact.subject));
    const beside = shuffled(others, `${seed}\n${ask.variant}`).slice(0, 3);
    if (beside.length < 2)
      return refuse(ask, { reason: "no_distractor", detail: "the day is given of fewer than two" });
    const key = fillOf(fact, "subject");
    const stem = stemOf(facts, fact, ask.purpose, key, { source: facts.source(fact.citations[0]!.source).inStem });
    const why = whyOf(facts, [fact]);
    if (stem === null || why === null) return refuse(ask, noFrame);
    const given = new Map(members.map((one) => [entityKey(one.subject), isGiven(one)]));
    const query: Query = {
      ask,
      time: { kind: "timeless" },
      stem,
      kicker: kickerOf(facts, fact, ask.purpose),
      key: [{ value: key, fact }],
      facts: [fact, ...beside],
      slot: "subject",
      isOfSet: true,
      judge: (value): Judgement => {
        const isSaid = given.get(entityKey(entityOf(value) ?? ""));
        if (isSaid === undefined) return { verdict: "unknown", reason: "no_distractor", detail: "not one of them" };
        return { verdict: isSaid ? "false" : "true" };
      },
      offered: beside.map((one) => ({ value: fillOf(one, "subject"), fact: one })),
      statement: () => null,
      why: within(fact.citations[0]!.source, [...why, saying(remarkOn(exactnessOf(fact, place)!, place), [fact])]),
      contrast: () => null,
      whyNotListed: () => null,
      spanOf: (value, of) => spanOfValue(facts, value, of),
      asked: null,
    };
    return query;
  },
};

/** Askable, and told by all documents in the same way: to the day, less exactly, or not yet. */
function isMember(facts: Facts, fact: Fact, place: Place): boolean {
  if (fact.negative || askableOf(facts, fact) === "no" || exactnessOf(fact, place) === null) return false;
  return (place !== "object" || fact.object.kind === "date") && rivalFault(facts, fact, place) === null;
}
