/** Q3, holder at a date: `r(?, o) @ D`. "Who commanded the mission on 1 January 2022?" */
import { dateAt } from "../../facts/dates.ts";
import type { Fact } from "../../facts/fact.ts";
import { type Facts, objectKey } from "../../facts/facts.ts";
import { holdersAt } from "../../facts/holders.ts";
import {
  askAbout,
  askableOf,
  type FormRules,
  isRefusal,
  kindsFor,
  kindsOfValue,
  refuse,
  setAsk,
  whyOf,
} from "../form.ts";
import { holeQuery } from "../hole.ts";
import { fillOf, type Hole, keyFault, lookupOf } from "../judge.ts";
import { inTime } from "../neighbours.ts";
import type { Ask, Query } from "../query.ts";
import type { Refusal } from "../question.ts";
import { timeOf, variantsOf } from "../time-asked.ts";

export const holder: FormRules = {
  form: "Q3",

  asksOf(facts, fact) {
    if (fact.negative || askableOf(facts, fact) === "no") return [];
    if (fact.from.kind !== "date" && fact.to.kind !== "date") return [];
    const together = fact.capacity === "joint" ? jointAsks(facts, fact) : [];
    if (facts.relation(fact.relation).frames.ask_subject_on === undefined) return together;
    if (fact.capacity === "joint") return [...together, ...aloneAsks(facts, fact), ...boundsOf(facts, fact)];
    const kinds = kindsFor(facts, fact, kindsOfValue(fillOf(fact, "subject")));
    const asks = variantsOf(facts, fact).map((variant) =>
      askAbout("Q3", fact, "ask_subject_on", "subject", kinds, { variant }),
    );
    return [...asks, ...boundsOf(facts, fact)];
  },

  resolve(facts, ask, seed) {
    const fact = facts.fact(ask.fact);
    const time = ask.on === null ? timeOf(facts, fact, ask.variant, seed) : ({ kind: "on", edtf: ask.on } as const);
    if (!time) return refuse(ask, { reason: "undated", detail: "the fact has no day on which it surely holds" });
    const hole: Hole = { fact, slot: "subject", time, list: null };
    if (ask.purpose === "ask_subjects_on") return jointQuery(facts, ask, hole);
    const fault = keyFault(facts, lookupOf(hole), [fillOf(fact, "subject")], true);
    return fault ? refuse(ask, fault) : holeQuery(facts, ask, hole);
  },
};

/** Of joint holders all are right: they are asked together. */
function jointAsks(facts: Facts, fact: Fact): Ask[] {
  if (facts.relation(fact.relation).frames.ask_subjects_on === undefined) return [];
  return firstVariant(facts, fact).map((variant) =>
    setAsk("Q3", fact, "ask_subjects_on", null, variant, ["multi-select"]),
  );
}

/** By itself a joint holder is tried, to be refused with the reason. */
function aloneAsks(facts: Facts, fact: Fact): Ask[] {
  return firstVariant(facts, fact).map((variant) => ({
    ...askAbout("Q3", fact, "ask_subject_on", "subject", ["typed"], { variant }),
    card: null,
  }));
}

function firstVariant(facts: Facts, fact: Fact): number[] {
  return variantsOf(facts, fact).slice(0, 1);
}

/** Joint holders of one thing at one time, at the most. */
const mostJoint = 16;

function jointQuery(facts: Facts, ask: Ask, hole: Hole): Query | Refusal {
  const { fact } = hole;
  const lookup = lookupOf(hole);
  const anchor = { relation: fact.relation, end: "object", key: objectKey(fact) } as const;
  const joint = holdersAt(facts, anchor, lookup.time, mostJoint)
    .sure.map((holder) => holder.fact)
    .filter(({ capacity }) => capacity === "joint");
  const key = joint.map((other) => ({ value: fillOf(other, "subject"), fact: other }));
  if (key.length < 2) return refuse(ask, { reason: "no_key", detail: "fewer than two held it jointly then" });
  const fault = keyFault(
    facts,
    lookup,
    key.map(({ value }) => value),
    true,
  );
  if (fault) return refuse(ask, fault);
  const query = holeQuery(facts, ask, hole, { n: key.length });
  if (isRefusal(query)) return query;
  return { ...query, key, facts: joint, why: whyOf(facts, joint) ?? query.why, isOfSet: true, statement: () => null };
}

/** The holder on a day or in a month of one's own choice: answered, or refused with the reason. */
export function askHolderOn(fact: Fact, on: string): Ask {
  return { ...askAbout("Q3", fact, "ask_subject_on", "subject", ["typed"]), card: null, on };
}

/**
 * Times that look askable and are not: the bounds themselves, the month before the first holder of a closed scope, the day after
 * the source was written. They go through the same truth test, so that the author reads its reasons.
 */
function boundsOf(facts: Facts, fact: Fact): Ask[] {
  const times: string[] = [];
  for (const bound of [fact.from, fact.to]) if (bound.kind === "date") times.push(bound.date.edtf);
  if (fact.to.kind === "open" && fact.asOf) times.push(dateAt(fact.asOf.last + 1, "day").edtf);
  const first = inTime(facts, fact, "object")[0];
  if (first?.key === fact.key && fact.from.kind === "date") {
    times.push(dateAt(fact.from.date.first - 1, "month").edtf);
  }
  return times.map((on) => askHolderOn(fact, on));
}
