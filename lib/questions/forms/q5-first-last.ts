/** Q5, first and last of a closed set. "Who was the first commander, according to NATO's page of 27 May 2024?" */

import { isDisputed } from "../../facts/capacity.ts";
import type { Closure, Fact } from "../../facts/fact.ts";
import type { Facts } from "../../facts/facts.ts";
import { before } from "../../facts/time.ts";
import { containsWords } from "../fold.ts";
import {
  askAbout,
  askableOf,
  type FormRules,
  isRefusal,
  kickerOf,
  kindsFor,
  kindsOfValue,
  noFrame,
  refuse,
  stemOf,
} from "../form.ts";
import { holeQuery, sourceWords } from "../hole.ts";
import { closureOf, type Fault, fillOf } from "../judge.ts";
import { inTime } from "../neighbours.ts";
import { holdersOf } from "../noun-phrase.ts";
import type { Ask } from "../query.ts";
import type { TimeScope } from "../question.ts";
import { type Said, saying } from "../said.ts";
import { nameOf, scopeWords } from "../wording.ts";
import { isOfQuantities, quantities } from "./q5-quantities.ts";

export const firstLast: FormRules = {
  form: "Q5",

  asksOf(facts, fact) {
    if (fact.negative || askableOf(facts, fact) === "no") return [];
    const { frames } = facts.relation(fact.relation);
    const ofQuantities = quantities.asksOf?.(facts, fact) ?? [];
    const kinds = kindsFor(facts, fact, kindsOfValue(fillOf(fact, "subject"))).filter(
      (kind) => kind !== "true-false" && kind !== "cloze",
    );
    const asks = (["ask_first", "ask_last"] as const)
      .filter((purpose) => frames[purpose] !== undefined && endOf(facts, fact, purpose).key === fact.key)
      .map((purpose): Ask => askAbout("Q5", fact, purpose, "subject", kinds));
    // "The last commander", without an as-of, must be refused.
    const last = asks.find(({ purpose }) => purpose === "ask_last");
    const undated: Ask[] = last ? [{ ...last, card: null, on: "undated", kinds: ["typed"] }] : [];
    return [...asks, ...undated, ...ofQuantities];
  },

  asksOfList: quantities.asksOfList,

  resolve(facts, ask, seed) {
    if (isOfQuantities(ask)) return quantities.resolve(facts, ask, seed);
    const fact = facts.fact(ask.fact);
    const closure = closureOf(facts, fact);
    if (!closure) return refuse(ask, { reason: "open_list", detail: "the holders are not declared complete" });
    if (!closure.asOf || ask.on === "undated")
      return refuse(ask, {
        reason: "undated",
        detail: "the last one is another at every time; it is asked as of a date",
      });
    const fault = tie(facts, fact, ask.purpose);
    if (fault) return refuse(ask, fault);
    const source = facts.source(closure.citation.source);
    const named = ask.purpose === "ask_first" || closure.asOf.precision !== "day";
    const time: TimeScope = { kind: "as-of", edtf: closure.asOf.edtf, source: named ? source.key : null };
    const scope = scopeWords(facts, time);
    const text = { scope, source: sourceWords(facts, fact, time) };
    const stem = stemOf(facts, fact, ask.purpose, fillOf(fact, "subject"), text);
    const query = holeQuery(facts, { ...ask, purpose: "fact" }, { fact, slot: "subject", time, list: null });
    if (stem === null || isRefusal(query)) return refuse(ask, noFrame);
    const sequence = inTime(facts, fact, "object");
    const disputed = new Set(sequence.filter(isDisputed).map(({ subject }) => subject));
    const others = new Set(sequence.map(({ subject }) => subject).filter((subject) => !disputed.has(subject)));
    return {
      ...query,
      ask,
      stem,
      kicker: kickerOf(facts, fact, ask.purpose),
      why: [endSaid(facts, fact, closure, endInWords(ask.purpose, stem)), ...query.why],
      // The set is closed: another member is not the first or last of it, and what is no member is neither.
      judge(value) {
        if (value.kind !== "entity") return { verdict: "unknown", reason: "no_distractor", detail: "not an entity" };
        return value.entity === fact.subject
          ? { verdict: "true" }
          : others.has(value.entity)
            ? { verdict: "false" }
            : notListed;
      },
      statement: () => null,
      asked: null,
    };
  },
};

/** The claim itself, by the place of the whole list. How many they are is not said: that is another question. */
function endSaid(facts: Facts, { relation: key, subject, object }: Fact, closure: Closure, end: string): Said {
  const { noun } = facts.relation(key);
  const { inStem } = facts.source(closure.citation.source);
  const those = noun ? ` the ${holdersOf(noun, nameOf(facts, object))}` : "";
  const name = nameOf(facts, { kind: "entity", entity: subject });
  return saying(`Of all${those} that ${inStem} names, ${name} was the ${end}.`, [], [closure.citation]);
}

/** As the stem has it: of an office that is no more there is a last one. */
function endInWords(purpose: string, stem: string): string {
  if (purpose === "ask_first") return "first";
  return containsWords(stem, "last") ? "last" : "most recent";
}

/** Entities outside the list would be false too, but they are ruled out at sight. */
const notListed = { verdict: "unknown", reason: "no_distractor", detail: "not a member of the set" } as const;

function endOf(facts: Facts, fact: Fact, purpose: string): Fact {
  const sequence = inTime(facts, fact, "object");
  return (purpose === "ask_first" ? sequence[0] : sequence.at(-1)) ?? fact;
}

/** Every other holder must be later (earlier) for sure; the same one may come twice. */
function tie(facts: Facts, fact: Fact, purpose: string): Fault | null {
  const sequence = inTime(facts, fact, "object");
  const own = startOf(fact);
  if (isDisputed(fact)) return { reason: "two_keys", detail: `${fact.key}: ${fact.capacity} only` };
  for (const other of sequence) {
    if (other.subject === fact.subject) continue;
    const joint = other.capacity === "joint" && fact.capacity === "joint";
    const start = startOf(other);
    if (!own || !start) return { reason: "undated", detail: `${other.key} has no date` };
    if (!(purpose === "ask_first" ? before(own, start) : before(start, own)))
      return { reason: joint ? "two_keys" : "tie", detail: `${other.key} may have begun at the same time` };
  }
  return null;
}

function startOf(fact: Fact) {
  return fact.from.kind === "date" ? fact.from.date : fact.object.kind === "date" ? fact.object.date : null;
}
