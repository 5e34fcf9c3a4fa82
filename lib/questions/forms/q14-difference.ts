/** Q14, difference of two lists. "Which two institutions did NATO's page of 27 May 2024 name, but not NATO's undated fact sheet?" */
import type { FactList, Value } from "../../facts/fact.ts";
import type { Facts } from "../../facts/facts.ts";
import { type FormRules, kickerOf, kindsFor, refuse, typeWords } from "../form.ts";
import { realise } from "../frame.ts";
import { timeOfList } from "../hole.ts";
import { type Fault, judge, lookupOf } from "../judge.ts";
import { notListed, wholeList } from "../list-sentences.ts";
import { raised } from "../noun-phrase.ts";
import type { Ask, Judgement, Query } from "../query.ts";
import type { Refusal } from "../question.ts";
import { saying } from "../said.ts";
import { inStem, nameOf } from "../wording.ts";
import { membersOf } from "./members.ts";
import { change, isOfChange } from "./q14-change.ts";

export const difference: FormRules = {
  form: "Q14",

  asksOf: change.asksOf,

  asksOfList(facts, list) {
    const first = membersOf(facts, list)[0];
    if (list.frames.ask_difference === undefined || !first) return [];
    const kinds = kindsFor(facts, first.fact, ["choice", "multi-select", "typed", "flashcard"]);
    return list.compareWith.map(
      (other): Ask => ({
        form: "Q14",
        purpose: "ask_difference",
        fact: first.fact.key,
        list: list.key,
        card: null,
        variant: 0,
        on: other,
        kinds,
      }),
    );
  },

  resolve(facts, ask, seed) {
    if (isOfChange(ask)) return change.resolve(facts, ask, seed);
    const [list, other] = [facts.list(ask.list!), facts.list(ask.on!)];
    const fault = comparable(facts, list, other);
    return fault ? refuse(ask, fault, [...list.facts, ...other.facts]) : differenceQuery(facts, ask, list, other);
  },
};

function differenceQuery(facts: Facts, ask: Ask, list: FactList, other: FactList): Query | Refusal {
  const isIn = (value: Value, of: FactList) => judge(facts, lookupOfList(facts, of), value);
  const key: { value: Value; fact: Query["facts"][number] }[] = [];
  for (const member of membersOf(facts, list)) {
    const elsewhere = isIn(member.value, other);
    // Under another name the other document may name it too: then no difference can be asked.
    if (elsewhere.verdict === "unknown") return refuse(ask, elsewhere, [member.fact.key]);
    if (elsewhere.verdict === "false") key.push(member);
  }
  const first = key[0];
  if (!first) return refuse(ask, { reason: "no_key", detail: "the other list names the same" }, list.facts);

  const [source, otherSource] = [facts.source(sourceOf(list)), facts.source(sourceOf(other))];
  const words = { ...typeWords(facts, first.value), this: source.inStem, other: otherSource.inStem };
  const [whole, otherWhole] = [wholeList(facts, list), wholeList(facts, other)];
  if (whole === null || otherWhole === null)
    return refuse(ask, { reason: "no_frame", detail: "a list has no sentence that names all its members" }, list.facts);
  return {
    ask,
    time: timeOfList(facts, list),
    stem: realise(list.frames.ask_difference!, { n: key.length, text: words }, inStem),
    kicker: kickerOf(facts, first.fact, ask.purpose),
    key,
    facts: key.map(({ fact }) => fact),
    slot: list.members,
    isOfSet: true,
    judge: (value) => inFirstOnly(isIn(value, list), isIn(value, other)),
    statement: () => null,
    why: [whole, otherWhole],
    contrast(value) {
      if (isIn(value, other).verdict === "true")
        return saying(
          isIn(value, list).verdict === "true"
            ? `Both ${source.inStem} and ${otherSource.inStem} name ${nameOf(facts, value)}.`
            : `${raised(otherSource.inStem)} names ${nameOf(facts, value)}; ${source.inStem} does not.`,
          [],
          [...list.citations, ...other.citations],
        );
      return notListed(facts, list, value);
    },
    whyNotListed: () => null,
    spanOf: () => null,
    asked: null,
  };
}

/** In this list and not in the other. */
function inFirstOnly(here: Judgement, there: Judgement): Judgement {
  if (here.verdict === "false" || there.verdict === "true") return { verdict: "false" };
  if (here.verdict === "unknown") return here;
  return there.verdict === "unknown" ? there : { verdict: "true" };
}

/** A difference needs two lists whose ends are known: everything that each document names. */
function comparable(facts: Facts, list: FactList, other: FactList): Fault | null {
  for (const one of [list, other])
    if (one.complete === "no") return { reason: "open_list", detail: `${one.key} is not said to be complete` };
  const anchors = new Set([list, other].map((one) => anchorOfList(facts, one)));
  if (anchors.size > 1) return { reason: "contradiction", detail: "the lists are not about the same" };
  if (!list.asOf || !other.asOf) return { reason: "undated", detail: "a list has no date" };
  return null;
}

function anchorOfList(facts: Facts, list: FactList): string {
  const fact = facts.fact(list.facts[0]!);
  return `${fact.relation} ${list.members} ${list.members === "object" ? fact.subject : ""}`;
}

function lookupOfList(facts: Facts, list: FactList) {
  const fact = facts.fact(list.facts[0]!);
  return lookupOf({ fact, slot: list.members, time: timeOfList(facts, list), list: list.key });
}

function sourceOf(list: FactList): string {
  return list.citations[0]!.source;
}
