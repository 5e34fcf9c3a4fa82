/** Q14, difference of two lists. "Which two institutions did NATO's page of 27 May 2024 name, but not NATO's undated fact sheet?" */
import type { FactList, Value } from "../../facts/fact.ts";
import type { Facts } from "../../facts/facts.ts";
import { valueKey } from "../../facts/value.ts";
import { type FormRules, kickerOf, kindsFor, refuse, typeWords } from "../form.ts";
import { realise } from "../frame.ts";
import { relatedOf } from "../guards.ts";
import { type Fault, judgeMember } from "../judge.ts";
import { listed, raised } from "../noun-phrase.ts";
import type { Ask, Query } from "../query.ts";
import type { Kind } from "../question.ts";
import { inStem, nameOf } from "../wording.ts";
import { membersOf } from "./members.ts";

export const difference: FormRules = {
  form: "Q14",

  asksOfList(facts, list) {
    if (list.frames.ask_difference === undefined) return [];
    return list.compareWith.map((other): Ask => {
      const members = membersOf(facts, list);
      const kinds = kindsFor(facts, members[0]!.fact, [
        "choice",
        "multi-select",
        "typed",
        "flashcard",
      ] satisfies Kind[]);
      return {
        form: "Q14",
        purpose: "ask_difference",
        fact: members[0]!.fact.key,
        list: list.key,
        card: null,
        variant: 0,
        on: other,
        kinds,
      };
    });
  },

  resolve(facts, ask) {
    const list = facts.list(ask.list!);
    const other = facts.list(ask.on!);
    const fault = comparable(facts, list, other);
    if (fault) return refuse(ask, fault, [...list.facts, ...other.facts]);
    return differenceQuery(facts, ask, list, other);
  },
};

function differenceQuery(facts: Facts, ask: Ask, list: FactList, other: FactList) {
  const others = membersOf(facts, other);
  const related = relatedOf(facts);
  const isIn = (value: Value, members: readonly { value: Value }[]) =>
    members.some((member) => valueKey(member.value) === valueKey(value));
  const key = membersOf(facts, list).filter(({ value }) => !isIn(value, others));
  if (key.length === 0) return refuse(ask, { reason: "no_key", detail: "both lists name the same" }, list.facts);
  // What the other document names under another word may be the same thing.
  const doubtful = key.find(({ value }) =>
    others.some(
      (member) =>
        value.kind === "entity" && member.value.kind === "entity" && related(value.entity, member.value.entity),
    ),
  );
  if (doubtful)
    return refuse(ask, { reason: "two_keys", detail: `${nameOf(facts, doubtful.value)} may be named by both` }, [
      doubtful.fact.key,
    ]);

  const [source, otherSource] = [sourceOf(list), sourceOf(other)].map((found) => facts.source(found));
  const frame = list.frames.ask_difference!;
  const stem = realise(
    frame,
    { n: key.length, text: { ...typeWords(facts, key[0]!.value), this: source!.inStem, other: otherSource!.inStem } },
    inStem,
  );
  const names = key.map(({ value }) => nameOf(facts, value));
  const why = `${raised(source!.inStem)} names ${listed(names)}; ${otherSource!.inStem} does not.`;
  const query: Query = {
    ask,
    time: { kind: "as-of", edtf: (list.asOf ?? source!.date).edtf, source: source!.key },
    stem,
    kicker: kickerOf(facts, key[0]!.fact, ask.purpose),
    key,
    facts: key.map(({ fact }) => fact),
    slot: list.members,
    judge(value) {
      // In both lists, or in none: named by the one and not by the other it is not.
      if (isIn(value, others)) return { verdict: "false" };
      return judgeMember(facts, list, value);
    },
    statement: () => null,
    why,
    whyNotListed(value) {
      const name = raised(nameOf(facts, value));
      if (isIn(value, others) && isIn(value, membersOf(facts, list))) return `${name} is named by both documents.`;
      return isIn(value, others)
        ? `${name} is named by ${otherSource!.inStem}, but not by ${source!.inStem}.`
        : `${name} is not among ${list.gloss}.`;
    },
    spanOf: () => null,
    asked: null,
  };
  return query;
}

/** A difference needs two lists whose ends are known: everything that each document names. */
function comparable(facts: Facts, list: FactList, other: FactList): Fault | null {
  for (const one of [list, other])
    if (one.complete === "no") return { reason: "open_list", detail: `the list ${one.key} is not declared complete` };
  const relations = new Set([...list.facts, ...other.facts].map((key) => facts.fact(key).relation));
  if (relations.size > 1) return { reason: "contradiction", detail: "the lists are of different relations" };
  if (!list.asOf || !other.asOf) return { reason: "undated", detail: "a list has no date" };
  return null;
}

function sourceOf(list: FactList): string {
  return list.citations[0]!.source;
}
