/** Q9, how many a whole set has. "How many commanders did the mission have from November 2018 to 27 May 2024?" */
import type { Fact, Value } from "../../facts/fact.ts";
import type { Facts } from "../../facts/facts.ts";
import { askableOf, type FormRules, kickerOf, noFrame, refuse, setAsk, typeWords } from "../form.ts";
import { realise, slotsOf } from "../frame.ts";
import type { Ask, Query } from "../query.ts";
import type { Refusal } from "../question.ts";
import { spanOfValue } from "../strip.ts";
import { factSlots, inStem, scopeWords } from "../wording.ts";
import { closedSet, closedSetsOf, listSet, type WholeSet, wholeFault } from "./whole-set.ts";

const purpose = "ask_count";

export const count: FormRules = {
  form: "Q9",

  /** "How many …?" of a fact that gives no exact number is tried, to be refused with the reason. */
  asksOf(facts, fact) {
    const { frames } = facts.relation(fact.relation);
    if (fact.negative || askableOf(facts, fact) === "no" || frames.ask_number === undefined || isExact(fact)) return [];
    return [setAsk("Q9", fact, "ask_number", null, 0, ["number"])];
  },

  asksOfList(facts, list) {
    const set = listSet(facts, list);
    return set && set.members.length > 1 && set.frame(purpose) !== undefined ? [ask(set, list.key)] : [];
  },

  asksOfRelation(facts, relation) {
    return closedSetsOf(facts, relation)
      .filter((set) => set.members.length > 1 && set.frame(purpose) !== undefined)
      .map((set) => ask(set, null));
  },

  resolve(facts, wanted) {
    const fact = facts.fact(wanted.fact);
    if (wanted.purpose === "ask_number")
      return refuse(wanted, { reason: "qualifier", detail: `${fact.key} gives no exact number` });
    const slot = wanted.purpose.endsWith("_of_object") ? "subject" : "object";
    const set = wanted.list === null ? closedSet(facts, fact, slot) : listSet(facts, facts.list(wanted.list));
    if (!set) return refuse(wanted, { reason: "open_list", detail: "the set is not declared complete" });
    const fault = wholeFault(facts, set);
    return fault
      ? refuse(
          wanted,
          fault,
          set.members.map((member) => member.fact.key),
        )
      : countQuery(facts, wanted, set);
  },
};

function isExact({ object }: Fact): boolean {
  return object.kind !== "vague" && (object.kind !== "number" || object.qualifier === "exact");
}

function ask(set: WholeSet, list: string | null): Ask {
  const place = set.slot === "subject" ? "_of_object" : "_of_subject";
  return setAsk("Q9", set.members[0]!.fact, `${purpose}${place}`, list, 0, ["number", "flashcard"]);
}

/** Facts cited for a count, at the most. */
const mostCited = 12;

function countQuery(facts: Facts, wanted: Ask, set: WholeSet): Query | Refusal {
  const { members, slot, time, span } = set;
  const first = members[0]!;
  const frame = set.frame(purpose);
  const counted = set.counted();
  if (frame === undefined || counted === null) return refuse(wanted, noFrame);
  const asksSpan = slotsOf(frame).has("span");
  if (asksSpan && span === null)
    return refuse(wanted, {
      reason: "undated",
      detail:
        "the frame asks for {span}, and the relation is not closed from a date on (closed: from, as_of) as of the same day",
    });
  const number = members.length;
  const key: Value = { kind: "number", number, qualifier: "exact", unit: null };
  const text = {
    ...typeWords(facts, first.value),
    scope: scopeWords(facts, time),
    source: set.source.inStem,
    span: span ? scopeWords(facts, span) : "",
  };
  return {
    ask: wanted,
    time: asksSpan && span ? span : time,
    stem: realise(frame, { ...factSlots(facts, first.fact), text }, inStem),
    kicker: kickerOf(facts, first.fact, wanted.purpose),
    key: [{ value: key, fact: first.fact }],
    facts: members.slice(0, mostCited).map(({ fact }) => fact),
    slot,
    isOfSet: true,
    judge(value) {
      if (value.kind !== "number" || value.qualifier !== "exact" || value.unit !== null)
        return { verdict: "unknown", reason: "no_distractor", detail: "not a plain number" };
      return { verdict: value.number === number ? "true" : "false" };
    },
    statement: () => null,
    why: [counted],
    contrast: () => null,
    whyNotListed: () => null,
    spanOf: (value, fact) => spanOfValue(facts, value, fact),
    asked: null,
  };
}
