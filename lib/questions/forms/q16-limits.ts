/** Q16, how far the documents go: how exactly a date or a quantity is given, and whether a set is named as a whole. */
import type { Fact, FactList, Limit, Value } from "../../facts/fact.ts";
import type { Facts } from "../../facts/facts.ts";
import { containsWords } from "../fold.ts";
import { askableOf, type FormRules, kickerOf, noFrame, refuse, setAsk, stemOf, typeWords, whyOf } from "../form.ts";
import { realise } from "../frame.ts";
import { sourceMissing, timeOfList } from "../hole.ts";
import { membersListed } from "../list-sentences.ts";
import type { Ask, Query } from "../query.ts";
import type { Refusal } from "../question.ts";
import { type Said, saying, within } from "../said.ts";
import { factSlots, inStem, scopeWords, valueInSentence } from "../wording.ts";
import { type Exact, exactnessOf, ofSameThing, type Place, remarkOn, rivalFault, sayingOf } from "./exactness.ts";
import { notGivenSo } from "./limit-contrasts.ts";
import { frameOf } from "./listed.ts";
import { membersOf } from "./members.ts";
import { isOfUnsaid, unsaid } from "./q16-unsaid.ts";

const purposes = { object: "ask_precision", from: "ask_precision_from", to: "ask_precision_to" } as const;
const places: readonly Place[] = ["object", "from", "to"];

export const limits: FormRules = {
  form: "Q16",

  asksOf(facts, fact) {
    if (fact.negative || askableOf(facts, fact) === "no") return [];
    const { frames } = facts.relation(fact.relation);
    return (
      places
        .filter((place) => frames[purposes[place]] !== undefined && isGiven(fact, place))
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

  asksOfRelation: unsaid.asksOfRelation,

  resolve(facts, ask, seed) {
    if (isOfUnsaid(ask)) return unsaid.resolve(facts, ask, seed);
    if (ask.list !== null) return completenessQuery(facts, ask, facts.list(ask.list));
    const fact = facts.fact(ask.fact);
    const place = places.find((one) => purposes[one] === ask.purpose)!;
    const fault = rivalFault(facts, fact, place);
    return fault ? refuse(ask, fault) : precisionQuery(facts, ask, fact, place);
  },
};

/** How exactly an end is given is asked of what has ended: "… say when she left the office" would tell that she had. */
function isGiven(fact: Fact, place: Place): boolean {
  const exact = exactnessOf(fact, place);
  return exact !== null && exact !== "none";
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

function precisionQuery(facts: Facts, ask: Ask, fact: Fact, place: Place): Query | Refusal {
  const exact = exactnessOf(fact, place)!;
  const same = sayingOf(facts, fact, place);
  const { source } = fact.citations[0]!;
  const stem = stemOf(facts, fact, ask.purpose, null, { source: facts.source(source).inStem });
  const sentences = whyOf(facts, same);
  if (stem === null || sentences === null) return refuse(ask, noFrame);
  const all = scaleOf(exact).map((of): Limit => ({ kind: "limit", limit: "precision", of }));
  const key: Limit = { kind: "limit", limit: "precision", of: exact };
  const given = givenWords(facts, fact, place);
  return limitQuery(facts, ask, {
    fact,
    stem,
    facts: same,
    key,
    all,
    why: within(source, [...sentences, saying(remarkOn(exact, place), same)]),
    contrast: ({ of }) => ({ ...saying(notGivenSo(of as Exact, exact, given), same), within: source }),
  });
}

/** The date or quantity as it is given, "July 2015"; null where nothing is. */
function givenWords(facts: Facts, fact: Fact, place: Place): string | null {
  const bound = place === "object" ? null : fact[place];
  const value: Value | null =
    bound === null ? fact.object : bound.kind === "date" ? { kind: "date", date: bound.date } : null;
  return value && (value.kind === "vague" ? `“${value.text}”` : valueInSentence(facts, value));
}

function completenessQuery(facts: Facts, ask: Ask, list: FactList): Query | Refusal {
  const members = membersOf(facts, list);
  const first = members[0]!;
  const frame = frameOf(facts, list, ask.purpose);
  if (frame === undefined) return refuse(ask, noFrame);
  if (list.complete === "no" || (list.complete === "as_named" && list.frames.ask_completeness === undefined))
    return refuse(ask, { reason: "open_list", detail: `nobody says whether ${list.key} names all there were` });
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
  const whole = membersListed(facts, list, members, true);
  const remark = saying(
    list.complete === "yes" ? "There were no others." : "Whether there were others is left open.",
    [],
    list.citations,
  );
  return limitQuery(facts, ask, {
    fact: first.fact,
    stem,
    facts: members.map(({ fact }) => fact),
    key,
    all,
    why: [whole, remark],
    contrast: ({ of }) => (of === "none" ? whole : remark),
  });
}

type Documented = {
  readonly fact: Fact;
  readonly stem: string;
  readonly facts: readonly Fact[];
  readonly key: Limit;
  readonly all: readonly Limit[];
  readonly why: readonly Said[];
  contrast(other: Limit): Said;
};

function limitQuery(facts: Facts, ask: Ask, { fact, stem, facts: of, key, all, why, contrast }: Documented): Query {
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
    contrast: (value) => (value.kind === "limit" ? contrast(value) : null),
    whyNotListed: () => null,
    spanOf: () => null,
    asked: null,
  };
}
