/** Q16, how far the documents go: how exactly a date or a quantity is given, and whether a set is named as a whole. */
import { isDisputed } from "../../facts/capacity.ts";
import type { Fact, FactList, Limit, Value } from "../../facts/fact.ts";
import { type Facts, objectKey } from "../../facts/facts.ts";
import { containsWords } from "../fold.ts";
import { askableOf, type FormRules, kickerOf, noFrame, refuse, setAsk, stemOf, typeWords, whyOf } from "../form.ts";
import { realise } from "../frame.ts";
import { sourceMissing, timeOfList } from "../hole.ts";
import type { Fault } from "../judge.ts";
import { membersListed } from "../list-sentences.ts";
import type { Ask, Query } from "../query.ts";
import type { Refusal } from "../question.ts";
import { factSlots, inStem, scopeWords, valueInSentence } from "../wording.ts";
import { frameOf } from "./listed.ts";
import { membersOf } from "./members.ts";

type Place = "object" | "from" | "to";

const purposes = { object: "ask_precision", from: "ask_precision_from", to: "ask_precision_to" } as const;
const places: readonly Place[] = ["object", "from", "to"];

export const limits: FormRules = {
  form: "Q16",

  asksOf(facts, fact) {
    if (fact.negative || askableOf(facts, fact) === "no") return [];
    const { frames } = facts.relation(fact.relation);
    return (
      places
        .filter((place) => frames[purposes[place]] !== undefined && exactnessOf(fact, place) !== null)
        // Of a quantity or date that is stated of several times, one question is enough.
        .filter((place) => ofSameThing(facts, fact, place).find(({ negative }) => !negative) === fact)
        .map((place) => setAsk("Q16", fact, purposes[place], null, 0, ["choice"]))
    );
  },

  asksOfList(facts, list) {
    const purpose = `ask_completeness_of_${list.members === "subject" ? "object" : "subject"}`;
    const first = membersOf(facts, list)[0]?.fact;
    if (!first || frameOf(facts, list, purpose) === undefined) return [];
    return [setAsk("Q16", first, purpose, list.key, 0, ["choice"])];
  },

  resolve(facts, ask) {
    if (ask.list !== null) return completenessQuery(facts, ask, facts.list(ask.list));
    const fact = facts.fact(ask.fact);
    const place = places.find((one) => purposes[one] === ask.purpose)!;
    const fault = rivalFault(facts, fact, place);
    return fault ? refuse(ask, fault) : precisionQuery(facts, ask, fact, place);
  },
};

type Exact = Extract<Limit, { limit: "precision" }>["of"];

/** How exactly the fact gives its object or an end of its span; null where that is not a question of exactness, or nobody has said. */
function exactnessOf(fact: Fact, place: Place): Exact | null {
  if (place === "object") {
    if (fact.object.kind === "date") return fact.object.date.precision;
    if (fact.object.kind === "vague") return "vague";
    if (fact.object.kind !== "number") return null;
    const { qualifier } = fact.object;
    return qualifier === "exact" || qualifier === "about" ? qualifier : "bound";
  }
  const bound = fact[place];
  return bound.kind === "date" ? bound.date.precision : bound.kind === "open" ? "none" : null;
}

/** What the other answers are: dates against dates, quantities against quantities. */
function scaleOf(exact: Exact): readonly Exact[] {
  switch (exact) {
    case "day":
    case "month":
    case "year":
    case "none":
      return ["day", "month", "year", "none"];
    case "between":
      return ["day", "month", "between", "none"];
    default:
      return ["exact", "about", "bound", "vague"];
  }
}

/** What follows from it for a reader, after the fact's own sentence. */
const remarks: Readonly<Record<Exact, string>> = {
  day: "The day is given.",
  month: "No day is given.",
  year: "Neither day nor month is given.",
  between: "Only a stretch of time is given, in which it lies.",
  none: "No end is given: there was none when that was written.",
  exact: "The number is given exactly.",
  about: "The number is given as a rounded one.",
  bound: "Only a limit is given, not the number.",
  vague: "No number is given.",
};

/** The facts that state the same thing, at other times or in other documents, among them itself. */
function sayingOf(facts: Facts, fact: Fact, place: Place): readonly Fact[] {
  return ofSameThing(facts, fact, place).filter(({ negative }) => !negative);
}

function ofSameThing(facts: Facts, fact: Fact, place: Place): readonly Fact[] {
  const { subject, relation } = fact;
  return place === "object"
    ? facts.factsOf({ subject, relation })
    : facts.factsBetween({ subject, relation, object: objectKey(fact) });
}

/** Another fact that says it more or less exactly: then no one answer is right of all documents. */
function rivalFault(facts: Facts, fact: Fact, place: Place): Fault | null {
  const exact = exactnessOf(fact, place);
  if (isDisputed(fact)) return { reason: "two_keys", detail: `${fact.key}: ${fact.capacity} only` };
  const rival = sayingOf(facts, fact, place).find((other) => exactnessOf(other, place) !== exact);
  return rival ? { reason: "two_keys", detail: `${rival.key} gives it otherwise` } : null;
}

function precisionQuery(facts: Facts, ask: Ask, fact: Fact, place: Place): Query | Refusal {
  const exact = exactnessOf(fact, place)!;
  const saying = sayingOf(facts, fact, place);
  const stem = stemOf(facts, fact, ask.purpose, null, {});
  const sentence = whyOf(facts, saying);
  if (stem === null || sentence === null) return refuse(ask, noFrame);
  const all = scaleOf(exact).map((of): Limit => ({ kind: "limit", limit: "precision", of }));
  const key: Limit = { kind: "limit", limit: "precision", of: exact };
  const why = `${sentence} ${remarks[exact]}`;
  return limitQuery(facts, ask, {
    fact,
    stem,
    facts: saying,
    key,
    all,
    why,
    contrast: givenWords(facts, fact, place) ?? why,
  });
}

/** "What is given is July 2015."; null where nothing is. */
function givenWords(facts: Facts, fact: Fact, place: Place): string | null {
  const bound = place === "object" ? null : fact[place];
  const value: Value | null =
    bound === null ? fact.object : bound.kind === "date" ? { kind: "date", date: bound.date } : null;
  return value && `What is given is ${value.kind === "vague" ? `“${value.text}”` : valueInSentence(facts, value)}.`;
}

function completenessQuery(facts: Facts, ask: Ask, list: FactList): Query | Refusal {
  const members = membersOf(facts, list);
  const first = members[0]!;
  const frame = frameOf(facts, list, ask.purpose);
  if (frame === undefined) return refuse(ask, noFrame);
  if (list.complete === "no")
    return refuse(ask, { reason: "open_list", detail: `${list.key} does not say how much it names` });
  const source = facts.source(list.citations[0]!.source);
  const text = {
    ...typeWords(facts, first.value),
    scope: scopeWords(facts, timeOfList(facts, list)),
    source: source.inStem,
  };
  const stem = realise(frame, { ...factSlots(facts, first.fact), text }, inStem);
  if (!containsWords(stem, source.inStem)) return refuse(ask, sourceMissing);
  const key: Limit = { kind: "limit", limit: "completeness", of: list.complete === "yes" ? "all" : "some" };
  const all = (["all", "some", "none"] as const).map((of): Limit => ({ kind: "limit", limit: "completeness", of }));
  const whole = membersListed(
    facts,
    list,
    members.map(({ value }) => value),
    true,
  );
  const remark = list.complete === "yes" ? "There were no others." : "Whether there were others is left open.";
  return limitQuery(facts, ask, {
    fact: first.fact,
    stem,
    facts: members.map(({ fact }) => fact),
    key,
    all,
    why: `${whole} ${remark}`,
    contrast: `${whole} ${remark}`,
  });
}

type Said = {
  readonly fact: Fact;
  readonly stem: string;
  readonly facts: readonly Fact[];
  readonly key: Limit;
  readonly all: readonly Limit[];
  readonly why: string;
  readonly contrast: string;
};

function limitQuery(facts: Facts, ask: Ask, { fact, stem, facts: of, key, all, why, contrast }: Said): Query {
  return {
    ask,
    time: ask.list === null ? { kind: "timeless" } : timeOfList(facts, facts.list(ask.list)),
    stem,
    kicker: kickerOf(facts, fact, ask.purpose),
    key: [{ value: key, fact }],
    facts: of,
    slot: "object",
    isOfSet: true,
    judge: (value) => ({
      verdict: value.kind === "limit" && value.limit === key.limit && value.of === key.of ? "true" : "false",
    }),
    offered: all.filter((one) => one.of !== key.of).map((value) => ({ value, fact: null })),
    statement: () => null,
    why,
    contrast: () => contrast,
    whyNotListed: () => null,
    spanOf: () => null,
    asked: null,
  };
}
